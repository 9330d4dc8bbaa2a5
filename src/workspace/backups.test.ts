import { expect, test } from "bun:test";
import { existsSync, mkdtempSync, readdirSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { addDays, type Day, day } from "../core/time/calendar.ts";
import { verifyJournal } from "../journal/sqlite/verify.ts";
import { type Backup, rota, surplus } from "./backup-rota.ts";
import { backUp, backupPath, backupsIn } from "./backups.ts";
import { createWorkspace } from "./create.ts";
import { layoutOf } from "./layout.ts";

const first = day("2026-01-01");
/** What is left when a copy is made on each of these days, counted from the first. */
function after(days: readonly number[], bytes = 1000): readonly Day[] {
  let kept: readonly Backup[] = [];
  for (const at of days) {
    const all = [...kept, { day: addDays(first, at), bytes }];
    const gone = surplus(all);
    kept = all.filter((backup) => !gone.includes(backup));
  }
  return kept.map((backup) => backup.day);
}

test("journal.71 of a copy a day stay the last seven, and the first of each of five weeks", () => {
  const kept = after(Array.from({ length: 100 }, (_, at) => at));
  // The hundredth day is a Friday; then come the Mondays of five weeks.
  expect(kept).toEqual(
    [
      "2026-03-09",
      "2026-03-16",
      "2026-03-23",
      "2026-03-30",
      "2026-04-04",
      "2026-04-05",
      "2026-04-06",
      "2026-04-07",
      "2026-04-08",
      "2026-04-09",
      "2026-04-10",
    ].map(day),
  );
});

test("journal.71 the newest copy never goes, and copies never come to more than is stated", () => {
  fc.assert(
    fc.property(
      fc.uniqueArray(fc.nat(400), { minLength: 1 }),
      fc.integer({ min: 1, max: 3 * rota.bytes }),
      (days, bytes) => {
        const sorted = days.toSorted((a, b) => a - b);
        const kept = after(sorted, bytes);
        expect(kept.at(-1)).toBe(addDays(first, sorted.at(-1) ?? 0));
        expect(kept.length).toBeLessThanOrEqual(rota.days + rota.weeks);
        expect(kept.length === 1 || kept.length * bytes <= rota.bytes).toBe(true);
      },
    ),
  );
});

test("journal.70 a copy is made once a day on which something changed; it is sound and holds every entry", async () => {
  const layout = layoutOf(mkdtempSync(join(tmpdir(), "study-backups-")));
  const plan = { start: null, target: null, minutesAWeek: null, timeZone: "UTC", dayStarts: 0 };
  const wanted = { ...plan, curriculum: "llm", kind: "own" } as const;
  const at = Date.parse("2026-11-20T12:00Z");
  const workspace = await createWorkspace(layout, wanted, at);
  try {
    backUp(workspace.journal, layout, at);
    expect(backupsIn(layout).map((backup) => backup.day)).toEqual([day("2026-11-20")]);
    expect(verifyJournal(backupPath(layout, day("2026-11-20")))).toEqual([]);
    utimesSync(backupPath(layout, day("2026-11-20")), new Date(), new Date(Date.now() + 60_000));
    backUp(workspace.journal, layout, at + 86_400_000);
    expect(backupsIn(layout)).toHaveLength(1);
    utimesSync(backupPath(layout, day("2026-11-20")), new Date(), new Date(1));
    backUp(workspace.journal, layout, at + 2 * 86_400_000);
    expect(backupsIn(layout).map((backup) => backup.day)).toEqual(
      ["2026-11-22", "2026-11-20"].map(day),
    );
    writeFileSync(join(layout.backups, "mine.txt"), "not ours");
    backUp(workspace.journal, layout, at + 3 * 86_400_000);
    expect(existsSync(join(layout.backups, "mine.txt"))).toBe(true);
    expect(readdirSync(layout.backups).filter((name) => name.startsWith("."))).toEqual([]);
  } finally {
    workspace.close();
    rmSync(layout.folder, { recursive: true });
  }
});
