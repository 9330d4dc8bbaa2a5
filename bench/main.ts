/**
 * The figures of the house, each as a ratio against a peer measured in the same run. Peers that are not installed
 * are named and left out. See README.md in this folder for what was aimed at and what was measured.
 */

import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { writeEntry } from "../src/core/entries/entry.ts";
import { fold } from "../src/core/entries/ledger.ts";
import type { DeviceId } from "../src/core/time/clock.ts";
import { readCurriculum } from "../src/curriculum/folder.ts";
import { lineOf } from "../src/journal/record.ts";
import { openSqliteJournal } from "../src/journal/sqlite/journal.ts";
import { scanTracker } from "../src/tracker/scan.ts";
import { vocabularyOf } from "../src/tracker/vocabulary.ts";
import { longJournals } from "./long.ts";
import { median, milliseconds, race, ratio, row, spawn } from "./measure.ts";
import { compilePeers, countSyncs } from "./peers.ts";
import { entriesOf, type Session, sessions } from "./sessions.ts";

const root = join(import.meta.dir, "..");
const folder = mkdtempSync(join(tmpdir(), "study-bench-"));
const executable = join(root, "dist", "study");
const hasTimew = Bun.which("timew") !== null;
const hasTask = Bun.which("task") !== null;
if (!hasTimew) console.log("timew is not installed: its figures are left out.");
if (!hasTask) console.log("task is not installed: its figures are left out.");

if (!existsSync(executable)) spawn([process.execPath, join(root, "scripts", "build.ts")]);

const now = Date.now();
const source = [process.execPath, join(root, "src", "cli", "main.ts")];

function timewarrior(list: readonly Session[]): Record<string, string> {
  const home = mkdtempSync(join(folder, "timew-"));
  mkdirSync(join(home, "data"), { recursive: true });
  const stamp = (at: number) => `${new Date(at).toISOString().replace(/[-:]|\.\d+/g, "")}`;
  const months = Map.groupBy(list, ({ start }) => new Date(start).toISOString().slice(0, 7));
  for (const [month, of] of months) {
    const lines = of.map(
      ({ start, minutes, paper }) =>
        `inc ${stamp(start)} - ${stamp(start + minutes * 60_000)} # ${paper}`,
    );
    writeFileSync(join(home, "data", `${month}.data`), `${lines.join("\n")}\n`);
  }
  writeFileSync(join(home, "timewarrior.cfg"), "");
  return { TIMEWARRIORDB: home };
}

function taskwarrior(): Record<string, string> {
  const home = mkdtempSync(join(folder, "task-"));
  writeFileSync(join(home, "rc"), `data.location=${home}\nconfirmation=off\n`);
  return { TASKDATA: home, TASKRC: join(home, "rc") };
}

async function workspace(list: readonly Session[]): Promise<string> {
  const path = mkdtempSync(join(folder, "study-"));
  spawn([executable, "init", path, "--yes"]);
  if (list.length > 0) {
    const lines = entriesOf(list, now).map(writeEntry);
    writeFileSync(join(path, "sessions.jsonl"), `${lines.join("\n")}\n`);
    spawn([executable, "import", "sessions.jsonl"], {}, path);
  }
  return path;
}

async function writing(): Promise<void> {
  console.log("\nA durable write");
  const ours = await workspace([]);
  const peers = await compilePeers(join(folder, "peers"));
  const log = [executable, "log", "5m", "bert"];
  const syncs = countSyncs([...log, "--dir", ours], folder);
  if (syncs === null)
    console.log("strace is not installed: synchronising is taken as seven times.");
  const same = [peers.syncing, join(folder, "synced"), String(syncs ?? 7)];
  const runs = 30;
  // A fresh database a turn: Timewarrior refuses an interval of no length, and one that overlaps.
  const timews = Array.from({ length: runs + 1 }, () => timewarrior([]));
  let started = 0;
  let stopped = 0;
  const task = taskwarrior();
  const times = await race(
    [
      { name: "study log", run: () => spawn(log, {}, ours) },
      { name: "empty", run: () => spawn([peers.empty]) },
      { name: "syncing", run: () => spawn(same) },
      ...(hasTimew
        ? [
            {
              name: "timew start",
              run: () => spawn(["timew", "start", "10min", "ago", "bert"], timews[started++]),
            },
            { name: "timew stop", run: () => spawn(["timew", "stop"], timews[stopped++]) },
          ]
        : []),
      ...(hasTask
        ? [{ name: "task add", run: () => spawn(["task", "add", "read bert"], task) }]
        : []),
    ],
    runs,
  );
  const mine = times.get("study log");
  row("study log", milliseconds(mine), "synchronised to disk");
  const against = (name: string, peer: string) =>
    row(`  against ${name}`, ratio(mine, times.get(peer)), milliseconds(times.get(peer)));
  against("an empty program of this runtime", "empty");
  against(`one that synchronises as often (${syncs ?? 7} times)`, "syncing");
  const pair = (times.get("timew start") ?? Number.NaN) + (times.get("timew stop") ?? Number.NaN);
  if (hasTask) against("task add (synchronised too)", "task add");
  const unlike = `${milliseconds(pair)}; it does not synchronise: no like for like`;
  if (hasTimew) row("  beside timew start and stop", ratio(mine, pair), unlike);
}

async function summary(): Promise<void> {
  console.log("\nA summary over 10,000 sessions");
  const list = sessions(10_000, now);
  const ours = await workspace(list);
  const timew = timewarrior(list);
  const times = await race(
    [
      { name: "status", run: () => spawn([executable, "status"], {}, ours) },
      { name: "plan", run: () => spawn([executable, "plan"], {}, ours) },
      ...(hasTimew
        ? [{ name: "timew", run: () => spawn(["timew", "summary", ":all"], timew) }]
        : []),
    ],
    15,
  );
  row("study status", milliseconds(times.get("status")));
  if (hasTimew) {
    row(
      "  against timew summary",
      ratio(times.get("status"), times.get("timew")),
      milliseconds(times.get("timew")),
    );
  }
  row("study plan", milliseconds(times.get("plan")));
}

async function starting(): Promise<void> {
  console.log("\nA start");
  const ours = await workspace([]);
  const times = await race(
    [
      { name: "executable", run: () => spawn([executable, "status"], {}, ours) },
      { name: "source", run: () => spawn([...source, "status"], {}, ours) },
      { name: "node", run: () => spawn(["node", "-e", "0"]) },
    ],
    15,
  );
  row("dist/study status", milliseconds(times.get("executable")));
  row(
    "  against the same from source",
    ratio(times.get("executable"), times.get("source")),
    milliseconds(times.get("source")),
  );
  row(
    "  against an empty start of Node",
    ratio(times.get("executable"), times.get("node")),
    milliseconds(times.get("node")),
  );
}

async function journals(): Promise<void> {
  console.log("\nThe journal as it grows");
  let first: number | undefined;
  for (const count of [1_000, 10_000, 100_000, 1_000_000]) {
    const entries = entriesOf(sessions(count, now), now);
    const path = join(folder, `${count}.db`);
    const journal = openSqliteJournal(path, "bench001" as DeviceId);
    await journal.insert(entries.map(lineOf));
    journal.close();
    const started = performance.now();
    fold(entries);
    const perSecond = count / ((performance.now() - started) / 1000);
    const times: number[] = [];
    for (let turn = 0; turn < 7; turn += 1) {
      const start = performance.now();
      const opened = openSqliteJournal(path, "bench001" as DeviceId);
      await opened.picture();
      times.push(performance.now() - start);
      opened.close();
    }
    const open = median(times);
    first ??= open;
    row(
      `${count.toLocaleString("en")} entries: open`,
      milliseconds(open),
      `${ratio(open, first)} of 1,000; fold ${Math.round(perSecond / 1000).toLocaleString("en")} k entries/s`,
    );
    rmSync(path, { force: true });
  }
}

async function reading(): Promise<void> {
  console.log("\nReading a tracker file");
  const read = await readCurriculum(join(root, "curricula", "llm"));
  if (!read.ok) throw new Error("the shipped curriculum is broken");
  const vocabulary = vocabularyOf(read.curriculum);
  const line =
    "- [ ] A task among very many, with some words\nAnd a paragraph of the learner's own.\n";
  const texts = [250_000, 1_000_000].map(
    (size) => `### Week 1: x\n${line.repeat(size / line.length)}`,
  );
  const [small, large] = texts.map((text) => {
    const times = Array.from({ length: 7 }, () => {
      const start = performance.now();
      scanTracker(text, vocabulary);
      return performance.now() - start;
    });
    return median(times);
  });
  row("1 MB", milliseconds(large), `${ratio(large, small)} of 250 kB; linear is 4`);
}

const long = () => longJournals(executable, root, folder);

const parts = { writing, summary, starting, journals, long, reading };
const wanted = process.argv.slice(2);
try {
  for (const [name, part] of Object.entries(parts)) {
    if (wanted.length === 0 || wanted.includes(name)) await part();
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
