/** Writers that take their time, while the folder is served: scp, rsync, sync tools, editors over a network. */
import { closeSync, ftruncateSync, openSync, renameSync, unlinkSync, writeSync } from "node:fs";
import { type Folder, withoutMarks } from "./folder.ts";
import type { Served } from "./served.ts";

export interface Slow {
  readonly title: string;
  /** Writes `bytes` in place of the file, with a pause after the first `cut` of them. */
  readonly write: (folder: Folder, bytes: Buffer, cut: number, pause: number) => Promise<void>;
}

function all(descriptor: number, bytes: Buffer, position: number): void {
  let done = 0;
  while (done < bytes.length) {
    done += writeSync(descriptor, bytes, done, bytes.length - done, position + done);
  }
}

/** The two halves through one descriptor that stays open. */
async function halves(descriptor: number, bytes: Buffer, cut: number, pause: number) {
  all(descriptor, bytes.subarray(0, cut), 0);
  await Bun.sleep(pause);
  all(descriptor, bytes.subarray(cut), cut);
  closeSync(descriptor);
}

export const inPlace: Slow = {
  title: "truncates, writes a part, waits, writes the rest",
  write: ({ tracker }, bytes, cut, pause) => halves(openSync(tracker, "w"), bytes, cut, pause),
};

export const overwriting: Slow = {
  title: "writes over the old bytes, waits, writes the rest, cuts off the end",
  async write({ tracker }, bytes, cut, pause) {
    const descriptor = openSync(tracker, "r+");
    all(descriptor, bytes.subarray(0, cut), 0);
    await Bun.sleep(pause);
    all(descriptor, bytes.subarray(cut), cut);
    ftruncateSync(descriptor, bytes.length);
    closeSync(descriptor);
  },
};

export const besideAndRenamed: Slow = {
  title: "writes a file beside, waits in the middle, renames it",
  async write({ tracker }, bytes, cut, pause) {
    const beside = tracker.replace("TRACKER.md", ".TRACKER.md.x7Qa");
    await halves(openSync(beside, "w"), bytes, cut, pause);
    renameSync(beside, tracker);
  },
};

export const removedFirst: Slow = {
  title: "removes the file, waits, writes a new one in two parts",
  async write({ tracker }, bytes, cut, pause) {
    unlinkSync(tracker);
    await Bun.sleep(pause);
    await halves(openSync(tracker, "w"), bytes, cut, pause);
  },
};

export const slowWriters: readonly Slow[] = [inPlace, overwriting, besideAndRenamed, removedFirst];

/** What the learner's other machine sends: ticks, an hour, lines and words of its own. */
export const sent = (text: string): string =>
  text
    .replace("- [ ] Join ML Twitter/X discussions", "- [x] Join ML Twitter/X discussions")
    .replace("| LLaMA | ☐ | ☐ | ☐ | 0 |", "| LLaMA | ☐ | ☑ | ☐ | 1 |")
    .replace("- [ ] Prepare for Phase 2\n", "- [ ] Prepare for Phase 2\n- [ ] Ask Ana\n")
    .replace("### Week 3:", "Words of my own: é, 日本語, 🎉.\n\n### Week 3:")
    .replace(
      "- [ ] Attend local ML meetups\n",
      "- [ ] Attend local ML meetups\n- [ ] Write to Bo\n",
    );

export interface Cut {
  readonly title: string;
  readonly at: (bytes: Buffer) => number;
}

const behind =
  (words: string, more = 0) =>
  (bytes: Buffer) => {
    const at = bytes.indexOf(words);
    if (at < 0) throw new Error(`no ${words}`);
    return at + Buffer.byteLength(words) + more;
  };

export const cuts: readonly Cut[] = [
  { title: "at the first byte", at: () => 0 },
  { title: "in the middle of a character", at: behind("## ", 2) },
  { title: "in the middle of a table's row", at: behind("| GPT-2 | ") },
  {
    title: "exactly at a line's end in a list",
    at: behind("Complete detailed notes using template\n"),
  },
  { title: "in the middle of a week's line", at: behind("- [ ] Understand resid") },
  { title: "in the middle of a foreign character", at: behind("é, ", 1) },
  { title: "in the last list", at: behind("- [ ] Participate in Hugging Face community\n") },
  { title: "in the middle of a line of the last list", at: behind("- [ ] Attend lo") },
  { title: "before the last lines", at: (bytes) => bytes.lastIndexOf("---") },
  { title: "before the last date", at: behind("**Next Review**: ") },
];

/** 1 h 17 on BERT, asked for between the two parts. */
export type Between = "nothing" | "a command of the page" | "a command line";

async function ask(between: Between, folder: Folder, { ask: request }: Served): Promise<boolean> {
  if (between === "nothing") return true;
  if (between === "a command line") return (await folder.study("log", "1h17", "bert")).code === 0;
  const log = { do: "log", paper: "bert", activity: "read", start: Date.now(), minutes: 77 };
  return (await request("POST", "/api/commands", { commands: [log] }))?.status === 200;
}

/** What goes wrong: nothing, when all that was sent is there and nothing else changed. */
export async function sentSlowly(
  folder: Folder,
  served: Served,
  { slow, cut, pause, between }: { slow: Slow; cut: Cut; pause: number; between: Between },
): Promise<readonly string[]> {
  const known = (await folder.records()).length;
  const bytes = Buffer.from(sent(folder.text()));
  const writing = slow.write(folder, bytes, cut.at(bytes), pause);
  await Bun.sleep(pause / 3);
  const asked = await ask(between, folder, served);
  await writing;
  const logged = between === "nothing" ? "0" : "1h17";
  const right = withoutMarks(bytes.toString()).replace(
    "| BERT | ☐ | ☐ | ☐ | 0 |",
    `| BERT | ☐ | ☐ | ☐ | ${logged} |`,
  );
  const faults: string[] = asked ? [] : ["the command was refused"];
  const means = ["item.added", "item.added", "hours.adjusted", "item.marked", "paper.marked"];
  if (between !== "nothing") means.push("session.logged");
  const types = async () => (await folder.records()).slice(known).map(({ type }) => String(type));
  const told = async () => {
    const found = await types();
    return means.every((type) => found.includes(type));
  };
  for (let wait = 0; wait < 60 && !(await told()); wait += 1) await Bun.sleep(100);
  await Bun.sleep(300);
  const fresh = (await types()).toSorted();
  if (JSON.stringify(fresh) !== JSON.stringify(means.toSorted())) {
    faults.push(`recorded is ${fresh.join(", ")}`);
  }
  const own = (text: string) =>
    withoutMarks(text).replace(/^\*\*Phase \d Progress.*$|^- \*\*(Papers|Total).*$/gm, "");
  const is = own(folder.text());
  if (is !== own(right)) {
    const lost = own(right)
      .split("\n")
      .filter((line) => !is.includes(line));
    faults.push(`TRACKER.md is not what was sent: lost are ${JSON.stringify(lost)}`);
  }
  if (served.child.exitCode !== null) faults.push("the server ended");
  return faults.map(
    (fault) => `${slow.title}, ${cut.title}, ${pause} ms, ${between} between: ${fault}`,
  );
}
