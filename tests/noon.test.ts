import { expect, test } from "bun:test";
import { zoneOfNoon } from "./noon.ts";

test("at every hour there is a zone where it is noon, on the same date as in UTC", () => {
  for (let hour = 0; hour < 24; hour += 1) {
    const moment = Temporal.Instant.from(`2026-11-26T${String(hour).padStart(2, "0")}:05Z`);
    const there = moment.toZonedDateTimeISO(zoneOfNoon(hour));
    expect([there.hour, there.toPlainDate().toString()]).toEqual([12, "2026-11-26"]);
  }
});
