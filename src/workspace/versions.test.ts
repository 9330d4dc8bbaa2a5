import { afterAll, beforeEach, expect, test } from "bun:test";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import type { PaperId } from "../core/content/curriculum.ts";
import { type Layout, layoutOf } from "./layout.ts";
import { conflictMarks, mergeTexts } from "./merge.ts";
import { bringBack, type Merge, noticeNotes, saveNote } from "./notes.ts";
import {
  forgetVersions,
  keepVersions,
  versionDays,
  versionsOf,
  versionsPutAside,
  versionText,
} from "./versions.ts";

const bert = "bert" as PaperId;
const gpt = "gpt-1" as PaperId;
const folder = mkdtempSync(join(tmpdir(), "study-versions-"));
const day = 86_400_000;
let layout: Layout;
beforeEach(() => {
  layout = layoutOf(mkdtempSync(join(folder, "one-")));
  mkdirSync(layout.notes, { recursive: true });
});
afterAll(() => rmSync(folder, { recursive: true }));

const path = () => join(layout.notes, "bert.md");
const merge: Merge = (base, ours, theirs) => mergeTexts(base, ours, theirs, conflictMarks);
const texts = () => versionsOf(layout, bert).map(({ number }) => versionText(layout, bert, number));

test("sync.25 every state is read letter for letter, whatever the texts are", () => {
  const text = fc.oneof(
    fc.string({ unit: "binary", maxLength: 20 }),
    fc.constantFrom("a\r\nb", "\u{1f600}", "\u{1f601}", "", "long ".repeat(2000)),
  );
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.boolean(), fc.option(text)), { maxLength: 90 }), (states) => {
      forgetVersions(layout, bert);
      const expected: (string | null)[] = [];
      for (const [mine, said] of states) {
        const state = said === null ? null : said.toWellFormed();
        keepVersions(layout, mine ? bert : gpt, [{ text: state, cause: "saved" }], 1);
        if (mine && state !== (expected.at(-1) ?? null)) expected.push(state);
      }
      expect(texts()).toEqual(expected.toReversed());
    }),
    { numRuns: 12 },
  );
});

test("sync.25 what a page saves and what an editor saved before are both states", async () => {
  writeFileSync(path(), "by hand\r\n");
  const { text } = await saveNote(
    layout,
    bert,
    { text: "by hand\nmore\n", base: "by hand\n", tried: [] },
    1,
    merge,
  );
  expect(text).toBe("by hand\nmore\n");
  expect(texts()).toEqual(["by hand\r\nmore\r\n", "by hand\r\n"]);
  expect(versionsOf(layout, bert).map(({ cause }) => cause)).toEqual(["saved", "found"]);
});

test("sync.25 a deleted note is brought back, and what it takes the place of is kept", async () => {
  await saveNote(layout, bert, { text: "one\n", base: "", tried: [] }, 1, merge);
  rmSync(path());
  noticeNotes(layout, 2);
  noticeNotes(layout, 3);
  expect(texts()).toEqual([null, "one\n"]);
  writeFileSync(path(), "two\n");
  bringBack(layout, bert, versionsOf(layout, bert)[1]?.number ?? 0, "brought-back", 4);
  expect(readFileSync(path(), "utf8")).toBe("one\n");
  expect(texts()).toEqual(["one\n", "two\n", null, "one\n"]);
});

test("sync.25 states are kept for sixty days, the last one for ever", () => {
  for (const at of [1, 2, 3]) keepVersions(layout, bert, [{ text: `${at}`, cause: "saved" }], at);
  const later = (versionDays + 1) * day;
  keepVersions(layout, bert, [{ text: "new", cause: "saved" }], later - 2 * day);
  expect(texts()).toEqual(["new", "3", "2", "1"]);
  keepVersions(layout, bert, [{ text: "newer", cause: "saved" }], later);
  expect(texts()).toEqual(["newer", "new"]);
  keepVersions(layout, bert, [{ text: "newer", cause: "saved" }], 2 * later + day);
  expect(texts()).toEqual(["newer"]);
});

test("what is let go of for good stands nowhere in the file", () => {
  keepVersions(layout, bert, [{ text: "a secret of mine", cause: "saved" }], 1);
  keepVersions(layout, bert, [{ text: "a secret of theirs", cause: "saved" }], 2);
  keepVersions(layout, gpt, [{ text: "kept", cause: "saved" }], 3);
  expect(forgetVersions(layout, bert)).toBe(2);
  const bytes = readFileSync(layout.versions).toString("latin1");
  expect(bytes).not.toContain("mine");
  expect(existsSync(`${layout.versions}-wal`)).toBe(false);
  expect(versionText(layout, gpt, versionsOf(layout, gpt)[0]?.number ?? 0)).toBe("kept");
});

test("sync.25 states that can't be read any more are put aside and named, and a note is saved all the same", async () => {
  await saveNote(layout, bert, { text: "one\n", base: "", tried: [] }, 1, merge);
  const before = readFileSync(path(), "utf8");
  for (const part of ["", "-wal", "-shm"]) rmSync(layout.versions + part, { force: true });
  writeFileSync(layout.versions, "These are no states of notes. ".repeat(200));
  await saveNote(layout, bert, { text: "two\n", base: before, tried: [] }, 2, merge);
  expect(texts()).toEqual(["two\n", before]);
  expect(versionsPutAside(layout)).toEqual([`${layout.versions}.damaged`]);
});
