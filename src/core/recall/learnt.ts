/** What a month was for: what was forgotten, which mistakes were named, whose notes are thin. */

import type { Curriculum, PaperId } from "../content/curriculum.ts";
import { firstLine } from "../content/first-line.ts";
import { completeness } from "../content/note-sections.ts";
import { noteTemplateFor } from "../content/note-template.ts";
import { withoutNumbers } from "../content/number-text.ts";
import { dayNumber } from "../entries/card-memory.ts";
import { checkKey, type Tally } from "../entries/tally.ts";
import type { Progress } from "../progress/progress.ts";
import { type Day, dayAt } from "../time/calendar.ts";
import type { HeldCard } from "./recall.ts";

export interface Learnt {
  readonly lapsed: readonly { readonly front: string; readonly paper: string | null }[];
  readonly mistakes: readonly { readonly exercise: string; readonly named: readonly string[] }[];
  readonly thin: readonly {
    readonly paper: string;
    readonly filled: number;
    readonly of: number;
  }[];
}

interface Days {
  readonly from: Day;
  readonly to: Day;
}

export interface Studied {
  readonly curriculum: Curriculum;
  readonly tally: Tally;
  readonly progress: Progress;
  readonly held: readonly HeldCard[];
  readonly notes: readonly { readonly paper: PaperId; readonly text: string }[];
}

export function learntIn(studied: Studied, days: Days): Learnt {
  return {
    lapsed: lapsedIn(studied, days),
    mistakes: mistakesIn(studied, days),
    thin: thinNotes(studied),
  };
}

/** Cards that were forgotten in these days, and not well known since. */
function lapsedIn({ tally, progress, held }: Studied, { from, to }: Days): Learnt["lapsed"] {
  const [first, last] = [dayNumber(from), dayNumber(to)];
  return held.flatMap(({ card }) => {
    const failed = tally.cards[card.id]?.failing?.last;
    if (failed === undefined || failed < first || failed > last) return [];
    const paper = progress.papers.find(({ id }) => id === card.paper)?.name ?? null;
    return [{ front: card.front, paper }];
  });
}

function mistakesIn({ tally, progress }: Studied, { from, to }: Days): Learnt["mistakes"] {
  const inside = (at: number) => {
    const on = dayAt(at, tally);
    return from <= on && on <= to;
  };
  const exercises = [
    ...progress.papers.flatMap(({ id, name, exercises }) =>
      exercises.map((one) => ({ key: checkKey(id, one.id), exercise: `${name}: ${one.title}` })),
    ),
    ...progress.milestones.flatMap(({ exercise }) =>
      exercise === null ? [] : [{ key: checkKey(null, exercise.id), exercise: exercise.title }],
    ),
  ];
  return exercises.flatMap(({ key, exercise }) => {
    const named = Object.entries(tally.checks[key]?.named ?? {})
      .filter(([, at]) => inside(at))
      .map(([mistake]) => mistake);
    return named.length === 0 ? [] : [{ exercise, named }];
  });
}

/** Of papers that were read: notes with less than half of the template's sections filled in. */
function thinNotes({ curriculum, progress, notes }: Studied): Learnt["thin"] {
  return progress.papers.flatMap(({ id, name, done, skipped }) => {
    if (skipped || !(done.read || done.notes)) return [];
    const text = notes.find(({ paper }) => paper === id)?.text ?? "";
    const sections = completeness(noteTemplateFor(curriculum, id, name), text);
    const filled = sections.filter((section) => section.filled).length;
    return 2 * filled >= sections.length ? [] : [{ paper: name, filled, of: sections.length }];
  });
}

/** As many as a person takes in. */
const shown = 8;

/** The same in sentences, none where there is nothing to say. */
export function sayLearnt({ lapsed, mistakes, thin }: Learnt): readonly string[] {
  const more = lapsed.length > shown ? ` And ${lapsed.length - shown} more.` : "";
  return [
    ...(lapsed.length === 0
      ? []
      : [
          `Forgotten: ${lapsed
            .slice(0, shown)
            .map(({ front, paper }) => `${paper === null ? "" : `${paper}, `}“${headOf(front)}”`)
            .join("; ")}.${more}`,
        ]),
    ...mistakes.map(({ exercise, named }) => `Mistakes named in ${exercise}: ${named.join(", ")}.`),
    ...thin.map(
      ({ paper, filled, of }) =>
        `Notes on ${paper} are thin: ${filled} of ${of} sections are filled in.`,
    ),
  ];
}

function headOf(front: string): string {
  return firstLine(withoutNumbers(front), 70);
}
