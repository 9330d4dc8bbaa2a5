/** Figures that study computes, as the learner wrote them. */
import type { Command } from "../../core/decide/command.ts";
import type { Progress } from "../../core/progress/progress.ts";
import type { Problem } from "../../core/words/problem.ts";
import type { Desired } from "../desired.ts";
import { isBlank, readHours } from "../form.ts";
import { says } from "../says.ts";
import type { Scan } from "../scan.ts";
import type { Reading } from "./reading.ts";

/**
 * A tracker kept by hand may hold hours that no row accounts for: the difference between its totals and what
 * the rows came to, as time without a paper. Rows do not say how much of them was implementing, so its total goes
 * as far as the hours beyond the rows; the rest is reported with the figure.
 */
export function totalsBeyond(scan: Scan, progress: Progress): readonly Command[] {
  const written = (key: "hours" | "implementHours") => {
    const found = scan.fields.get(key);
    return found === undefined || isBlank(found.text) ? 0 : (readHours(found.text) ?? 0);
  };
  const implementing = Math.max(0, written("implementHours") - progress.implementMinutes);
  const total = Math.max(written("hours"), written("implementHours"));
  const beyond = Math.max(0, total - progress.minutes);
  const implement = Math.min(implementing, beyond);
  const parts = [
    { activity: "implement", minutes: implement },
    { activity: "read", minutes: beyond - implement },
  ] as const;
  return parts
    .filter(({ minutes }) => minutes > 0)
    .map((part): Command => ({ do: "adjust-hours", paper: null, ...part }));
}

/**
 * Derived figures that the learner wrote over and that do not agree with what they add up to, once the other
 * edits are in. They are left as they are and reported. A figure that any of `bases` had was the program's.
 */
export function derivedProblems(scan: Scan, bases: readonly Desired[], after: Desired): Reading {
  const problems: Problem[] = [];
  const kept = new Set<string>();
  for (const [key, found] of scan.fields) {
    const computed = after.fields[key];
    if (computed?.kind !== "derived") continue;
    if (isBlank(found.text) || says(found.text, computed)) continue;
    const wasSo = ({ fields }: Desired) =>
      fields[key] !== undefined && says(found.text, fields[key]);
    if (bases.some(wasSo)) continue;
    // In a file that is taken over, a figure of nothing was never filled in.
    if (bases.length === 0 && /^0(\/|$)/.test(found.text)) continue;
    kept.add(key);
    problems.push({
      line: found.line,
      column: found.column,
      message: `"${found.text}" is a figure that study computes, and it comes to "${computed.text}". Empty it to get it back, and change the table above it instead.`,
    });
  }
  return { edits: [], problems, kept };
}
