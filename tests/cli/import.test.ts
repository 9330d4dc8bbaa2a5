import { expect, test } from "bun:test";
import { copyFileSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { workspace } from "./study.ts";

const trackers = join(import.meta.dir, "..", "fixtures", "trackers");

test("exchange.3 exchange.4 a foreign tracker is tried, taken in as one command, not twice, and undone", async () => {
  const folder = await workspace("--start", "2026-01-05");
  copyFileSync(join(trackers, "39-mixed.md"), join(folder.path, "Old.md"));
  const before = await folder.ok("export");
  const trial = await folder.ok("import", "Old.md", "--dry-run");
  expect(trial).toContain(
    "Old.md has 4 headings, 3 boxes, 3 papers, 4 rows and 4 times of study (3 understood).",
  );
  expect(trial).toContain(
    "Would take 1 paper of your own, 2 marks on papers, 1 task of your own, 1 tick, 2 sessions (3h) and 1h30 on papers and tasks.",
  );
  expect(await folder.ok("export")).toBe(before);
  expect(await folder.ok("import", "Old.md")).toContain("Took 1 paper of your own");
  const after = await folder.ok("export");
  expect(await folder.ok("import", "Old.md")).toContain(
    "There is nothing new in it; what was not taken before is named below.",
  );
  expect(await folder.ok("export")).toBe(after);
  await folder.ok("undo");
  expect(await folder.ok("status")).toContain("Papers read        ░");
  expect(await folder.ok("import", "Old.md")).toContain("Took 1 paper of your own");
  folder.remove();
});

test("a curriculum from a tracker keeps its headings, takes over what is ticked, and is studied on", async () => {
  const folder = await workspace();
  copyFileSync(join(trackers, "02-weeks-94-boxes.md"), join(folder.path, "Old.md"));
  expect(await folder.ok("curriculum", "from", "Old.md", "--into", "mine")).toContain(
    '"20 Weeks to Deep Learning" in mine: 1 phase, 20 weeks, 94 tasks (51 ticked) and 0 papers.',
  );
  await folder.ok("init", "--yes", "--dir", "own", "--curriculum", "mine", "--start", "2026-01-05");
  expect(await folder.ok("status", "--dir", "own")).toContain("51/94 (54%)");
  await folder.ok("task", "done", "1", "--week", "20", "--dir", "own");
  const tracker = readFileSync(join(folder.path, "own", "TRACKER.md"), "utf8");
  const old = readFileSync(join(trackers, "02-weeks-94-boxes.md"), "utf8");
  const [body] = tracker.split("\n---\n");
  expect(body?.trimEnd()).toBe(
    old.replace("- [ ] Read chapter on capstone", "- [x] Read chapter on capstone").trimEnd(),
  );
  expect(await folder.ok("import", "Old.md", "--dir", "own")).toContain(
    "There is nothing in it that the journal does not have.",
  );
  expect(await folder.refused("curriculum", "from", "own/.study/journal.db")).toContain(
    "Nothing was made.",
  );
  folder.remove();
});

test("what can't be read of a tracker is told by line, and nothing is claimed that is not so", async () => {
  const folder = await workspace();
  copyFileSync(join(trackers, "40-faults.md"), join(folder.path, "Old.md"));
  const { code, out, err } = await folder.study("import", "Old.md");
  expect(code).toBe(0);
  expect(out).toContain("3 boxes (1 understood)");
  expect(err).toContain('Old.md:4: "Read LoRA": "[q]" is not a known mark; write [ ] or [x].');
  expect(err).toContain(
    'Old.md:14: "03/04/2026 | 2 | BERT": "03/04/2026" may be day and month in either order; write it as 2026-11-23.',
  );
  expect(out).not.toContain("Nothing in it");
  writeFileSync(join(folder.path, "prose.md"), "Only words.\n");
  expect(await folder.refused("import", "prose.md")).toBe(
    "prose.md is not a tracker: it has no heading, no box, no table and no list of papers. Nothing was imported.",
  );
  folder.remove();
});

test("exchange.5 nonsense is refused in a sentence, and nothing changes", async () => {
  const folder = await workspace();
  const journal = readFileSync(join(folder.path, ".study", "journal.db"));
  const noise = Uint8Array.from({ length: 100_000 }, (_, at) => (at * 7919) >> 5);
  for (const file of ["nonsense.csv", "nonsense.jsonl"]) {
    writeFileSync(join(folder.path, file), noise);
    expect(await folder.refused("import", file)).toMatch(/^[^\n]+\.$/);
  }
  expect(readFileSync(join(folder.path, ".study", "journal.db")).equals(journal)).toBe(true);
  folder.remove();
});
