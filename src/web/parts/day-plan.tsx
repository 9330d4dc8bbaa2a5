/** What a week's rhythm has for its days, each step leading to where it is done. */
import { useMemo } from "react";
import { Link } from "wouter";
import { nearestPlan } from "../../core/content/rhythm.ts";
import type { QueuedStep } from "../../core/progress/day-queue.ts";
import { plannedPace } from "../../core/progress/pace.ts";
import { type PlannedDay, type PlannedStep, planDays } from "../../core/progress/planned-days.ts";
import { shortDay } from "../format.ts";
import { strings } from "../strings.ts";
import { Section, useTracker } from "./parts.tsx";
import { addressOf, placeOf } from "./place-of.ts";
import { partWords } from "./words.ts";

interface Planned {
  /** Hours a week that the plan is for. */
  readonly hours: number;
  readonly days: readonly PlannedDay[];
}

/** Null where the curriculum has no rhythm for the week. */
function usePlannedDays(week: number): Planned | null {
  const { situation, material } = useTracker();
  const { curriculum, tally, progress } = situation;
  return useMemo(() => {
    const rhythm = material.rhythm.find((one) => one.week === week);
    const plan = nearestPlan(rhythm, plannedPace(curriculum, progress));
    if (plan === null) return null;
    return { hours: plan.hours, days: planDays(plan, week, curriculum, tally, progress) };
  }, [material, curriculum, tally, progress, week]);
}

/** Today's steps, of which the first that is open is Next; nothing on a day that is free. */
export function TodaysSteps({ steps }: { readonly steps: readonly QueuedStep[] }) {
  if (steps.length === 0) return null;
  const minutes = steps.reduce((sum, step) => sum + (step.minutes ?? 0), 0);
  return (
    <Section title={partWords.todaysSteps}>
      {minutes > 0 && <p className="faint">{partWords.stepsTake(strings.hours(minutes))}</p>}
      <ol className="steps">
        {steps.map((step, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the steps of a day never change places.
          <li key={index} className={step.done ? "is-done" : ""}>
            <Mark done={step.done} />
            <Link href={placeOf(step)}>{step.what}</Link>
            <span className="faint">
              {step.minutes === null ? "" : strings.hours(step.minutes)}
            </span>
          </li>
        ))}
      </ol>
    </Section>
  );
}

function Mark({ done }: { readonly done: boolean }) {
  return (
    <span className="mark">
      <span aria-hidden="true">{done ? "✓" : "○"}</span>
      <span className="hidden">{done ? strings.done : strings.open}</span>
    </span>
  );
}

export function WeekDays({ week }: { readonly week: number }) {
  const planned = usePlannedDays(week);
  if (planned === null) return null;
  return (
    <details className="week-days">
      <summary>{partWords.dayByDay(planned.hours)}</summary>
      {planned.days.map(({ weekday, on, minutes, away, steps }) => (
        <section key={weekday} aria-label={partWords.weekdays[weekday]}>
          <h3>
            {on === null ? partWords.weekdays[weekday] : shortDay(on)}{" "}
            <small className="faint">{away ? partWords.dayOff : strings.hours(minutes)}</small>
          </h3>
          <Steps steps={steps} on={on} />
        </section>
      ))}
    </details>
  );
}

function Steps(props: { readonly steps: readonly PlannedStep[]; readonly on: string | null }) {
  return (
    <ol className="steps">
      {props.steps.map(({ step, what, done }, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the steps of a day never change places.
        <li key={index} className={done === true ? "is-done" : ""}>
          <Mark done={done === true} />
          <Link href={addressOf(step, props.on)}>{what}</Link>
          <span className="faint">{strings.hours(step.minutes)}</span>
        </li>
      ))}
    </ol>
  );
}
