import { expect, test } from "bun:test";
import { situation } from "../../../tests/fixtures/llm.ts";
import { emptyTally } from "../entries/tally.ts";
import { day } from "../time/calendar.ts";
import type { PaperId } from "./curriculum.ts";
import { noteTemplateFor } from "./note-template.ts";

const { curriculum } = situation(emptyTally(), day("2026-01-05"));

test("a paper of the curriculum brings its record along", () => {
  const text = noteTemplateFor(curriculum, "attention" as PaperId);
  expect(text).toStartWith("# Attention Is All You Need\n\n- **Authors**: Ashish Vaswani");
  expect(text).toContain("\n- **Link**: https://arxiv.org/abs/1706.03762\n");
});

test("a paper of one's own has its name, and no line that says nothing", () => {
  const text = noteTemplateFor(curriculum, "mamba" as PaperId, "Mamba: selective state spaces");
  expect(text).toStartWith("# Mamba: selective state spaces\n");
  for (const word of ["Authors", "Published", "Link", "{{"]) expect(text).not.toContain(word);
  expect(text).toContain("\n## Key idea\n");
});
