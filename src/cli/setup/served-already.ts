/** A folder that another study serves already: whoever starts a second one wants to see the page, so it is told where. */
import { workspaceToken } from "../../server/token.ts";
import { type Addresses, api } from "../../wire/wire.ts";
import type { FolderHeld } from "../../workspace/holding.ts";
import type { Layout } from "../../workspace/layout.ts";
import { Stop } from "../run.ts";

const patience = 2000;

/** Ends all sessions of the server that holds the folder; gives the page's addresses, or says why not. */
export async function renewServed(held: FolderHeld, layout: Layout): Promise<Addresses> {
  const { holder, message } = held;
  if (holder === null || holder.address === null) throw new Stop(message);
  const addresses = await addressesFrom(api.renew, holder.address, layout);
  if (addresses === null) {
    throw new Stop(`${message} It did not answer: nothing was ended.`);
  }
  return addresses;
}

/** The page's addresses of the server that holds the folder; null where there is none that answers. */
export async function addressesServed(
  { holder }: FolderHeld,
  layout: Layout,
): Promise<Addresses | null> {
  if (holder === null || holder.address === null) return null;
  return addressesFrom(api.ticket, holder.address, layout);
}

export function sayServed({ message }: FolderHeld, served: Addresses | null): Stop {
  return new Stop(served === null ? message : `${message}\nIts page: ${served.address}`);
}

/** Null where it does not answer. */
async function addressesFrom(
  { method, path }: typeof api.ticket,
  address: string,
  layout: Layout,
): Promise<Addresses | null> {
  try {
    const answer = await fetch(new URL(path, address), {
      method,
      headers: { authorization: `Bearer ${workspaceToken(layout)}` },
      signal: AbortSignal.timeout(patience),
    });
    if (!answer.ok) return null;
    const said = (await answer.json()) as Addresses;
    // A server of an earlier version knows of no network.
    return { ...said, pairing: said.pairing ?? null };
  } catch {
    return null;
  }
}
