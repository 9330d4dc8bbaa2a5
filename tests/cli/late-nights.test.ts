/** Days as they are lived: a day begins when the learner says. */
import { afterEach, expect, test } from "bun:test";
import { emptyFolder, type Folder } from "./study.ts";

let folder: Folder;
afterEach(() => folder.remove());

const made = async (...words: readonly string[]) => {
  folder = emptyFolder();
  await folder.ok("init", "--yes", "--start", "2026-01-05", "--zone", "Europe/Zurich", ...words);
};

test("work after midnight belongs to the evening before, and its time stays", async () => {
  await made("--day-starts", "04:00");
  await folder.ok("log", "1h", "bert", "--at", "2026-01-07 02:30");
  const [session] = await folder.json<readonly { on: string; start: number }[]>(
    "sessions",
    "--all",
  );
  expect(session?.on).toBe("2026-01-06");
  expect(session?.start).toBe(Date.parse("2026-01-07T01:30Z"));
  expect(await folder.ok("sessions", "--all")).toContain("02:30");
  // Moved to another day, it stays in that day's night.
  await folder.ok("sessions", "edit", "1", "--at", "2026-01-05");
  const [moved] = await folder.json<readonly { on: string; start: number }[]>("sessions", "--all");
  expect(moved).toMatchObject({ on: "2026-01-05", start: Date.parse("2026-01-06T01:30Z") });
});

test("the beginning of the day can be changed, undone and is kept; days that were written stay", async () => {
  await made();
  await folder.ok("log", "1h", "bert", "--at", "2026-01-07 02:30");
  expect(await folder.ok("plan", "--day-starts", "4am")).toContain("Days begin at 04:00.");
  expect(await folder.json<{ dayStarts: number }>("plan")).toMatchObject({ dayStarts: 240 });
  await folder.ok("log", "1h", "bert", "--at", "2026-01-08 03:59");
  const days = async () =>
    (await folder.json<readonly { on: string }[]>("sessions", "--all")).map(({ on }) => on);
  expect(await days()).toEqual(["2026-01-07", "2026-01-07"]);
  expect(await folder.ok("plan", "--day-starts", "04:00")).not.toContain("Days begin");
});

test("a day begins in the night or the morning", async () => {
  await made();
  expect(await folder.refused("plan", "--day-starts", "18:00")).toContain(
    "between 00:00 and 12:00",
  );
  expect(await folder.refused("plan", "--day-starts", "25:00")).toContain("is not a time of day");
  const other = emptyFolder();
  expect(await other.refused("init", "--yes", "--day-starts", "soon")).toContain(
    "is not a time of day",
  );
  other.remove();
});

/** So far apart that it is never the same day in both. */
const [east, west] = ["Pacific/Kiritimati", "Etc/GMT+12"];

test("time.11 a command that writes a day says whose clock it went by, where this machine's shows another", async () => {
  folder = emptyFolder({ TZ: east });
  await folder.ok("init", "--yes", "--start", "2026-01-05", "--zone", west);
  for (const words of [
    ["log", "20m", "bert"],
    ["log", "1m", "--at", "2026-01-06 10:00"],
  ]) {
    const { err } = await folder.study(...words);
    expect(err.split("This machine is in Pacific/Kiritimati").length).toBe(2);
    expect(err).toContain(`your days go by ${west}`);
  }
  expect((await folder.study("goal", "1", "Heads")).err).toBe("");
  expect(await folder.refused("log", "20m", "--at", "tomorrow")).toContain("This machine is in");
});

test("time.11 what was written to a day that it is not of any more bears both", async () => {
  folder = emptyFolder({ TZ: east });
  await folder.ok("init", "--yes", "--start", "2026-01-05", "--zone", east);
  await folder.ok("log", "1h", "bert", "--at", "2026-01-07 00:30");
  await folder.ok("log", "1h", "gpt-1", "--at", "2026-01-09 10:00");
  expect(await folder.ok("sessions", "--all")).not.toContain("; 2026");
  await folder.ok("plan", "--zone", west);
  const shown = await folder.ok("sessions", "--all");
  expect(shown).toContain("2026-01-07 wed");
  expect(shown).toContain("BERT (reading; 2026-01-05 in Etc/GMT+12)");
  await folder.ok("sessions", "edit", "2", "--for", "40m");
  expect(await folder.ok("sessions", "--all")).toContain("2026-01-07 wed  40m");
});

test("time.9 a session moved to a day whose clocks skip its time is refused with what would be one", async () => {
  await made();
  await folder.ok("log", "1h", "bert", "--at", "2026-03-28 02:30");
  expect(await folder.refused("sessions", "edit", "1", "--at", "2026-03-29")).toContain(
    "does not exist: the clocks go forward over it; write 2026-03-29 03:30.",
  );
});
