import { expect, test } from "bun:test";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Curriculum } from "../../src/core/content/curriculum.ts";
import { after } from "../../src/core/decide/rehearse.ts";
import { emptyTally } from "../../src/core/entries/tally.ts";
import { progressOf } from "../../src/core/progress/progress.ts";
import { sayFault } from "../../src/curriculum/faults.ts";
import { parseCurriculum } from "../../src/curriculum/parse.ts";
import { documentOf } from "../../src/exchange/curriculum/document.ts";
import { curriculumFiles } from "../../src/exchange/curriculum/files.ts";
import { curriculumIn } from "../../src/exchange/curriculum/from-document.ts";
import { textOf as decoded } from "../../src/exchange/in/markdown.ts";
import { readMarkdown } from "../../src/exchange/markdown/read.ts";
import { bringUpToDate, readTracker, takeIn } from "../../src/tracker/tracker.ts";
import { llm, monday } from "../fixtures/llm.ts";

const folder = join(import.meta.dir, "..", "fixtures", "trackers");
const files = readdirSync(folder).sort();
const textOf = (file: string) => decoded(readFileSync(join(folder, file))) ?? "";

function curriculumFrom(text: string): Curriculum | null {
  const said = documentOf(text, monday);
  const document = /^#|^[=-]{2,}$/m.test(said) ? said : `# Tasks\n\n${said}`;
  const made = curriculumIn(document, "A course", llm.papers);
  if (made === null) return null;
  const parsed = parseCurriculum(curriculumFiles("course", document, made), "1");
  if (!parsed.ok) throw new Error(parsed.faults.map(sayFault).join("\n"));
  return parsed.curriculum;
}

/** How a folder stands that takes the document over as its TRACKER.md, and what the file says then. */
function adopted(curriculum: Curriculum) {
  const tally = emptyTally();
  const progress = progressOf(curriculum, tally, monday);
  const now = Date.parse("2026-11-23T12:00:00Z");
  const situation = { curriculum, tally, progress, undoable: null, redoable: null, now };
  const scan = readTracker(curriculum.document?.text ?? "", curriculum);
  const { bodies, problems, kept } = takeIn(scan, { is: "none" }, situation);
  const next = after(situation, bodies);
  const written = bringUpToDate(scan, { is: "none" }, curriculum, next.progress, kept, 0);
  return { problems, progress: next.progress, written, situation: next };
}

const headings = (text: string) => text.match(/^#{1,6} .*$/gm) ?? [];

test("exchange.6 every tracker of the corpus that has tasks or papers makes a sound curriculum, and its headings stay in their order", () => {
  const without: string[] = [];
  for (const file of files) {
    const text = textOf(file);
    const curriculum = curriculumFrom(text);
    if (curriculum === null) {
      without.push(file);
      continue;
    }
    const { written, problems, situation } = adopted(curriculum);
    // A box with an unknown mark is told.
    expect([file, problems.length]).toEqual([file, file === "40-faults.md" ? 1 : 0]);
    if (
      !/mojibake|loose|kanban\.md|html|details|unicode|crlf|logseq|org|roam|notion|google-docs/.test(
        file,
      )
    ) {
      expect([file, headings(written.text)]).toEqual([file, headings(text)]);
    }
    const again = takeIn(
      readTracker(written.text, curriculum),
      { is: "named", agreed: written.agreed, before: null },
      situation,
    );
    expect([file, again.bodies, again.problems]).toEqual([file, [], problems]);
  }
  // Logs of days have none.
  expect(without).toEqual([
    "01-hhmm-days.md",
    "11-day-log-list.md",
    "12-dated-headings.md",
    "13-us-dates.md",
    "14-eu-dates.md",
    "15-week-grid.md",
    "16-counted-days.md",
    "17-week-totals.md",
    "28-minutes.md",
    "57-book-log.md",
    "77-date-forms.md",
    "78-hundred-days.md",
    "87-daily-bullets.md",
    "94-week-columns.md",
    "98-start-end-total.md",
  ]);
});

test("exchange.7 what was ticked in a tracker is taken over, box by box and paper by paper", () => {
  for (const file of files) {
    const curriculum = curriculumFrom(textOf(file));
    if (curriculum === null) continue;
    const { findings } = readMarkdown(textOf(file), monday);
    const boxes = findings.flatMap((one) => (one.is === "task" ? [one.state === "done"] : []));
    const papers = findings.flatMap((one) =>
      one.is === "paper" ? [one.states.read === "done"] : [],
    );
    const { progress } = adopted(curriculum);
    const tasks = progress.weeks.flatMap((week) => week.tasks.map(({ done }) => done));
    const read = progress.papers.map(({ done }) => done.read);
    const ticks = (all: readonly boolean[]) => all.filter(Boolean).length;
    // A paper that stands in a list of tasks is a task.
    expect([file, tasks.length + read.length]).toEqual([file, boxes.length + papers.length]);
    expect([file, ticks(tasks) + ticks(read)]).toEqual([file, ticks(boxes) + ticks(papers)]);
  }
});

test("weeks, days, modules and phases become weeks in phases, and a week is a week", () => {
  const shapeOf = (file: string) => {
    const curriculum = curriculumFrom(textOf(file));
    return {
      phases: curriculum?.phases.map(({ title, weeks }) => `${title} ${weeks.least}-${weeks.most}`),
      first: curriculum?.weeks[0],
    };
  };
  expect(shapeOf("02-weeks-94-boxes.md")).toMatchObject({
    phases: ["A course 1-20"],
    first: { title: "Python refresher" },
  });
  expect(shapeOf("04-nested-modules.md").phases).toEqual([
    "Foundations 1-1",
    "Transformers 2-2",
    "Training 3-3",
  ]);
  expect(shapeOf("30-phases.md").phases).toEqual(["Core 1-4", "Scale 5-8"]);
  const days = Array.from(
    { length: 10 },
    (_, at) => `## Day ${at + 1}\n\n- [ ] Task of day ${at + 1}\n`,
  );
  const curriculum = curriculumFrom(`# Ten days\n\n${days.join("\n")}`);
  expect(curriculum?.weeks.map(({ title, tasks }) => `${title}: ${tasks.length}`)).toEqual([
    "Days 1 to 7: 7",
    "Days 8 to 10: 3",
  ]);
});

test("a paper has its arXiv id, and all that is known of it from elsewhere", () => {
  const curriculum = curriculumFrom(textOf("03-paper-table-48.md"));
  expect(curriculum?.papers.length).toBe(48);
  expect(curriculum?.papers.find(({ id }) => id === "bert")).toMatchObject({
    arxiv: "1810.04805",
    venue: "NAACL",
  });
  expect(curriculum?.papers.find(({ name }) => name === "QLoRA")).toMatchObject({
    arxiv: "2305.14314",
    year: 2023,
    authors: [],
  });
});

test("a course of tasks alone is under way until its tasks are done", () => {
  const curriculum = curriculumFrom(
    "# Course\n\n## Module 1\n\n- [x] One\n\n## Module 2\n\n- [ ] Two\n",
  );
  if (curriculum === null) throw new Error("no curriculum");
  const { progress } = adopted(curriculum);
  expect(progress.phases.map(({ finished }) => finished)).toEqual([true, false]);
  expect(progress.phaseNumber).toBe(2);
});
