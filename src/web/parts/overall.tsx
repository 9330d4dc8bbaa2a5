/** Overall progress: the plan's dates, the four figures, what is next, the timer and the log. */
import type { Day } from "../../core/time/calendar.ts";
import { longDay } from "../format.ts";
import { strings } from "../strings.ts";
import { useDay } from "./due.ts";
import { LogForm } from "./log-form.tsx";
import { Figure, Section, useTracker } from "./parts.tsx";
import { RingChoice, ringChosen } from "./ring-choice.tsx";
import { partWords } from "./words.ts";

export function Overall() {
  const tracker = useTracker();
  const { situation, run, locked } = tracker;
  const outlook = tracker.outlook();
  const { progress } = situation;
  const change = (key: "start" | "target") => (on: Day | null) =>
    void run({ do: "change-plan", [key]: on });
  return (
    <Section title={partWords.sections.overall}>
      <dl className="plan">
        <PlanDay
          label={strings.start}
          on={progress.start}
          change={change("start")}
          locked={locked}
        />
        <PlanDay
          label={strings.target}
          on={progress.target}
          change={change("target")}
          locked={locked}
        />
        <div>
          <dt>{partWords.phase}</dt>
          <dd>{progress.currentPhase ?? strings.none}</dd>
        </div>
      </dl>
      <div className="figures">
        <Figure label={partWords.papersRead} part={progress.read} whole={progress.counted} />
        <Figure
          label={partWords.papersImplemented}
          part={progress.implemented}
          whole={progress.counted}
        />
        <Amount label={strings.studyHours} minutes={progress.minutes} />
        <Amount label={partWords.implementHours} minutes={progress.implementMinutes} />
      </div>
      {outlook === null ? (
        <p className="outlook">{strings.noStart}</p>
      ) : (
        <p className="outlook">
          {outlook.sentence}
          {outlook.forecast.early !== null &&
            outlook.forecast.late !== null &&
            outlook.forecast.early !== outlook.forecast.late && (
              <span className="faint">
                {" "}
                {strings.range(longDay(outlook.forecast.early), longDay(outlook.forecast.late))}
              </span>
            )}
        </p>
      )}
      <Next />
      {!locked && <LogForm />}
    </Section>
  );
}

function PlanDay(props: {
  readonly label: string;
  readonly on: Day | null;
  readonly change: (on: Day | null) => void;
  readonly locked: boolean;
}) {
  return (
    <div>
      <dt>{props.label}</dt>
      <dd>
        {props.locked ? (
          props.on === null ? (
            strings.none
          ) : (
            longDay(props.on)
          )
        ) : (
          <input
            key={props.on}
            type="date"
            aria-label={props.label}
            defaultValue={props.on ?? ""}
            onBlur={({ target }) => {
              const on = target.value === "" ? null : (target.value as Day);
              if (on !== props.on) props.change(on);
            }}
          />
        )}
      </dd>
    </div>
  );
}

function Amount({ label, minutes }: { readonly label: string; readonly minutes: number }) {
  return (
    <div className="figure">
      <span>{label}</span>
      <b>{strings.hours(minutes)}</b>
    </div>
  );
}

export function Next() {
  const { situation, run, locked } = useTracker();
  const { progress } = situation;
  const { next: step } = useDay();
  if (step === null) return <p className="next">{partWords.nothingLeft}</p>;
  const { session } = step;
  return (
    <div className="next">
      <h3>{strings.next}</h3>
      <p>
        {step.what} <span className="faint">{step.why}</span>
      </p>
      {!locked && session !== null && progress.timer === null && (
        <span className="buttons">
          <button
            type="button"
            className="strong"
            onClick={() => void run({ do: "start-timer", ...session, ...ringChosen() })}
          >
            {partWords.startTimer}
          </button>
          <RingChoice />
        </span>
      )}
    </div>
  );
}
