import { expect, test } from "bun:test";
import fc from "fast-check";
import { applyPatch, patchTo } from "./agreements.ts";

const text = fc
  .array(fc.constantFrom("a", "b", "", "| BERT | ☐ |", "\r"), { maxLength: 12 })
  .map((lines) => lines.join("\n"));

test("journal.22 an older agreement is made again from the newer one, letter for letter", () => {
  fc.assert(
    fc.property(text, text, (newer, older) => {
      expect(applyPatch(newer, patchTo(newer, older))).toBe(older);
    }),
  );
});

test("journal.22 what differs in one line of many is kept as that line alone", () => {
  const lines = Array.from({ length: 300 }, (_, index) => `line ${index}`);
  const newer = lines.with(7, "changed").join("\n");
  expect(patchTo(newer, lines.join("\n")).length).toBeLessThan(40);
});
