/** Starting over, and going on to another curriculum. */
import { afterEach, expect, test } from "bun:test";
import { join } from "node:path";
import { emptyFolder, type Folder } from "./study.ts";

let folder: Folder;
afterEach(() => folder.remove());

interface Status {
  readonly read: number;
  readonly minutes: number;
  readonly minutesAWeek: number;
  readonly dayStarts: number;
  readonly papers: readonly { readonly id: string; readonly minutes: number }[];
}

test("init --after takes time, cards and settings along, ticks nothing, and leaves the old folder alone", async () => {
  folder = emptyFolder();
  const old = join(folder.path, "old");
  await folder.ok(
    "init",
    "old",
    "--yes",
    "--start",
    "2026-01-05",
    "--day-starts",
    "4",
    "--hours",
    "6",
  );
  const inOld = (...words: readonly string[]) => folder.ok(...words, "--dir", "old");
  await inOld("log", "1h", "bert", "--at", "2026-01-07 20:00");
  await inOld("log", "45m", "gpt-1", "--at", "2026-01-08 20:00");
  await inOld("undo");
  await inOld("read", "bert");
  await inOld("cards", "add", "--paper", "bert", "What is masked?", "15 %");
  await inOld("plan", "--easy", "sun");
  const before = await inOld("export");

  for (const curriculum of ["llm", "diffusion"]) {
    const said = await folder.ok(
      "init",
      curriculum,
      "--after",
      "old",
      "--curriculum",
      curriculum,
      "--yes",
    );
    expect(said).toContain(`From ${old}: 1 session, 0 answers to cards`);
    const there = (...words: readonly string[]) =>
      folder.json<Status>(...words, "--dir", curriculum);
    const status = await there("status");
    expect(status).toMatchObject({ read: 0, minutes: 60, minutesAWeek: 360, dayStarts: 240 });
    // Time of before is time, and no work on a paper of the new plan.
    expect(status.papers.every(({ minutes }) => minutes === 0)).toBe(true);
    expect(await folder.ok("cards", "--dir", curriculum)).toContain("What is masked?");
    expect(await folder.ok("sessions", "--all", "--dir", curriculum)).toContain("2026-01-07");
    expect(await folder.ok("plan", "--dir", curriculum)).toContain("Sunday");
    // A paper that the new curriculum does not have keeps its name, wherever it is spoken of.
    if (curriculum === "llm") continue;
    expect(await folder.ok("sessions", "--all", "--dir", curriculum)).toContain("BERT (reading)");
    const history = await folder.ok("history", "--dir", curriculum);
    expect(history).toContain("BERT");
    expect(history).not.toMatch(/\bbert\b/);
  }
  expect(await inOld("export")).toBe(before);
  const undone = await folder.ok("undo", "--dir", "diffusion");
  expect(undone).toContain("reading on BERT");
  expect(await folder.ok("history", "--dir", "diffusion")).not.toMatch(/\bbert\b/);
  await folder.ok("undo", "--dir", "llm");
  expect((await folder.json<Status>("status", "--dir", "llm")).minutes).toBe(0);
  expect(await folder.refused("init", "third", "--after", "nowhere", "--yes")).toContain(
    "is not a workspace",
  );
});
