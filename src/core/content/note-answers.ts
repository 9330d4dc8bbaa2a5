/**
 * The answers to a guide's questions, in the learner's own note: a section of its own, a heading for each question, the
 * answer, and how good the learner finds it. So they are read and written in any editor.
 */
import { sectionsOf } from "./note-sections.ts";

export const scores = ["solid", "partly", "missed"] as const;
export type Score = (typeof scores)[number];

export interface Answer {
  readonly text: string;
  /** Null until the learner has judged it. */
  readonly score: Score | null;
}

const title = "Answers";
const scoreLine = /^Self-score: (solid|partly|missed)\s*$/;

interface Found extends Answer {
  readonly question: string;
  /** Lines from the heading up to (and without) what follows the answer. */
  readonly from: number;
  readonly to: number;
}

const oneLine = (text: string) => text.trim().replace(/\s+/g, " ");

/** Empty where the note has no such section. */
function findAnswers(
  note: string,
): { readonly found: readonly Found[]; readonly end: number } | null {
  const sections = sectionsOf(note);
  const lines = note.split("\n");
  const at = sections.findIndex((section) => section.title === title && section.level === 2);
  if (at === -1) return null;
  const following = sections.slice(at + 1);
  const next = following.find(({ level }) => level <= 2);
  const end = next === undefined ? lines.length : next.line - 1;
  const questions = following.filter(({ line, level }) => level === 3 && line <= end);
  const found = questions.map(({ title: question, line }, index): Found => {
    const to = (questions[index + 1]?.line ?? end + 1) - 1;
    return { question: oneLine(question), from: line - 1, to, ...answerOf(lines.slice(line, to)) };
  });
  return { found, end };
}

function answerOf(lines: readonly string[]): Answer {
  const said = [...lines];
  while (said.at(-1)?.trim() === "") said.pop();
  const score = scores.find((one) => one === scoreLine.exec(said.at(-1) ?? "")?.[1]) ?? null;
  if (score !== null) said.pop();
  return { text: said.join("\n").trim(), score };
}

/** By their questions. */
export function answersIn(note: string): ReadonlyMap<string, Answer> {
  const found = findAnswers(note)?.found ?? [];
  return new Map(found.map(({ question, text, score }) => [question, { text, score }]));
}

export function answerTo(note: string, question: string): Answer {
  return answersIn(note).get(oneLine(question)) ?? { text: "", score: null };
}

/** The note with that answer; an empty one takes its heading along. All other lines stay as they are. */
export function withAnswer(note: string, question: string, answer: Answer): string {
  const lines = note.split("\n");
  const there = findAnswers(note);
  const known = there?.found.find((one) => one.question === oneLine(question));
  const block = blockOf(question, answer);
  if (known !== undefined) {
    const [before, behind] = [lines.slice(0, known.from), lines.slice(known.to)];
    if (block.length > 0)
      return [...before, ...block, "", ...behind].join("\n").replace(/\n*$/, "\n");
    return [...withoutEmptyEnd(before), "", ...behind].join("\n").replace(/\n*$/, "\n");
  }
  if (block.length === 0) return note;
  const end = there?.end ?? lines.length;
  const before = withoutEmptyEnd(lines.slice(0, end));
  const heading = there === null ? [...(before.length > 0 ? [""] : []), `## ${title}`] : [];
  const behind = lines.slice(end);
  const rest = behind.some((line) => line.trim() !== "") ? ["", ...behind] : [""];
  return [...before, ...heading, "", ...block, ...rest].join("\n");
}

function blockOf(question: string, { text, score }: Answer): readonly string[] {
  const said = held(text.trim());
  if (said === "" && score === null) return [];
  return [
    `### ${oneLine(question)}`,
    ...(said === "" ? [] : ["", ...said.split("\n")]),
    ...(score === null ? [] : ["", `Self-score: ${score}`]),
  ];
}

function withoutEmptyEnd(lines: readonly string[]): readonly string[] {
  return lines.slice(0, lines.findLastIndex((line) => line.trim() !== "") + 1);
}

/** An answer stays one: its headings are lower ones, code that is begun in it ends in it, and a comment is words. */
function held(text: string): string {
  let inCode: string | null = null;
  const lines = text.split(/\r?\n/).map((line) => {
    const mark = /^ {0,3}(`{3,}|~{3,})/.exec(line)?.[1];
    if (mark !== undefined && (inCode === null || line.trim().startsWith(inCode))) {
      inCode = inCode === null ? mark : null;
      return line;
    }
    if (inCode !== null) return line;
    return line.replace(/^#{1,3}(?=\s)/, "####").replaceAll("<!--", "&lt;!--");
  });
  return (inCode === null ? lines : [...lines, inCode]).join("\n");
}
