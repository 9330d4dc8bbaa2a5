/** What the tracker file should say: the values of all its fields, lists and tables for one progress. */
import type { ItemId, PaperId } from "../core/content/curriculum.ts";
import { aspects, type ItemKind } from "../core/entries/entry.ts";
import { resourceList, weekList } from "../core/progress/lists.ts";
import { type Progress, percent } from "../core/progress/progress.ts";
import { writeHours } from "../core/time/duration.ts";
import { writeDay, writeText } from "./form.ts";
import { skippedWord, writeState } from "./states.ts";

/**
 * How a field takes an edit: a tick, hours, a day or a text becomes an entry; a derived figure is computed and
 * only shown; a stamp is the program's own and silently kept right.
 */
export type FieldKind = "tick" | "hours" | "day" | "text" | "derived" | "stamp";

export interface DesiredField {
  readonly kind: FieldKind;
  /** As it is written in the file. */
  readonly text: string;
  /** For `hours`, where the text is rounded. */
  readonly minutes?: number;
}

export interface DesiredItem {
  readonly id: ItemId;
  readonly kind: ItemKind;
  /** The label that stands in bold before a milestone's text. */
  readonly label: string | null;
  readonly text: string;
  readonly done: boolean;
}

export interface Desired {
  /** By key: `start`, `paper:bert:read`, `goal:2`, `reward:1`. */
  readonly fields: Readonly<Record<string, DesiredField>>;
  /** By list: `week:1`, `milestones`, `resources:Books`. Only what is shown. */
  readonly lists: Readonly<Record<string, readonly DesiredItem[]>>;
  readonly papers: readonly DesiredPaper[];
}

export interface DesiredPaper {
  readonly id: PaperId;
  readonly name: string;
  /** `1`, or `bonus`. */
  readonly table: string;
  readonly own: boolean;
}

export function paperField(paper: PaperId, column: string): string {
  return `paper:${paper}:${column}`;
}

export function desiredOf(progress: Progress, shownWeeks: ReadonlySet<number>): Desired {
  const { papers } = progress;
  const fields: Record<string, DesiredField> = {
    start: { kind: "day", text: writeDay(progress.start) },
    target: { kind: "day", text: writeDay(progress.target) },
    phase: { kind: "text", text: writeText(progress.currentPhase ?? "") },
    read: { kind: "derived", text: share(progress.read, progress.counted) },
    implemented: { kind: "derived", text: share(progress.implemented, progress.counted) },
    hours: { kind: "derived", text: writeHours(progress.minutes), minutes: progress.minutes },
    implementHours: {
      kind: "derived",
      text: writeHours(progress.implementMinutes),
      minutes: progress.implementMinutes,
    },
    updated: { kind: "stamp", text: writeDay(progress.lastUpdated) },
    nextReview: { kind: "day", text: writeDay(progress.nextReview) },
  };
  for (const paper of papers) {
    for (const aspect of aspects) {
      fields[paperField(paper.id, aspect)] = {
        kind: "tick",
        text:
          paper.skipped && aspect === "read" && paper.state.read === "none"
            ? skippedWord
            : writeState(paper.state[aspect]),
      };
    }
    fields[paperField(paper.id, "hours")] = {
      kind: "hours",
      text: writeHours(paper.minutes),
      minutes: paper.minutes,
    };
  }
  for (const phase of progress.phases) {
    fields[`phase:${phase.number}`] = {
      kind: "derived",
      text: phaseShare(phase.complete, phase.counted),
    };
  }
  for (const reward of progress.rewards) {
    fields[`reward:${reward.after}`] = { kind: "text", text: writeText(reward.text) };
  }
  const lists: Record<string, readonly DesiredItem[]> = {};
  for (const week of progress.weeks.filter(({ number }) => shownWeeks.has(number))) {
    fields[`goal:${week.number}`] = { kind: "text", text: writeText(week.goal) };
    lists[weekList(week.number)] = week.tasks.map((task) => ({ ...pick(task), label: null }));
  }
  lists.milestones = progress.milestones.map((item) => ({ ...pick(item), label: item.label }));
  for (const group of progress.resources) {
    lists[resourceList(group.title)] = group.items.map((item) => ({ ...pick(item), label: null }));
  }
  const desiredPapers = papers.map(({ id, name, phase, own }) => ({
    id,
    name,
    table: phase === null ? "bonus" : String(phase),
    own,
  }));
  return { fields, lists, papers: desiredPapers };
}

function pick(item: DesiredItem | Omit<DesiredItem, "label">): Omit<DesiredItem, "label"> {
  return { id: item.id, kind: item.kind, text: item.text, done: item.done };
}

function share(part: number, whole: number): string {
  return `${part}/${whole} (${percent(part, whole)}%)`;
}

function phaseShare(complete: number, papers: number): string {
  return `${complete}/${papers} papers complete`;
}

/**
 * The weeks that the file shows: those of the phases up to the current one, by date or by work, whichever is
 * further. A later phase's weeks appear when it comes.
 */
export function shownWeeks(progress: Progress): ReadonlySet<number> {
  const { phases, week, phaseNumber } = progress;
  const reached = phases.filter(
    (phase, index) =>
      index === 0 ||
      phase.weeks.least <= (week ?? 0) ||
      (phaseNumber === null ? true : phase.number <= phaseNumber),
  );
  const last = Math.max(0, ...reached.map((phase) => phase.weeks.most));
  return new Set(progress.weeks.map(({ number }) => number).filter((number) => number <= last));
}

/** A checklist line's text, the label included. */
export function itemLine(item: Pick<DesiredItem, "label" | "text">): string {
  return item.label === null ? item.text : `**${item.label}**: ${item.text}`;
}
