/** The plan's dates and hours. What a change would do is shown before it is saved. */
import { type FormEvent, useMemo, useState } from "react";
import type { CommandOf } from "../../core/decide/command.ts";
import type { Situation } from "../../core/decide/decision.ts";
import { after, decideAll } from "../../core/decide/rehearse.ts";
import { type Outlook, outlookOf } from "../../core/forecast/outlook.ts";
import { defaultTarget } from "../../core/progress/schedule.ts";
import { addDays, type Day, parseDay } from "../../core/time/calendar.ts";
import { doubtOf, parseDuration, sayDuration } from "../../core/time/duration.ts";
import { longDay } from "../format.ts";
import { Section, useTracker } from "../parts/parts.tsx";
import { settingsWords } from "../settings/words.ts";
import { strings } from "../strings.ts";
import { planWords } from "./words.ts";

interface Draft {
  readonly start: string;
  readonly target: string;
  readonly hours: string;
}

export function Dates() {
  const tracker = useTracker();
  const { situation, run, locked } = tracker;
  const { progress } = situation;
  const saved: Draft = {
    start: progress.start ?? "",
    target: progress.target ?? "",
    hours: progress.minutesAWeek === null ? "" : sayDuration(progress.minutesAWeek),
  };
  // Only what was changed here: a field that another device changes meanwhile is not turned back.
  const [draft, setDraft] = useState<Partial<Draft>>({});
  const now = { ...saved, ...draft };
  const { start, target, hours } = now;
  const changed = Object.keys(draft).length > 0;
  const effect = useMemo(
    () => (changed ? effectOf({ start, target, hours }, situation) : null),
    [changed, start, target, hours, situation],
  );
  const change = (key: keyof Draft) => (text: string) => {
    const { [key]: _, ...others } = draft;
    setDraft(text === saved[key] ? others : { ...draft, [key]: text });
  };
  const save = async (event: FormEvent) => {
    event.preventDefault();
    if (effect?.ok && (await run(effect.command)).ok) setDraft({});
  };
  if (locked) return null;
  const earliest = parseDay(start);
  return (
    <Section title={planWords.dates}>
      <form
        className="dates"
        onSubmit={save}
        onKeyDown={({ key }) => {
          if (key === "Escape") setDraft({});
        }}
      >
        <label>
          {strings.start}
          <input
            type="date"
            value={now.start}
            onChange={({ target }) => change("start")(target.value)}
          />
        </label>
        <label>
          {strings.target}
          <input
            type="date"
            value={now.target}
            min={earliest === null ? undefined : addDays(earliest, 1)}
            onChange={({ target }) => change("target")(target.value)}
          />
        </label>
        <label>
          {settingsWords.hoursAWeek}
          <input
            value={now.hours}
            placeholder="8h"
            onChange={({ target }) => change("hours")(target.value)}
          />
        </label>
        <div className="effect" role="status">
          {effect !== null &&
            (effect.ok ? (
              <Effect before={tracker.outlook()} effect={effect} />
            ) : (
              <p className="fault">{effect.fault}</p>
            ))}
        </div>
        {changed && (
          <span className="buttons">
            <button type="submit" className="strong" disabled={effect?.ok !== true}>
              {planWords.saveDates}
            </button>
            <button type="button" className="quiet" onClick={() => setDraft({})}>
              {strings.cancel}
            </button>
          </span>
        )}
      </form>
    </Section>
  );
}

type EffectOf =
  | { readonly ok: false; readonly fault: string }
  | {
      readonly ok: true;
      readonly command: CommandOf<"change-plan">;
      readonly outlook: Outlook | null;
      readonly target: Day | null;
      readonly week: number | null;
    };

/** The very command that would be saved is decided on, and its entries folded, without recording any. */
function effectOf(draft: Draft, situation: Situation): EffectOf {
  const { progress, curriculum } = situation;
  const start = draft.start === "" ? null : parseDay(draft.start);
  const target = draft.target === "" ? null : parseDay(draft.target);
  if ((start === null && draft.start !== "") || (target === null && draft.target !== "")) {
    return { ok: false, fault: strings.badDay };
  }
  const minutes = draft.hours.trim() === "" ? null : parseDuration(draft.hours, "hours");
  if (draft.hours.trim() !== "" && (minutes === null || minutes === 0)) {
    return { ok: false, fault: doubtOf(draft.hours) ?? settingsWords.badHours(draft.hours) };
  }
  const command: CommandOf<"change-plan"> = {
    do: "change-plan",
    ...(start === progress.start ? {} : { start }),
    ...(target === progress.target ? {} : { target }),
    ...(minutes === progress.minutesAWeek ? {} : { minutesAWeek: minutes }),
  };
  const decision = decideAll([command], situation);
  if (!decision.ok) return { ok: false, fault: decision.message };
  const then = after(situation, decision.bodies);
  return {
    ok: true,
    command,
    outlook: outlookOf(curriculum, then.tally, then.progress, longDay),
    target:
      then.progress.target ??
      (start === null ? null : defaultTarget(curriculum, { start, away: progress.away })),
    week: then.progress.week,
  };
}

function Effect(props: {
  readonly before: Outlook | null;
  readonly effect: Extract<EffectOf, { ok: true }>;
}) {
  const { outlook, target, week } = props.effect;
  const was = props.before?.forecast.finish ?? null;
  const will = outlook?.forecast.finish ?? null;
  return (
    <>
      <p>
        <b>{planWords.effect}</b> {outlook === null ? strings.noStart : outlook.sentence}
      </p>
      <ul className="faint">
        {will !== null && was !== null && will !== was && (
          <li>{planWords.finishMoves(longDay(was), longDay(will))}</li>
        )}
        {week !== null && <li>{planWords.todayIsWeek(week)}</li>}
        {target !== null && <li>{strings.targetWouldBe(longDay(target))}</li>}
      </ul>
    </>
  );
}
