/** Settings: the plan's figures, reviews, Python. All of them are entries of the journal, so undo reaches them. */
import { type FormEvent, useState } from "react";
import { Link } from "wouter";
import type { Command } from "../../core/decide/command.ts";
import { sayCost } from "../../core/recall/cost.ts";
import { sayClock } from "../../core/time/duration.ts";
import { sayWeekdays } from "../../core/words/describe.ts";
import { FoundPython } from "../lab/found-python.tsx";
import { useCards } from "../parts/due.ts";
import { Section, useTracker } from "../parts/parts.tsx";
import { strings } from "../strings.ts";
import { TakeIn } from "../take-in/take-in.tsx";
import {
  dayStarts,
  easyDays,
  hoursAWeek,
  hoursSaid,
  newCards,
  retention,
  reviewsADay,
  type Setting,
  timeZone,
} from "./said.ts";
import { settingsWords as words } from "./words.ts";

export default function Settings() {
  const { situation, server, locked } = useTracker();
  const { tally, progress, curriculum } = situation;
  const { settings } = tally;
  const isHub = server.served.is === "hub";
  const { held } = useCards();
  const costOf = ({ command }: { readonly command: Command }) => {
    if (command.do !== "change-settings" || command.retention === undefined) return null;
    return sayCost(command.retention, held, tally);
  };
  return (
    <>
      <h1>{strings.places.settings}</h1>
      <div className="columns">
        <div className="column">
          <Section title={words.plan}>
            <Field setting={hoursAWeek} text={hoursSaid(progress)} hint={words.hoursHint} />
            <Field
              setting={timeZone}
              text={progress.timeZone}
              hint={words.zoneHint(Temporal.Now.timeZoneId())}
            />
            <Field
              setting={dayStarts}
              text={sayClock(progress.dayStarts)}
              hint={words.dayStartsHint}
            />
            <Field
              setting={easyDays}
              text={progress.easyDays.length === 0 ? "" : sayWeekdays(progress.easyDays)}
              hint={words.easyDaysHint}
            />
            <p>
              <Link href="/plan">{words.dates}</Link>
            </p>
          </Section>
          <Section title={words.reviews}>
            <Field
              setting={retention}
              effect={costOf}
              text={`${Math.round(settings.retention * 100)}`}
              hint={words.retentionHint}
            />
            <Field setting={newCards} text={`${settings.newCardsADay}`} hint={words.newCardsHint} />
            <Field
              setting={reviewsADay}
              text={`${settings.reviewsADay}`}
              hint={words.reviewsHint}
            />
          </Section>
        </div>
        <div className="column">
          {isHub ? (
            <Section title={words.onComputer}>
              <p className="faint">{words.onComputerIs}</p>
            </Section>
          ) : (
            <>
              <Section title={words.lab}>
                <FoundPython />
                <p className="faint">{words.pythonIs}</p>
              </Section>
              <TakeIn title={words.takeIn} help={words.takeInHelp} taken={() => null} />
            </>
          )}
          <Section title={words.about}>
            <dl className="pairs">
              <div>
                <dt>{words.folder[server.served.is]}</dt>
                <dd className={isHub ? "" : "path"}>{server.folder}</dd>
              </div>
              <div>
                <dt>{words.curriculum}</dt>
                <dd>{curriculum.title}</dd>
              </div>
            </dl>
            <p className="faint">{words.own[server.served.is]}</p>
          </Section>
        </div>
      </div>
      {locked && <p className="faint">{strings.readOnly[server.served.is]}</p>}
    </>
  );
}

/** A field that is saved when it is left or with Enter; what can't be is said beneath it. */
function Field(props: {
  readonly setting: Setting;
  readonly text: string;
  readonly hint: string;
  /** What it would lead to, said before it is saved. */
  readonly effect?: (read: { readonly command: Command }) => string | null;
}) {
  const { run, locked } = useTracker();
  const { setting, text, hint } = props;
  const [typed, setTyped] = useState(text);
  const meant = typed === text ? null : setting.read(typed.trim());
  const effect = meant?.ok === true ? (props.effect?.(meant) ?? null) : null;
  const [fault, setFault] = useState<string | null>(null);
  const save = async (input: HTMLInputElement) => {
    const said = input.value.trim();
    if (said === text) return setFault(null);
    const read = setting.read(said);
    setFault(read.ok ? null : read.fault);
    if (read.ok && !(await run(read.command)).ok) input.value = text;
  };
  const onSubmit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const input = event.currentTarget.querySelector("input");
    if (input !== null) void save(input);
  };
  const { id, label } = setting;
  return (
    <form className="setting" onSubmit={onSubmit}>
      <label htmlFor={id}>{label}</label>
      <input
        key={text}
        id={id}
        defaultValue={text}
        disabled={locked}
        aria-describedby={`${id}-hint`}
        aria-invalid={fault !== null}
        onInput={({ currentTarget }) => setTyped(currentTarget.value)}
        onBlur={({ target }) => void save(target)}
      />
      <p id={`${id}-hint`} className="faint">
        {hint}
      </p>
      {props.effect !== undefined && <p role="status">{effect}</p>}
      {fault !== null && (
        <p role="alert" className="fault">
          {fault}
        </p>
      )}
    </form>
  );
}
