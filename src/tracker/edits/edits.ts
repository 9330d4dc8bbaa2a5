/**
 * What the learner changed in a tracker file since it was last agreed on, as commands, and what could not be
 * understood, as problems. Laws: see SPEC.md.
 */
import type { Desired } from "../desired.ts";
import { fixedProblems } from "../fixed-problems.ts";
import { missingProblems } from "../missing.ts";
import type { Scan } from "../scan.ts";
import type { RowNames } from "../vocabulary.ts";
import { readField } from "./fields.ts";
import { readList } from "./lists.ts";
import { type Agreed, joined, nothingRead, type Reading } from "./reading.ts";
import { readRows } from "./rows.ts";

/**
 * `base` is the agreement that the text was edited from; null for a file that never was agreed on (made by hand,
 * or from a backup).
 */
export function readEdits(scan: Scan, base: Agreed | null, now: Desired, names: RowNames): Reading {
  const problems = [
    ...scan.problems,
    ...missingProblems(scan, base, now),
    ...fixedProblems(scan, base, now),
  ];
  return joined([
    { ...nothingRead, problems },
    ...Array.from(scan.fields, ([key, found]) => readField(key, found, base, now)),
    readRows(scan, base, now, names),
    ...Array.from(scan.lists, ([list, found]) => readList(list, found, base, now)),
  ]);
}
