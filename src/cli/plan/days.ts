/** `week --days`: what to do on which day of a week. */

import { nearestPlan } from "../../core/content/rhythm.ts";
import { plannedPace } from "../../core/progress/pace.ts";
import { type PlannedDay, planDays } from "../../core/progress/planned-days.ts";
import { sayDuration } from "../../core/time/duration.ts";
import type { Look, Workspace } from "../../workspace/workspace.ts";
import { spread, tickBox } from "../picture.ts";
import { type CommonOptions, printJson, Stop } from "../run.ts";
import type { Terminal } from "../terminal.ts";
import { wrap } from "../wrap.ts";

export async function showDays(
  terminal: Terminal,
  { curriculum, material }: Workspace,
  { progress, tally }: Look,
  number: number,
  options: CommonOptions & { readonly hours?: string },
): Promise<void> {
  const rhythm = (await material()).rhythm.find(({ week }) => week === number);
  if (rhythm === undefined) {
    throw new Stop(`This curriculum does not say what to do on which day of week ${number}.`);
  }
  const known = rhythm.plans.map(({ hours }) => hours);
  const wanted = options.hours === undefined ? null : Number(options.hours.replace(/h$/, ""));
  const plan =
    wanted === null
      ? nearestPlan(rhythm, plannedPace(curriculum, progress))
      : rhythm.plans.find(({ hours }) => hours === wanted);
  if (plan === undefined || plan === null) {
    throw new Stop(
      `There is no plan for "${options.hours}" hours a week: use ${known.join(", ")}.`,
      2,
    );
  }
  const days = planDays(plan, number, curriculum, tally, progress);
  if (options.json) {
    printJson(terminal, { week: number, hours: plan.hours, plans: known, days });
    return;
  }
  const { print, paint } = terminal;
  const title = progress.weeks.find((week) => week.number === number)?.title ?? "";
  const others = known.filter((hours) => hours !== plan.hours).join(" or ");
  print(
    spread(
      paint("strong", `Week ${number}: ${title}`),
      paint("faint", `${plan.hours} hours${others === "" ? "" : ` (--hours ${others})`}`),
    ),
  );
  for (const day of days) printDay(terminal, day, progress.today);
}

function printDay({ print, paint }: Terminal, day: PlannedDay, today: string): void {
  const { weekday, on, minutes, away, steps } = day;
  const name = `${weekday.charAt(0).toUpperCase()}${weekday.slice(1)}`;
  const head = `${name}${on === null ? "" : ` ${on}`}${on === today ? " (today)" : ""}`;
  print(
    `${paint(on === today ? "accent" : "strong", head)} ${paint("faint", away ? "away" : sayDuration(minutes))}`,
  );
  for (const { step, what, command, done } of steps) {
    const box = tickBox(paint, done === true);
    print(wrap(`  ${box} ${sayDuration(step.minutes).padStart(5)}  ${what}`, " ".repeat(11)));
    if (on === today && done !== true) print(paint("faint", `           ${command}`));
  }
}
