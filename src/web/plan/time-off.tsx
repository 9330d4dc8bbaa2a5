/** Time off: what is taken, and a form that takes some. */
import { type FormEvent, useState } from "react";
import { parseDay } from "../../core/time/calendar.ts";
import { sayStretch } from "../../core/words/describe.ts";
import { shortDay } from "../format.ts";
import { Section, useTracker } from "../parts/parts.tsx";
import { planWords } from "./words.ts";

export function TimeOff() {
  const { situation, run, locked } = useTracker();
  const { away, today } = situation.progress;
  const [from, setFrom] = useState("");
  const [until, setUntil] = useState("");
  const take = async (event: FormEvent) => {
    event.preventDefault();
    const [first, last] = [parseDay(from), parseDay(until)];
    if (first === null || last === null) return;
    if ((await run({ do: "set-away", from: first, until: last, away: true })).ok) {
      setFrom("");
      setUntil("");
    }
  };
  const shown = away.filter((stretch) => stretch.until >= today);
  return (
    <Section title={planWords.timeOff}>
      {shown.length === 0 && <p className="faint">{planWords.noTimeOff}</p>}
      <ul className="bare">
        {shown.map((stretch) => {
          const said = sayStretch(stretch, shortDay);
          return (
            <li key={stretch.from}>
              {said}{" "}
              {!locked && (
                <button
                  type="button"
                  className="quiet"
                  aria-label={planWords.removeTimeOff(said)}
                  onClick={() => void run({ do: "set-away", ...stretch, away: false })}
                >
                  ×
                </button>
              )}
            </li>
          );
        })}
      </ul>
      {!locked && (
        <form className="dates" onSubmit={take}>
          <label>
            {planWords.awayFrom}
            <input
              type="date"
              value={from}
              onChange={({ target }) => setFrom(target.value)}
              required
            />
          </label>
          <label>
            {planWords.awayUntil}
            <input
              type="date"
              value={until}
              min={from === "" ? undefined : from}
              onChange={({ target }) => setUntil(target.value)}
              required
            />
          </label>
          <button type="submit">{planWords.takeOff}</button>
        </form>
      )}
    </Section>
  );
}
