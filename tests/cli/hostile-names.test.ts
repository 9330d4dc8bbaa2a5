/** Names that every plain object answers to, typed at the terminal and into the file. */
import { afterAll, beforeAll, expect, test } from "bun:test";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { type Folder, workspace } from "./study.ts";

const names = ["Constructor", "__proto__", "toString", "hasOwnProperty"];

let folder: Folder;
beforeAll(async () => {
  folder = await workspace("--start", "2026-01-05", "--hours", "8");
});
afterAll(() => folder.remove());

test("a row of such a name is a paper like any other, in every command", async () => {
  const file = join(folder.path, "TRACKER.md");
  const [row = ""] = readFileSync(file, "utf8").match(/^\| BERT .*\n/m) ?? [];
  const rows = names.map((name) => `| ${name} | ☐ | ☑ | ☐ | 1.5 |\n`).join("");
  writeFileSync(file, readFileSync(file, "utf8").replace(row, row + rows));
  expect(await folder.ok("status")).toContain("Study hours");
  const papers = await folder.json<{ name: string; minutes: number; done: object }[]>("papers");
  for (const typed of names) {
    // In Markdown `__proto__` is a bold "proto".
    const name = typed.replaceAll("__", "");
    expect(papers.find((paper) => paper.name === name)).toMatchObject({
      minutes: 90,
      done: { read: false, notes: true, implemented: false },
    });
    await folder.ok("log", "30m", name);
    await folder.ok("implemented", name, "--started");
  }
  await folder.ok("paper", "add", "__defineGetter__");
  expect((await folder.study("read", "__defineGetter__")).err).toBe("");
  expect((await folder.study("papers")).err).toBe("");
  expect(await folder.refused("guide", "constructor")).toBe(
    "There is no guide for constructor in this curriculum.",
  );
  for (const words of [["papers"], ["week", "--days"], ["plan"], ["history"], ["cards"]]) {
    expect(await folder.ok(...words)).not.toContain("native code");
  }
  expect((await folder.json<{ tracker: unknown[] }>("doctor")).tracker).toEqual([]);
});

test("lines, cards, models and figures of such names are kept", async () => {
  for (const name of names) {
    await folder.ok("task", "add", name);
    await folder.ok("compare", "--add", name, `${name}=3`);
    expect(await folder.ok("compare", name)).toContain("3");
    await folder.ok("search", name);
  }
  const { models } = await folder.json<{ models: { model: string; facts: object }[] }>("compare");
  for (const name of names) {
    const own = models.find(({ model }) => model === name);
    expect(Object.entries(own?.facts ?? {})).toMatchObject([[name, { value: 3 }]]);
  }
  expect(await folder.ok("status")).toContain("Constructor");
});

test("what there is not of such a name is refused in a sentence", async () => {
  for (const name of names) {
    for (const words of [
      ["completion", name],
      ["checkin", name],
      ["settle", `${name}!`],
      ["guide", "bert", "--section", name],
      ["check", name],
    ]) {
      const { err } = await folder.study(...words);
      expect(err).not.toMatch(/TypeError|^\s+at /m);
    }
  }
});
