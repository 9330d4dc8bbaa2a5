/** `curriculum from`: a curriculum from trackers and reading lists that people keep in Markdown. */

import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { basename, dirname, join, resolve } from "node:path";
import type { Paper } from "../../core/content/curriculum.ts";
import { freshId } from "../../core/content/names.ts";
import { dateAt } from "../../core/time/calendar.ts";
import { inShell } from "../../core/words/in-shell.ts";
import { documentOf } from "../../exchange/curriculum/document.ts";
import { curriculumFiles, guessedHours } from "../../exchange/curriculum/files.ts";
import { type CurriculumMade, curriculumIn } from "../../exchange/curriculum/from-document.ts";
import { textOf } from "../../exchange/in/markdown.ts";
import { unreadable } from "../../exchange/markdown/outline.ts";
import { readMarkdown } from "../../exchange/markdown/read.ts";
import {
  checkCurriculumFolder,
  defaultCurriculum,
  shippedCurriculum,
} from "../../workspace/content.ts";
import { systemReason } from "../../workspace/trouble.ts";
import { Stop } from "../run.ts";
import type { Terminal } from "../terminal.ts";

interface FromOptions {
  readonly into?: string;
}

export async function curriculumFrom(
  terminal: Terminal,
  files: readonly string[],
  options: FromOptions,
): Promise<void> {
  const today = dateAt(terminal.now(), "UTC");
  const sources = files.map((file) => ({ file, text: readSource(terminal, file) }));
  const [first] = sources;
  if (first === undefined) throw new Stop("Name a Markdown file to make a curriculum from.", 2);
  const title = readMarkdown(first.text, today).title ?? basename(first.file).replace(/\.\w+$/, "");
  const document = sources
    .map(({ text }) => documentOf(text, today))
    .map((text) => (/^#{1,6} |^[^\n]+\n[=-]{2,}$/m.test(text) ? text : `# ${title}\n\n${text}`))
    .join("\n\n");
  const known: readonly Paper[] = (await shippedCurriculum(defaultCurriculum)).papers;
  const made = curriculumIn(document, plainTitle(title), known);
  if (made === null) {
    throw new Stop(
      `${first.file} holds no task and no paper: a curriculum is made from lines with boxes, from tables with a paper column, and from lists of papers.`,
    );
  }
  const folder = resolve(terminal.cwd, options.into ?? freshId(plainTitle(title), new Set()));
  const id = freshId(basename(folder), new Set());
  write(folder, curriculumFiles(id, document, made));
  await checkCurriculumFolder(folder);
  tell(terminal, { folder, files, made });
}

function plainTitle(title: string): string {
  const words = title
    .replace(/[^\p{L}\p{N}\p{P} ]/gu, "")
    .replace(/\s+/g, " ")
    .trim();
  return words === "" ? "My curriculum" : words;
}

function readSource(terminal: Terminal, file: string): string {
  let bytes: Uint8Array;
  try {
    bytes = readFileSync(resolve(terminal.cwd, file));
  } catch (error) {
    throw new Stop(`${file} can't be read: ${systemReason(error)}.`);
  }
  const text = textOf(bytes);
  const fault = text === null ? "is not UTF-8 text" : unreadable(text);
  if (text === null || fault !== null) throw new Stop(`${file} ${fault}. Nothing was made.`);
  return text;
}

function write(folder: string, files: ReadonlyMap<string, string>): void {
  if (existsSync(folder) && readdirSync(folder).length > 0) {
    throw new Stop(`${folder} already exists and is not empty; name a new folder with --into.`);
  }
  try {
    for (const [name, text] of files) {
      const path = join(folder, name);
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(path, text, { flag: "wx" });
    }
  } catch (error) {
    throw new Stop(`${folder} can't be written: ${systemReason(error)}.`);
  }
}

interface Told {
  readonly folder: string;
  readonly files: readonly string[];
  readonly made: CurriculumMade;
}

function tell(terminal: Terminal, { folder, files, made }: Told): void {
  const { phases, weeks, papers, ticked } = made;
  const count = (number: number, one: string) => `${number} ${one}${number === 1 ? "" : "s"}`;
  const tasks = weeks.reduce((sum, week) => sum + week.tasks.length, 0);
  const name = basename(folder);
  terminal.print(
    `Made the curriculum "${made.title}" in ${name}: ${count(phases.length, "phase")}, ${count(weeks.length, "week")}, ${count(tasks, "task")} (${ticked} ticked) and ${count(papers.length, "paper")}.`,
  );
  const guessed = papers.filter(({ known }) => known === null).length;
  if (guessed > 0) {
    terminal.print(
      `${count(guessed, "paper")} ${guessed === 1 ? "has" : "have"} no estimate of time: ${guessedHours.read} hours of reading and ${guessedHours.implement} of implementing are put down for each; change them in papers/<id>/paper.yaml.`,
    );
  }
  terminal.print(
    `\`study init --dir my-study --curriculum ${name}\` studies it: TRACKER.md keeps your headings and their order, and what is ticked is kept.`,
  );
  terminal.print(
    `\`study import ${files.map(inShell).join(" ")}\` then takes the days and times of a log, where there is one.`,
  );
}
