/** What the learner has done of one paper and of its exercises. */

import { isVerified } from "../check/verified.ts";
import type { Curriculum, Exercise, PaperId, ReadingStep } from "../content/curriculum.ts";
import type { PaperSource } from "../content/paper-source.ts";
import { type Activity, type Aspect, type AspectState, aspects } from "../entries/entry.ts";
import { type CheckTally, checkKey, type Tally } from "../entries/tally.ts";
import type { Minutes } from "../time/duration.ts";

export interface ExerciseProgress extends Exercise {
  /** The learner's code has passed at least once. */
  readonly passed: boolean;
  readonly last: CheckTally["last"] | null;
}

export interface PaperProgress {
  readonly id: PaperId;
  readonly name: string;
  /** The phase's number, or null for a bonus paper. */
  readonly phase: number | null;
  readonly done: { readonly [A in Aspect]: boolean };
  /** As `done`, and what is begun. */
  readonly state: { readonly [A in Aspect]: AspectState };
  /** All three aspects are ticked. */
  readonly complete: boolean;
  readonly minutes: Minutes;
  readonly minutesBy: { readonly [A in Activity]: Minutes };
  readonly passes: readonly (1 | 2 | 3)[];
  /** How many passes have had their time: all three once the paper is read. */
  readonly passesRead: 0 | 1 | 2 | 3;
  /** Reading time that was logged without saying which pass it was. */
  readonly readUnnamed: Minutes;
  readonly exercises: readonly ExerciseProgress[];
  /** The implementation is ticked, and the learner's code has passed every core exercise. */
  readonly verified: boolean;
  /** The learner added it; it is not in the curriculum. */
  readonly own: boolean;
  /** The learner leaves it out: it has its place, and counts nowhere. */
  readonly skipped: boolean;
  /** Its arXiv id, as the curriculum or the learner says. */
  readonly arxiv: string | null;
}

export function exerciseProgress(
  tally: Tally,
  paper: PaperId | null,
  exercise: Exercise,
): ExerciseProgress {
  const runs = tally.checks[checkKey(paper, exercise.id)];
  return { ...exercise, passed: runs?.passed !== undefined, last: runs?.last ?? null };
}

export function paperProgress(
  curriculum: Curriculum,
  tally: Tally,
  id: PaperId,
  phase: number | null,
): PaperProgress {
  const known = curriculum.papers.find((paper) => paper.id === id);
  const added = tally.added.find((paper) => paper.id === id);
  const sums = tally.papers[id];
  const exercises = (known?.exercises ?? []).map((one) => exerciseProgress(tally, id, one));
  const stateOf = (aspect: Aspect): AspectState => {
    if (sums?.done[aspect] !== undefined) return "done";
    return sums?.started[aspect] === undefined ? "none" : "started";
  };
  const state = {
    read: stateOf("read"),
    notes: stateOf("notes"),
    implemented: stateOf("implemented"),
  };
  const done = {
    read: state.read === "done",
    notes: state.notes === "done",
    implemented: state.implemented === "done",
  };
  const minutesBy = {
    read: sums?.minutes.read ?? 0,
    notes: sums?.minutes.notes ?? 0,
    implement: sums?.minutes.implement ?? 0,
    review: sums?.minutes.review ?? 0,
  };
  const passes = ([1, 2, 3] as const).filter((pass) => sums?.passes[pass] !== undefined);
  const readUnnamed = minutesBy.read - Object.values(sums?.passes ?? {}).reduce((a, b) => a + b, 0);
  const open = done.read ? null : openPass({ passes, readUnnamed }, curriculum.reading);
  return {
    id,
    name: known?.name ?? added?.name ?? id,
    phase,
    done,
    state,
    complete: aspects.every((aspect) => done[aspect]) && !tally.skipped.includes(id),
    minutes: minutesBy.read + minutesBy.notes + minutesBy.implement + minutesBy.review,
    minutesBy,
    passes,
    passesRead: open === null ? 3 : ((open - 1) as 0 | 1 | 2),
    readUnnamed,
    exercises,
    verified:
      done.implemented &&
      isVerified(exercises, (id) => exercises.some((one) => one.id === id && one.passed)),
    own: known === undefined,
    skipped: tally.skipped.includes(id),
    arxiv: sourceOf(curriculum, tally, id).arxiv,
  };
}

export function ownPapers(
  curriculum: Curriculum,
  tally: Tally,
  phase: number | null,
): readonly PaperProgress[] {
  // What a newer curriculum has of itself stands at its own place, once.
  const known = new Set(curriculum.papers.map(({ id }) => id));
  return tally.added
    .filter((paper) => paper.phase === phase && !known.has(paper.id))
    .map((paper) => paperProgress(curriculum, tally, paper.id, phase));
}

/**
 * The pass to read next: the one after the furthest that time was spent on, and after those that reading time without
 * a pass is enough for. Null when all three have had their time.
 */
export function openPass(
  { passes, readUnnamed }: Pick<PaperProgress, "passes" | "readUnnamed">,
  reading: readonly ReadingStep[],
): 1 | 2 | 3 | null {
  const furthest = Math.max(0, ...passes);
  let left = readUnnamed;
  for (const pass of [1, 2, 3] as const) {
    if (pass <= furthest) continue;
    const least = reading[pass - 1]?.minutes.least ?? 0;
    if (left < Math.max(least, 1)) return pass;
    left -= least;
  }
  return null;
}

/** Where a paper is found: as its curriculum says, or as the learner has. */
export function sourceOf(curriculum: Curriculum, tally: Tally, id: PaperId): PaperSource {
  const record = tally.added.find((paper) => paper.id === id)?.record;
  const found =
    curriculum.papers.find((paper) => paper.id === id) ?? tally.links[id] ?? record ?? {};
  return { arxiv: found.arxiv ?? null, url: found.url ?? null };
}
