/** A folder that another study serves already: whoever starts a second one wants to see the page, so it is told where. */
import { workspaceToken } from "../../server/token.ts";
import { type Addresses, api } from "../../wire/wire.ts";
import type { FolderHeld } from "../../workspace/holding.ts";
import type { Layout } from "../../workspace/layout.ts";
import { Stop } from "../run.ts";
import type { Terminal } from "../terminal.ts";
import { sayPairing } from "./pairing.ts";

const patience = 2000;

/** What the second one was started with. */
interface Asked {
  readonly newToken?: boolean;
  readonly lan?: true | string;
}

/** Another study serves the folder: whoever wants to see the page is told where, with new tickets. */
export async function tellOfServed(
  terminal: Terminal,
  held: FolderHeld,
  layout: Layout,
  options: Asked,
): Promise<void> {
  if (options.newToken) {
    const renewed = await renewServed(held, layout);
    terminal.print("All sessions have ended, and the programs' token; the server goes on.");
    terminal.print(`Page:    ${renewed.address}`);
    if (renewed.pairing !== null) await sayPairing(terminal, renewed.pairing);
    return;
  }
  const served = await addressesServed(held, layout);
  if (options.lan === undefined || served === null) {
    throw new Stop(served === null ? held.message : `${held.message}\nIts page: ${served.address}`);
  }
  if (served.pairing === null) {
    throw new Stop(
      `${held.message}\nIt serves this machine alone; start it with --lan to let your phone in.`,
    );
  }
  await sayPairing(terminal, served.pairing);
}

/** Ends all sessions of the server that holds the folder; gives the page's addresses, or says why not. */
async function renewServed(held: FolderHeld, layout: Layout): Promise<Addresses> {
  const { holder, message } = held;
  if (holder === null || holder.address === null) throw new Stop(message);
  const addresses = await addressesFrom(api.renew, holder.address, layout);
  if (addresses === null) {
    throw new Stop(`${message} It did not answer: nothing was ended.`);
  }
  return addresses;
}

/** The page's addresses of the server that holds the folder; null where there is none that answers. */
async function addressesServed({ holder }: FolderHeld, layout: Layout): Promise<Addresses | null> {
  if (holder === null || holder.address === null) return null;
  return addressesFrom(api.ticket, holder.address, layout);
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
