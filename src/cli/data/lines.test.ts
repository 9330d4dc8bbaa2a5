import { afterAll, expect, test } from "bun:test";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { linesOf } from "./lines.ts";

const folder = mkdtempSync(join(tmpdir(), "study-lines-"));
afterAll(() => rmSync(folder, { recursive: true }));
const file = join(folder, "lines");

test("lines come without blanks, byte order mark and carriage returns", () => {
  writeFileSync(file, "\uFEFFone\r\n\n  \ntwo\nthree");
  expect([...linesOf(file)]).toEqual(["one", "two", "three"]);
});

test("a line that does not end is refused, and not read to its end", () => {
  writeFileSync(file, `first\n${"0".repeat(17_000_000)}`);
  const lines = linesOf(file);
  expect(lines.next().value).toBe("first");
  expect(() => lines.next()).toThrow(/has a line of more than 16 million characters/);
});
