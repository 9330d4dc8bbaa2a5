/** The hub as its own copy of a member's workspace asks it: as any device does, and without a network. */
import type { DeviceId } from "../../core/time/clock.ts";
import type { HubClient } from "../../sync/hub-client.ts";
import { Trouble } from "../../workspace/trouble.ts";
import { type Exchanged, exchange, full, type Keeping } from "../exchange.ts";
import type { MemberId } from "../store.ts";

export function ownClient(member: MemberId, keeping: Keeping, now: () => number): HubClient {
  const { store, quota } = keeping;
  const put = async (name: string, content: Uint8Array | string) => {
    const bytes = typeof content === "string" ? new TextEncoder().encode(content) : content;
    if ((await store.sizeOf(member)) + bytes.length > quota) throw refused(full);
    await store.putFile(member, name, bytes, now());
  };
  const workspace = async () => (await store.memberOf(member)).workspace;
  return {
    workspace,
    sync: async (sent) => {
      const of = { member, workspace: await workspace(), size: await store.sizeOf(member) };
      const exchanged = await exchange({ ...sent, device: sent.device as DeviceId }, of, keeping);
      if (!exchanged.ok) throw refused(exchanged);
      return exchanged.answer;
    },
    shelf: {
      grows: false,
      list: () => store.files(member),
      read: (name) => store.readFile(member, name),
      append: put,
      replace: put,
      remove: (name) => store.removeFile(member, name),
    },
  };
}

function refused({ said }: Extract<Exchanged, { ok: false }>): Trouble {
  return new Trouble("unwritable", said.message);
}
