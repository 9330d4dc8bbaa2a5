/** What entries and commands are made of. Each message is a clause that follows the name of a key. */
import * as v from "valibot";
import { type Day, isZone, parseDay, type Zone } from "../time/calendar.ts";
import { type EntryId, parseEntryId } from "../time/clock.ts";

export const daySchema = v.custom<Day>(
  (input) => typeof input === "string" && parseDay(input) !== null,
  "must be a day, YYYY-MM-DD",
);

export const zoneSchema = v.custom<Zone>(
  (input) => typeof input === "string" && isZone(input),
  "must be a time zone, such as Europe/Zurich",
);

export const entryIdSchema = v.custom<EntryId>(
  (input) => typeof input === "string" && parseEntryId(input) !== null,
  "must be an entry id",
);
