/** Check-ins: one at a time, guided; the schedule; what was answered before. */
import { useMemo } from "react";
import { checkinKey } from "../../core/entries/tally.ts";
import {
  checkinsBetween,
  monthlyCheckins,
  type ScheduledCheckin,
} from "../../core/progress/schedule.ts";
import { addDays, type Day, parseDay } from "../../core/time/calendar.ts";
import { longDay, shortDay } from "../format.ts";
import { useChoice } from "../parts/address.ts";
import { NoStart, Section, useTracker } from "../parts/parts.tsx";
import { strings } from "../strings.ts";
import { Earlier } from "./earlier.tsx";
import { Guided } from "./guided.tsx";
import { TeachBackSection } from "./teach-back.tsx";
import { checkInWords } from "./words.ts";

export default function CheckIns() {
  const { situation } = useTracker();
  const { curriculum, progress, tally } = situation;
  const { today, start } = progress;
  const around = useMemo(
    () => checkinsBetween(curriculum, tally, addDays(today, -7), addDays(today, 9)),
    [curriculum, tally, today],
  );
  const [chosen, setChosen] = useChoice("open");
  const months = useMemo(() => monthlyCheckins(curriculum, tally), [curriculum, tally]);
  const weekly = around.filter(({ checkin }) => !checkin.startsWith("month:"));
  // One that was asked for by its address may lie further back.
  const named = useMemo(() => {
    const on = parseDay(chosen?.split("@")[1] ?? "");
    return on === null ? [] : checkinsBetween(curriculum, tally, on, on);
  }, [chosen, curriculum, tally]);
  const all = [...weekly, ...months, ...named];
  // Of two that are due on one day the weekly one, which stands first.
  const due = around.filter(({ on, done, skipped }) => on <= today && !done && !skipped);
  const open =
    all.find(({ checkin, on }) => checkinKey(checkin, on) === chosen) ??
    due.find(({ on }) => on === due.at(-1)?.on) ??
    weekly.find(({ done, skipped }) => !done && !skipped);
  return (
    <>
      <h1>{strings.places.checkIns}</h1>
      {start === null ? (
        <NoStart />
      ) : (
        <div className="columns wide-left">
          <div className="column">
            {open === undefined ? (
              <p className="faint">{strings.noCheckin}</p>
            ) : (
              <Guided key={checkinKey(open.checkin, open.on)} checkin={open} />
            )}
            <TeachBackSection />
          </div>
          <div className="column">
            <Section title={checkInWords.schedule}>
              <CheckinList checkins={weekly} open={open} choose={setChosen} />
              <h3>{strings.monthly}</h3>
              <CheckinList checkins={months} open={open} choose={setChosen} />
            </Section>
            <Earlier />
          </div>
        </div>
      )}
    </>
  );
}

/** In a word, and as a class. */
function stateOf(
  { on, done, skipped }: Pick<ScheduledCheckin, "on" | "done" | "skipped">,
  today: Day,
): readonly [word: string, looks: string] {
  if (done) return [strings.done, "is-done"];
  if (skipped) return [strings.skipped, "is-skipped"];
  if (on < today) return [strings.missed, "is-missed"];
  return on === today ? [strings.todayWord, "is-today"] : ["", ""];
}

function CheckinList(props: {
  readonly checkins: readonly ScheduledCheckin[];
  readonly open: ScheduledCheckin | undefined;
  readonly choose: (key: string) => void;
}) {
  const { today } = useTracker().situation.progress;
  return (
    <ul className="checkins">
      {props.checkins.map(({ checkin, on, what, done, skipped }) => {
        const key = checkinKey(checkin, on);
        const isOpen =
          props.open !== undefined && key === checkinKey(props.open.checkin, props.open.on);
        const [state, looks] = stateOf({ on, done, skipped }, today);
        return (
          <li key={key} className={looks}>
            <button
              type="button"
              className="row"
              aria-current={isOpen ? "true" : undefined}
              onClick={() => props.choose(key)}
            >
              <span className="day">
                {checkin.startsWith("month:") ? longDay(on) : shortDay(on)}{" "}
                {state !== "" && <i>{state}</i>}
              </span>{" "}
              <span>{what}</span>
            </button>
          </li>
        );
      })}
    </ul>
  );
}
