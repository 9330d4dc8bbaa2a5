/** A hub as a device asks it. */
import * as v from "valibot";
import type { WorkspaceId } from "../core/replica/replica.ts";
import type { DeviceId } from "../core/time/clock.ts";
import { Trouble } from "../workspace/trouble.ts";
import { AnotherWorkspace } from "./another.ts";
import {
  filesForm,
  hubPaths,
  invitedForm,
  joinedForm,
  memberForm,
  refusalForm,
  type SyncAnswer,
  type SyncSent,
  syncedForm,
  type Vector,
} from "./hub-protocol.ts";
import { packed } from "./packing.ts";
import type { Shelf } from "./shelf.ts";

export interface HubClient {
  /** The workspace that lies there; null for none yet. */
  readonly workspace: () => Promise<string | null>;
  readonly sync: (sent: SyncSent) => Promise<SyncAnswer>;
  /** The files of the member. */
  readonly shelf: Shelf;
}

const patience = 60_000;

export function hubClient(address: string, key: string): HubClient {
  const ask = (path: string, init: RequestInit = {}) =>
    askingHub(address, path, {
      ...init,
      headers: { ...init.headers, authorization: `Bearer ${key}` },
    });
  const pathOf = (name: string) => `${hubPaths.files}/${encodeURIComponent(name)}`;
  const put = async (name: string, body: Uint8Array | string) => {
    await ask(pathOf(name), { method: "PUT", body: Buffer.from(body) });
  };
  return {
    workspace: async () =>
      (await readAnswer(address, await ask(hubPaths.member), memberForm)).workspace,
    sync: async (sent) => {
      const response = await ask(hubPaths.sync, {
        method: "POST",
        body: packed(JSON.stringify(sent)),
        headers: { "content-encoding": "gzip", "content-type": "application/json" },
      });
      return readAnswer(address, response, syncedForm);
    },
    shelf: {
      grows: false,
      list: async () => readAnswer(address, await ask(hubPaths.files), filesForm),
      read: async (name) => {
        const response = await ask(pathOf(name), {}).catch((error) => {
          if (error instanceof HubRefused && error.status === 404) return null;
          throw error;
        });
        return response === null ? null : response.bytes();
      },
      append: put,
      replace: put,
      remove: async (name) => {
        await ask(pathOf(name), { method: "DELETE" });
      },
    },
  };
}

/** Uses an invitation: what comes back is this device's own key. */
export async function joinHub(
  address: string,
  code: string,
  name: string,
  workspace: WorkspaceId | null = null,
): Promise<string> {
  const response = await askingHub(address, hubPaths.join, {
    method: "POST",
    body: JSON.stringify({ code, name, workspace }),
    headers: { "content-type": "application/json" },
  });
  return (await readAnswer(address, response, joinedForm)).key;
}

/** An invitation for one more device of whoever has this key. */
export async function inviteToHub(address: string, key: string) {
  const headers = { authorization: `Bearer ${key}` };
  const response = await askingHub(address, hubPaths.invite, { method: "POST", headers });
  return readAnswer(address, response, invitedForm);
}

/** All entries that a hub has of a member, for a device that begins from it. */
export async function allFrom({ sync }: HubClient, workspace: string, device: DeviceId) {
  const texts: string[] = [];
  let vector: Vector = {};
  for (let more = true; more; ) {
    const answer = await sync({ form: 1, workspace, device, vector, entries: [] });
    texts.push(...answer.entries);
    ({ vector, more } = answer);
  }
  return texts;
}

/** The hub's own sentence. */
export class HubRefused extends Trouble {
  constructor(
    readonly status: number,
    message: string,
  ) {
    super("unwritable", message);
  }
}

/** A hub that has too much to do for a device says when it is to ask again; a first sync may have many files. */
async function inItsTurn(ask: () => Promise<Response>): Promise<Response> {
  const began = Date.now();
  for (;;) {
    const response = await ask();
    const wait = Number(response.headers.get("retry-after"));
    const isTold = response.status === 429 && wait > 0 && wait < 60;
    if (!isTold || Date.now() - began > patience) return response;
    await Bun.sleep(wait * 1000);
  }
}

const keptHere = "What you do is kept here and goes there at the next sync.";

/** A certificate that this device does not trust is another matter than a hub that is away. */
function whyNot(error: unknown): string {
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  if (code === "CERT_HAS_EXPIRED") return "shows a certificate that has expired.";
  if (code === "ERR_TLS_CERT_ALTNAME_INVALID") {
    return "shows a certificate for another name: use the address that it is made for.";
  }
  return /CERT|SIGNATURE|ISSUER/.test(code)
    ? "shows a certificate that this device does not trust. If it is of your own making, name the one it is signed by: NODE_EXTRA_CA_CERTS=ca.pem."
    : "does not answer.";
}

export async function askingHub(
  address: string,
  path: string,
  init: RequestInit,
): Promise<Response> {
  const response = await inItsTurn(() =>
    fetch(address + path, { ...init, signal: AbortSignal.timeout(patience) }),
  ).catch((error) => {
    throw new Trouble("unwritable", `${address} ${whyNot(error)} ${keptHere}`);
  });
  if (response.ok) return response;
  const said = v.safeParse(refusalForm, await response.json().catch(() => null));
  if (!said.success) throw new HubRefused(response.status, `${address} is not a study hub.`);
  const { reason, message, workspace } = said.output;
  if (reason === "another-workspace") throw new AnotherWorkspace(workspace ?? "");
  throw new HubRefused(response.status, `${address} says: ${message}`);
}

export async function readAnswer<S extends v.GenericSchema>(
  address: string,
  response: Response,
  form: S,
): Promise<v.InferOutput<S>> {
  const said = v.safeParse(form, await response.json().catch(() => null));
  if (said.success) return said.output;
  throw new HubRefused(
    response.status,
    `${address} answers in a form that this version does not know.`,
  );
}
