/** A folder that another study serves already: whoever starts a second one wants to see the page, so it is told where. */
import { workspaceToken } from "../../server/token.ts";
import { type AnswerOf, api } from "../../wire/wire.ts";
import type { FolderHeld } from "../../workspace/holding.ts";
import type { Layout } from "../../workspace/layout.ts";
import { Stop } from "../run.ts";

const patience = 2000;

/** Ends all sessions of the server that holds the folder; gives the page's address, or says why not. */
export async function renewServed(held: FolderHeld, layout: Layout): Promise<string> {
  const { holder, message } = held;
  if (holder === null || holder.address === null) throw new Stop(message);
  const address = await addressFrom(api.renew, holder.address, layout);
  if (address === null) {
    throw new Stop(`${message} It did not answer: nothing was ended.`);
  }
  return address;
}

export async function sayServed(held: FolderHeld, layout: Layout): Promise<Stop> {
  const { holder, message } = held;
  const address =
    holder === null || holder.address === null
      ? null
      : await addressFrom(api.ticket, holder.address, layout);
  return new Stop(address === null ? message : `${message}\nIts page: ${address}`);
}

/** Null where it does not answer. */
async function addressFrom(
  { method, path }: typeof api.ticket,
  address: string,
  layout: Layout,
): Promise<string | null> {
  try {
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
