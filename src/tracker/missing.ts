/** What of the expected document a file does not have, and which line may be it. */
import type { PaperId } from "../core/content/curriculum.ts";
import type { Problem } from "../core/words/problem.ts";
import type { Desired } from "./desired.ts";
import { columns, labels, sections } from "./form.ts";
import type { Scan } from "./scan.ts";
import type { Place } from "./sections.ts";

export interface MissingPart {
  /** The name of a section, or the label of a line. */
  readonly part: string;
  readonly kind: "section" | "table" | "line";
  /** The list, table or field that it holds. */
  readonly key: string;
  /** The heading that may be it, or under which it should stand; null where it is nowhere. */
  readonly near: { readonly line: number; readonly column: number; readonly title: string } | null;
}

interface Expected {
  readonly title: string;
  readonly key: string;
  readonly is: (place: Place) => boolean;
  /** The labels of its lines, by their fields. */
  readonly lines: readonly (readonly [string, string])[];
  readonly table: string | null;
}

export function missingParts(scan: Scan, desired: Desired): readonly MissingPart[] {
  const expected = expectedParts(scan, desired);
  const headings = expected.map(
    ({ is }) => scan.sections.all.find(({ place }) => is(place))?.heading ?? null,
  );
  const claimed = new Set<number>();
  return expected.flatMap((part, index): readonly MissingPart[] => {
    const heading = headings[index] ?? null;
    if (heading === null) {
      const from = headings.slice(0, index).findLast((one) => one !== null)?.title.line ?? 0;
      const to =
        headings.slice(index + 1).find((one) => one !== null)?.title.line ??
        Number.POSITIVE_INFINITY;
      const other = scan.sections.foreign.find(
        ({ title }) => title.line > from && title.line < to && !claimed.has(title.line),
      );
      if (other !== undefined) claimed.add(other.title.line);
      const near = other === undefined ? null : placeOf(other.title);
      return [{ part: part.title, kind: "section", key: part.key, near }];
    }
    const near = placeOf(heading.title);
    const lines = part.lines
      .filter(([field]) => desired.fields[field] !== undefined && !scan.fields.has(field))
      .map(([key, label]) => ({ part: label, kind: "line" as const, key, near }));
    if (part.table === null || scan.tables.has(part.table)) return lines;
    const table = { part: part.title, kind: "table" as const, key: part.table, near };
    return [table, ...lines];
  });
}

function placeOf(title: { readonly line: number; readonly column: number; readonly text: string }) {
  return { line: title.line, column: title.column, title: title.text.slice(0, 100) };
}

function expectedParts({ vocabulary, fields }: Scan, desired: Desired): readonly Expected[] {
  const overall = ["start", "target", "phase"] as const;
  const overview = ["read", "implemented", "hours", "implementHours"] as const;
  const lines = (keys: readonly (keyof typeof labels)[]) =>
    keys.map((key) => [key, labels[key]] as const);
  const list = (title: string, key: string, is: Expected["is"]): Expected[] =>
    desired.lists[key] === undefined ? [] : [{ title, key, is, lines: [], table: null }];
  const overviewIn: Expected = {
    title: sections.overview,
    key: "overview",
    // Its lines may as well stand in the section above.
    is: (place) =>
      place.in === "overview" ||
      (overview.some((key) => fields.has(key)) && place.in === "overall"),
    lines: lines(overview),
    table: null,
  };
  return [
    {
      title: sections.overall,
      key: "overall",
      is: (place) => place.in === "overall",
      lines: lines(overall),
      table: null,
    },
    overviewIn,
    ...vocabulary.phases.map(({ number, title }) => ({
      title: `Phase ${number}: ${title}`,
      key: String(number),
      is: (place: Place) => place.in === "table" && place.phase === number,
      lines: [[`phase:${number}`, `Phase ${number} Progress`] as const],
      table: String(number),
    })),
    {
      title: vocabulary.bonusTitle,
      key: "bonus",
      is: (place) => place.in === "table" && place.phase === null,
      lines: [],
      table: "bonus",
    },
    ...vocabulary.weeks.flatMap(({ number, title }) =>
      list(
        `Week ${number}: ${title}`,
        `week:${number}`,
        (place) => place.in === "week" && place.week === number,
      ).map((week) => ({ ...week, lines: [[`goal:${number}`, labels.goal] as const] })),
    ),
    ...list(sections.milestones, "milestones", (place) => place.in === "milestones"),
    {
      title: sections.rewards,
      key: "rewards",
      is: (place) => place.in === "rewards",
      lines: vocabulary.rewards.map(({ label, key }) => [key, label] as const),
      table: null,
    },
    ...vocabulary.resources.flatMap(({ title, list: key }) =>
      list(title, key, (place) => place.in === "resources" && place.list === key),
    ),
  ];
}

type Shown = Desired & { readonly inFile: ReadonlySet<PaperId> };

/** The parts that a file has lost, or has under another name, told. What it never had is not missed. */
export function missingProblems(scan: Scan, base: Shown | null, now: Desired): readonly Problem[] {
  // What a document of its own does not have is not missed.
  if (scan.vocabulary.document !== null) return missingDates(scan, base);
  if (scan.sections.all.length === 0) return scan.unclosed === null ? [nothingFound] : [];
  // Below a fence or a comment that nobody closed all is hidden, which is told by itself.
  const seen = ({ near }: MissingPart) => near !== null || scan.unclosed === null;
  const parts = missingParts(scan, now)
    .filter(({ kind, key, near }) => near !== null || (kind === "section" && had(base, key)))
    .filter(seen)
    .map((part) => ({
      line: part.near?.line ?? 1,
      column: part.near?.column ?? 1,
      message: missingMessage(part),
    }));
  return [...parts, ...missingDates(scan, base)];
}

const nothingFound: Problem = {
  line: 1,
  column: 1,
  message:
    "No section of the tracker stands in this file, so nothing in it is read or written. Move it away, and the next command writes the tracker anew; `study import` takes in what another file has.",
};

/** The dates at the foot, in no section; the first bears the mark that old editor windows are known by. */
function missingDates({ fields, unclosed, source }: Scan, base: Shown | null): readonly Problem[] {
  if (unclosed !== null) return [];
  const line = source.trimEnd().split("\n").length;
  return (["updated", "nextReview"] as const)
    .filter((key) => base?.fields[key] !== undefined && !fields.has(key))
    .map((key) => ({
      line,
      column: 1,
      message: `The file has lost its line "${labels[key]}"; write it at the end as **${labels[key]}**: and study fills it in.`,
    }));
}

function had(base: Shown | null, key: string): boolean {
  if (base === null) return false;
  if (base.lists[key] !== undefined) return true;
  return base.papers.some(({ id, table }) => table === key && base.inFile.has(id));
}

export function missingMessage({ part, kind, near }: MissingPart): string {
  switch (kind) {
    case "section":
      return near === null
        ? `The section "${part}" is nowhere in the file; what belongs there is kept and not shown.`
        : `The section "${part}" was not found; if "${near.title}" is it, name it as the tracker does.`;
    case "table":
      return `"${part}" has no table with the columns ${Object.values(columns).join(", ")}; its papers are kept and not shown.`;
    case "line":
      return `"${near?.title ?? "The file"}" has no line "${part}"; write it as **${part}**: and its value.`;
    default:
      return kind satisfies never;
  }
}
