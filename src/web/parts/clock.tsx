/** The running timer. */
import { useEffect, useState } from "react";
import { timerElapsed } from "../../core/decide/decide-time.ts";
import type { Timer } from "../../core/entries/tally.ts";
import { clockText } from "../format.ts";
import { strings } from "../strings.ts";
import { useTracker } from "./parts.tsx";

export function Clock({ timer }: { readonly timer: Timer }) {
  const { situation, run, locked } = useTracker();
  const [now, setNow] = useState(Date.now());
  const running = timer.runningSince !== null;
  useEffect(() => {
    if (!running) return;
    const interval = window.setInterval(() => setNow(Date.now()), 1000);
    return () => window.clearInterval(interval);
  }, [running]);
  const paper = situation.progress.papers.find(({ id }) => id === timer.paper);
  const what =
    timer.pass === undefined ? strings.activities[timer.activity] : strings.pass(timer.pass);
  return (
    <fieldset className="clock" aria-label={running ? strings.running : strings.paused}>
      <b role="timer">{clockText(timerElapsed(timer, Math.max(now, timer.runningSince ?? 0)))}</b>
      <span>
        {!running && `${strings.paused}: `}
        {what}
        {paper !== undefined && ` · ${paper.name}`}
      </span>
      {!locked && (
        <span className="buttons">
          <button
            type="button"
            onClick={() => void run({ do: running ? "pause-timer" : "resume-timer" })}
          >
            {running ? strings.pause : strings.resume}
          </button>
          <button type="button" className="strong" onClick={() => void run({ do: "stop-timer" })}>
            {strings.stop}
          </button>
          <button type="button" className="quiet" onClick={() => void run({ do: "discard-timer" })}>
            {strings.discard}
          </button>
        </span>
      )}
    </fieldset>
  );
}
