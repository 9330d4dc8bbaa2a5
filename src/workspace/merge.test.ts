import { expect, test } from "bun:test";
import fc from "fast-check";
import { conflictMarks, mergeTexts as mergeWithMarks } from "./merge.ts";

const line = fc.constantFrom("", "", "one", "two", "three", "four");
const text = fc.array(line, { maxLength: 30 }).map((lines) => lines.join("\n"));
const { ours, theirs, end } = conflictMarks;
const mergeTexts = (base: string, a: string, b: string) =>
  mergeWithMarks(base, a, b, conflictMarks);

test("sync.23 a text that only one side changed is that side's", () => {
  fc.assert(
    fc.property(text, text, (base, changed) => {
      expect(mergeTexts(base, changed, base)).toEqual({ text: changed, conflicts: 0 });
      expect(mergeTexts(base, base, changed)).toEqual({ text: changed, conflicts: 0 });
      expect(mergeTexts(base, changed, changed)).toEqual({ text: changed, conflicts: 0 });
    }),
  );
});

test("sync.23 no line that a side added is lost, whatever the three texts are", () => {
  const own = (name: string) =>
    fc.array(
      fc.oneof(
        line,
        fc.nat(9).map((at) => `${name} ${at}`),
      ),
      { maxLength: 30 },
    );
  fc.assert(
    fc.property(text, own("mine"), own("theirs"), (base, mine, other) => {
      const merged = mergeTexts(base, mine.join("\n"), other.join("\n")).text.split("\n");
      for (const one of [...mine, ...other].filter((word) => /\d/.test(word))) {
        expect(merged).toContain(one);
      }
    }),
    { numRuns: 1000 },
  );
});

test("sync.23 changes of different lines are both in the text", () => {
  const base = "a\nb\nc\nd\ne\n";
  expect(mergeTexts(base, "A\nb\nc\nd\ne\n", "a\nb\nc\nd\nE\nf\n")).toEqual({
    text: "A\nb\nc\nd\nE\nf\n",
    conflicts: 0,
  });
  expect(mergeTexts("a\nb\nc", "qc", "a\nb\nc\nd")).toEqual({
    text: `${ours}\nqc\n${theirs}\na\nb\nc\nd\n${end}`,
    conflicts: 1,
  });
  expect(mergeTexts("a\nb\nc", "a\nc", "a\nb\nc\nd").text).toBe("a\nc\nd");
  expect(mergeTexts("", "mine", "theirs").text).toBe(`${ours}\nmine\n${theirs}\ntheirs\n${end}`);
});

test("sync.23 of lines that are all the same, and of half-blank ones, what both sides changed is found", () => {
  const equal = Array.from({ length: 2000 }, () => "same");
  expect(
    mergeTexts(equal.join("\n"), ["first", ...equal].join("\n"), [...equal, "last"].join("\n")),
  ).toEqual({ text: ["first", ...equal, "last"].join("\n"), conflicts: 0 });
  const blank = Array.from({ length: 4000 }, (_, at) => (at % 2 === 0 ? "" : `line ${at}`));
  const merged = mergeTexts(
    blank.join("\n"),
    blank.with(5, "mine").toSpliced(2000, 3).join("\n"),
    blank.with(3991, "theirs").join("\n"),
  );
  expect(merged).toEqual({
    text: blank.with(5, "mine").with(3991, "theirs").toSpliced(2000, 3).join("\n"),
    conflicts: 0,
  });
});

/** The marks of a text as signs; what stands between them left out. */
function marksIn(text: string): string {
  const signs: Readonly<Record<string, string>> = { [ours]: "<", [theirs]: "=", [end]: ">" };
  return text
    .split("\n")
    .map((one) => signs[one] ?? "")
    .join("");
}

test("sync.27 marks never stand within marks, however often two tabs change the same lines", () => {
  const change = fc.record({
    tab: fc.constantFrom(0 as const, 1 as const),
    at: fc.nat(12),
    remove: fc.nat(2),
    typed: fc.nat(99),
    save: fc.boolean(),
  });
  fc.assert(
    fc.property(fc.array(change, { minLength: 4, maxLength: 40 }), (changes) => {
      let file = "one\ntwo\nthree";
      const tabs = [
        { base: file, text: file },
        { base: file, text: file },
      ];
      for (const { tab, at, remove, typed, save } of changes) {
        const mine = tabs[tab];
        if (mine === undefined) continue;
        // Whoever types leaves the marks alone.
        if (
          marksIn(
            mine.text
              .split("\n")
              .slice(at, at + remove)
              .join("\n"),
          ) !== ""
        )
          continue;
        mine.text = mine.text.split("\n").toSpliced(at, remove, `tab ${tab} ${typed}`).join("\n");
        if (!save) continue;
        file = mergeTexts(mine.base, mine.text, file).text;
        tabs[tab] = { base: file, text: file };
        expect(marksIn(file)).not.toMatch(/<[^>]*</);
        expect(file).toContain(`tab ${tab} ${typed}`);
      }
    }),
    { numRuns: 500 },
  );
});
