/** A look at a place that changes nothing, for `doctor`: what waits there, and for whom. */
import { existsSync } from "node:fs";
import type { Millis } from "../core/time/calendar.ts";
import { latestStampFrom } from "../core/time/clock.ts";
import type { Layout } from "../workspace/layout.ts";
import { readLocal } from "../workspace/local.ts";
import { newDevice } from "../workspace/open.ts";
import { readAll, remarksOn, sift } from "./entries.ts";
import { placeAtHand, placeFrom, shelfOf } from "./place.ts";
import { sayRemark } from "./remark.ts";
import { segmentsIn } from "./segments.ts";

/** A sentence for each thing that a person may want to do something about. */
export async function syncProblems(layout: Layout, now: Millis): Promise<readonly string[]> {
  const name = readLocal(layout).sync;
  if (name === null) return [];
  const place = placeFrom(name, layout.folder);
  if (place.is === "folder" && !existsSync(place.path)) {
    return [
      `${name} is not there, so nothing is synced. Is its disk or its program away? \`study sync PATH\` names another place.`,
    ];
  }
  const open = await placeAtHand(place, layout);
  if (open === null) return [];
  // Nothing is written, so whose device looks does not matter.
  const shelf = await shelfOf(open, { layout, device: newDevice(), passphrase: null });
  const opened = await readAll(shelf, segmentsIn(await shelf.list()));
  const { remarks } = sift(opened, latestStampFrom(now, null), new Set());
  return [...remarksOn(opened), ...remarks].flatMap((remark) => sayRemark(remark, now) ?? []);
}
