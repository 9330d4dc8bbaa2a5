import { expect, test } from "bun:test";
import { ChangeSet } from "@codemirror/state";
import fc from "fast-check";
import { changesBetween, sideOfCursor } from "./text-changes.ts";

/** The texts with the cursor as a bar. */
function merged(before: string, after: string): string {
  const at = before.indexOf("|");
  const text = before.replace("|", "");
  const changes = ChangeSet.of([...changesBetween(text, after)], text.length);
  const now = changes.mapPos(at, sideOfCursor(text, at));
  return `${after.slice(0, now)}|${after.slice(now)}`;
}

test("the changes make the other text, whatever the two are", () => {
  const text = fc
    .array(fc.constantFrom("a", "bc", " ", "\n", "\n\n", "x y", "\u{1f600}", "é"), {
      maxLength: 40,
    })
    .map((parts) => parts.join(""));
  fc.assert(
    fc.property(text, text, (before, after) => {
      const changes = [...changesBetween(before, after)].toReversed();
      const made = changes.reduce(
        (now, { from, to, insert }) => now.slice(0, from) + insert + now.slice(to),
        before,
      );
      expect(made).toBe(after);
    }),
    { numRuns: 2000 },
  );
});

for (const [before, after, where] of [
  // Changed above and below the cursor: it stays between its words.
  ["one\ntwo wo|rds\nthree\n", "ONE\ntwo words\nTHREE\n", "ONE\ntwo wo|rds\nTHREE\n"],
  [
    "one\n\nhere|\n\nthree\n",
    "new\none\n\nhere\n\nthree\nfour\n",
    "new\none\n\nhere|\n\nthree\nfour\n",
  ],
  ["one\n|two\n", "one\nnew\ntwo\n", "one\nnew\n|two\n"],
  ["one\n|\ntwo\n", "one\nnew\n\ntwo\n", "one\nnew\n|\ntwo\n"],
  ["one|\ntwo\n", "one\nnew\ntwo\n", "one|\nnew\ntwo\n"],
  ["one\n|", "one\nnew\n", "one\n|new\n"],
  // Changed in the cursor's own line.
  ["say the wor|d now\n", "SAY the word NOW\n", "SAY the wor|d NOW\n"],
  ["say the |word\n", "say the long word\n", "say the long |word\n"],
  ["say the word|\n", "say the word again\n", "say the word| again\n"],
] as const) {
  test(`the cursor stays with its words: ${JSON.stringify(before)} → ${JSON.stringify(after)}`, () => {
    expect(merged(before, after)).toBe(where);
  });
}
