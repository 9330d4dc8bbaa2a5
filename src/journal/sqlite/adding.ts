/** What adds to a journal, within one transaction: a command that is decided on there, and lines made elsewhere. */

import { formerIdsOf } from "../../core/replica/redate.ts";
import type { DeviceId } from "../../core/time/clock.ts";
import {
  type Before,
  type Draft,
  type InsertReport,
  JournalCollision,
  type Line,
  type Recording,
} from "../port.ts";
import { pictureOf, stampSteps } from "../record.ts";
import { keepAgreement, rememberedIn } from "./agreements.ts";
import { settleAt } from "./device.ts";
import { isForgotten } from "./forgotten.ts";
import type { Pictures } from "./pictures.ts";
import { replacedIn, replaceFormer } from "./replaced.ts";
import { addEntry, addLine, lastArrival, lastId, type Rows } from "./rows.ts";
import type { Snapshots } from "./snapshots.ts";
import { sparing } from "./sparing.ts";

export interface Adding {
  readonly rows: Rows;
  readonly snapshots: Snapshots;
  readonly pictures: Pictures;
  readonly whereabouts: string;
  readonly device: DeviceId;
}

export function recordIn<T>(
  { rows, snapshots, pictures, whereabouts, device }: Adding,
  now: number,
  work: (before: Before) => Draft<T>,
): Recording<T> {
  const { db } = rows;
  const before = pictures.now();
  const { steps, result, remember } = work({ picture: before, remembered: rememberedIn(db) });
  for (const value of remember ?? []) keepAgreement(db, value);
  const own = settleAt(db, whereabouts, device);
  const entries = stampSteps(steps, own, lastId(rows), now);
  if (entries.length === 0) return { result, entries, picture: before };
  pictures.changed();
  for (const entry of entries) addEntry(rows, entry);
  const ledger = { ...before.ledger, tail: [...before.ledger.tail, ...entries] };
  const after = pictureOf(ledger, lastArrival(rows)) ?? pictures.whole();
  snapshots.keepOf(after.ledger);
  return { result, entries, picture: after };
}

export function insertIn(
  { rows, snapshots, pictures }: Adding,
  lines: Iterable<Line>,
): InsertReport {
  const replaced = replacedIn(rows.db);
  const stored = snapshots.read();
  const settledTo = stored === null ? null : (stored.knowing ?? "");
  let behind = settledTo === null;
  const count = { added: 0, known: 0, forgotten: 0 };
  for (const line of sparing(lines)) {
    const former = formerIdsOf(line.text);
    if ([line.id, ...former].some((id) => isForgotten(rows.db, id))) {
      count.forgotten += 1;
      continue;
    }
    const isHere =
      replaced.has(line.id) ||
      (former.length > 0 && !replaceFormer(rows.db, replaced, line.id, former));
    if (isHere) {
      count.known += 1;
      continue;
    }
    const was = addLine(rows, line);
    if (was === "another") throw new JournalCollision(line.id);
    count[was] += 1;
    if (was === "added" && settledTo !== null && line.id <= settledTo) behind = true;
    if (former.length > 0) behind = true;
  }
  if (count.added === 0) return count;
  pictures.changed();
  // An older entry came in behind the snapshot: it is a cache, so it is made anew.
  if (behind) snapshots.drop();
  snapshots.keepOf(pictures.now().ledger);
  // A picture from within is not kept: where the disk is full, nothing of this has happened.
  pictures.changed();
  return count;
}
