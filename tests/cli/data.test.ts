import { describe, expect, test } from "bun:test";
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  truncateSync,
  unlinkSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { builtProgram } from "../executable.ts";
import { emptyFolder, type Folder, workspace } from "./study.ts";

const shipped = join(import.meta.dir, "..", "..", "curricula", "llm");
const specification = join(import.meta.dir, "..", "fixtures", "tracker.md");
const trackerOf = (folder: Folder) => readFileSync(join(folder.path, "TRACKER.md"), "utf8");

async function withWorkspace(work: (folder: Folder) => Promise<void>): Promise<void> {
  const folder = await workspace("--start", "2026-01-05");
  try {
    await work(folder);
  } finally {
    folder.remove();
  }
}

describe("a journal in and out", () => {
  test("an export is taken in elsewhere, and gives the same tracker", () =>
    withWorkspace(async (one) => {
      await one.ok("log", "2h", "bert", "-a", "implement", "--at", "2026-01-10");
      await one.ok("read", "bert");
      await one.ok("undo");
      await one.ok("reward", "1", "Té | ☕");
      await one.ok("export", "all.jsonl");
      const two = emptyFolder();
      await two.ok("init", "--yes", "--start", "2026-01-05");
      const before = await two.ok("export");
      writeFileSync(join(two.path, "all.jsonl"), readFileSync(join(one.path, "all.jsonl")));
      expect(await two.ok("import", "all.jsonl", "--merge")).toContain("Took 2 new entries");
      expect(await two.ok("import", "all.jsonl", "--merge")).toContain("Took 0 new entries");
      expect(await two.ok("export")).toContain(before);
      expect(trackerOf(two)).toContain("- Phase 1 Complete: Té | ☕");
      expect(trackerOf(two)).toContain("| BERT | ☐ | ☐ | ☐ | 2 |");
      two.remove();
    }));

  test("a file that is no journal is refused by line, and nothing of it is taken", () =>
    withWorkspace(async (folder) => {
      const sound = await folder.ok("export");
      writeFileSync(join(folder.path, "bad.jsonl"), `${sound}{"v":1}\n`);
      expect(await folder.refused("import", "bad.jsonl")).toStartWith("Line 2: this entry has");
      expect(await folder.refused("import", "nowhere.jsonl")).toContain("it does not exist");
      writeFileSync(join(folder.path, "binary.jsonl"), new Uint8Array([0xff, 0xfe, 0x00]));
      expect(await folder.refused("import", "binary.jsonl")).toContain("it is not UTF-8 text");
      expect(await folder.ok("export")).toBe(sound);
    }));

  test.skipIf(!existsSync("/dev/full"))(
    "an export that a full disk cuts off says so, and ends as failed",
    () =>
      withWorkspace(async (folder) => {
        const words = [builtProgram(), "export", "--dir", folder.path];
        const said = Bun.spawnSync(["sh", "-c", '"$0" "$@" > /dev/full', ...words]);
        expect(said.exitCode).toBe(1);
        expect(said.stderr.toString()).toBe(
          "The rest of this can't be written: the disk is full.\n",
        );
      }),
  );

  test("a backup restores the past, and keeps the present beside it", () =>
    withWorkspace(async (folder) => {
      await folder.ok("read", "bert");
      await folder.ok("backup", "then.db");
      expect(await folder.refused("backup", "then.db")).toContain("exists already");
      await folder.ok("read", "lora");
      expect(await folder.ok("restore", "then.db")).toContain("The previous journal is kept as");
      expect(trackerOf(folder)).toContain("**Papers Read**: 1/15 (7%)");
      expect(await folder.ok("status")).toContain("1/15 (7%)");
      expect(
        readdirSync(join(folder.path, ".study")).some((name) => name.includes("before-restore")),
      ).toBe(true);
      expect(await folder.refused("restore", "TRACKER.md")).toContain("is not a sound journal");
    }));

  test("a damaged journal is named, and doctor saves what can be saved", () =>
    withWorkspace(async (folder) => {
      for (const paper of ["bert", "lora", "palm"]) await folder.ok("read", paper);
      const said = await folder.ok("doctor");
      expect(said).toContain("Sound  the journal");
      expect(said.trim().split("\n").at(-1)).toMatch(
        /^Looked at \d+ entr(y|ies) of \d+ devices? .* the curriculum llm, TRACKER\.md, \d+ notes?, /,
      );
      const path = join(folder.path, ".study", "journal.db");
      const bytes = readFileSync(path);
      bytes.fill(0xa7, 0, 100);
      writeFileSync(path, bytes);
      expect(await folder.refused("status")).toContain("`study doctor --repair`");
      expect((await folder.study("doctor")).code).toBe(1);
      expect(await folder.ok("doctor", "--repair")).toContain("The damaged file is kept as");
      expect(await folder.ok("status")).toContain("3/15 (20%)");
    }));

  test("a truncated journal never shows a stack", () =>
    withWorkspace(async (folder) => {
      const path = join(folder.path, ".study", "journal.db");
      truncateSync(path, Math.floor(statSync(path).size / 2));
      expect(await folder.refused("status")).toContain("damaged");
    }));
});

describe("a tracker filled in by hand", () => {
  const filled = () =>
    readFileSync(specification, "utf8")
      .replace("**Start Date**: ___________", "**Start Date**: 5 January 2026")
      .replace("**Current Phase**: ___________", "**Current Phase**: Phase 2: Pre-training Era")
      .replace("- **Total Study Hours**: 0", "- **Total Study Hours**: 20")
      .replace("- **Total Implementation Hours**: 0", "- **Total Implementation Hours**: 6")
      .replace(
        "| Attention Is All You Need | ☐ | ☐ | ☐ | 0 |",
        "| Attention Is All You Need | ✅ | [x] | ☐ | 9.5 |",
      )
      .replace(
        "- [ ] Blog about key insights",
        "- [x] Blog about key insights\n- [x] Explain it to Ada",
      )
      .replace("- [ ] **Milestone 1**", "- [x] **Milestone 1**")
      .replace("- Phase 1 Complete: ___________", "- Phase 1 Complete: Dinner")
      .replace("| Chain-of-Thought |", "| Mamba | ☑ | ☐ | ☐ | 3 |\n| Chain-of-Thought |")
      .replace("**Last Updated**: ___________", "**Last Updated**: 2026-02-01");

  test("tracker.8 is taken over whole, and blanks take nothing back", () =>
    withWorkspace(async (folder) => {
      await folder.ok("read", "lora");
      writeFileSync(join(folder.path, "Old.md"), filled());
      const { code, out, err } = await folder.study("import", "Old.md");
      expect({ code, err }).toEqual({ code: 0, err: "" });
      expect(out).toContain("Took ");
      const tracker = trackerOf(folder);
      for (const line of [
        "**Current Phase**: Phase 2: Pre-training Era",
        "- **Papers Read**: 3/16 (19%)",
        "- **Total Study Hours**: 20",
        "- **Total Implementation Hours**: 6",
        "| Attention Is All You Need | ☑ | ☑ | ☐ | 9h30 |",
        "| LoRA | ☑ | ☐ | ☐ | 0 |",
        "| Mamba | ☑ | ☐ | ☐ | 3 |",
        "- [x] Explain it to Ada",
        "- [x] **Milestone 1**: Complete basic Transformer implementation",
        "- Phase 1 Complete: Dinner",
      ]) {
        expect(tracker).toContain(`${line}\n`);
      }
      expect(await folder.ok("import", "Old.md")).toContain(
        "There is nothing in it that the journal does not have.",
      );
      await folder.ok("undo");
      expect(trackerOf(folder)).toContain("- **Papers Read**: 1/15 (7%)");
    }));

  test("tracker.8 lays hours without a date out between the start and today, in the order of the rows", () =>
    withWorkspace(async (folder) => {
      const text = readFileSync(specification, "utf8")
        .replace("**Start Date**: ___________", "**Start Date**: 2026-01-05")
        .replace(
          "| Attention Is All You Need | ☐ | ☐ | ☐ | 0 |",
          "| Attention Is All You Need | ☑ | ☐ | ☐ | 10 |",
        )
        .replace("| BERT | ☐ | ☐ | ☐ | 0 |", "| BERT | ☑ | ☐ | ☐ | 10 |");
      writeFileSync(join(folder.path, "Old.md"), text);
      await folder.ok("import", "Old.md");
      const { days, today } = await folder.json<{ days: Record<string, object>; today: string }>(
        "status",
      );
      const used = Object.keys(days).toSorted();
      const length = (Date.parse(today) - Date.parse("2026-01-05")) / 86_400_000;
      const offsets = used.map((on) => (Date.parse(on) - Date.parse("2026-01-05")) / 86_400_000);
      expect(offsets).toEqual([Math.floor(length / 4), Math.floor((3 * length) / 4)]);
    }));

  test("tracker.8 that lies in the folder of a new workspace is taken over too", async () => {
    const folder = emptyFolder();
    writeFileSync(join(folder.path, "TRACKER.md"), `${filled()}\n\n## My own words\n\nStay.\n`);
    await folder.ok("init", "--yes");
    expect(await folder.ok("status")).toContain("2/16 (13%)");
    expect(trackerOf(folder)).toEndWith("\n\n## My own words\n\nStay.\n");
    folder.remove();
  });
});

describe("the tracker file", () => {
  test("that was deleted is written anew, and an emptied one is left and reported", () =>
    withWorkspace(async (folder) => {
      await folder.ok("read", "bert");
      const path = join(folder.path, "TRACKER.md");
      const text = trackerOf(folder);
      unlinkSync(path);
      await folder.ok("status");
      expect(trackerOf(folder)).toBe(text);
      writeFileSync(path, "");
      const { err } = await folder.study("read", "lora");
      expect(err).toContain("TRACKER.md:1:1: The file is empty.");
      expect(trackerOf(folder)).toBe("");
    }));

  test("tracker.26 that lay in the folder is taken over by init, which says what, and later commands remove nothing", () =>
    withWorkspace(async (folder) => {
      const other = join(folder.path, "other");
      const text = trackerOf(folder)
        .replaceAll(/ <!-- study:\w+ -->/g, "")
        .replace("- [ ] Read paper", "- [x] Read paper")
        .replace("- [ ] Blog about key insights\n", "")
        .replace("- [ ] Test implementation on toy problem\n", "");
      mkdirSync(other);
      writeFileSync(join(other, "TRACKER.md"), text);
      const out = await folder.ok("init", other, "--yes");
      expect(out).toContain("Imported from TRACKER.md: ");
      expect(out).toContain("Done: Read paper thoroughly");
      expect(out).toContain("Its lists lacked 2 lines of the curriculum; they have been added.");
      await folder.ok("--dir", other, "log", "30m", "bert");
      const history = await folder.ok("--dir", other, "history");
      expect(history).not.toContain("Removed");
    }));

  test("tracker.27 that was emptied comes back with doctor --repair, own sections included", () =>
    withWorkspace(async (folder) => {
      const path = join(folder.path, "TRACKER.md");
      writeFileSync(path, `${trackerOf(folder)}\n\n## Mine\n\nWords.\n`);
      await folder.ok("read", "bert");
      const text = trackerOf(folder);
      writeFileSync(path, "\0\0\0");
      const { out } = await folder.study("doctor");
      expect(out).toContain("doctor --repair");
      await folder.ok("doctor", "--repair");
      expect(trackerOf(folder)).toBe(text);
    }));

  test("that is not text is left and reported", () =>
    withWorkspace(async (folder) => {
      const path = join(folder.path, "TRACKER.md");
      const bytes = new Uint8Array([0x23, 0x20, 0xff, 0xfe, 0x0a]);
      writeFileSync(path, bytes);
      const { code, err } = await folder.study("read", "bert");
      expect(code).toBe(0);
      expect(err).toContain("it is not UTF-8 text");
      expect(new Uint8Array(readFileSync(path))).toEqual(bytes);
    }));

  test("keeps its line ends, its trailing blanks and its byte order mark", () =>
    withWorkspace(async (folder) => {
      const path = join(folder.path, "TRACKER.md");
      const mine = `\uFEFF${trackerOf(folder).replaceAll("\n", "\r\n")}\r\n\r\nMy words   \r\n`;
      writeFileSync(path, mine);
      await folder.ok("read", "bert");
      await folder.ok("read", "bert", "--undo");
      expect(trackerOf(folder)).toBe(mine);
    }));
});

describe("another curriculum", () => {
  test("of one's own is studied, from a copy in the workspace", async () => {
    const folder = emptyFolder();
    cpSync(shipped, join(folder.path, "mine"), { recursive: true });
    const file = join(folder.path, "mine", "curriculum.yaml");
    writeFileSync(
      file,
      readFileSync(file, "utf8")
        .replace("id: llm", "id: mine")
        .replace("LLM Study Progress Tracker", "My Own Course"),
    );
    await folder.ok("init", "ws", "--curriculum", "mine", "--yes");
    expect(await folder.ok("status", "--dir", "ws")).toContain("My Own Course");
    expect(existsSync(join(folder.path, "ws", "curriculum", "curriculum.yaml"))).toBe(true);
    folder.remove();
  });

  test("that is broken is refused with every fault, and makes nothing", async () => {
    const folder = emptyFolder();
    cpSync(shipped, join(folder.path, "mine"), { recursive: true });
    const file = join(folder.path, "mine", "curriculum.yaml");
    writeFileSync(
      file,
      readFileSync(file, "utf8").replace("[lora,", "[loro,").replace("after: 5", "after: 9"),
    );
    const sentence = await folder.refused("init", "ws", "--curriculum", "mine", "--yes");
    expect(sentence).toContain('did you mean "lora"?');
    expect(sentence).toContain("there is no phase 9");
    expect(existsSync(join(folder.path, "ws"))).toBe(false);
    expect(await folder.refused("curriculum", "check", "mine")).toContain("curriculum.yaml:");
    expect(await folder.refused("init", "ws", "--curriculum", "nope", "--yes")).toContain(
      'no curriculum "nope"',
    );
    folder.remove();
  });
});

describe("a folder that can't be used", () => {
  test("is named in a sentence", async () => {
    const folder = emptyFolder();
    writeFileSync(join(folder.path, "file"), "");
    expect(await folder.refused("init", "file/inside", "--yes")).toContain(
      "A workspace can't be made in",
    );
    expect(await folder.refused("serve", "--make", "--dir", "file")).toContain("is a file");
    expect(await folder.refused("serve", "--port", "banana")).toContain('"banana" is not a port');
    await folder.ok("init", "ws", "--yes");
    expect(await folder.refused("init", "ws", "--yes")).toContain("is a workspace already");
    if (process.getuid?.() !== 0) {
      chmodSync(join(folder.path, "ws"), 0o500);
      expect(await folder.refused("init", "ws/deep", "--yes")).toContain("permission denied");
      chmodSync(join(folder.path, "ws"), 0o700);
    }
    folder.remove();
  });
});

test("journal.70 the day's copy is there after a command, is listed, and can be restored", async () => {
  const folder = await workspace();
  try {
    await folder.ok("log", "40m", "bert");
    const [made, ...others] = await folder.json<readonly { path: string }[]>("backup", "--list");
    expect(others).toEqual([]);
    expect(await folder.ok("backup", "--list")).toContain(
      "the newest 7, and the first of each of 5",
    );
    expect(await folder.ok("restore", made?.path ?? "")).toContain("Restored");
    expect(
      readdirSync(join(folder.path, ".study")).filter((name) => /restoring/.test(name)),
    ).toEqual([]);
    expect(await folder.refused("restore", ".")).toContain("is a folder");
    expect(await folder.refused("backup")).toContain("Name a file for the copy, or give --list.");
  } finally {
    folder.remove();
  }
});

test("journal.73 that figures leave out what a newer version made is said, and which version knows it", async () => {
  const folder = await workspace();
  try {
    const id = "000000009-000-elsewher";
    const line = { v: 1, id, command: id, by: "cli", program: "9.1.0", type: "nap.taken" };
    writeFileSync(join(folder.path, "newer.jsonl"), `${JSON.stringify(line)}\n`);
    await folder.ok("import", "newer.jsonl");
    const sentence =
      /1 entry is of a newer version of study than [\d.]+, and all figures leave it out \(nap\.taken\): version 9\.1\.0 knows it\. Update study\./;
    expect(await folder.ok("status")).toMatch(sentence);
    expect(await folder.ok("doctor")).toMatch(sentence);
    expect(await folder.json("doctor")).toMatchObject({
      newer: { "nap.taken": 1 },
      newerVersion: "9.1.0",
    });
    for (const words of [
      ["plan"],
      ["sessions"],
      ["export"],
      ["export", "sessions.csv", "--csv", "sessions"],
    ]) {
      const { err } = await folder.study(...words);
      expect(err).toMatch(sentence);
    }
    expect(await folder.ok("export")).toContain(JSON.stringify(line));
  } finally {
    folder.remove();
  }
});
