import { afterAll, beforeAll, expect, test } from "bun:test";
import {
  chmodSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { replaceFile } from "./replace-file.ts";

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
