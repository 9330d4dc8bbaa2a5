/** What a person names as the place that devices share, and how it is opened. */
import { existsSync } from "node:fs";
import { homedir, hostname } from "node:os";
import { join, resolve } from "node:path";
import type { WorkspaceId } from "../core/replica/replica.ts";
import type { DeviceId } from "../core/time/clock.ts";
import type { Layout } from "../workspace/layout.ts";
import { Trouble } from "../workspace/trouble.ts";
import { type Closure, closureOf } from "./closure.ts";
import { folderShelf, placeAway } from "./folder-shelf.ts";
import { checkoutOf, checkoutPath } from "./git.ts";
import { type HubClient, hubClient, joinHub } from "./hub-client.ts";
import { hubKey, keepHubKey } from "./hub-keys.ts";
import { keepRing, ringFor } from "./keys.ts";
import type { Shelf } from "./shelf.ts";

export type Place =
  | { readonly is: "folder"; readonly name: string; readonly path: string }
  /** `name` is what Git calls the remote. */
  | { readonly is: "git"; readonly name: string }
  /** `name` is the hub's address; `code` an invitation that is still to be used. */
  | { readonly is: "hub"; readonly name: string; readonly code: string | null };

export function placeFrom(said: string, cwd: string): Place {
  if (/^[\w.-]+@[\w.-]+:|^(ssh|git):\/\/|^https?:\/\/.+\.git\/?$/.test(said)) {
    return { is: "git", name: said };
  }
  if (/^https?:\/\//.test(said)) {
    const url = new URL(said);
    return { is: "hub", name: url.origin, code: url.hash === "" ? null : url.hash.slice(1) };
  }
  const path = resolve(cwd, said.replace(/^~(?=\/|$)/, homedir()));
  return isRepository(path) ? { is: "git", name: path } : { is: "folder", name: path, path };
}

/** One without files of its own, that others push to. */
function isRepository(path: string): boolean {
  return ["HEAD", "objects", "refs"].every((name) => existsSync(join(path, name)));
}

/** A place as it is found: what lies there may be sealed. */
export interface OpenPlace {
  readonly place: Place;
  readonly closure: Closure;
  readonly inner: Shelf;
  /** Entries lie in segments on the shelf, or a hub has them itself. */
  readonly hub: HubClient | null;
  /** Takes what lies there by now; what was not published is forgotten. */
  readonly refresh: () => Promise<void>;
  /** False where somebody else was quicker: then all is done anew. */
  readonly publish: () => Promise<boolean>;
}

/**
 * The place has to be there: a stick that is not in the machine gets no folder in its stead. An invitation is used only
 * where the hub has `own`, or nothing yet; a device that takes what lies there says null.
 */
export async function openPlace(
  place: Place,
  layout: Layout,
  own: WorkspaceId | null = null,
): Promise<OpenPlace> {
  if (place.is === "git") {
    const { shelf, refresh, publish } = await checkoutOf(place.name, layout);
    return {
      place,
      closure: closureOf(await shelf.list()),
      inner: shelf,
      hub: null,
      refresh,
      publish,
    };
  }
  return place.is === "hub" ? openHub(place, layout, own) : openFolder(place);
}

/** What is at hand without asking anybody; null where that is nothing. */
export async function placeAtHand(place: Place, layout: Layout): Promise<OpenPlace | null> {
  if (place.is === "folder") return openFolder(place);
  if (place.is === "hub") return null;
  const path = checkoutPath(layout, place.name);
  if (!existsSync(path)) return null;
  return { ...(await openFolder({ is: "folder", name: path, path })), place };
}

async function openFolder(place: Extract<Place, { is: "folder" }>): Promise<OpenPlace> {
  const { name, path } = place;
  if (!existsSync(path)) {
    throw placeAway(name);
  }
  const inner = folderShelf(path);
  const closure = closureOf(await inner.list());
  return { place, closure, inner, hub: null, ...settledAtOnce };
}

/** Nobody can be quicker. */
const settledAtOnce = { refresh: async () => {}, publish: async () => true };

async function openHub(
  place: Extract<Place, { is: "hub" }>,
  layout: Layout,
  own: WorkspaceId | null,
): Promise<OpenPlace> {
  const { name, code } = place;
  if (code !== null) keepHubKey(layout, name, await joinHub(name, code, hostname(), own));
  const key = hubKey(layout, name);
  if (key === null) {
    throw new Trouble(
      "sealed",
      `This device has no key of ${name}. Sync once with the whole link of an invitation: \`study sync '${name}/#…'\`.`,
    );
  }
  const hub = hubClient(name, key);
  return { place, closure: "plain", inner: hub.shelf, hub, ...settledAtOnce };
}

export interface Opening {
  readonly layout: Layout;
  readonly device: DeviceId;
  /** What a person said just now; null to go by what is kept. */
  readonly passphrase: string | null;
}

/** A passphrase is tried with so much work (age's own measure is 18); it is paid once for each device. */
const passphraseWork = 16;

/** The shelf of a place that is open, read and written through its seal where it has one. */
export async function shelfOf(open: OpenPlace, opening: Opening): Promise<Shelf> {
  const { layout, device } = opening;
  const { place, closure, inner } = open;
  if (place.is === "hub" && opening.passphrase !== null) {
    throw new Trouble(
      "sealed",
      "A hub reads entries to serve a group, so nothing is sealed there.",
    );
  }
  const ring = ringFor(layout, place.name);
  if (opening.passphrase !== null && ring !== null && ring.passphrase !== opening.passphrase) {
    throw new Trouble(
      "sealed",
      `That is not the passphrase by which this device knows ${place.name}. A place has one passphrase for all devices: for another one name a new folder, on each of them.`,
    );
  }
  const passphrase = opening.passphrase ?? ring?.passphrase ?? null;
  if (passphrase === null) {
    if (closure !== "sealed") return inner;
    throw new Trouble(
      "sealed",
      `What is in ${place.name} is sealed. Say its passphrase: \`study sync ${place.name} --passphrase\`, or STUDY_PASSPHRASE.`,
    );
  }
  if (closure === "plain") {
    throw new Trouble(
      "sealed",
      `What is in ${place.name} is not sealed, and a passphrase would not hide it. Name a new place for that.`,
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
