/** What a person names as the place that devices share, and the shelf that it is. */
import { existsSync } from "node:fs";
import { homedir } from "node:os";
import { resolve } from "node:path";
import type { DeviceId } from "../core/time/clock.ts";
import type { Layout } from "../workspace/layout.ts";
import { Trouble } from "../workspace/trouble.ts";
import { type Closure, closureOf } from "./closure.ts";
import { folderShelf } from "./folder-shelf.ts";
import { keepRing, ringFor } from "./keys.ts";

import type { Shelf } from "./shelf.ts";

export interface Place {
  /** As it is kept and shown. */
  readonly name: string;
  readonly path: string;
}

export function placeFrom(said: string, cwd: string): Place {
  const path = resolve(cwd, said.replace(/^~(?=\/|$)/, homedir()));
  return { name: path, path };
}

export interface Opening {
  readonly layout: Layout;
  readonly device: DeviceId;
  /** What a person said just now; null to go by what is kept. */
  readonly passphrase: string | null;
}

/** A passphrase is tried with so much work (age's own measure is 18); it is paid once for each device. */
const passphraseWork = 17;

/** The place has to be there: a stick that is not in the machine gets no folder in its stead. */
export async function shelfAt(place: Place, opening: Opening): Promise<Shelf> {
  const { layout, device } = opening;
  const inner = folderAt(place);
  const ring = ringFor(layout, place.name);
  const passphrase = opening.passphrase ?? ring?.passphrase ?? null;
  const closure = closureOf(await inner.list());
  if (passphrase === null) {
    if (closure !== "sealed") return inner;
    throw new Trouble(
      "sealed",
      `What lies in ${place.name} is sealed. Say its passphrase: \`study sync ${place.name} --passphrase\`, or STUDY_PASSPHRASE.`,
    );
  }
  if (closure === "plain") {
    throw new Trouble(
      "sealed",
      `What lies in ${place.name} is not sealed, and a passphrase would not hide it. Name a new folder for that.`,
    );
  }
  // Only for these is the library loaded.
  const { sealedShelf } = await import("./seal.ts");
  return sealedShelf(inner, {
    place: place.name,
    device,
    ring: { opened: {}, own: {}, ...ring, passphrase },
    keepRing: (next) => keepRing(layout, place.name, next),
    work: passphraseWork,
  });
}

/** Whether a passphrase is needed before anything can be read. */
export async function closureAt(place: Place): Promise<Closure> {
  return closureOf(await folderAt(place).list());
}

function folderAt({ path, name }: Place): Shelf {
  if (existsSync(path)) return folderShelf(path);
  throw new Trouble(
    "missing-file",
    `${name} is not there. Is its disk or its program away? \`study sync PATH\` names another place.`,
  );
}
