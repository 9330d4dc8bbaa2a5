/** A folder that another study serves already: whoever starts a second one wants to see the page, so it is told where. */
import { workspaceToken } from "../../server/token.ts";
import { type AnswerOf, api } from "../../wire/wire.ts";
import type { FolderHeld } from "../../workspace/holding.ts";
import type { Layout } from "../../workspace/layout.ts";
import { Stop } from "../run.ts";

const patience = 2000;

export async function sayServed(held: FolderHeld, layout: Layout): Promise<Stop> {
  const { holder, message } = held;
  const address =
    holder === null || holder.address === null ? null : await ticketFrom(holder.address, layout);
  return new Stop(address === null ? message : `${message}\nIts page: ${address}`);
}

/** Null where it does not answer. */
async function ticketFrom(address: string, layout: Layout): Promise<string | null> {
  try {
    const { method, path } = api.ticket;
    const answer = await fetch(new URL(path, address), {
      method,
      headers: { authorization: `Bearer ${workspaceToken(layout)}` },
      signal: AbortSignal.timeout(patience),
    });
    if (!answer.ok) return null;
    return ((await answer.json()) as AnswerOf<typeof api.ticket>).address;
  } catch {
    return null;
  }
}
