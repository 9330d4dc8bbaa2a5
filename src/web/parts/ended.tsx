/** A session has just ended: what was logged, put right where it is wrong, whether the pass is done, and what is next. */
import { type FormEvent, useState } from "react";
import { Link } from "wouter";
import type { Session } from "../../core/entries/tally.ts";
import { loggedOf } from "../../core/progress/sessions.ts";
import { parseDuration, sayDuration } from "../../core/time/duration.ts";
import { strings } from "../strings.ts";
import { useDay } from "./due.ts";
import { useTracker } from "./parts.tsx";
import { placeOfNext } from "./place-of.ts";
import { sessionWords as words } from "./words.ts";

export default function Ended({
  session,
  close,
}: {
  readonly session: Session;
  readonly close: () => void;
}) {
  const { situation, run } = useTracker();
  const { tally, progress } = situation;
  const { next } = useDay();
  const { paper, activity, pass, minutes, start } = session;
  const name = progress.papers.find(({ id }) => id === paper)?.name ?? strings.noPaper;
  const what = pass === undefined ? strings.activities[activity] : strings.pass(pass);
  const change = (to: { readonly minutes: number; readonly pass?: 1 | 2 | 3 }) =>
    run({
      do: "edit-session",
      session: session.id,
      logged: loggedOf(tally, session),
      to: { paper, activity, start, ...to },
    });
  const isRead = progress.papers.find(({ id }) => id === paper)?.done.read === true;
  return (
    <section className="session-end" aria-label={words.ended} aria-live="polite">
      <p>
        <b>{words.logged(sayDuration(minutes), name, what)}</b>{" "}
        {pass !== undefined && (pass < 3 || isRead) && <span>{words.passDone(pass)}</span>}
      </p>
      <div className="buttons">
        <Length
          key={minutes}
          minutes={minutes}
          save={(said) => change({ minutes: said, ...(pass === undefined ? {} : { pass }) })}
        />
        {pass !== undefined && !isRead && (
          <button type="button" onClick={() => void change({ minutes })}>
            {words.notYet(pass)}
          </button>
        )}
        {pass === 3 && !isRead && paper !== null && (
          <button
            type="button"
            onClick={() => void run({ do: "mark-paper", paper, aspect: "read", done: true })}
          >
            {words.markRead}
          </button>
        )}
      </div>
      <p className="buttons">
        {next !== null && (
          <Link className="button" href={placeOfNext(next)} onClick={close}>
            {words.next(next.what)}
          </Link>
        )}
        <button type="button" className="quiet" onClick={close}>
          {strings.close}
        </button>
      </p>
    </section>
  );
}

function Length(props: {
  readonly minutes: number;
  readonly save: (minutes: number) => Promise<unknown>;
}) {
  const [said, setSaid] = useState(sayDuration(props.minutes));
  const minutes = parseDuration(said, "refuse");
  const save = (event: FormEvent) => {
    event.preventDefault();
    if (minutes !== null && minutes > 0) void props.save(minutes);
  };
  return (
    <form className="buttons" onSubmit={save}>
      <label>
        {words.length}{" "}
        <input
          size={6}
          value={said}
          aria-invalid={minutes === null || minutes === 0}
          onChange={({ target }) => setSaid(target.value)}
        />
      </label>
      {minutes !== props.minutes && <button type="submit">{strings.save}</button>}
    </form>
  );
}
