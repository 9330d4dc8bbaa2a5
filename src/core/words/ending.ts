/** What is said when everything is done. */
import type { Curriculum } from "../content/curriculum.ts";
import type { Progress } from "../progress/progress.ts";
import { daysBetween } from "../time/calendar.ts";
import { sayDuration } from "../time/duration.ts";

/** A few sentences: what was reached, the rewards, what goes on, what may come next. */
export function endingOf(curriculum: Curriculum, progress: Progress): readonly string[] {
  const { phases, bonus, milestones, rewards, start, today } = progress;
  const papers = phases.flatMap((phase) => phase.papers.filter(({ skipped }) => !skipped));
  const open = milestones.filter(({ done }) => !done).length;
  const promised = rewards.filter(({ earned, text }) => earned && text !== "");
  const left = bonus
    .filter(({ complete, skipped }) => !complete && !skipped)
    .map(({ name }) => name);
  const time = start === null ? "" : ` in ${weeksSaid(daysBetween(start, today))}`;
  const reached = `All ${papers.length} papers of ${curriculum.title} are read, noted and implemented: ${sayDuration(progress.minutes)}${time}.`;
  return [
    reached,
    open === 0
      ? `All ${milestones.length} milestones are reached.`
      : `${milestones.length - open} of ${milestones.length} milestones are reached.`,
    ...(promised.length === 0
      ? []
      : [`Your rewards: ${promised.map(({ label, text }) => `${text} (${label})`).join("; ")}.`]),
    "Reviews go on: `study review` on the days that cards are due keeps what you learned.",
    left.length === 0
      ? "A paper of your own is next: `study paper add NAME`."
      : `What may come next: ${left.join(", ")}, or a paper of your own with \`study paper add NAME\`.`,
  ];
}

function weeksSaid(days: number): string {
  const weeks = Math.max(1, Math.ceil((days + 1) / 7));
  return weeks === 1 ? "one week" : `${weeks} weeks`;
}
