/** Edits of what the file only shows: titles, targets, tips, review days and the date of the last writing. */
import { plainName } from "../core/content/names.ts";
import type { Problem } from "../core/words/problem.ts";
import type { Desired } from "./desired.ts";
import { isBlank } from "./form.ts";
import { plainWords, withoutComments } from "./plain.ts";
import type { Scan } from "./scan.ts";
import { type Section, titleWords } from "./sections.ts";
import { labelledIn, withoutTail } from "./shapes/label.ts";

export function fixedProblems(scan: Scan, base: Desired | null, now: Desired): readonly Problem[] {
  return [
    ...scan.sections.all.flatMap((section) => [
      ...titleProblem(section, scan),
      ...targetProblem(section, scan),
      ...lineProblem(section, scan),
    ]),
    ...stampProblem(scan, base, now),
  ];
}

function titleProblem({ place, heading }: Section, { vocabulary }: Scan): readonly Problem[] {
  const part =
    place.in === "week"
      ? vocabulary.weeks.find(({ number }) => number === place.week)
      : place.in === "table"
        ? vocabulary.phases.find(({ number }) => number === place.phase)
        : undefined;
  if (part === undefined) return [];
  const rest = plainName(titleWords(heading.title.text).replace(/^\p{L}+\s*#?\d+/u, ""));
  if (rest === "" || rest.startsWith(plainName(part.title))) return [];
  // Dates and other additions behind the name are the learner's own; another name is an edit.
  return [
    {
      line: heading.title.line,
      column: heading.title.column,
      message: `The title here is the curriculum's: "${part.title}". The file can't change it; yours stays in the file only.`,
    },
  ];
}

function targetProblem({ place, lines }: Section, { vocabulary }: Scan): readonly Problem[] {
  const phase =
    place.in === "table"
      ? vocabulary.phases.find(({ number }) => number === place.phase)
      : undefined;
  if (phase === undefined) return [];
  for (const { line, where } of lines) {
    const found = where === "own" ? labelledIn(line) : null;
    if (found?.label !== "target") continue;
    const value = withoutTail(found.value);
    const [written, wanted] = [plainWords(value.text), plainWords(phase.target)];
    // A formatter may have broken it into lines.
    if (written !== "" && wanted.startsWith(written)) return [];
    return [
      {
        line: value.line,
        column: value.column,
        message: `The target of phase ${phase.number} is the curriculum's: "${phase.target}". The file can't change it; yours stays in the file only.`,
      },
    ];
  }
  return [];
}

/** Tips and reviews: the first line that the curriculum has and the file has not, or has otherwise. */
function lineProblem({ place, heading, lines }: Section, { vocabulary }: Scan): readonly Problem[] {
  const fixed =
    place.in === "fixed" ? vocabulary.fixed.find(({ title }) => title === place.title) : undefined;
  if (fixed === undefined) return [];
  const own = lines.filter(({ line, where }) => where === "own" && line.text.trim() !== "");
  const text = bare(own.map(({ line }) => line.text).join(" "));
  const changed = fixed.lines.filter((line) => !text.includes(bare(line)));
  const [first] = changed;
  if (first === undefined) return [];
  const known = new Set(fixed.lines.map(bare));
  const other = own.find(({ line }) => !known.has(bare(line.text)))?.line;
  return [
    {
      line: other?.number ?? heading.title.line,
      column: 1,
      message: `"${fixed.title}" is the curriculum's and says "${plainWords(first).replace(/^(?:[-*+]|\d+[.)])\s+/, "")}". The file can't change it; yours stays in the file only.`,
    },
  ];
}

/** The words without bullets, numbers and line breaks. */
function bare(line: string): string {
  return plainName(plainWords(line).replace(/(^|\s)(?:[-*+]|\d+[.)])\s+/g, " "));
}

function stampProblem(scan: Scan, base: Desired | null, now: Desired): readonly Problem[] {
  const found = scan.fields.get("updated");
  const before = base?.fields.updated;
  if (found === undefined || before === undefined) return [];
  const date = withoutComments(found.text).trim();
  const known = [before.text, now.fields.updated?.text].map((text) =>
    withoutComments(text ?? "").trim(),
  );
  if (isBlank(date) || known.includes(date)) return [];
  return [
    {
      line: found.line,
      column: found.column,
      message: `"${date.slice(0, 60)}" is a date that study writes itself, at every change; yours is overwritten.`,
    },
  ];
}
