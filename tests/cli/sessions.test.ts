/** The time that was spent: listed, put right, and told where it can't be. */
import { afterEach, beforeEach, describe, expect, test } from "bun:test";
import { type Folder, workspace } from "./study.ts";

let folder: Folder;
beforeEach(async () => {
  folder = await workspace("--start", "2026-01-05");
});
afterEach(() => folder.remove());

interface Listed {
  readonly number: number;
  readonly paper: string | null;
  readonly activity: string;
  readonly pass?: number;
  readonly on: string;
  readonly minutes: number;
}

const list = (...words: readonly string[]) => folder.json<readonly Listed[]>("sessions", ...words);
const log = (minutes: string, paper: string, at: string, ...more: readonly string[]) =>
  folder.study("log", minutes, paper, "--at", at, ...more);
const minutesOf = async (paper: string) => {
  const papers = await folder.json<readonly { id: string; minutes: number }[]>("papers");
  return papers.find(({ id }) => id === paper)?.minutes;
};

describe("sessions", () => {
  beforeEach(async () => {
    await log("1h", "bert", "2026-01-06 14:00", "--pass", "1");
    await log("30m", "lora", "2026-01-07 09:00");
    await log("45m", "bert", "2026-01-14 20:00", "-a", "implement");
  });

  test("are listed by paper, week and days, the latest being number 1", async () => {
    expect((await list("--all")).map(({ number, paper }) => [number, paper])).toEqual([
      [3, "bert"],
      [2, "lora"],
      [1, "bert"],
    ]);
    expect((await list("bert")).map(({ number }) => number)).toEqual([3, 1]);
    expect((await list("--week", "1")).map(({ number }) => number)).toEqual([3, 2]);
    expect(
      (await list("--from", "7.1.2026", "--to", "2026-01-14")).map((one) => one.number),
    ).toEqual([2, 1]);
    const text = await folder.ok("sessions", "--week", "1");
    expect(text).toContain("2026-01-06 tue  1h");
    expect(text).toMatch(/3 {2}14:00 +1h {2}BERT \(reading, pass 1\)/);
  });

  test("are edited, and every sum follows", async () => {
    await folder.ok("sessions", "edit", "3", "--for", "90m", "--at", "2026-01-08");
    expect(await list("--week", "1")).toMatchObject([
      { number: 3, on: "2026-01-07" },
      { number: 2, on: "2026-01-08", minutes: 90, pass: 1 },
    ]);
    expect(await minutesOf("bert")).toBe(135);
    await folder.ok("sessions", "edit", "2", "--paper", "lora", "--activity", "notes");
    expect(await minutesOf("bert")).toBe(45);
    expect(await minutesOf("lora")).toBe(120);
    await folder.ok("undo");
    expect(await minutesOf("bert")).toBe(135);
    expect((await list("bert"))[0]).toMatchObject({ pass: 1, minutes: 90 });
  });

  test("are removed and split, each to be undone", async () => {
    await folder.ok("sessions", "split", "3", "20m");
    expect((await list("--week", "1")).map(({ minutes }) => minutes)).toEqual([20, 40, 30]);
    await folder.ok("sessions", "remove", "4");
    expect(await minutesOf("bert")).toBe(85);
    await folder.ok("undo");
    await folder.ok("undo");
    expect((await list("--week", "1")).map(({ minutes }) => minutes)).toEqual([60, 30]);
  });

  test("a cell's correction stands among them, so that the list adds up", async () => {
    await folder.ok("sessions", "remove", "2");
    const before = await list("--all");
    expect(before.reduce((sum, { minutes }) => sum + minutes, 0)).toBe(105);
  });

  test("what can't be is refused in a sentence", async () => {
    expect(await folder.refused("sessions", "edit", "9", "--for", "1h")).toBe(
      'There is no session "9"; `study sessions` shows their numbers, 1 is the latest.',
    );
    expect(await folder.refused("sessions", "edit", "1")).toStartWith("Say what is to change");
    expect(await folder.refused("sessions", "edit", "1", "--for", "25h")).toContain(
      "longer than a day",
    );
    expect(await folder.refused("sessions", "edit", "1", "--at", "tomorrow")).toContain("future");
    expect(await folder.refused("sessions", "split", "1", "45m")).toContain("must be shorter");
    expect(
      await folder.refused("sessions", "--from", "2026-02-01", "--to", "2026-01-01"),
    ).toContain("is before");
  });
});

describe("what can't have been is told at once", () => {
  const told = (said: { err: string }) => said.err.trim().split("\n");

  test("the same hour twice, and an overlap", async () => {
    expect((await log("1h", "bert", "2026-01-06 14:00")).err).toBe("");
    const twice = await log("1h", "bert", "2026-01-06 14:00");
    expect(told(twice)).toEqual([
      "This overlaps 1h reading on BERT (2026-01-06), 14:00 to 15:00.",
      "`study undo` takes it back.",
    ]);
    await folder.ok("undo");
    expect(told(await log("1h", "lora", "2026-01-06 14:30"))[0]).toStartWith("This overlaps 1h");
    expect((await log("1h", "lora", "2026-01-06 15:30")).err).toBe("");
    const moved = await folder.study("sessions", "edit", "1", "--at", "2026-01-06 14:10");
    expect(moved.err).toContain("This overlaps");
  });

  test("more hours than a day has", async () => {
    await log("14h", "bert", "2026-01-06 00:00");
    expect((await log("10h", "lora", "2026-01-06 14:00")).err).toBe("");
    const full = await log("30m", "lora", "2026-01-06");
    expect(full.err).toContain("That makes 24h30 on 2026-01-06, more than there is in a day.");
  });

  test("work without a time of day finds its own room, the same said twice does not", async () => {
    await log("1h", "bert", "2026-01-06");
    expect((await log("30m", "lora", "2026-01-06")).err).toBe("");
    expect((await log("1h", "bert", "2026-01-06")).err).toContain(
      "This overlaps 1h reading on BERT",
    );
    await folder.ok("log", "20m", "bert");
    expect((await folder.study("log", "10m", "lora")).err).toBe("");
    expect((await folder.study("log", "20m", "bert")).err).toContain(
      "This overlaps 20m reading on BERT",
    );
  });
});
