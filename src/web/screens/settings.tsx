/** Settings: the plan's figures, reviews, Python. All of them are entries of the journal, so undo reaches them. */
import { type FormEvent, useState } from "react";
import { Link } from "wouter";
import { sayCost } from "../../core/recall/cost.ts";
import { parseClock, parseDuration, sayClock, sayDuration } from "../../core/time/duration.ts";
import { readZone } from "../../core/time/elsewhere.ts";
import { readWeekdays } from "../../core/time/weekday-words.ts";
import { sayWeekdays } from "../../core/words/describe.ts";
import { FoundPython } from "../lab/found-python.tsx";
import { useCards } from "../parts/due.ts";
import { Section, useTracker } from "../parts/parts.tsx";
import type { Ran } from "../store/run.ts";
import { strings } from "../strings.ts";

export default function Settings() {
  const { situation, server, run, locked } = useTracker();
  const { tally, progress, curriculum } = situation;
  const { settings } = tally;
  const { held } = useCards();
  return (
    <>
      <h1>{strings.places.settings}</h1>
      <div className="columns">
        <div className="column">
          <Section title={strings.settings.plan}>
            <Setting
              label={strings.settings.hoursAWeek}
              text={progress.minutesAWeek === null ? "" : sayDuration(progress.minutesAWeek)}
              hint={strings.settings.hoursHint}
              save={(text) => {
                const minutes = text === "" ? null : parseDuration(text, "hours");
                if (text !== "" && (minutes === null || minutes === 0)) {
                  return strings.badDuration(text);
                }
                return run({ do: "change-plan", minutesAWeek: minutes });
              }}
            />
            <Setting
              label={strings.settings.timeZone}
              text={progress.timeZone}
              hint={strings.settings.zoneHint(Temporal.Now.timeZoneId())}
              save={(text) => {
                const read = readZone(text);
                return read.ok ? run({ do: "change-plan", timeZone: read.zone }) : read.fault;
              }}
            />
            <Setting
              label={strings.settings.dayStarts}
              text={sayClock(progress.dayStarts)}
              hint={strings.settings.dayStartsHint}
              save={(text) => {
                const minutes = parseClock(text);
                if (minutes === null || minutes > 12 * 60)
                  return strings.settings.badDayStart(text);
                return run({ do: "change-plan", dayStarts: minutes });
              }}
            />
            <Setting
              label={strings.settings.easyDays}
              text={progress.easyDays.length === 0 ? "" : sayWeekdays(progress.easyDays)}
              hint={strings.settings.easyDaysHint}
              save={(text) => {
                const days = readWeekdays(text);
                if (days === null || days.length > 6) return strings.settings.badDays(text);
                return run({ do: "change-plan", easyDays: [...days] });
              }}
            />
            <p>
              <Link href="/plan">{strings.settings.dates}</Link>
            </p>
          </Section>
          <Section title={strings.settings.reviews}>
            <Setting
              label={strings.settings.retention}
              text={`${Math.round(settings.retention * 100)}`}
              hint={strings.settings.retentionHint}
              effect={(text) => {
                const percent = whole(text);
                if (percent === null || percent < 70 || percent > 99) return null;
                return sayCost(percent / 100, held, tally);
              }}
              save={(text) => {
                const percent = whole(text);
                if (percent === null || percent < 70 || percent > 99) {
                  return strings.settings.badRetention(text);
                }
                return run({ do: "change-settings", retention: percent / 100 });
              }}
            />
            <Setting
              label={strings.settings.newCards}
              text={`${settings.newCardsADay}`}
              hint={strings.settings.newCardsHint}
              save={(text) => {
                const cards = whole(text);
                if (cards === null) return strings.settings.badCount(text);
                return run({ do: "change-settings", newCardsADay: cards });
              }}
            />
            <Setting
              label={strings.settings.reviewsADay}
              text={`${settings.reviewsADay}`}
              hint={strings.settings.reviewsHint}
              save={(text) => {
                const cards = whole(text);
                if (cards === null) return strings.settings.badCount(text);
                return run({ do: "change-settings", reviewsADay: cards });
              }}
            />
          </Section>
        </div>
        <div className="column">
          <Section title={strings.settings.lab}>
            <FoundPython />
            <p className="faint">{strings.pythonIs}</p>
          </Section>
          <Section title={strings.settings.about}>
            <dl className="pairs">
              <div>
                <dt>{strings.settings.folder}</dt>
                <dd className="path">{server.folder}</dd>
              </div>
              <div>
                <dt>{strings.settings.curriculum}</dt>
                <dd>{curriculum.title}</dd>
              </div>
            </dl>
            <p className="faint">{strings.settings.own}</p>
          </Section>
        </div>
      </div>
      {locked && <p className="faint">{strings.readOnly}</p>}
    </>
  );
}

function whole(text: string): number | null {
  return /^\d{1,4}$/.test(text.trim().replace(/\s*%$/, "")) ? Number.parseInt(text, 10) : null;
}

/** A field that is saved when it is left or with Enter; what can't be is said beneath it. */
function Setting(props: {
  readonly label: string;
  readonly text: string;
  readonly hint: string;
  /** A sentence when the text is no good. */
  readonly save: (text: string) => string | Promise<Ran>;
  /** What a text would change, said while it is typed. */
  readonly effect?: (text: string) => string | null;
}) {
  const { locked } = useTracker();
  const [fault, setFault] = useState<string | null>(null);
  const [effect, setEffect] = useState<string | null>(null);
  const save = async (input: HTMLInputElement) => {
    const text = input.value.trim();
    if (text === props.text) return setFault(null);
    const saved = props.save(text);
    setFault(typeof saved === "string" ? saved : null);
    if (typeof saved !== "string" && !(await saved)) input.value = props.text;
  };
  const onSubmit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const input = event.currentTarget.querySelector("input");
    if (input !== null) void save(input);
  };
  const id = props.label.replace(/\W+/g, "-").toLowerCase();
  return (
    <form className="setting" onSubmit={onSubmit}>
      <label htmlFor={id}>{props.label}</label>
      <input
        key={props.text}
        id={id}
        defaultValue={props.text}
        disabled={locked}
        aria-describedby={`${id}-hint`}
        aria-invalid={fault !== null}
        onChange={({ target }) => setEffect(props.effect?.(target.value.trim()) ?? null)}
        onBlur={({ target }) => void save(target)}
      />
      <p id={`${id}-hint`} className="faint">
        {props.hint}
      </p>
      {effect !== null && <p role="status">{effect}</p>}
      {fault !== null && (
        <p role="alert" className="fault">
          {fault}
        </p>
      )}
    </form>
  );
}
