import { afterAll, expect, test } from "bun:test";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { heldLines, linesOf } from "./lines.ts";

const folder = mkdtempSync(join(tmpdir(), "study-lines-"));
afterAll(() => rmSync(folder, { recursive: true }));
const file = join(folder, "lines");

test("lines come without blanks around nothing, byte order mark and carriage returns", () => {
  writeFileSync(file, "\uFEFFone\r\n\n  \ntwo\nthree");
  expect([...linesOf(file)]).toEqual(["one", "", "", "two", "three"]);
});

test("a line that does not end is refused, and not read to its end", () => {
  writeFileSync(file, `first\n${"0".repeat(17_000_000)}`);
  const lines = linesOf(file);
  expect(lines.next().value).toBe("first");
  expect(() => lines.next()).toThrow(/has a line of more than 16 million characters/);
});

function* endless(line: string): Generator<string> {
  for (;;) yield line;
}

test("lines of a pipe are walked twice, and read no further than they are asked for", () => {
  const pipe = ["one", "two", "three"].values();
  const walk = heldLines(pipe, "pipe");
  const first = walk();
  expect(first.next().value).toBe("one");
  expect(pipe.next().value).toBe("two");
  expect([...first]).toEqual(["three"]);
  expect([...walk()]).toEqual(["one", "three"]);
});

test("a pipe that does not end is refused in a sentence, also one of blank lines", () => {
  for (const line of ["x".repeat(1_000_000), ""]) {
    const walk = heldLines(endless(line), "/dev/stdin", 10_000_000);
    expect(() => {
      for (const _ of walk());
    }).toThrow("/dev/stdin brings more than 10 MB through a pipe; write it to a file");
  }
});
