/** The hub as its own copy of a member's workspace asks it: as any device does, and without a network. */
import type { DeviceId } from "../../core/time/clock.ts";
import type { HubClient } from "../../sync/hub-client.ts";
import { Trouble } from "../../workspace/trouble.ts";
import { exchange, type Keeping } from "../exchange.ts";
import type { MemberId } from "../store.ts";

export function ownClient(member: MemberId, keeping: Keeping, now: () => number): HubClient {
  const { store } = keeping;
  // What is too much is refused when it comes in; what the copy says of it to other devices is put in any case.
  const put = async (name: string, content: Uint8Array | string) => {
    const bytes = typeof content === "string" ? new TextEncoder().encode(content) : content;
    await store.putFile(member, name, bytes, now());
  };
  const workspace = async () => (await store.memberOf(member)).workspace;
  return {
    workspace,
    sync: async (sent) => {
      const of = { member, workspace: await workspace(), size: await store.sizeOf(member) };
      const exchanged = await exchange({ ...sent, device: sent.device as DeviceId }, of, keeping);
      if (!exchanged.ok) throw new Trouble("unwritable", exchanged.said.message);
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
