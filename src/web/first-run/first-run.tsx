/** The first minute: a few questions, a plan that is drawn while they are answered, and the first step. */
import { type FormEvent, useMemo, useState } from "react";
import { useLocation } from "wouter";
import type { Command } from "../../core/decide/command.ts";
import { after, decideAll } from "../../core/decide/rehearse.ts";
import { outlookOf } from "../../core/forecast/outlook.ts";
import { dayQueue, noCards } from "../../core/progress/day-queue.ts";
import { nextStep } from "../../core/progress/next-step.ts";
import { defaultTarget, weekStart } from "../../core/progress/schedule.ts";
import { addDays, type Day, parseDay } from "../../core/time/calendar.ts";
import { doubtOf, parseClock, parseDuration } from "../../core/time/duration.ts";
import { home } from "../../wire/screens.ts";
import type { TakenIn } from "../../wire/wire.ts";
import { daySpan, longDay } from "../format.ts";
import { FoundPython } from "../lab/found-python.tsx";
import { useTracker } from "../parts/parts.tsx";
import { settingsWords } from "../settings/words.ts";
import { strings } from "../strings.ts";
import { Problems, TakeIn } from "../take-in/take-in.tsx";
import { firstRunWords } from "./words.ts";

export default function FirstRun(props: {
  readonly skip: () => void;
  /** Keeps this screen, though the questions may be answered meanwhile. */
  readonly hold: (held: boolean) => void;
}) {
  const { skip, hold } = props;
  const { situation, material, run } = useTracker();
  const { curriculum, progress } = situation;
  const [, go] = useLocation();
  const [start, setStart] = useState<string>(progress.today);
  const [hours, setHours] = useState("8");
  const [dayStarts, setDayStarts] = useState("00:00");
  const [adoption, setAdoption] = useState<TakenIn | null>(null);

  const drawn = useMemo(() => {
    const on = parseDay(start);
    const minutes = parseDuration(hours, "hours");
    if (on === null) return { ok: false as const, fault: strings.badDay };
    if (minutes === null || minutes === 0) {
      return { ok: false as const, fault: doubtOf(hours) ?? settingsWords.badHours(hours) };
    }
    const begins = parseClock(dayStarts);
    if (begins === null || begins > 12 * 60) {
      return { ok: false as const, fault: settingsWords.badDayStart(dayStarts) };
    }
    const plan = { start: on, minutesAWeek: minutes, dayStarts: begins };
    const commands: readonly Command[] = [{ do: "change-plan", ...plan }];
    const decision = decideAll(commands, situation);
    if (!decision.ok) return { ok: false as const, fault: decision.message };
    const then = after(situation, decision.bodies);
    return {
      ok: true as const,
      commands,
      start: on,
      course: { start: on, away: then.tally.away },
      outlook: outlookOf(curriculum, then.tally, then.progress, longDay),
      step: nextStep(then, dayQueue(then, material.rhythm, noCards)),
    };
  }, [start, hours, dayStarts, situation, material, curriculum]);

  const save = async (event: FormEvent) => {
    event.preventDefault();
    if (!drawn.ok || !(await run(...drawn.commands)).ok) return;
    const session = drawn.step?.session ?? null;
    go(session === null ? home : `/paper/${session.paper}/read`);
  };
  const goOn = () => {
    hold(false);
    // A tracker without a start date leaves the questions to be answered.
    setAdoption(null);
  };
  if (adoption !== null) {
    return (
      <main className="first-run" id="screen" tabIndex={-1}>
        <h1>{curriculum.title}</h1>
        <Adopted adoption={adoption} goOn={goOn} />
      </main>
    );
  }
  return (
    <main className="first-run" id="screen" tabIndex={-1}>
      <h1>{curriculum.title}</h1>
      <p>{firstRunWords.welcome(curriculum.papers.length, curriculum.weeks.length)}</p>
      <form onSubmit={save}>
        <div className="three">
          <label>
            {firstRunWords.whenStart}
            <input
              type="date"
              value={start}
              required
              onChange={({ target }) => setStart(target.value)}
            />
          </label>
          <label>
            {firstRunWords.howManyHours}
            <input
              value={hours}
              inputMode="decimal"
              required
              onChange={({ target }) => setHours(target.value)}
            />
          </label>
          <label>
            {settingsWords.dayStarts}
            <input
              type="time"
              value={dayStarts}
              max="12:00"
              required
              title={settingsWords.dayStartsHint}
              onChange={({ target }) => setDayStarts(target.value)}
            />
          </label>
        </div>
        <FoundPython />
        {drawn.ok ? (
          <section aria-label={firstRunWords.yourPlan} className="sketch">
            <h2>{firstRunWords.yourPlan}</h2>
            <ol>
              {curriculum.phases.map(({ number, title, weeks, papers }) => (
                <li key={number}>
                  <b>{strings.phaseTitle(number, title)}</b>{" "}
                  <span className="faint">
                    {spanOf(drawn.start, weeks.least, weeks.most)} ·{" "}
                    {firstRunWords.papersCount(papers.length)}
                  </span>
                  <span
                    className="bar"
                    style={{
                      marginLeft: `${((weeks.least - 1) / curriculum.weeks.length) * 100}%`,
                      width: `${((weeks.most - weeks.least + 1) / curriculum.weeks.length) * 100}%`,
                    }}
                  />
                </li>
              ))}
            </ol>
            <p>{strings.targetWouldBe(longDay(defaultTarget(curriculum, drawn.course)))}</p>
            {drawn.outlook !== null && <p role="status">{drawn.outlook.sentence}</p>}
            {drawn.step !== null && (
              <p>
                <b>{firstRunWords.firstStep}</b> {drawn.step.what}
              </p>
            )}
          </section>
        ) : (
          <p role="alert" className="fault">
            {drawn.fault}
          </p>
        )}
        <p className="buttons">
          <button type="submit" className="strong big" disabled={!drawn.ok}>
            {firstRunWords.begin}
          </button>
          <button type="button" className="quiet" onClick={skip}>
            {firstRunWords.lookAround}
          </button>
        </p>
      </form>
      <TakeIn
        title={firstRunWords.haveTracker}
        help={firstRunWords.dropTracker}
        // A start date in the file would end the first run before what was not understood is read.
        hold={hold}
        taken={(taken) => {
          if (taken.brings > 0 && taken.problems.length > 0) {
            setAdoption(taken);
            return null;
          }
          hold(false);
          return taken.brings === 0
            ? firstRunWords.nothingAdopted
            : firstRunWords.adopted(taken.brings);
        }}
      />
    </main>
  );
}

function spanOf(start: Day, least: number, most: number): string {
  const course = { start, away: [] };
  return daySpan(weekStart(course, least), addDays(weekStart(course, most), 6));
}

/** What of the learner's tracker was not understood: to be read before the page goes on without it. */
function Adopted(props: { readonly adoption: TakenIn; readonly goOn: () => void }) {
  const { brings, problems } = props.adoption;
  return (
    <section aria-label={firstRunWords.haveTracker}>
      <p role="status">{firstRunWords.adopted(brings)}</p>
      <p>{firstRunWords.notAdopted(problems.length)}</p>
      <Problems problems={problems} />
      <p className="buttons">
        <button type="button" className="strong big" onClick={props.goOn}>
          {firstRunWords.goOn}
        </button>
      </p>
    </section>
  );
}
