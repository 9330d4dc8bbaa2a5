/** Dates and amounts as people type them, in the terminal and in TRACKER.md. */
import { afterEach, beforeEach, expect, test } from "bun:test";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { type Folder, workspace } from "./study.ts";

let folder: Folder;
beforeEach(async () => {
  folder = await workspace("--start", "2026-01-05", "--zone", "Europe/Zurich");
});
afterEach(() => folder.remove());

const twoReadings =
  '"03/04/2027" may be 3 April 2027 or 4 March 2027; write 2027-04-03 or 2027-03-04.';

test("time.2 TRACKER.md takes the dates that the terminal takes, and gives the same reasons", async () => {
  const path = join(folder.path, "TRACKER.md");
  const write = (target: string) =>
    writeFileSync(
      path,
      readFileSync(path, "utf8").replace(/(Target Completion\**:\**) .*/, `$1 ${target}`),
    );
  const targetOf = async () => (await folder.json<{ target: string }>("plan")).target;

  write("3.4.2027");
  expect(await targetOf()).toBe("2027-04-03");
  write("24/11/2026");
  expect(await targetOf()).toBe("2026-11-24");
  await folder.ok("plan", "--target", "5.4.2027");
  expect(await targetOf()).toBe("2027-04-05");

  expect(await folder.refused("plan", "--target", "03/04/2027")).toBe(twoReadings);
  write("03/04/2027");
  expect((await folder.study("status")).err).toContain(twoReadings);
  write("9999-12-31");
  expect((await folder.study("status")).err).toMatch(
    /TRACKER\.md:\d+:\d+: The year 9999 is out of range/,
  );
  expect(await targetOf()).toBe("2027-04-05");
});

test("time.4 no command takes a day beyond all plans", async () => {
  for (const words of [
    ["plan", "--start", "9999-12-31"],
    ["plan", "--target", "9999-12-31"],
    ["plan", "--next-review", "0001-01-01"],
    ["log", "1h", "--at", "0001-01-01"],
  ]) {
    expect(await folder.refused(...words)).toMatch(/^The year \d+ is out of range/);
  }
});

test("what lies ahead is not logged, however near", async () => {
  expect(await folder.refused("log", "10m", "--at", "in 5 minutes")).toContain("is in the future");
  expect(await folder.refused("status", "--at", "tomorrow")).toContain("is in the future");
});
