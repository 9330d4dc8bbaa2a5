import { describe, expect, test } from "bun:test";
import { readSource } from "./source.ts";

const lines = (count: number, line: (at: number) => string) =>
  Array.from({ length: count }, (_, at) => line(at)).join("\n");

describe("a YAML file that is too much gets one sentence, with its place", () => {
  for (const [what, text, message] of [
    ["brackets in brackets", `a: ${"[".repeat(3000)}${"]".repeat(3000)}`, "nested too deeply"],
    ["brackets that are never closed", `a: ${"[".repeat(200_000)}`, "nested too deeply"],
    ["braces in braces", `a: ${"{a: ".repeat(100_000)}`, "nested too deeply"],
    ["maps in maps", lines(1000, (at) => `${" ".repeat(at)}a:`), "nested too deeply"],
    ["lists in lists", `${"- ".repeat(50_000)}x`, "nested too deeply"],
    ["keys of keys", `${"? ".repeat(50_000)}x`, "nested too deeply"],
    ["brackets side by side", `a: [${"[],".repeat(100_000)}]`, "more than 100000 values"],
    ["keys without end", lines(150_000, (at) => `k${at}: 1`), "more than 100000 values"],
    ["comments without end", "# x\n".repeat(300_000), "more than 100000 values"],
    ["a text without end", `a: ${"x".repeat(3_000_000)}`, "longer than 2000000 characters"],
  ] as const) {
    test(what, () => {
      const { source, faults } = readSource("x.yaml", text);
      expect(source).toBeNull();
      expect(faults).toHaveLength(1);
      expect(faults[0]?.message).toContain(message);
    });
  }

  test("many keys side by side, that are within the bounds of the whole", () => {
    const { source, faults } = readSource(
      "x.yaml",
      lines(10_000, (at) => `k${at}: 1`),
    );
    expect(source).toBeNull();
    expect(faults).toMatchObject([
      { line: 1, column: 1, message: "more than 2000 keys stand side by side here" },
    ]);
  });

  test("the place is where it becomes too much", () => {
    const text = `a: 1\nb: ${"[".repeat(100)}`;
    const [fault] = readSource("x.yaml", text).faults;
    expect(fault).toMatchObject({ line: 2, message: "nested too deeply" });
  });
});

test("a file of a curriculum's depth and length is within the bounds", () => {
  const paper = "  - id: a\n    title: A\n    facts: [{ name: x, value: [1, [2]] }]\n";
  expect(readSource("x.yaml", `papers:\n${paper.repeat(1000)}`).faults).toEqual([]);
});

test("a key that is written twice is said at its second place, once", () => {
  const { source, faults } = readSource("x.yaml", "a: 1\nb: 2\na: 3\n");
  expect(source).not.toBeNull();
  expect(faults).toMatchObject([{ line: 3, column: 1, message: "map keys must be unique" }]);
});

test("a second document in a file is said at its place", () => {
  const { source, faults } = readSource("x.yaml", "a: 1\n---\nb: 2\n");
  expect(source).toBeNull();
  expect(faults).toMatchObject([{ line: 2, column: 1 }]);
  expect(faults[0]?.message).toStartWith("a second document begins here");
});
