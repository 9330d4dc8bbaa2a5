/** Zones that change, and times that come twice or never. */
import { expect, test } from "bun:test";
import fc from "fast-check";
import { situation } from "../../../tests/fixtures/llm.ts";
import type { CardId } from "../content/material.ts";
import type { Command } from "../decide/command.ts";
import { decideEach } from "../decide/rehearse.ts";
import { replayed } from "../entries/card-memory.ts";
import { emptyTally } from "../entries/tally.ts";
import { day, dayAt, dayBegins, shownAt } from "./calendar.ts";
import { elsewhere, onAnotherDay, readZone } from "./elsewhere.ts";
import { momentShown, readWrittenMoment } from "./written.ts";

const zones = [
  "UTC",
  "Europe/Zurich",
  "Asia/Beirut",
  "Pacific/Auckland",
  "America/Los_Angeles",
  "Pacific/Kiritimati",
];
const zone = fc.constantFrom(...zones);

test("time.8 whoever travels keeps the days that were written, and no card goes back a day", () => {
  const begin = Date.parse("2026-03-27T08:00Z");
  const card = "bert.mask" as CardId;
  const stop = fc.record({ zone, hours: fc.integer({ min: 1, max: 40 }) });
  fc.assert(
    fc.property(fc.array(stop, { minLength: 1, maxLength: 6 }), (stops) => {
      let at = begin;
      let now = situation(emptyTally(), day("2026-03-27"));
      let written: readonly (readonly [string, unknown])[] = [];
      for (const { zone: timeZone, hours } of stops) {
        at += hours * 3_600_000;
        const commands: readonly Command[] = [
          { do: "change-plan", timeZone },
          { do: "log", paper: null, activity: "read", start: at - 1_800_000, minutes: 30 },
          { do: "review-card", card, paper: null, grade: 3 },
        ];
        now = decideEach(commands, { ...now, now: at }).situation;
        const days = new Map(Object.entries(now.tally.days));
        // What was of a day is of that day still, and perhaps more.
        for (const [on, was] of written) {
          expect((days.get(on)?.read ?? 0) >= ((was as { read?: number }).read ?? 0)).toBe(true);
        }
        written = [...days];
        expect(now.tally.days[dayAt(at - 1_800_000, now.tally)]?.read).toBeGreaterThan(0);
      }
      const { answers } = now.tally.cards[card] ?? { answers: [] };
      const states = stops.map((_, index) =>
        replayed({ answers: answers.slice(0, 3 * (index + 1)) }, { retention: 0.9, weights: null }),
      );
      for (const [index, state] of states.entries()) {
        expect((state?.lastDay ?? 0) >= (states[index - 1]?.lastDay ?? 0)).toBe(true);
      }
      const minutes = Object.values(now.tally.days).reduce((sum, { read = 0 }) => sum + read, 0);
      expect(minutes).toBe(30 * stops.length);
    }),
    { numRuns: 60 },
  );
});

test("time.9 a time that comes twice is refused with both, one that is skipped with the next", () => {
  const read = (said: string, timeZone = "Europe/Zurich") => readWrittenMoment(said, timeZone);
  expect(read("2026-10-25 02:30")).toEqual({
    is: "fault",
    message:
      '"2026-10-25 02:30" comes twice, as the clocks go back; write 2026-10-25T02:30+02:00 or 2026-10-25T02:30+01:00.',
  });
  expect(read("2026-10-25T02:30+02:00")).toEqual({
    is: "moment",
    at: Date.parse("2026-10-25T00:30Z"),
  });
  expect(read("2026-03-29 02:30")).toEqual({
    is: "fault",
    message:
      '"2026-03-29 02:30" does not exist: the clocks go forward over it; write 2026-03-29 03:30.',
  });
  // In Beirut midnight itself is skipped, and comes twice.
  expect(read("29 March 2026 00:15", "Asia/Beirut")).toMatchObject({ is: "fault" });
  expect(read("2026-10-24 23:30", "Asia/Beirut")).toMatchObject({ is: "fault" });
  expect(read("2026-10-25 00:00", "Asia/Beirut")).toMatchObject({ is: "moment" });
});

test("time.9 every time that is taken is shown by that day's clock, and by it alone", () => {
  const days = fc.integer({ min: 0, max: 730 }).map((after) => {
    const at = Date.parse("2026-01-01T12:00Z") + after * 86_400_000;
    return dayAt(at, { timeZone: "UTC", dayStarts: 0 });
  });
  const clock = fc.integer({ min: 0, max: 95 }).map((quarters) => {
    const two = (value: number) => String(value).padStart(2, "0");
    return `${two(Math.floor(quarters / 4))}:${two((quarters % 4) * 15)}`;
  });
  fc.assert(
    fc.property(days, clock, zone, (on, time, timeZone) => {
      const shown = shownAt(on, time, timeZone);
      const read = momentShown(`${on} ${time}`, on, time, timeZone);
      expect(read.is === "moment").toBe(shown.length === 1);
      const midnight = dayBegins(on, { timeZone, dayStarts: 0 });
      for (const { at } of shown) expect(at >= midnight).toBe(true);
    }),
    { numRuns: 1000 },
  );
});

test("a zone is found in any case, and a city leads to its zone", () => {
  expect(readZone("europe/zurich")).toEqual({ ok: true, zone: "Europe/Zurich" });
  expect(readZone("Los Angeles")).toEqual({
    ok: false,
    fault: '"Los Angeles" is not a time zone; did you mean America/Los_Angeles?',
  });
  expect(readZone("here")).toMatchObject({
    ok: false,
    fault: expect.stringContaining("Europe/Zurich"),
  });
});

test("a traveller is told where this machine's clock is another than theirs", () => {
  const learner = { timeZone: "Europe/Zurich", dayStarts: 0 };
  const evening = Date.parse("2026-11-26T16:00Z");
  expect(elsewhere(learner, "Europe/Berlin", evening)).toBeNull();
  expect(elsewhere(learner, "Asia/Tokyo", evening)).toContain(
    "This machine is in Asia/Tokyo, where it is 01:00; your days go by Europe/Zurich.",
  );
  expect(onAnotherDay(learner, "Asia/Tokyo", evening)).toContain("study plan --zone Asia/Tokyo");
  expect(onAnotherDay(learner, "America/New_York", evening)).toBeNull();
});
