/** The latest sessions by their days, each to be put right, split or removed. */

import { type FormEvent, useState } from "react";
import type { PaperId } from "../../core/content/curriculum.ts";
import type { Activity } from "../../core/entries/entry.ts";
import { latelyKept } from "../../core/entries/sessions.ts";
import type { Session } from "../../core/entries/tally.ts";
import { nameOfPaper } from "../../core/progress/named-paper.ts";
import { loggedOf } from "../../core/progress/sessions.ts";
import { type Day, dateAt, timeAt } from "../../core/time/calendar.ts";
import { parseDuration, sayDuration } from "../../core/time/duration.ts";
import { dayNow } from "../../core/time/elsewhere.ts";
import { momentShown } from "../../core/time/written.ts";
import { clockTime, shortDay } from "../format.ts";
import { Section, useTracker } from "../parts/parts.tsx";
import { ActivityChoice, PaperChoice } from "../parts/session-choices.tsx";
import { strings } from "../strings.ts";
import { logWords } from "./words.ts";

/** As many as a fortnight of evenings has. */
const atFirst = 30;

export function Sessions() {
  const { lately } = useTracker().situation.tally;
  const [open, setOpen] = useState<string | null>(null);
  const [shown, setShown] = useState(atFirst);
  const latest = lately.toReversed();
  const days = Map.groupBy(latest.slice(0, shown), ({ on }) => on);
  return (
    <Section title={logWords.sessions}>
      {latest.length === 0 && <p className="faint">{logWords.noSessions}</p>}
      {[...days].map(([on, sessions]) => (
        <div key={on} className="log-day">
          <h3>
            {shortDay(on)}{" "}
            <span className="faint">
              {sayDuration(sessions.reduce((sum, { minutes }) => sum + minutes, 0))}
            </span>
          </h3>
          <ul className="log-lines">
            {sessions.map((session) => (
              <li key={session.id}>
                {open === session.id ? (
                  <EditSession session={session} close={() => setOpen(null)} />
                ) : (
                  <Line session={session} edit={() => setOpen(session.id)} />
                )}
              </li>
            ))}
          </ul>
        </div>
      ))}
      {latest.length > shown ? (
        <button type="button" onClick={() => setShown(shown + atFirst)}>
          {logWords.more}
        </button>
      ) : (
        latest.length >= latelyKept && <p className="faint">{logWords.earlier}</p>
      )}
    </Section>
  );
}

function Line({ session, edit }: { readonly session: Session; readonly edit: () => void }) {
  const { situation, locked } = useTracker();
  const { timeZone } = situation.progress;
  const { paper, activity, pass, on, start, minutes } = session;
  const name = paper === null ? strings.noPaper : nameOfPaper(paper, situation);
  const doing = pass === undefined ? strings.activities[activity] : logWords.pass(pass);
  const now = dayNow(session, situation.progress);
  const what = `${shortDay(on)}, ${clockTime(start, timeZone)}: ${sayDuration(minutes)} ${name} (${doing})`;
  return (
    <>
      <span className="faint when">{clockTime(start, timeZone)}</span>
      <span>
        {name} <span className="faint">{doing}</span>
        {now !== null && <span className="faint"> {logWords.dayNow(shortDay(now), timeZone)}</span>}
      </span>
      <span className="number">{sayDuration(minutes)}</span>
      {!locked && (
        <button type="button" className="quiet" aria-label={logWords.editOf(what)} onClick={edit}>
          {strings.edit}
        </button>
      )}
    </>
  );
}

function EditSession({
  session,
  close,
}: {
  readonly session: Session;
  readonly close: () => void;
}) {
  const { situation, run } = useTracker();
  const { tally, progress } = situation;
  const { timeZone } = progress;
  const [said, setSaid] = useState(sayDuration(session.minutes));
  const minutes = parseDuration(said, "refuse");
  const [fault, setFault] = useState<string | null>(null);
  const began = dateAt(session.start, timeZone);
  const change = { session: session.id, logged: loggedOf(tally, session) };
  const save = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (minutes === null || minutes === 0) return;
    const form = new FormData(event.currentTarget);
    const field = (name: string) => String(form.get(name));
    const activity = field("activity") as Activity;
    const same = field("day") === began && field("time") === timeAt(session.start, timeZone);
    const [day, time] = [field("day"), field("time")];
    const moment = same
      ? { is: "moment" as const, at: session.start }
      : momentShown(`${day} ${time}`, day as Day, time, timeZone);
    if (moment.is === "fault") {
      setFault(moment.message);
      return;
    }
    setFault(null);
    const done = await run({
      do: "edit-session",
      ...change,
      to: {
        paper: field("paper") === "" ? null : (field("paper") as PaperId),
        activity,
        ...(session.pass === undefined || activity !== "read" ? {} : { pass: session.pass }),
        start: moment.at,
        minutes,
      },
    });
    if (done.ok) close();
  };
  return (
    <form
      className="log"
      onSubmit={save}
      onKeyDown={({ key }) => key === "Escape" && close()}
      aria-label={logWords.edit}
    >
      <label>
        {strings.duration}
        <input
          data-takes-focus=""
          value={said}
          aria-invalid={minutes === null || minutes === 0}
          onChange={({ target }) => setSaid(target.value)}
        />
      </label>
      <PaperChoice first={session.paper} />
      <ActivityChoice first={session.activity} />
      <label>
        {strings.day}
        <input type="date" name="day" required defaultValue={began} />
      </label>
      <label>
        {logWords.time}
        <input type="time" name="time" required defaultValue={timeAt(session.start, timeZone)} />
      </label>
      {fault !== null && <p role="alert">{fault}</p>}
      <div className="buttons">
        <button type="submit" className="strong">
          {strings.save}
        </button>
        <button type="button" onClick={close}>
          {strings.cancel}
        </button>
        {session.minutes > 1 && (
          <button
            type="button"
            onClick={() => {
              close();
              void run({
                do: "split-session",
                ...change,
                minutes: Math.floor(session.minutes / 2),
              });
            }}
          >
            {logWords.split}
          </button>
        )}
        <button
          type="button"
          onClick={() => {
            close();
            void run({ do: "remove-session", ...change });
          }}
        >
          {logWords.remove}
        </button>
      </div>
    </form>
  );
}
