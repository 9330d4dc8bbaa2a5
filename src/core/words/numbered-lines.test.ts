import { expect, test } from "bun:test";
import fc from "fast-check";
import { numberedLines } from "./numbered-lines.ts";

const texts = fc
  .array(fc.oneof(fc.constantFrom("", "a", "ab", "b"), fc.string({ maxLength: 3 })), {
    maxLength: 30,
  })
  .map((lines) => lines.join("\n"));

test("two lines have one number where they are equal, in one text and in several", () => {
  fc.assert(
    fc.property(texts, texts, texts, (a, b, c) => {
      const known = new Map<string, number>();
      const all = [a, b, c].map((text) => numberedLines(text, known));
      const words = new Map([...known].map(([line, number]) => [number, line]));
      for (const { text, numbers, starts } of all) {
        const lines = text.split("\n");
        expect([...numbers].map((number) => words.get(number))).toEqual(lines);
        expect(lines.map((_, at) => text.slice(starts[at], (starts[at + 1] ?? 0) - 1))).toEqual(
          lines,
        );
      }
    }),
    { numRuns: 2000 },
  );
});
