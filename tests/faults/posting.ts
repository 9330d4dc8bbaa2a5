/** A server that is killed in the middle of what a page asked of it. */
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Call, type Met, watch } from "./calls.ts";
import { type Folder, newFolder, type Said } from "./folder.ts";
import { faultsAfter, next, outcome, type Stage } from "./kill-points.ts";
import { log } from "./scenarios.ts";
import { type Answer, askAt, serve, serveWords } from "./served.ts";

const start = new Date();
start.setDate(start.getDate() - 4);
start.setHours(9, 0, 0, 0);

const command = {
  do: "log",
  paper: "bert",
  activity: "read",
  start: start.getTime(),
  minutes: 77,
};

type Ask = (method: string, path: string, body: unknown) => Promise<Answer | null>;

const asked = (ask: (method: string, path: string, body: unknown) => Promise<Answer | null>) =>
  ask("POST", "/api/commands", { commands: [command] });

export async function postStage(): Promise<Stage> {
  const folder = await newFolder(...log.before);
  const recordsBefore = await folder.records();
  const run = folder.copy();
  const said = await again(run);
  if (said.code !== 0) throw new Error(`the server does not take it: ${said.err}`);
  const after = await outcome(run);
  await run.ok(...next);
  const afterNext = await outcome(run);
  run.remove();
  const watched = folder.copy();
  const { calls } = await postedTo(watched, null);
  watched.remove();
  const scenario = { title: "a POST of the page", before: log.before, words: log.words };
  return { scenario, folder, recordsBefore, after, afterNext, calls, again };
}

/** To a server that nothing happens to. */
async function again(folder: Folder): Promise<Said> {
  const served = await serve(folder);
  const answer = await asked(served.ask);
  await served.stop();
  return { code: answer?.status === 200 ? 0 : 1, out: "", err: JSON.stringify(answer ?? "") };
}

/** What is wrong after a kill at the n-th writing call since the page asked. */
export async function killedPosting(stage: Stage, at: number): Promise<readonly string[]> {
  const folder = stage.folder.copy();
  try {
    const { answer, calls } = await postedTo(folder, at);
    const last = calls.at(-1);
    const where = `${stage.scenario.title}, killed at call ${at} (${last?.call} ${last?.path.slice(folder.path.length + 1)})`;
    const faults = await faultsAfter(stage, folder, answer?.status === 200);
    return faults.map((fault) => `${where}: ${fault}`);
  } finally {
    folder.remove();
  }
}

interface Posted {
  readonly answer: Answer | null;
  readonly calls: readonly Call[];
}

/** Posts to a server that dies at its n-th writing call from then on; null: at none. */
async function postedTo(
  folder: Folder,
  at: number | null,
  what: (ask: Ask) => Promise<Answer | null> = asked,
): Promise<Posted> {
  const aside = mkdtempSync(join(tmpdir(), "study-armed-"));
  const armedBy = join(aside, "armed");
  const { child, met } = watch(serveWords(), {
    folder: folder.path,
    armedBy,
    ...(at === null ? {} : { fault: { at, happens: "kill" } as const }),
  });
  const ended: Promise<Met> = met();
  try {
    const holder = await holderOf(folder);
    writeFileSync(armedBy, "");
    const answer = await what(askAt(holder.address, folder));
    if (at === null) process.kill(holder.process, "SIGKILL");
    // An acknowledged POST may be behind the call that was meant: the server goes on writing in its own time.
    else await Promise.race([ended, Bun.sleep(3000).then(() => child.kill("SIGTERM"))]);
    return { answer, calls: (await ended).calls };
  } finally {
    rmSync(aside, { recursive: true });
  }
}

const before = "# BERT\n\nWhat was there.\n";
const after = `${before}What was typed: ${"words ".repeat(2000)}\n`;
const saving = (ask: Ask) => ask("PUT", "/notes/bert", { text: after, base: before });

/** A folder with a note, and how many writing calls a save of it takes. */
export async function savingStage(): Promise<{ readonly folder: Folder; readonly calls: number }> {
  const folder = await newFolder();
  mkdirSync(join(folder.path, "notes"), { recursive: true });
  writeFileSync(noteIn(folder), before);
  const watched = folder.copy();
  const { calls } = await postedTo(watched, null, saving);
  watched.remove();
  return { folder, calls: calls.length };
}

const noteIn = ({ path }: Folder) => join(path, "notes", "bert.md");

/** What is wrong after a kill at the n-th writing call since the page sent a note. */
export async function killedSaving(of: Folder, at: number): Promise<readonly string[]> {
  const folder = of.copy();
  try {
    const { answer } = await postedTo(folder, at, saving);
    const faults: string[] = [];
    const text = readFileSync(noteIn(folder), "utf8");
    if (text !== before && text !== after) faults.push(`the note is ${text.slice(0, 80)}`);
    if (answer?.status === 200 && text !== after)
      faults.push("the note was acknowledged and is not there");
    const looked = await folder.study("doctor");
    if (looked.code !== 0 || !looked.out.includes("Sound  the notes"))
      faults.push(looked.out + looked.err);
    const served = await serve(folder);
    const again = await saving(served.ask);
    await served.stop();
    if (again?.status !== 200) faults.push(`sending it again gives ${again?.status}`);
    if (readFileSync(noteIn(folder), "utf8") !== after)
      faults.push("sending it again does not save it once");
    const left = readdirSync(join(folder.path, "notes")).filter((name) => name !== "bert.md");
    if (left.length > 0) faults.push(`it leaves ${left.join(", ")}`);
    return faults.map((fault) => `killed at call ${at} of a save: ${fault}`);
  } finally {
    folder.remove();
  }
}

interface Holder {
  readonly process: number;
  readonly address: string;
}

/** Who serves a folder, once somebody does. */
async function holderOf(folder: Folder): Promise<Holder> {
  const path = join(folder.path, ".study", "server.json");
  for (let turn = 0; turn < 1000; turn += 1) {
    const text = existsSync(path) ? readFileSync(path, "utf8") : "";
    if (/"address":"/.test(text) && text.trimEnd().endsWith("}")) {
      const holder: Holder = JSON.parse(text);
      const answers = await fetch(holder.address).catch(() => null);
      if (answers !== null && answers.status !== 503) return holder;
    }
    await Bun.sleep(20);
  }
  throw new Error("the server did not say that it holds the folder");
}
