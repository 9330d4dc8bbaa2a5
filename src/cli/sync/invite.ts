/** `sync --invite`: one more device of the same member of a hub, a phone for instance. */
import { inviteToHub } from "../../sync/hub-client.ts";
import { hubKey } from "../../sync/hub-keys.ts";
import { placeFrom } from "../../sync/place.ts";
import { readLocal } from "../../workspace/local.ts";
import { sayInvitation } from "../hub/invitation.ts";
import { type CommonOptions, layoutFrom, Stop } from "../run.ts";
import type { Terminal } from "../terminal.ts";

export async function invite(terminal: Terminal, options: CommonOptions): Promise<void> {
  const layout = layoutFrom(terminal, options);
  const name = readLocal(layout).sync;
  const place = name === null ? null : placeFrom(name, layout.folder);
  const key = place?.is === "hub" ? hubKey(layout, place.name) : null;
  if (place === null || key === null) {
    throw new Stop(
      "Only a hub has invitations, and this workspace syncs with none: `study sync` takes the link of one. With a folder use `study init --from` on the next device.",
    );
  }
  const { code, minutes } = await inviteToHub(place.name, key);
  const terms = `For one more device of yours, once, for ${minutes} minutes`;
  await sayInvitation(terminal, { url: place.name, code, terms });
}
