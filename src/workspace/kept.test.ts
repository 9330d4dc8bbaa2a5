/** What follows from files alone is made once for each state of them. */
import { afterAll, beforeEach, expect, test } from "bun:test";
import { chmodSync, mkdtempSync, readdirSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fingerprint, kept } from "./kept.ts";

const root = mkdtempSync(join(tmpdir(), "study-kept-"));
afterAll(() => rmSync(root, { recursive: true, force: true }));

let made = 0;
beforeEach(() => {
  made = 0;
});
const make = async () => {
  made += 1;
  return { text: "made" };
};

test("it is made once, and again under another key", async () => {
  const file = join(root, "folder", "page.json");
  expect(await kept(file, "a", make)).toEqual({ text: "made" });
  expect(await kept(file, "a", make)).toEqual({ text: "made" });
  expect(made).toBe(1);
  await kept(file, "b", make);
  expect(made).toBe(2);
  expect(readdirSync(join(root, "folder"))).toEqual(["page.json"]);
});

test("one that is damaged, cut short or no JSON of ours is made anew", async () => {
  const file = join(root, "damaged.json");
  for (const text of ['{"key":"a","val', "null", "[]", ""]) {
    writeFileSync(file, text);
    expect(await kept(file, "a", make)).toEqual({ text: "made" });
  }
  expect(made).toBe(4);
});

test("where nothing can be written it is made each time", async () => {
  const file = join(root, "file", "below.json");
  writeFileSync(join(root, "file"), "no folder");
  expect(await kept(file, "a", make)).toEqual({ text: "made" });
  expect(await kept(file, "a", make)).toEqual({ text: "made" });
  expect(made).toBe(2);
});

test("the key changes with a file's size, time or name, and with no other file's", () => {
  const folder = mkdtempSync(join(root, "files-"));
  const key = () => fingerprint([folder], /\.yaml$/, "1");
  const keys = [key()];
  writeFileSync(join(folder, "a.yaml"), "a");
  keys.push(key());
  writeFileSync(join(folder, "a.yaml"), "ab");
  keys.push(key());
  utimesSync(join(folder, "a.yaml"), 1, 1);
  keys.push(key());
  writeFileSync(join(folder, "b.yaml"), "a");
  keys.push(key());
  expect(new Set(keys).size).toBe(keys.length);
  writeFileSync(join(folder, "notes.txt"), "a");
  chmodSync(join(folder, "a.yaml"), 0o600);
  expect(key()).toBe(keys.at(-1) ?? "");
});
