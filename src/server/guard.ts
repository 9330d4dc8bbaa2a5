/** Who may ask: checks on a request before anything is done for it. */
import { timingSafeEqual } from "node:crypto";
import type { Lan } from "./lan.ts";
import type { Sessions } from "./sessions.ts";

export interface Guard {
  readonly port: number;
  /** What other devices of the network call this server; null where it listens on this machine alone. */
  readonly lan: Lan | null;
  /** For programs. */
  readonly token: string;
  readonly sessions: Sessions;
  /** Nobody who was let in before gets in again: no browser, no program. */
  readonly renew: () => void;
}

export interface Denial {
  readonly status: 401 | 403 | 413 | 415 | 421;
  readonly reason: string;
  readonly message: string;
}

export const bodyLimit = 1_000_000;

/**
 * A page of another site can make a browser send requests here: by a name that it points at this machine (then
 * the Host is wrong) or across origins (then Origin or Sec-Fetch-Site says so).
 */
export function denyStranger(request: Request, { port, lan }: Guard): Denial | null {
  const host = request.headers.get("host") ?? "";
  const names = ["127.0.0.1", "localhost", "[::1]", ...(lan === null ? [] : [lan.name])];
  const own = names.map((name) => `${name}:${port}`);
  if (!own.includes(host)) {
    return { status: 421, reason: "host", message: `This server does not answer for "${host}".` };
  }
  const origin = request.headers.get("origin");
  const site = request.headers.get("sec-fetch-site");
  const ownOrigin = origin === null || own.some((name) => origin === `http://${name}`);
  // Following a link from elsewhere to the page itself is fine; anything else across sites is not.
  const navigation =
    request.method === "GET" && request.headers.get("sec-fetch-mode") === "navigate";
  const ownSite = site === null || site === "same-origin" || site === "none" || navigation;
  if (ownOrigin && ownSite) return null;
  return {
    status: 403,
    reason: "origin",
    message: "Pages of other sites may not use this server.",
  };
}

/** Whoever has no session may have the page's own files, and nothing of the learner's. */
export function denyOutsider(request: Request, guard: Guard): Denial | null {
  const given = givenIn(request);
  if (given !== null && (isProgram(request, guard) || guard.sessions.knows(given))) return null;
  return {
    status: 401,
    reason: "session",
    message:
      "To look or to make changes, open the address that study printed when it started. It works once; starting study again prints another.",
  };
}

/** Whether it comes from a program that could read the token in the folder. */
export function isProgram(request: Request, { token }: Guard): boolean {
  const given = givenIn(request);
  return given !== null && sameSecret(given, token);
}

function givenIn(request: Request): string | null {
  return /^Bearer (.+)$/.exec(request.headers.get("authorization") ?? "")?.[1] ?? null;
}

export function denyForm(request: Request): Denial | null {
  const type = request.headers.get("content-type") ?? "";
  if (/^application\/json\b/.test(type)) return null;
  return { status: 415, reason: "content-type", message: "Commands are sent as application/json." };
}

export const tooLarge: Denial = {
  status: 413,
  reason: "too-large",
  message: "A request may hold 1 MB at most.",
};

/** In a time that does not tell how much of it is right. */
export function sameSecret(given: string, secret: string): boolean {
  const [a, b] = [Buffer.from(given), Buffer.from(secret)];
  return a.length === b.length && timingSafeEqual(a, b);
}

/** On every answer: nothing from elsewhere, nowhere to, in nobody's frame. */
export const securityHeaders: Readonly<Record<string, string>> = {
  "content-security-policy":
    // Styles may be inline: the editor, math, diagrams and charts set them from script. Nothing can be sent away by a
    // style, as images and fonts come from here alone.
    "default-src 'none'; script-src 'self'; worker-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; connect-src 'self'; font-src 'self' data:; manifest-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'",
  "x-content-type-options": "nosniff",
  "referrer-policy": "no-referrer",
  "cross-origin-opener-policy": "same-origin",
  "cross-origin-resource-policy": "same-origin",
  "permissions-policy": "camera=(), microphone=(), geolocation=()",
};
