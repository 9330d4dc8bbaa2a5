/** The page's own files: part of the executable; a checkout builds them when one is first asked for. */
import { type AssetAnswer, loadAssets, prepareAssets } from "../../server/assets.ts";

export interface PageFiles {
  readonly all: () => Promise<ReadonlyMap<string, AssetAnswer>>;
  /** As far as they are at hand: what is asked of a member's copy does not wait for them. */
  readonly atHand: () => ReadonlyMap<string, AssetAnswer>;
}

export function pageFiles(): PageFiles {
  let loading: Promise<ReadonlyMap<string, AssetAnswer>> | null = null;
  let here: ReadonlyMap<string, AssetAnswer> = new Map();
  return {
    all: () => {
      loading ??= loadAssets().then((assets) => {
        here = prepareAssets(assets);
        return here;
      });
      return loading;
    },
    atHand: () => here,
  };
}
