/** Whether a timer that is started rings, and when. The choice is this browser's, and stays until it is changed. */
import { useState } from "react";
import type { Minutes } from "../../core/time/duration.ts";
import { partWords } from "./words.ts";

const key = "ring-after";
/** A Pomodoro, a lesson, and what stands in calendars. */
const choices: readonly Minutes[] = [25, 45, 60, 90];

/** What `start-timer` is told. */
export function ringChosen(): { readonly ring?: Minutes } {
  const ring = choices.find((minutes) => String(minutes) === localStorage.getItem(key));
  return ring === undefined ? {} : { ring };
}

export function RingChoice() {
  const [ring, setRing] = useState(() => ringChosen().ring);
  return (
    <select
      className="ring-choice"
      aria-label={partWords.ringAfter}
      title={partWords.ringAfter}
      value={ring ?? ""}
      onChange={({ target }) => {
        localStorage.setItem(key, target.value);
        setRing(ringChosen().ring);
      }}
    >
      <option value="">{partWords.noRing}</option>
      {choices.map((minutes) => (
        <option key={minutes} value={minutes}>
          {partWords.ringsAfter(minutes)}
        </option>
      ))}
    </select>
  );
}
