/** Time that was spent, logged by hand. */

import { type FormEvent, useState } from "react";
import type { PaperId } from "../../core/content/curriculum.ts";
import type { Activity } from "../../core/entries/entry.ts";
import { untimedStart } from "../../core/progress/free-time.ts";
import { addDays, type Day } from "../../core/time/calendar.ts";
import { durationFault, parseDuration } from "../../core/time/duration.ts";
import { strings } from "../strings.ts";
import { useTracker } from "./parts.tsx";
import { ActivityChoice, PaperChoice } from "./session-choices.tsx";
import { partWords } from "./words.ts";

export function LogForm() {
  const { situation, run } = useTracker();
  const { progress } = situation;
  const [said, setSaid] = useState("");
  const [fault, setFault] = useState<string | null>(null);
  const log = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const minutes = parseDuration(said, "refuse");
    if (minutes === null || minutes === 0) {
      setFault(durationFault(said));
      return;
    }
    setFault(null);
    const on = String(form.get("day")) as Day;
    const paper = String(form.get("paper"));
    const did = {
      paper: paper === "" ? null : (paper as PaperId),
      activity: String(form.get("activity")) as Activity,
      minutes,
    };
    const start = untimedStart(situation.tally, on, did, {
      now: Date.now(),
      span: null,
    });
    const done = await run({ do: "log", ...did, start });
    if (done.ok) setSaid("");
  };
  return (
    <form className="log" onSubmit={log} aria-label={strings.log}>
      <label>
        {strings.duration}
        <input
          value={said}
          placeholder={partWords.durationHint}
          aria-describedby={fault === null ? undefined : "log-fault"}
          aria-invalid={fault !== null}
          onChange={({ target }) => setSaid(target.value)}
        />
      </label>
      <PaperChoice first={progress.papers.find(({ complete }) => !complete)?.id ?? null} />
      <ActivityChoice first={"read"} />
      <label>
        {strings.day}
        <input
          type="date"
          name="day"
          key={progress.today}
          defaultValue={progress.today}
          min={addDays(progress.today, -3660)}
          max={progress.today}
        />
      </label>
      <button type="submit" className="strong">
        {strings.log}
      </button>
      {fault !== null && (
        <p id="log-fault" role="alert" className="fault">
          {fault}
        </p>
      )}
    </form>
  );
}
