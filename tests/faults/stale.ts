/** An editor that still holds a text from before the program's last writings, and saves it. */
import type { Folder, Recorded } from "./folder.ts";
import { newFolder, withoutMarks } from "./folder.ts";
import { serve } from "./served.ts";

type Step =
  | { readonly study: readonly string[] }
  /** What only the page can ask for. */
  | { readonly page: readonly object[] };

const study = (...words: readonly string[]): Step => ({ study: words });

/** Every kind of command that changes the file. What stands together stays together. */
export const kinds: readonly (readonly Step[])[] = [
  [study("task", "add", "A line of my own", "--week", "2")],
  [study("task", "edit", "2", "Understand residual connections at last", "--week", "2")],
  [study("task", "remove", "3", "--week", "2")],
  [study("task", "done", "1", "--week", "1"), study("task", "undone", "1", "--week", "1")],
  [study("task", "done", "2", "--week", "1")],
  [{ page: [{ do: "move-item", item: "w1-blog", list: "week:1", after: null }] }],
  [study("milestone", "done", "1")],
  [study("milestone", "add", "Write a paper of my own")],
  [study("milestone", "edit", "2", "Train a very small language model")],
  [study("milestone", "remove", "6")],
  [study("resource", "done", "1")],
  [study("resource", "add", "A course next door", "--group", "Books")],
  [study("resource", "edit", "2", "The Hugging Face course")],
  [study("resource", "remove", "4")],
  [study("reward", "1", "Dinner out")],
  [study("goal", "2", "Understand depth")],
  [study("read", "attention"), study("notes", "attention")],
  [study("implemented", "resnet"), study("implemented", "resnet", "--undo")],
  [study("log", "1h", "bert")],
  [study("log", "2h30", "bert", "--activity", "implement")],
  [study("plan", "--start", "2026-11-09")],
  [study("plan", "--target", "2027-03-01")],
  [study("plan", "--phase", "2")],
  [study("plan", "--next-review", "2027-01-03")],
  [study("paper", "add", "Mamba", "--phase", "2"), study("paper", "remove", "mamba")],
  [study("paper", "add", "RWKV", "--phase", "3")],
  [study("log", "15m", "gpt-1"), study("undo"), study("redo")],
  [study("log", "20m", "lora"), study("undo")],
];

export interface History {
  readonly folder: Folder;
  /** What TRACKER.md said after each step, oldest first; the last is what it says. */
  readonly texts: readonly string[];
  readonly records: readonly Recorded[];
}

export async function historyOf(steps: readonly Step[]): Promise<History> {
  const folder = await newFolder();
  const texts = [folder.text()];
  for (const step of steps) {
    if ("study" in step) await folder.ok(...step.study);
    else {
      const served = await serve(folder);
      const answer = await served.ask("POST", "/api/commands", { commands: step.page });
      await served.stop();
      if (answer?.status !== 200) throw new Error(JSON.stringify(answer));
    }
    texts.push(folder.text());
  }
  return { folder, texts, records: await folder.records() };
}

/** A change that the learner makes in the old text, and what it means. No step touches these places. */
export interface Change {
  readonly title: string;
  readonly edit: (text: string) => string;
  readonly means: readonly Recorded[];
}

const paragraph = (text: string) =>
  text.replace("### Week 3:", "A paragraph of my own.\n\n### Week 3:");

export const unrelated: Change = { title: "a paragraph", edit: paragraph, means: [] };

export const realEdits: Change = {
  title: "a paragraph, a tick, an hour and a line",
  edit: (text) =>
    paragraph(text)
      .replace("- [ ] Join ML Twitter/X discussions", "- [x] Join ML Twitter/X discussions")
      .replace("| LLaMA | ☐ | ☐ | ☐ | 0 |", "| LLaMA | ☐ | ☐ | ☐ | 1 |")
      .replace("- [ ] Prepare for Phase 2\n", "- [ ] Prepare for Phase 2\n- [ ] Ask Ana\n"),
  means: [
    { type: "item.marked", done: true },
    { type: "hours.adjusted", paper: "llama", minutes: 60 },
    { type: "item.added", list: "week:3", text: "Ask Ana" },
  ],
};

export const withoutComments = (text: string): string => text.replace(/[ \t]*<!--[\s\S]*?-->/g, "");

/** What goes wrong when the editor saves the text of `age` steps ago: nothing, when all is well. */
export async function savedLate(
  history: History,
  age: number,
  change: Change,
  mark: "kept" | "stripped",
): Promise<readonly string[]> {
  const folder = history.folder.copy();
  try {
    const old = history.texts.at(-1 - age) ?? "";
    const edited = change.edit(old);
    if (edited === old) throw new Error("the change changes nothing");
    folder.save(mark === "kept" ? edited : withoutComments(edited));
    const { code, err } = await folder.study("status");
    const faults: string[] = [];
    if (code !== 0) faults.push(`status ends with ${code}: ${err.trim()}`);
    const records = await folder.records();
    const known = history.records.length;
    if (JSON.stringify(records.slice(0, known)) !== JSON.stringify(history.records)) {
      faults.push("what was recorded is another thing now");
    }
    const fresh = records.slice(known);
    const meant = (is: Recorded) => change.means.some((meaning) => fits(is, meaning));
    for (const is of fresh) if (!meant(is)) faults.push(`taken back: ${JSON.stringify(is)}`);
    for (const meaning of change.means) {
      if (!fresh.some((is) => fits(is, meaning))) {
        faults.push(`not taken in: ${JSON.stringify(meaning)}`);
      }
    }
    if (fresh.length > change.means.length) faults.push("something is taken in twice");
    const text = withoutMarks(folder.text());
    if (!text.includes("A paragraph of my own.")) faults.push("the paragraph is lost");
    if (change === unrelated) {
      const right = withoutMarks(change.edit(history.texts.at(-1) ?? ""));
      if (text !== right) faults.push(`TRACKER.md differs: ${firstDifference(text, right)}`);
    }
    return faults.map((fault) => `${age} steps old, ${change.title}, mark ${mark}: ${fault}`);
  } finally {
    folder.remove();
  }
}

const fits = (is: Recorded, meaning: Recorded) =>
  Object.entries(meaning).every(([key, value]) => is[key] === value);

function firstDifference(text: string, right: string): string {
  const [is, wanted] = [text.split("\n"), right.split("\n")];
  const at = is.findIndex((line, index) => line !== wanted[index]);
  return `line ${at + 1} is ${JSON.stringify(is[at])}, not ${JSON.stringify(wanted[at])}`;
}

export function shuffled<T>(items: readonly T[], random: () => number): readonly T[] {
  return items
    .map((item) => ({ item, place: random() }))
    .toSorted((a, b) => a.place - b.place)
    .map(({ item }) => item);
}
