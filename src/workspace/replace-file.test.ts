import { afterAll, beforeAll, describe, expect, test } from "bun:test";
import {
  chmodSync,
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { makeFolder, replaceFile, replaceFileIf } from "./replace-file.ts";

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "study-replace-"));
  for (const name of ["mine", "vault", "aside"]) mkdirSync(join(folder, name));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test("tracker.25 a link stays a link, and what it leads to is written beside itself", () => {
  const real = join(folder, "vault", "TRACKER.md");
  writeFileSync(real, "old");
  const links = [real, "../vault/TRACKER.md"].map((target, index) => {
    const link = join(folder, "mine", `link-${index}.md`);
    symlinkSync(target, link);
    return link;
  });
  for (const link of links) {
    replaceFile(link, join(folder, "aside"), `by ${link}`);
    expect(lstatSync(link).isSymbolicLink()).toBe(true);
    expect(readFileSync(real, "utf8")).toBe(`by ${link}`);
  }
  expect(readdirSync(join(folder, "vault"))).toEqual(["TRACKER.md"]);
});

test("tracker.25 a link to a file that is not there yet is written through too", () => {
  const link = join(folder, "mine", "dangling.md");
  symlinkSync("../vault/new.md", link);
  replaceFile(link, join(folder, "aside"), "new");
  expect(readFileSync(join(folder, "vault", "new.md"), "utf8")).toBe("new");
});

test("tracker.25 a file's mode stays, whatever it is", () => {
  const path = join(folder, "mine", "modes.md");
  for (const mode of [0o600, 0o640, 0o644, 0o664, 0o755]) {
    writeFileSync(path, "old");
    chmodSync(path, mode);
    replaceFile(path, join(folder, "aside"), "new");
    expect(statSync(path).mode & 0o777).toBe(mode);
  }
  expect(readdirSync(join(folder, "aside"))).toEqual([]);
});

describe("tracker.64 what somebody saves in the very moment of the last step stays, and the caller is told", () => {
  const textAt = (path: string) => (existsSync(path) ? readFileSync(path, "utf8") : null);
  const saves: readonly (readonly [string, (path: string) => void])[] = [
    ["in place", (path) => writeFileSync(path, "theirs")],
    [
      "as a new file",
      (path) => {
        writeFileSync(`${path}~`, "theirs");
        renameSync(`${path}~`, path);
      },
    ],
  ];
  for (const [way, save] of saves) {
    for (const was of ["old", null]) {
      test(`tracker.64 ${way}, where there was ${was === null ? "no file" : "one"}`, () => {
        const path = join(folder, "mine", `${way} ${was}.md`);
        if (was !== null) writeFileSync(path, was);
        let looks = 0;
        const written = replaceFileIf(path, join(folder, "aside"), "ours", (at) => {
          const holds = textAt(at) === was;
          looks += 1;
          if (looks === 1) save(path);
          return holds;
        });
        expect([written, textAt(path)]).toEqual([false, "theirs"]);
        expect(readdirSync(join(folder, "aside"))).toEqual([]);
      });
    }
  }

  test("what nobody touches is written", () => {
    const path = join(folder, "mine", "quiet.md");
    for (const text of ["one", "two"]) {
      const before = textAt(path);
      const still = (at: string) => textAt(at) === before;
      expect(replaceFileIf(path, join(folder, "aside"), text, still)).toBe(true);
      expect(textAt(path)).toBe(text);
    }
  });
});

test("what lies in .study at any depth is its owner's alone", () => {
  const state = join(folder, "mine", ".study", "backups");
  makeFolder(state);
  replaceFile(join(state, "one.json"), state, "{}");
  expect(statSync(state).mode & 0o077).toBe(0);
  expect(statSync(join(state, "one.json")).mode & 0o077).toBe(0);
});
