/** What the server says, and asking it. */
import type { Curriculum } from "../../core/content/curriculum.ts";
import type { Entry } from "../../core/entries/entry.ts";
import type { Ledger } from "../../core/entries/ledger.ts";

export interface Problem {
  readonly line: number;
  readonly column: number;
  readonly message: string;
}

export interface ServerState {
  readonly curriculum: Curriculum;
  readonly ledger: Ledger;
  readonly arrival: number;
  readonly problems: readonly Problem[];
  readonly demo: boolean;
  readonly folder: string;
  /** Names the workspace: what this browser keeps belongs to one. */
  readonly workspace: string;
  readonly mayWrite: boolean;
}

/** The server answered, and said no. */
export class Refused extends Error {
  constructor(
    readonly status: number,
    message: string,
  ) {
    super(message);
  }
}

/** Throws `Refused` for an answer that is no success, and what `fetch` throws when there is none. */
export async function ask<T>(path: string, init: RequestInit = {}): Promise<T> {
  const response = await fetch(path, { signal: AbortSignal.timeout(20_000), ...init });
  if (response.ok) return (await response.json()) as T;
  const said = (await response.json().catch(() => null)) as { message?: string } | null;
  throw new Refused(response.status, said?.message ?? `The server answered ${response.status}.`);
}

export function sendJson<T>(method: "POST" | "PUT", path: string, body: unknown): Promise<T> {
  return ask<T>(path, {
    method,
    headers: { "content-type": "application/json" },
    body: JSON.stringify(body),
  });
}

export type News =
  | { readonly what: "entries"; readonly arrival: number; readonly entries: readonly Entry[] }
  | { readonly what: "problems"; readonly problems: readonly Problem[] }
  | { readonly what: "note"; readonly paper: string };
