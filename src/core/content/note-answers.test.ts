import { expect, test } from "bun:test";
import fc from "fast-check";
import { answersIn, answerTo, withAnswer } from "./note-answers.ts";

const note = "# BERT\n\n## The problem\n\nWords.\n";
const question = "What does $d_k$ do?";

test("the first answer brings the section, under the question as its heading", () => {
  expect(withAnswer(note, question, { text: "It scales.", score: "partly" })).toBe(
    `${note}\n## Answers\n\n### ${question}\n\nIt scales.\n\nSelf-score: partly\n`,
  );
});

test("an answer is changed where it stands, and others stay", () => {
  const two = withAnswer(withAnswer(note, question, { text: "One.", score: null }), "And then?", {
    text: "Two.",
    score: "solid",
  });
  const after = withAnswer(`${two}\n## After\n\nMine.\n`, question, {
    text: "One, longer.",
    score: "missed",
  });
  expect(answerTo(after, question)).toEqual({ text: "One, longer.", score: "missed" });
  expect(answerTo(after, "And then?")).toEqual({ text: "Two.", score: "solid" });
  expect(after).toContain("\n## After\n\nMine.\n");
  expect(after.indexOf(question)).toBeLessThan(after.indexOf("And then?"));
});

test("what was written in an editor is read", () => {
  const edited =
    "## Answers\n\n### Why?\nBecause.\n\n- one\n\n### How?\n\nSelf-score: solid\n## Other\n\n### Why?\n\nno answer\n";
  expect([...answersIn(edited)]).toEqual([
    ["Why?", { text: "Because.\n\n- one", score: null }],
    ["How?", { text: "", score: "solid" }],
  ]);
});

const piece = fc.constantFrom(
  ...[
    "words",
    "",
    "# heading",
    "## Answers",
    "### Why?",
    "```py",
    "```",
    "~~~",
    "<!-- hm",
    "-->",
    "- item",
    "Self-score: solid",
  ],
);
const text = fc.array(piece, { maxLength: 8 }).map((lines) => lines.join("\n"));
const score = fc.constantFrom("solid" as const, "partly" as const, "missed" as const, null);

test("whatever an answer holds, the lines around it and the other answers stay", () => {
  const around = `${note}\n## Answers\n\n### Other\n\nKept.\n\n## After\n\nMine.\n`;
  fc.assert(
    fc.property(text, score, text, (first, judged, second) => {
      const once = withAnswer(around, question, { text: first, score: judged });
      const twice = withAnswer(once, question, { text: second, score: "missed" });
      for (const made of [once, twice]) {
        expect(answerTo(made, "Other")).toEqual({ text: "Kept.", score: null });
        expect(made.startsWith(note)).toBe(true);
        expect(made.endsWith("\n## After\n\nMine.\n")).toBe(true);
      }
      expect(answerTo(twice, question).score).toBe("missed");
      // Written again it is the same: what is shown is what is kept.
      expect(withAnswer(twice, question, answerTo(twice, question))).toBe(twice);
    }),
    { numRuns: 500 },
  );
});

test("an answer that is emptied goes with its heading", () => {
  const made = withAnswer(note, question, { text: "It scales.", score: null });
  const gone = withAnswer(made, question, { text: "", score: null });
  expect(gone).not.toContain(question);
  expect(gone.startsWith(note)).toBe(true);
});
