/** One check-in, step by step: what was done, what slipped, the questions, next week's goal. */
import { type FormEvent, useMemo, useState } from "react";
import { Link } from "wouter";
import type { Command } from "../../core/decide/command.ts";
import { checkinKey } from "../../core/entries/tally.ts";
import { lookBack, monthOf, periodOf } from "../../core/progress/period.ts";
import type { ScheduledCheckin } from "../../core/progress/schedule.ts";
import { courseOf, keptCheckin, weekOf } from "../../core/progress/schedule.ts";
import { learntIn, sayLearnt } from "../../core/recall/learnt.ts";
import { longDay, shortDay } from "../format.ts";
import { Rich } from "../markdown/rich.tsx";
import { useDraft } from "../parts/draft.ts";
import { useCards } from "../parts/due.ts";
import { Section, useTracker } from "../parts/parts.tsx";
import { strings } from "../strings.ts";
import { MonthCards } from "./month-cards.tsx";
import { checkInWords } from "./words.ts";

export function Guided({ checkin }: { readonly checkin: ScheduledCheckin }) {
  const { situation, run, locked } = useTracker();
  const { tally, progress } = situation;
  const { today } = progress;
  const course = courseOf(progress);
  const { on, what, done, questions } = checkin;
  const kept = keptCheckin(tally, checkin.checkin, on);
  const [again, setAgain] = useState(false);
  const [draft, setDraft] = useDraft(`check-in:${checkinKey(checkin.checkin, on)}`);
  const drafted = fieldsOf(draft);
  const nextWeek = course === null ? null : weekOf(course, on) + 1;
  const next = progress.weeks.find(({ number }) => number === nextWeek);
  const month = monthOf(checkin.checkin);
  const setsGoal = checkin.checkin === "progress" || month !== null;

  const finish = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const answers = questions
      .map((question, index) => ({ question, answer: String(form.get(`q${index}`) ?? "").trim() }))
      .filter(({ answer }) => answer !== "");
    const commands: Command[] = [
      {
        do: "mark-checkin",
        checkin: checkin.checkin,
        on,
        done: true,
        ...(answers.length === 0 ? {} : { answers }),
      },
    ];
    const goal = form.get("goal");
    if (next !== undefined && typeof goal === "string" && goal.trim() !== next.goal) {
      commands.push({ do: "set-goal", week: next.number, text: goal.trim() });
    }
    if (!(await run(...commands)).ok) return;
    setDraft("");
    setAgain(false);
  };

  const isQuiz = checkin.checkin === "quiz";
  // The questions of a quiz are asked after it, and the quiz itself marks it as done.
  const writing = again || (isQuiz ? done && kept?.answers.length === 0 : !done);
  if (isQuiz && !done) {
    return (
      <Section title={what}>
        <p className="faint">{longDay(on)}</p>
        <p>{checkInWords.quizIs}</p>
        {on <= today ? (
          <p className="buttons">
            <Link className="button" href={`/review?quiz=${on}`}>
              {checkInWords.takeQuiz}
            </Link>
            <Skip checkin={checkin} />
          </p>
        ) : (
          <p className="faint">{checkInWords.comesOn(shortDay(on))}</p>
        )}
      </Section>
    );
  }
  return (
    <Section title={what}>
      <p className="faint">{longDay(on)}</p>
      {isQuiz ? <QuizResult on={on} /> : <LookBack checkin={checkin} />}
      {month !== null && <MonthCards month={month} />}
      {done && !writing ? (
        <>
          <p className="is-done">
            <i>{strings.done}</i>
          </p>
          <Answers answers={kept?.answers ?? []} />
          {!locked && (
            <p className="buttons">
              <button type="button" onClick={() => setAgain(true)}>
                {checkInWords.changeAnswers}
              </button>
              <button
                type="button"
                className="quiet"
                onClick={() =>
                  void run({ do: "mark-checkin", checkin: checkin.checkin, on, done: false })
                }
              >
                {checkInWords.notDone}
              </button>
            </p>
          )}
        </>
      ) : locked || on > today ? (
        <>
          <ol>
            {questions.map((question) => (
              <li key={question}>{question}</li>
            ))}
          </ol>
          {on > today && <p className="faint">{checkInWords.comesOn(shortDay(on))}</p>}
        </>
      ) : (
        <form
          className="questions"
          onSubmit={finish}
          onInput={({ currentTarget }) =>
            setDraft(JSON.stringify(Object.fromEntries(new FormData(currentTarget))))
          }
        >
          {questions.map((question, index) => (
            <label key={question}>
              {question}
              <textarea
                name={`q${index}`}
                rows={3}
                defaultValue={
                  drafted[`q${index}`] ??
                  kept?.answers.find((one) => one.question === question)?.answer ??
                  ""
                }
              />
            </label>
          ))}
          {setsGoal && next !== undefined && (
            <label>
              {strings.goalOf(next.number, next.title)}
              <textarea name="goal" rows={2} defaultValue={drafted.goal ?? next.goal} />
            </label>
          )}
          <span className="buttons">
            <button type="submit" className="strong">
              {checkInWords.finishCheckin}
            </button>
            {!done && <Skip checkin={checkin} />}
          </span>
        </form>
      )}
    </Section>
  );
}

/** What is not done can be left out: it is asked no more. */
function Skip({ checkin }: { readonly checkin: ScheduledCheckin }) {
  const { run, locked } = useTracker();
  const { on, what, skipped } = checkin;
  if (locked) return null;
  const change = () =>
    void run({ do: "skip-checkin", checkin: checkin.checkin, on, skipped: !skipped });
  return (
    <>
      {skipped && <span className="faint">{checkInWords.skippedIs}</span>}
      <button
        type="button"
        className="quiet"
        aria-label={skipped ? checkInWords.takeUp : strings.skipOf(what, shortDay(on))}
        onClick={change}
      >
        {skipped ? checkInWords.takeUp : strings.skipIt}
      </button>
    </>
  );
}

function fieldsOf(draft: string): Readonly<Record<string, string>> {
  return draft === "" ? {} : (JSON.parse(draft) as Record<string, string>);
}

/** What a month was for. */
function WhatWasLearnt({ checkin }: { readonly checkin: ScheduledCheckin }) {
  const { situation, notes } = useTracker();
  const { held } = useCards();
  const { curriculum, tally, progress } = situation;
  const days = periodOf(curriculum, checkin.checkin, checkin.on, courseOf(progress));
  const lines = sayLearnt(
    learntIn({ curriculum, tally, progress, held, notes: notes.all() }, days),
  );
  if (lines.length === 0) return null;
  return (
    <div>
      <h3>{checkInWords.whatWasLearnt}</h3>
      <ul>
        {lines.map((line) => (
          <li key={line}>
            <Rich text={line} inline />
          </li>
        ))}
      </ul>
    </div>
  );
}

function LookBack({ checkin }: { readonly checkin: ScheduledCheckin }) {
  const { situation } = useTracker();
  const { curriculum, tally, progress } = situation;
  const period = useMemo(
    () =>
      lookBack(
        curriculum,
        tally,
        progress,
        periodOf(curriculum, checkin.checkin, checkin.on, courseOf(progress)),
      ),
    [curriculum, tally, progress, checkin],
  );
  const { minutes, plannedMinutes, ticked, tasksDone, milestones, answers, openTasks, missed } =
    period;
  const nothing = ticked.length + tasksDone.length + milestones.length === 0;
  return (
    <div className="look-back">
      <div>
        <h3>{checkInWords.whatWasDone}</h3>
        <p>
          {checkInWords.spent(minutes, plannedMinutes)}
          {answers.all > 0 && ` ${strings.answered(answers.all, answers.known)}`}
        </p>
        {nothing && <p className="faint">{checkInWords.nothingTicked}</p>}
        <ul>
          {ticked.map(({ paper, aspect }) => (
            <li key={`${paper.id}${aspect}`}>
              {paper.name}: {strings.aspects[aspect]}
            </li>
          ))}
          {[...milestones, ...tasksDone].map(({ id, text }) => (
            <li key={id}>{text}</li>
          ))}
        </ul>
      </div>
      <div>
        <h3>{checkInWords.whatSlipped}</h3>
        {openTasks.length + missed.length === 0 && (
          <p className="faint">{checkInWords.nothingSlipped}</p>
        )}
        <ul>
          {openTasks.map(({ week, task }) => (
            <li key={task.id}>
              {task.text} <span className="faint">{strings.ofWeek(week)}</span>
            </li>
          ))}
          {missed.map(({ checkin: kind, on, what }) => (
            <li key={`${kind}${on}`}>
              {what} <span className="faint">{shortDay(on)}</span>
            </li>
          ))}
        </ul>
      </div>
      {monthOf(checkin.checkin) !== null && <WhatWasLearnt checkin={checkin} />}
    </div>
  );
}

export function Answers(props: {
  readonly answers: readonly { readonly question: string; readonly answer: string }[];
}) {
  if (props.answers.length === 0) return <p className="faint">{checkInWords.noAnswers}</p>;
  return (
    <dl className="answers">
      {props.answers.map(({ question, answer }) => (
        <div key={question}>
          <dt>{question}</dt>
          <dd>{answer}</dd>
        </div>
      ))}
    </dl>
  );
}

export function QuizResult({ on }: { readonly on: string }) {
  const { situation } = useTracker();
  const quiz = Object.entries(situation.tally.quizzes).find(([day]) => day === on)?.[1];
  if (quiz === undefined) return null;
  const known = quiz.answers.filter(({ grade }) => grade > 1).length;
  return (
    <p>
      <b>{strings.quizScore(known, quiz.answers.length)}</b>
    </p>
  );
}
