import { expect, test } from "bun:test";
import { llm as curriculum } from "../../../tests/fixtures/llm.ts";
import { emptyTally } from "../entries/tally.ts";
import { progressOf } from "../progress/progress.ts";
import { day } from "../time/calendar.ts";
import type { PaperId } from "./curriculum.ts";
import { paperLinks } from "./note-sections.ts";
import { ownNamesOf, paperNamed } from "./paper-names.ts";

const papers = { curriculum, progress: progressOf(curriculum, emptyTally(), day("2026-01-05")) };
const bert = "bert";
const attention = "attention";

function meant(name: string, ...notes: readonly (readonly [string, ...string[]])[]): string | null {
  const own = ownNamesOf(
    notes.map(([paper, ...aliases]) => ({ paper: paper as PaperId, aliases })),
  );
  return paperNamed(name, papers, own);
}

test("a link means the paper that a note's own aliases name, in any case", () => {
  const notes = [[bert, "The Cloze paper", "Masked words of 2018"]] as const;
  expect(meant("the cloze paper", ...notes)).toBe(bert);
  expect(meant("masked WORDS of 2018", ...notes)).toBe(bert);
  expect(meant("Masked words of 2018")).toBeNull();
});

test("an alias takes no paper's own name, and one that two notes have means neither", () => {
  expect(meant("BERT", [attention, "BERT"])).toBe(bert);
  expect(meant("pretraining", [bert, "Pretraining"], [attention, "pre-training"])).toBeNull();
  expect(meant("pretraining", [bert, "Pretraining", "pre-training"])).toBe(bert);
  expect(meant("", [bert, "…"])).toBeNull();
});

test("a note links to papers, also to a heading in one; an embedded image is no link", () => {
  const text = "[[BERT#Training]], [[gpt-1|it]], ![[figure.png|320]], ![[layernorm]], [[bert^a1]]";
  expect(paperLinks(text)).toEqual(["BERT", "gpt-1", "layernorm", "bert"]);
});
