import { afterAll, beforeAll, describe, expect, test } from "bun:test";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { emptyFolder, type Folder, workspace } from "./study.ts";

let folder: Folder;
beforeAll(async () => {
  folder = await workspace("--start", "2026-01-05", "--target", "2026-03-29", "--hours", "8");
});
afterAll(() => folder.remove());

const tracker = () => readFileSync(join(folder.path, "TRACKER.md"), "utf8");

interface Status {
  readonly read: number;
  readonly minutes: number;
  readonly implementMinutes: number;
  readonly timer: { readonly paper: string } | null;
  readonly papers: readonly { readonly id: string; readonly done: { readonly read: boolean } }[];
}

describe("papers", () => {
  test("a paper is named as people name it", async () => {
    for (const [name, id] of [
      ["attention", "attention"],
      ["gpt2", "gpt-2"],
      ["GPT-2", "gpt-2"],
      ["is all you", "attention"],
      ["lora", "lora"],
    ] as const) {
      await folder.ok("read", ...name.split(" "));
      const { papers } = await folder.json<Status>("status");
      expect(papers.find((paper) => paper.id === id)?.done.read).toBe(true);
      await folder.ok("undo");
    }
  });

  test("an unknown name suggests, an ambiguous one lists", async () => {
    expect(await folder.refused("read", "atention")).toBe(
      'There is no paper "atention"; did you mean attention?',
    );
    expect(await folder.refused("read", "gpt")).toBe(
      '"gpt" may be gpt-1, gpt-2, gpt-3 or gpt-4; be more specific.',
    );
    expect(await folder.refused("read", "zzzzzz")).toContain("`study papers` lists them all");
  });

  test("a mark goes into the file and --undo takes it back", async () => {
    expect(await folder.ok("notes", "bert")).toBe(
      "Notes written: BERT.\nDone: Complete detailed notes using template.\n",
    );
    expect(tracker()).toContain("| BERT | ☐ | ☑ | ☐ | 0 |");
    expect(await folder.ok("notes", "bert")).toBe("Nothing to do: that is already the case.\n");
    expect(await folder.ok("notes", "bert", "--undo")).toBe(
      "Notes not written: BERT.\nOpen again: Complete detailed notes using template.\n",
    );
    expect(tracker()).toContain("| BERT | ☐ | ☐ | ☐ | 0 |");
  });

  test("what is begun is in progress, everywhere, until it is done", async () => {
    expect(await folder.ok("read", "bert", "--started")).toBe("Reading in progress: BERT.\n");
    expect(tracker()).toContain("| BERT | in progress | ☐ | ☐ | 0 |");
    expect(await folder.ok("status")).toContain("In progress  BERT (reading)");
    expect(await folder.ok("papers")).toMatch(/ bert +◐ ☐ ☐ /);
    const papers = await folder.json<{ readonly id: string; readonly state: unknown }[]>("papers");
    expect(papers.find(({ id }) => id === "bert")?.state).toEqual({
      read: "started",
      notes: "none",
      implemented: "none",
    });
    expect(await folder.ok("history")).toContain("Reading in progress: BERT");
    expect(await folder.refused("read", "bert", "--started", "--undo")).toContain("give one");
    expect(await folder.ok("read", "bert")).toBe(
      "Read: BERT.\nDone: Read paper thoroughly (4-5 hours).\n",
    );
    expect(await folder.ok("status")).not.toContain("In progress");
    await folder.ok("undo");
    expect(await folder.ok("read", "bert", "--undo")).toBe("Reading not in progress: BERT.\n");
  });

  test("a paper of one's own is added, marked and removed", async () => {
    await folder.ok("paper", "add", "FlashAttention", "--phase", "5");
    expect(tracker()).toContain("| FlashAttention | ☐ | ☐ | ☐ | 0 |");
    await folder.ok("read", "flash");
    expect(tracker()).toContain("**Papers Read**: 1/16 (6%)");
    await folder.ok("paper", "remove", "flashattention");
    expect(tracker()).not.toContain("FlashAttention");
    expect(await folder.refused("paper", "remove", "bert")).toContain("belongs to the curriculum");
  });
});

describe("time", () => {
  test("work is logged by duration, paper, activity and moment", async () => {
    const said = await folder.ok(
      "log",
      "1h30",
      "bert",
      "--activity",
      "implement",
      "--at",
      "2026-01-10",
    );
    expect(said).toBe("Logged 1h30 implementing on BERT (2026-01-10).\n");
    expect(tracker()).toContain("| BERT | ☐ | ☐ | ☐ | 1h30 |");
    expect(tracker()).toContain("**Total Implementation Hours**: 1h30");
    await folder.ok("undo");
    expect(tracker()).toContain("| BERT | ☐ | ☐ | ☐ | 0 |");
  });

  for (const when of [
    "yesterday",
    "yesterday 14:00",
    "last sunday",
    "2 days ago",
    "20 Oct 2025",
    "2025-10-20 09:30",
  ]) {
    test(`"${when}" is understood`, async () => {
      expect(await folder.ok("log", "45m", "--at", when)).toStartWith("Logged 45m reading (20");
      await folder.ok("undo");
    });
  }

  for (const [words, sentence] of [
    [["log", "90", "bert"], '"90" has no unit: write 90m or 90h.'],
    [["log", "soon", "bert"], '"soon" is not a duration: write 90m, 1h30 or 1.5h.'],
    [["log", "0m", "bert"], '"0m" is not a duration: write 90m, 1h30 or 1.5h.'],
    [["log", "25h", "bert"], "A session of 25h is longer than a day; split it."],
    [["log", "1h", "bert", "--at", "2099-01-01"], "2099-01-01 is in the future; say when it was."],
    [
      ["log", "1h", "bert", "--at", "whenever"],
      '"whenever" is not a date: write 2026-11-20, yesterday, "last sunday" or "yesterday 14:00".',
    ],
    [
      ["log", "1h", "bert", "-a", "sleep"],
      '"sleep" is not an activity: use read, notes, implement or review.',
    ],
    [["log", "1h", "bert", "--pass", "4"], '"4" is not a pass: use 1, 2 or 3.'],
    [["stop"], "No timer is running; `study start PAPER` starts one."],
  ] as const) {
    test(`study ${words.join(" ")} is refused with a sentence`, async () => {
      const before = await folder.ok("export");
      expect(await folder.refused(...words)).toBe(sentence);
      expect(await folder.ok("export")).toBe(before);
    });
  }

  test("a timer that is thrown away says that no time was logged", async () => {
    await folder.ok("start", "lora");
    expect(await folder.ok("stop", "--discard")).toBe("Timer stopped, no time logged.\n");
    expect((await folder.json<Status>("status")).timer).toBeNull();
  });

  test("a timer survives the process that started it and pauses", async () => {
    await folder.ok("start", "lora", "-a", "implement");
    expect((await folder.json<Status>("status")).timer?.paper).toBe("lora");
    await folder.ok("pause");
    await folder.ok("resume");
    const said = await folder.ok("stop", "50m");
    expect(said).toContain("Logged 50m implementing on LoRA");
    expect((await folder.json<Status>("status")).timer).toBeNull();
    await folder.ok("undo");
  });
});

describe("lists", () => {
  test("a task is shown, ticked, edited, added and removed", async () => {
    expect(await folder.ok("task", "--week", "1")).toContain("1 ☐ Read paper thoroughly");
    await folder.ok("task", "done", "1", "--week", "1");
    expect(tracker()).toContain("- [x] Read paper thoroughly (5-7 hours)");
    await folder.ok("task", "edit", "blog", "Explain", "it", "to", "a", "friend", "-w", "1");
    expect(tracker()).toContain("- [ ] Explain it to a friend");
    await folder.ok("task", "add", "Draw the mask", "-w", "1");
    expect(tracker()).toContain("- [ ] Draw the mask");
    await folder.ok("task", "remove", "mask", "-w", "1");
    expect(tracker()).not.toContain("Draw the mask");
  });

  test("milestones, rewards and resources", async () => {
    await folder.ok("milestone", "done", "1");
    expect(tracker()).toContain("- [x] **Milestone 1**: Complete basic Transformer implementation");
    await folder.ok("reward", "1", "Dinner out");
    expect(tracker()).toContain("- Phase 1 Complete: Dinner out");
    await folder.ok("resource", "done", "CS224N");
    expect(tracker()).toContain("- [x] CS224N");
    expect(await folder.refused("reward", "9", "x")).toBe(
      'There is no reward "9": use 1, 2, 3, 4, 5, program.',
    );
  });

  test("a line that is not there is refused", async () => {
    expect(await folder.refused("milestone", "done", "99")).toBe(
      "There is no line 99; the list has 6.",
    );
    expect(await folder.refused("week", "13")).toContain("the curriculum has weeks 1 to 12");
  });
});

describe("plan and past", () => {
  test("the plan changes and refuses what can't be", async () => {
    expect(await folder.ok("plan", "--target", "14 Feb 2027")).toContain(
      "Plan: target 2027-02-14.",
    );
    expect(await folder.refused("plan", "--target", "2020-01-01")).toContain("is before the start");
    expect(await folder.refused("plan", "--zone", "Mars/Base")).toContain("is not a time zone");
    expect(await folder.refused("plan", "--hours", "200")).toContain("A week has 168 hours");
  });

  test("undo and redo are inverse, and undone things stay in the history", async () => {
    await folder.ok("read", "palm");
    expect(await folder.ok("undo")).toBe("Undone: Read: PaLM.\n");
    expect(await folder.ok("redo")).toBe("Redone: Read: PaLM.\n");
    await folder.ok("undo");
    expect(await folder.ok("history")).toContain("Read: PaLM (undone)");
    expect(await folder.refused("redo", "--nonsense")).toContain(
      'There is no option "--nonsense" here.',
    );
  });

  test("a reward without a text is shown, and an empty one takes it back", async () => {
    await folder.ok("reward", "2", "Cinema");
    expect(await folder.ok("reward", "2")).toBe("Phase 2 Complete: Cinema\n");
    expect(await folder.ok("reward", "2", "")).toBe("Reward, Phase 2 Complete: none.\n");
    expect(await folder.refused("status", "--at", "2099-01-01")).toContain("is in the future");
    expect(await folder.refused("task", "edit", "1")).toContain("`study task edit --help`");
  });

  test("any figure as of a past moment", async () => {
    const before = await folder.json<Status>("status", "--at", "2026-01-04");
    expect(before.read).toBe(0);
    expect(before.minutes).toBe(0);
  });

  test("an edit of the file becomes entries at the next command", async () => {
    const path = join(folder.path, "TRACKER.md");
    writeFileSync(
      path,
      tracker().replace("| LLaMA | ☐ | ☐ | ☐ | 0 |", "| LLaMA | ✅ | ☐ | ☐ | 3 |"),
    );
    const { out, err } = await folder.study("status");
    expect(err).toBe("From TRACKER.md: Read: LLaMA; Hours +3h on LLaMA.\n");
    expect(out).toContain("Study hours        3");
    expect(tracker()).toContain("| LLaMA | ✅ | ☐ | ☐ | 3 |");
    await folder.ok("undo");
    expect(tracker()).toContain("| LLaMA | ☐ | ☐ | ☐ | 0 |");
  });
});

describe("help and mistakes", () => {
  test("every command has a help with examples", async () => {
    const commands = [
      "status",
      "log",
      "start",
      "stop",
      "pause",
      "resume",
      "read",
      "notes",
      "implemented",
      "week",
      "checkin",
      "reward",
      "plan",
      "history",
      "undo",
      "redo",
      "export",
      "import",
      "doctor",
      "backup",
      "restore",
      "open",
      "completion",
      "init",
      "serve",
      "tips",
      "papers",
      "goal",
      "task",
      "milestone",
      "resource",
      "paper",
      "curriculum",
      "settle",
    ];
    const helps = await Promise.all(commands.map((command) => folder.ok(command, "--help")));
    for (const help of helps) expect(help).toContain("Examples:\n  $ ");
  });

  test("the workspace may be named before or behind the command", async () => {
    const inside = await folder.ok("status");
    expect(await folder.ok("--dir", ".", "status")).toBe(inside);
    expect(await folder.ok("--dir=.")).toBe(inside);
    expect(await folder.ok("status", "--dir", ".")).toBe(inside);
  });

  test("an unknown command suggests and ends with 2", async () => {
    const { code, err } = await folder.study("statsu");
    expect(code).toBe(2);
    expect(err).toContain("did you mean status?");
  });

  test("piped output has no colour and at most 80 columns", async () => {
    const out = await folder.ok("status");
    expect(out).not.toContain("\u001b[");
    for (const line of out.split("\n")) expect(Bun.stringWidth(line)).toBeLessThanOrEqual(80);
  });

  test("outside a workspace one sentence says what to do", async () => {
    const outside = emptyFolder();
    expect(await outside.refused("status")).toContain("`study init` makes one in this folder");
    expect(await outside.refused("status", "--dir", "nowhere")).toContain("does not exist");
    writeFileSync(join(outside.path, "file"), "");
    expect(await outside.refused("status", "--dir", "file")).toContain(
      "is a file, not a workspace",
    );
    outside.remove();
  });

  test("completion knows commands, options and papers", async () => {
    expect(await folder.ok("complete", "--", "sta")).toBe("status\nstart\n");
    expect(await folder.ok("complete", "--", "read", "gpt")).toBe("gpt-1\ngpt-2\ngpt-3\ngpt-4\n");
    expect(await folder.ok("complete", "--", "log", "--a")).toContain("--activity");
    for (const shell of ["bash", "zsh", "fish"])
      expect(await folder.ok("completion", shell)).toContain("study complete");
    expect(await folder.refused("completion", "tcsh")).toContain("use bash, zsh or fish");
  });
});
