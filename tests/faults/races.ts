/** Somebody saves TRACKER.md in the very moment of a writing: at each call that a command makes. */
import { closeSync, openSync } from "node:fs";
import { builtProgram } from "../executable.ts";
import { atCalls } from "./calls.ts";
import { type Folder, type Recorded, withoutMarks } from "./folder.ts";

/** How somebody saves: the shell command of it. Each has the words, `Meanwhile`. */
export interface Saving {
  readonly title: string;
  readonly shell: (folder: Folder, descriptor: number) => string;
  /** What the save means beside the words. */
  readonly means: readonly Recorded[];
}

const quoted = (path: string) => `'${path.replaceAll("'", `'\\''`)}'`;
const ticked =
  "sed -e 's/^- \\[ \\] Prepare for Phase 2$/- [x] Prepare for Phase 2/' -e 's/^### Week 3:/Meanwhile.\\n\\n&/'";
const tick: Recorded = { by: "file", type: "item.marked", done: true };

export const savings: readonly Saving[] = [
  {
    title: "an editor that writes in place",
    shell: ({ tracker }) =>
      `t=$(${ticked} ${quoted(tracker)}; echo .); printf %s "\${t%.}" > ${quoted(tracker)}`,
    means: [tick],
  },
  {
    title: "an editor that renames a new file",
    shell: ({ tracker }) =>
      `${ticked} ${quoted(tracker)} > ${quoted(`${tracker}~new`)} && mv ${quoted(`${tracker}~new`)} ${quoted(tracker)}`,
    means: [tick],
  },
  {
    title: "an editor that moves the old file away first",
    shell: ({ tracker }) =>
      `mv ${quoted(tracker)} ${quoted(`${tracker}~`)} && ${ticked} ${quoted(`${tracker}~`)} > ${quoted(tracker)} && rm ${quoted(`${tracker}~`)}`,
    means: [tick],
  },
  {
    title: "a program that appends a line",
    shell: ({ tracker }) => `printf '\\nMeanwhile.\\n' >> ${quoted(tracker)}`,
    means: [],
  },
  {
    title: "a program that appends to the file that it opened before",
    shell: (_, descriptor) => `printf '\\nMeanwhile.\\n' >> /proc/${process.pid}/fd/${descriptor}`,
    means: [],
  },
];

export interface Point {
  readonly at: number;
  /** Like the point before it. */
  readonly plain: boolean;
}

const words = ["log", "1h17", "bert"];
const said: Recorded = { by: "cli", type: "session.logged", paper: "bert", minutes: 77 };

/** The points of a command at which somebody may save. */
export async function pointsOf(folder: Folder): Promise<readonly Point[]> {
  const run = folder.copy();
  try {
    const { calls } = await atCalls([builtProgram(), ...words], {
      folder: run.path,
      reads: "TRACKER.md",
    });
    return calls.map(({ call, path }, index) => ({
      at: index + 1,
      // Between two pages that the journal writes nothing is decided.
      plain: call === "pwrite64" && calls[index - 1]?.path === path,
    }));
  } finally {
    run.remove();
  }
}

export async function savedAt(
  from: Folder,
  saving: Saving,
  at: number,
): Promise<readonly string[]> {
  const folder = from.copy();
  const before = await folder.records();
  const descriptor = openSync(folder.tracker, "r");
  try {
    const met = await atCalls([builtProgram(), ...words], {
      folder: folder.path,
      reads: "TRACKER.md",
      fault: { at, happens: "meanwhile", shell: saving.shell(folder, descriptor) },
    });
    const point = met.calls[at - 1];
    // A command may come to its end in fewer calls than the one that was looked at.
    if (point === undefined) return [];
    const { call, path } = point;
    const faults: string[] = [];
    if (met.code !== 0) faults.push(`log ends with ${met.code}: ${met.err.trim()}`);
    const looked = await folder.study("status");
    if (looked.code !== 0) faults.push(`status ends with ${looked.code}: ${looked.err.trim()}`);
    const text = withoutMarks(folder.text());
    const times = text.split("Meanwhile.").length - 1;
    if (times !== 1) faults.push(`the words are there ${times} times`);
    if (!text.includes("| BERT | ☐ | ☐ | ☐ | 1h17 |")) faults.push("the hours are not in the file");
    const fresh = (await folder.records()).slice(before.length);
    const meant = [said, ...saving.means];
    if (fresh.length !== meant.length || !meant.every((one) => fresh.some((is) => fits(is, one)))) {
      faults.push(`recorded is ${JSON.stringify(fresh)}`);
    }
    const where = `${saving.title}, before call ${at} (${call} ${path.slice(folder.path.length + 1)})`;
    return faults.map((fault) => `${where}: ${fault}`);
  } finally {
    closeSync(descriptor);
    folder.remove();
  }
}

const fits = (is: Recorded, meaning: Recorded) =>
  Object.entries(meaning).every(([key, value]) => is[key] === value);
