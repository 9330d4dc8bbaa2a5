/** The keys of sealed places, `.study/sync-keys.json`: its owner's alone, like all that lies there. */
import { readFileSync } from "node:fs";
import * as v from "valibot";
import type { Layout } from "../workspace/layout.ts";
import { makeState } from "../workspace/private.ts";
import { replaceFile } from "../workspace/replace-file.ts";
import type { KeyRing } from "./seal.ts";

const texts = v.record(v.string(), v.string());
const keysForm = v.record(
  v.string(),
  v.object({ passphrase: v.string(), opened: texts, own: texts }),
);

export function ringFor(layout: Layout, place: string): KeyRing | null {
  return readKeys(layout)[place] ?? null;
}

export function keepRing(layout: Layout, place: string, ring: KeyRing): void {
  // A device that begins from a sealed place has no folder of its own yet.
  makeState(layout);
  const next = { ...readKeys(layout), [place]: ring };
  replaceFile(layout.syncKeys, layout.state, `${JSON.stringify(next)}\n`);
}

function readKeys({ syncKeys }: Layout): Readonly<Record<string, KeyRing>> {
  try {
    const read = v.safeParse(keysForm, JSON.parse(readFileSync(syncKeys, "utf8")));
    return read.success ? read.output : {};
  } catch {
    return {};
  }
}
