/** An open timer: what it has counted, and how it is settled. */
import { type FormEvent, useEffect, useRef, useState } from "react";
import type { Timer } from "../../core/entries/tally.ts";
import { timerDoubt, timerElapsed } from "../../core/progress/open-timers.ts";
import { parseDuration, sayDuration } from "../../core/time/duration.ts";
import { clockText } from "../format.ts";
import { strings } from "../strings.ts";
import { useTracker } from "./parts.tsx";
import { ring } from "./ring.ts";
import { partWords, sessionWords } from "./words.ts";

/** A page that is in the background still looks at the clock once a minute; longer is sleep. */
const sleptAfter = 5 * 60_000;

export function Clock({ timer }: { readonly timer: Timer }) {
  const { situation, run, locked } = useTracker();
  const { now, slept } = useWatch(timer);
  const [asking, setAsking] = useState(false);
  const running = timer.runningSince !== null;
  const counted = timerElapsed(timer, Math.max(now, timer.runningSince ?? 0));
  const isTime = timer.ringsAfter !== undefined && counted >= timer.ringsAfter * 60_000;
  useEffect(() => {
    if (isTime) ring();
  }, [isTime]);
  const paper = situation.progress.papers.find(({ id }) => id === timer.paper);
  const what =
    timer.pass === undefined ? strings.activities[timer.activity] : strings.pass(timer.pass);
  const isForgotten = timerDoubt(timer, { tally: situation.tally, now }) !== null;
  const asks = (asking || isForgotten) && !locked;
  const stop = () => {
    if (!isForgotten && !slept) void run({ do: "stop-timer", timer: timer.id });
    else setAsking(true);
  };
  return (
    <fieldset className="clock" aria-label={running ? strings.running : partWords.paused}>
      <b role="timer">{clockText(counted)}</b>
      <span>
        {!running && `${partWords.paused}: `}
        {what}
        {paper !== undefined && ` · ${paper.name}`}
        {isTime && ` · ${partWords.timeIsUp(sayDuration(timer.ringsAfter ?? 0))}`}
      </span>
      {isForgotten && <b>{sessionWords.forgotten(sayDuration(Math.round(counted / 60_000)))}</b>}
      {asks && (
        <AskHowLong
          counted={Math.round(counted / 60_000)}
          answer={async (minutes) => {
            if ((await run({ do: "stop-timer", minutes, timer: timer.id })).ok) setAsking(false);
          }}
        />
      )}
      {asks && (
        <button
          type="button"
          className="quiet"
          onClick={() => void run({ do: "discard-timer", timer: timer.id })}
        >
          {partWords.discard}
        </button>
      )}
      {!locked && !asks && (
        <span className="buttons">
          <button
            type="button"
            data-takes-focus=""
            onClick={() =>
              void run({ do: running ? "pause-timer" : "resume-timer", timer: timer.id })
            }
          >
            {running ? partWords.pause : partWords.resume}
          </button>
          <button type="button" className="strong" onClick={stop}>
            {partWords.stop}
          </button>
          <button
            type="button"
            className="quiet"
            onClick={() => void run({ do: "discard-timer", timer: timer.id })}
          >
            {partWords.discard}
          </button>
        </span>
      )}
    </fieldset>
  );
}

/** The moment, each second; and whether the page, as it looked on, saw a gap in this timer's time. */
function useWatch({ started, runningSince }: Timer) {
  const [now, setNow] = useState(Date.now());
  const [sleptOf, setSleptOf] = useState<number | null>(null);
  const seen = useRef(Date.now());
  useEffect(() => {
    if (runningSince === null) return;
    seen.current = Date.now();
    const interval = window.setInterval(() => {
      const here = Date.now();
      const passed = here - seen.current;
      if (passed > sleptAfter || passed < -sleptAfter) setSleptOf(started);
      seen.current = here;
      setNow(here);
    }, 1000);
    return () => window.clearInterval(interval);
  }, [started, runningSince]);
  return { now, slept: sleptOf === started };
}

function AskHowLong(props: {
  readonly counted: number;
  readonly answer: (minutes: number) => Promise<void>;
}) {
  const { counted, answer } = props;
  const [said, setSaid] = useState("");
  const minutes = parseDuration(said, "refuse");
  const save = (event: FormEvent) => {
    event.preventDefault();
    if (minutes !== null && minutes > 0) void answer(minutes);
  };
  return (
    <form className="buttons" onSubmit={save}>
      <label>
        {partWords.howLong}{" "}
        <input
          size={6}
          value={said}
          placeholder={partWords.durationHint}
          aria-invalid={said !== "" && (minutes === null || minutes === 0)}
          onChange={({ target }) => setSaid(target.value)}
        />
      </label>
      <button type="submit" className="strong">
        {partWords.stop}
      </button>
      {counted > 0 && (
        <button type="button" onClick={() => void answer(counted)}>
          {partWords.inOneGo(sayDuration(counted))}
        </button>
      )}
    </form>
  );
}
