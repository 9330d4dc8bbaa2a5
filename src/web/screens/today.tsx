/** Today: the next thing to do and why, this week's tasks, the cards that are due, the forecast. */
import { useMemo } from "react";
import { Link, useLocation } from "wouter";
import { checkinKey } from "../../core/entries/tally.ts";
import type { NextStep } from "../../core/progress/next-step.ts";
import { plannedPace } from "../../core/progress/pace.ts";
import type { Progress } from "../../core/progress/progress.ts";
import { courseOf, weekStart } from "../../core/progress/schedule.ts";
import { minutesInWeek, minutesOn, streakOf } from "../../core/progress/spent.ts";
import { addDays } from "../../core/time/calendar.ts";
import { stretchOn } from "../../core/time/time-off.ts";
import { endingOf } from "../../core/words/ending.ts";
import { daySpan, longDay, shortDay } from "../format.ts";
import { TodaysSteps } from "../parts/day-plan.tsx";
import { useCards, useDay } from "../parts/due.ts";
import { LogForm } from "../parts/log-form.tsx";
import { ItemList, NoStart, Section, useTracker } from "../parts/parts.tsx";
import { RingChoice, ringChosen } from "../parts/ring-choice.tsx";
import { AddTask, Goal } from "../parts/weeks.tsx";
import { type Action, useActions } from "../shell/actions.ts";
import { strings } from "../strings.ts";
import { screenWords } from "./words.ts";

export function Today() {
  const { situation, locked } = useTracker();
  const { progress } = situation;
  const { steps, next } = useDay();
  return (
    <>
      <h1 className="day-title">{shortDay(progress.today)}</h1>
      <p className="faint">{sayWhere(progress)}</p>
      <div className="columns wide-left">
        <div className="column">
          <NextCard step={next} />
          <TodaysSteps steps={steps} />
          <ThisWeek />
          {!locked && (
            <Section title={strings.log}>
              <LogForm />
              <p>
                <Link href="/log">{screenWords.toLog}</Link>
              </p>
            </Section>
          )}
        </div>
        <div className="column">
          <Pace />
          <Due />
          <Forecast />
          <Ahead />
        </div>
      </div>
    </>
  );
}

function sayWhere({ start, week, weeks, currentPhase }: Progress): string {
  if (start === null) return strings.noStart;
  if (week === null) return screenWords.startsOn(shortDay(start));
  const when =
    week > weeks.length ? screenWords.pastPlan(week) : screenWords.weekOf(week, weeks.length);
  return currentPhase === null ? when : `${when} · ${currentPhase}`;
}

function NextCard({ step }: { readonly step: NextStep | null }) {
  const { situation, run, locked } = useTracker();
  const [, go] = useLocation();
  const { timer, away, today } = situation.progress;
  const begin = useMemo(() => {
    if (step === null) return null;
    return () => {
      if (step.tick !== null) {
        void run({ do: "mark-paper", ...step.tick, done: true });
      } else if (step.kind === "away") {
        const off = stretchOn(away, today);
        if (off !== null) void run({ do: "set-away", ...off, from: today, away: false });
      } else if (step.kind === "checkin") go("/check-ins");
      else if (step.kind === "cards") go("/review");
      else if (step.kind === "task") go("/plan");
      else if (step.kind === "teach-back") go("/check-ins");
      else if (step.session === null) go("/milestones");
      else {
        if (timer === null) void run({ do: "start-timer", ...step.session, ...ringChosen() });
        go(`/paper/${step.session.paper}/${rooms[step.session.activity]}`);
      }
    };
  }, [step, timer, away, today, go, run]);
  const actions = useMemo<readonly Action[]>(
    () =>
      begin === null
        ? []
        : [
            {
              id: "begin",
              label: screenWords.beginNext,
              group: strings.keyGroups.screen,
              keys: "s",
              run: begin,
            },
          ],
    [begin],
  );
  useActions(actions);
  return (
    <section className="next-card" aria-labelledby="next-title">
      <h2 id="next-title">{strings.next}</h2>
      {step === null || begin === null ? (
        <Ending />
      ) : (
        <>
          <p className="what">{step.what}</p>
          <p className="faint">{step.why}</p>
          {(!locked || (step.session === null && step.tick === null)) && (
            <p className="buttons">
              <button type="button" className="strong big" onClick={begin}>
                {step.tick !== null
                  ? screenWords.tickIt
                  : step.session === null
                    ? strings.leadsTo[step.kind]
                    : timer === null
                      ? screenWords.startSession
                      : strings.open}
              </button>
              <kbd>s</kbd>
              {step.session !== null && timer === null && <RingChoice />}
            </p>
          )}
        </>
      )}
    </section>
  );
}

/** After the last step: what was reached, what goes on, what comes next. */
function Ending() {
  const { situation } = useTracker();
  return endingOf(situation.curriculum, situation.progress).map((line) => (
    <p className="what" key={line}>
      {line}
    </p>
  ));
}

export const rooms = {
  read: "read",
  notes: "notes",
  implement: "implement",
  review: "review",
} as const;

function ThisWeek() {
  const { progress } = useTracker().situation;
  const number = progress.workWeek;
  const week = progress.weeks.find((candidate) => candidate.number === number);
  if (week === undefined) return null;
  const course = courseOf(progress);
  const first = course === null ? null : weekStart(course, number);
  const done = week.tasks.filter((task) => task.done).length;
  return (
    <Section title={strings.weekTitle(number, week.title)}>
      <p className="faint">
        {first !== null && `${daySpan(first, addDays(first, 6))} · `}
        {screenWords.tasksDone(done, week.tasks.length)}
      </p>
      {week.tasks.length === 0 && <p className="faint">{strings.noTasks}</p>}
      <ItemList items={week.tasks} />
      <AddTask week={number} label={strings.addTask} />
      <Goal key={number} week={week} label={strings.goal} />
      <p>
        <Link href={`/plan#week-${number}`}>{screenWords.otherWeeks}</Link>
      </p>
    </Section>
  );
}

function Pace() {
  const { situation } = useTracker();
  const { curriculum, tally, progress } = situation;
  const spent = progress.week === null ? 0 : minutesInWeek(tally, progress.week);
  const planned = plannedPace(curriculum, progress);
  const streak = streakOf(tally, progress.today);
  return (
    <Section title={screenWords.pace}>
      <div className="figure">
        <span>{screenWords.spentThisWeek}</span>
        <b>
          {strings.hours(spent)}
          <span className="share"> / {strings.hours(planned)}</span>
        </b>
        <progress aria-label={screenWords.spentThisWeek} max={planned} value={spent} />
      </div>
      <dl className="pairs">
        <div>
          <dt>{screenWords.spentToday}</dt>
          <dd>{strings.hours(minutesOn(tally, progress.today))}</dd>
        </div>
        <div>
          <dt>{strings.streak}</dt>
          <dd>{strings.days(streak.now)}</dd>
        </div>
      </dl>
    </Section>
  );
}

function Due() {
  const { materialLoaded } = useTracker();
  const { queue } = useCards();
  return (
    <Section title={strings.places.review}>
      {!materialLoaded ? (
        <p className="faint">{strings.loadingCards}</p>
      ) : queue.cards.length === 0 ? (
        <p className="faint">{strings.noneDue}</p>
      ) : (
        <>
          <p className="count-line">
            <b>{queue.cards.length}</b> {screenWords.dueParts(queue.due, queue.fresh)}
          </p>
          <Link href="/review" className="button">
            {strings.reviewNow}
          </Link>
        </>
      )}
    </Section>
  );
}

function Forecast() {
  const outlook = useTracker().outlook();
  const early = outlook?.forecast.early ?? null;
  const late = outlook?.forecast.late ?? null;
  return (
    <Section title={strings.forecast}>
      {outlook === null ? <NoStart /> : <p>{outlook.sentence}</p>}
      {early !== null && late !== null && early !== late && (
        <p className="faint">{strings.range(longDay(early), longDay(late))}</p>
      )}
    </Section>
  );
}

function Ahead() {
  const { situation, run, locked } = useTracker();
  const { nextCheckin, missedCheckins } = situation.progress;
  return (
    <Section title={strings.places.checkIns}>
      {missedCheckins.map(({ checkin, on, what }) => (
        <p key={`${on}${what}`} className="is-missed">
          <i>{strings.missed}</i> {shortDay(on)}:{" "}
          <Link href={`/check-ins?open=${checkinKey(checkin, on)}`}>{what}</Link>
          {!locked && (
            <button
              type="button"
              className="quiet"
              aria-label={strings.skipOf(what, shortDay(on))}
              onClick={() => void run({ do: "skip-checkin", checkin, on, skipped: true })}
            >
              {strings.skipIt}
            </button>
          )}
        </p>
      ))}
      <p>
        {nextCheckin === null
          ? strings.noCheckin
          : `${nextCheckin.on === situation.progress.today ? strings.todayWord : shortDay(nextCheckin.on)}: ${nextCheckin.what}`}
      </p>
      <Link href="/check-ins">{screenWords.toCheckIns}</Link>
    </Section>
  );
}
