/** Kills the program somewhere in the middle and asks what it knows afterwards. */

import { builtProgram } from "../executable.ts";
import { atCalls, type Call } from "./calls.ts";
import { type Folder, newFolder, type Recorded, type Said, withoutMarks } from "./folder.ts";
import type { Scenario } from "./scenarios.ts";

/** A scenario's folder just before the command, and what is right after it. */
export interface Stage {
  readonly scenario: Scenario;
  readonly folder: Folder;
  readonly recordsBefore: readonly Recorded[];
  readonly after: Outcome;
  /** After one command more. */
  readonly afterNext: Outcome;
  readonly calls: readonly Call[];
  /** Asks for it once more, after it has not happened. */
  readonly again: (folder: Folder) => Promise<Said>;
}

export interface Outcome {
  readonly records: readonly Recorded[];
  readonly text: string;
}

export const next = ["log", "25m", "gpt-2", "--activity", "notes"];

export async function stageOf(scenario: Scenario): Promise<Stage> {
  const folder = await newFolder(...scenario.before);
  const recordsBefore = await folder.records();
  if (scenario.edit !== undefined) folder.edit(scenario.edit);
  const run = folder.copy();
  const { code, err, calls } = await atCalls([builtProgram(), ...scenario.words], {
    folder: run.path,
  });
  if (code !== 0) throw new Error(`study ${scenario.words.join(" ")}: ${code}\n${err}`);
  const after = await outcome(run);
  await run.ok(...next);
  const afterNext = await outcome(run);
  run.remove();
  const again = (to: Folder) => to.study(...scenario.words);
  return { scenario, folder, recordsBefore, after, afterNext, calls, again };
}

export async function outcome(folder: Folder): Promise<Outcome> {
  return { records: await folder.records(), text: withoutMarks(folder.text()) };
}

/** What is wrong after a kill at the n-th writing call: nothing, when all is well. */
export async function killedAt(stage: Stage, at: number): Promise<readonly string[]> {
  const folder = stage.folder.copy();
  try {
    const met = await atCalls([builtProgram(), ...stage.scenario.words], {
      folder: folder.path,
      fault: { at, happens: "kill" },
    });
    const last = met.calls.at(-1);
    const where = `${stage.scenario.title}, killed at call ${at} (${last?.call} ${last?.path.slice(folder.path.length + 1)})`;
    return (await faultsAfter(stage, folder, met.code === 0 || met.out !== "")).map(
      (fault) => `${where}: ${fault}`,
    );
  } finally {
    folder.remove();
  }
}

/** `acknowledged`: the command said that it was done, or ended as if it was. */
export async function faultsAfter(
  stage: Stage,
  folder: Folder,
  acknowledged: boolean,
): Promise<readonly string[]> {
  const { scenario, after, afterNext } = stage;
  const faults: string[] = [];
  const looked = await folder.study("status");
  if (looked.code !== 0) faults.push(`status ends with ${looked.code}: ${looked.err.trim()}`);
  if (/computes/.test(looked.err)) faults.push(`status complains: ${looked.err.trim()}`);
  const records = await folder.records();
  const happened = same(records, after.records);
  // An edit of the file was the learner's own: it has happened whatever became of the program that read it.
  const notHappened = !acknowledged && !asksByEdit(scenario) && isBefore(stage, records);
  if (!happened && !notHappened) {
    faults.push(
      `${acknowledged ? "acknowledged" : "killed"}, and then ${difference(stage, records)}`,
    );
  }
  if (!happened && notHappened) {
    const again = await stage.again(folder);
    if (again.code !== 0) faults.push(`repeating ends with ${again.code}: ${again.err.trim()}`);
    const repeated = await folder.records();
    if (!same(repeated, after.records)) {
      faults.push(`repeated, and then ${difference(stage, repeated)}`);
    }
  }
  if (faults.length > 0) return faults;
  if (withoutMarks(folder.text()) !== after.text) faults.push("TRACKER.md says something else");
  const went = await folder.study(...next);
  if (went.code !== 0 || went.err !== "") faults.push(`the next command says: ${went.err.trim()}`);
  if (!same(await folder.records(), afterNext.records)) {
    faults.push("the next command records something else");
  }
  if (withoutMarks(folder.text()) !== afterNext.text) {
    faults.push("TRACKER.md says something else after the next command");
  }
  const doctor = await folder.study("doctor");
  if (doctor.code !== 0 || !/agrees with the journal/.test(doctor.out))
    faults.push(`doctor: ${doctor.out.trim()}`);
  return faults;
}

const asksByEdit = ({ words }: Scenario) => words[0] === "status";

/** With an edit of the file in the scenario, what was there before may be with it or without it. */
function isBefore(
  { scenario, recordsBefore, after }: Stage,
  records: readonly Recorded[],
): boolean {
  const own = scenario.edit === undefined ? 0 : after.records.length - recordsBefore.length - 1;
  return same(records, after.records.slice(0, recordsBefore.length + own));
}

const same = (a: readonly Recorded[], b: readonly Recorded[]) =>
  JSON.stringify(a) === JSON.stringify(b);

function difference({ after }: Stage, records: readonly Recorded[]): string {
  const said = (list: readonly Recorded[]) => list.map((record) => JSON.stringify(record));
  const [is, right] = [said(records), said(after.records)];
  const lost = right.filter((line) => !is.includes(line));
  const more = is.filter((line, index) => !right.includes(line) || is.indexOf(line) !== index);
  return `lost [${lost.join(" ")}], of nobody [${more.join(" ")}]`;
}
