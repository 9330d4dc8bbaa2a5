/** What every answer is made from. */
import type { HubGroups } from "../sync/hub-groups.ts";
import type { ServedFrom } from "../wire/wire.ts";
import type { Merge } from "../workspace/notes.ts";
import type { Workspace } from "../workspace/workspace.ts";
import type { AssetAnswer } from "./assets.ts";
import type { Guard } from "./guard.ts";
import type { Live } from "./live.ts";

export interface Service {
  readonly workspace: Workspace;
  readonly live: Live;
  readonly assets: ReadonlyMap<string, AssetAnswer>;
  readonly version: string;
  readonly merge: Merge;
  readonly served: ServedFrom;
  /** The learner's groups; null where the workspace meets no hub. */
  readonly groups: () => HubGroups | null;
}

/** A server on the learner's own computer, which runs their code and fetches papers. */
export interface OwnService extends Service {
  readonly guard: Guard;
  /** Where papers are fetched from: `https://arxiv.org`. */
  readonly arxiv: string;
}
