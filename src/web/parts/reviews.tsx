/** The review schedule: what is due, what was missed, and the months' reviews. */
import { type FormEvent, useState } from "react";
import {
  checkinsBetween,
  monthlyCheckins,
  type ScheduledCheckin,
} from "../../core/progress/schedule.ts";
import { addDays } from "../../core/time/calendar.ts";
import { longDay, shortDay } from "../format.ts";
import { strings } from "../strings.ts";
import { Section, useTracker } from "./parts.tsx";
import { partWords } from "./words.ts";

export function Reviews() {
  const { situation } = useTracker();
  const { curriculum, progress, tally } = situation;
  const { today, start } = progress;
  const around = checkinsBetween(curriculum, tally, addDays(today, -7), addDays(today, 9));
  const weekly = around.filter(({ checkin }) => !checkin.startsWith("month:"));
  return (
    <Section title={partWords.sections.reviews}>
      {progress.nextReview !== null && (
        <p>
          <b>{strings.nextReview}</b> {longDay(progress.nextReview)}
        </p>
      )}
      <h3>{partWords.checkins}</h3>
      {weekly.length === 0 && (
        <p className="faint">{start === null ? strings.noStart : strings.noCheckin}</p>
      )}
      <ul className="checkins">
        {weekly.map((checkin) => (
          <Checkin key={`${checkin.checkin}@${checkin.on}`} checkin={checkin} />
        ))}
      </ul>
      <h3>{strings.monthly}</h3>
      <ul className="checkins">
        {start === null
          ? curriculum.monthly.map(({ month, what }) => (
              <li key={month}>
                {strings.monthly}: {what}
              </li>
            ))
          : monthlyCheckins(curriculum, tally).map((checkin) => (
              <Checkin key={checkin.checkin} checkin={checkin} />
            ))}
      </ul>
    </Section>
  );
}

function Checkin({ checkin }: { readonly checkin: ScheduledCheckin }) {
  const { situation, run, locked } = useTracker();
  const { today } = situation.progress;
  const [open, setOpen] = useState(false);
  const { on, what, done, skipped, questions } = checkin;
  const state = done ? strings.done : skipped ? strings.skipped : on < today ? strings.missed : "";
  const mark = (is: boolean, answers?: { question: string; answer: string }[]) =>
    run({
      do: "mark-checkin",
      checkin: checkin.checkin,
      on,
      done: is,
      ...(answers === undefined || answers.length === 0 ? {} : { answers }),
    });
  const finish = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const answers = questions
      .map((question, index) => ({ question, answer: String(form.get(String(index)) ?? "") }))
      .filter(({ answer }) => answer.trim() !== "");
    if (await mark(true, answers)) setOpen(false);
  };
  return (
    <li
      className={
        done ? "is-done" : skipped ? "" : on < today ? "is-missed" : on === today ? "is-today" : ""
      }
    >
      <div>
        <span className="day">{shortDay(on)}</span> {what} {state !== "" && <i>{state}</i>}
      </div>
      {!locked && !open && on <= today && (
        <button
          type="button"
          className={done ? "quiet" : ""}
          aria-label={`${done ? strings.undo : partWords.markDone}: ${what}, ${on}`}
          onClick={() => (done ? void mark(false) : setOpen(true))}
        >
          {done ? strings.undo : partWords.markDone}
        </button>
      )}
      {open && (
        <form className="questions" onSubmit={finish}>
          {questions.map((question, index) => (
            <label key={question}>
              {question}
              <textarea name={String(index)} rows={2} />
            </label>
          ))}
          <span className="buttons">
            <button type="submit" className="strong">
              {partWords.markDone}
            </button>
            <button type="button" className="quiet" onClick={() => setOpen(false)}>
              {strings.cancel}
            </button>
          </span>
        </form>
      )}
    </li>
  );
}
