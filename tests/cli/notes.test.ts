/** Earlier versions of notes, from the command line. */
import { afterAll, beforeAll, expect, test } from "bun:test";
import { mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { serve } from "../faults/served-page.ts";
import { type Folder, workspace } from "./study.ts";

interface Version {
  readonly number: number;
  readonly cause: string;
  readonly length: number | null;
}

let folder: Folder;
let note: string;
beforeAll(async () => {
  folder = await workspace();
  mkdirSync(join(folder.path, "notes"), { recursive: true });
  note = join(folder.path, "notes", "bert.md");
});
afterAll(() => folder.remove());

const history = () => folder.json<readonly Version[]>("notes", "bert", "--history");

test("what an editor left is a version at the next look, and so is a deletion", async () => {
  writeFileSync(note, "one\n");
  await folder.ok("notes", "--history");
  writeFileSync(note, "two\n");
  await folder.ok("notes", "--history");
  rmSync(note);
  expect(await folder.ok("notes", "--history")).toMatch(/bert {2}3 versions {2}deleted/);
  expect((await history()).map(({ cause, length }) => [cause, length])).toEqual([
    ["deleted", null],
    ["found", 4],
    ["found", 4],
  ]);
});

test("a version is printed and brought back; undo takes the last bringing back away", async () => {
  const [, second, first] = await history();
  expect(await folder.ok("notes", "bert", "--show", String(first?.number))).toBe("one\n");
  await folder.ok("notes", "bert", "--bring-back", String(second?.number));
  expect(readFileSync(note, "utf8")).toBe("two\n");
  await folder.ok("notes", "bert", "--bring-back", String(first?.number));
  expect(readFileSync(note, "utf8")).toBe("one\n");
  expect(await folder.ok("undo")).toContain("Undone: notes/bert.md brought back");
  expect(readFileSync(note, "utf8")).toBe("two\n");
});

test("a command after a bringing back is what undo takes back", async () => {
  const [latest, , , , first] = await history();
  await folder.ok("notes", "bert", "--bring-back", String(first?.number));
  await folder.ok("notes", "bert", "--bring-back", String(latest?.number));
  expect(await folder.ok("notes", "bert", "--bring-back", String(latest?.number))).toContain(
    "that is already the case",
  );
  await folder.ok("read", "bert");
  expect(await folder.ok("undo")).toContain("Read: BERT");
  expect(readFileSync(note, "utf8")).toBe("two\n");
});

test("sync.26 undo takes back what was typed on the page last, then the command before it", async () => {
  await folder.ok("read", "gpt-2");
  const served = await serve(folder.path);
  const bert = (text: string, base: string) => served.put("/notes/bert", { text, base });
  try {
    expect((await bert("two\nthr", "two\n")).status).toBe(200);
    expect((await bert("two\nthree\n", "two\nthr")).status).toBe(200);
  } finally {
    await served.stop();
  }
  const said = await folder.ok("undo");
  expect(said).toContain("Undone: notes/bert.md edited");
  expect(readFileSync(note, "utf8")).toBe("two\n");
  expect(await folder.ok("undo")).toContain("Read: GPT-2");
  await folder.ok(...(/`study (.*)`/.exec(said)?.[1] ?? "").split(" "));
  expect(readFileSync(note, "utf8")).toBe("two\nthree\n");
  writeFileSync(note, "by an editor\n");
  await folder.ok("read", "lora");
  await folder.ok("undo");
  expect(readFileSync(note, "utf8")).toBe("by an editor\n");
});

test("what is no version, no paper or nothing at all is refused in words", async () => {
  expect(await folder.refused("notes", "bert", "--show", "999")).toContain("has no version 999");
  expect(await folder.refused("notes", "bert", "--show", "x")).toContain(
    "is not the number of a version",
  );
  expect(await folder.refused("notes")).toContain("Name the paper");
  expect(await folder.refused("notes", "nothing-such", "--history")).toContain("no paper");
});

test("doctor names the notes that can't be written, and the lines of a merge's marks", async () => {
  writeFileSync(note, Buffer.from([0x4d, 0xe8, 0x0a]));
  writeFileSync(join(folder.path, "notes", "t5.md"), "a\n<<<<<<< b\nc\n=======\nd\n>>>>>>> e\n");
  symlinkSync("/nowhere/lora.md", join(folder.path, "notes", "lora.md"));
  mkdirSync(join(folder.path, "notes", "palm.md"));
  const { out } = await folder.study("doctor");
  expect(out).toContain("notes/bert.md is not UTF-8 text");
  expect(out).toContain("notes/lora.md is a link to /nowhere/lora.md, which is not there.");
  expect(out).toContain("notes/palm.md is not a file; move it away.");
  expect(out).not.toContain("Sound  the notes");
  expect(out).toContain("A merge left its marks in notes/t5.md, lines 2, 4 and 6.");
});
