/** The exercises of a paper, or of the milestones: what to write, running it, what came of it. */
import { useId, useState } from "react";
import { failureOf, hintsFor, nextHint } from "../../core/check/hint.ts";
import { verdictWord } from "../../core/check/verdict.ts";
import type { PaperId } from "../../core/content/curriculum.ts";
import type { ExerciseProgress } from "../../core/progress/paper-progress.ts";
import type { ExerciseText } from "../../wire/wire.ts";
import { Rich } from "../markdown/rich.tsx";
import { useTracker } from "../parts/parts.tsx";
import { useCheck, useTexts, writeStarters } from "../store/checks.ts";
import { strings } from "../strings.ts";
import { OfferedCards } from "./offered-cards.tsx";
import { Outcome } from "./outcome.tsx";
import { Solution } from "./solution.tsx";
import { labWords } from "./words.ts";

const words = labWords;

export function Exercises(props: {
  readonly paper: PaperId | null;
  readonly exercises: readonly ExerciseProgress[];
}) {
  const [texts, readAgain] = useTexts(props.paper);
  const isHere = useTracker().server.served.is === "computer";
  return (
    <>
      {!isHere && <p className="faint">{strings.ownComputer}</p>}
      {isHere && texts !== null && (
        <p className="faint">
          {texts.python.found ? labWords.runsUnder(texts.python.path) : texts.python.sentence}
        </p>
      )}
      {props.exercises.map((exercise) => (
        <One
          key={exercise.id}
          paper={props.paper}
          exercise={exercise}
          text={texts?.exercises.find(({ id }) => id === exercise.id) ?? null}
          ready={isHere && texts?.python.found !== false}
          readAgain={readAgain}
        />
      ))}
    </>
  );
}

function One(props: {
  readonly paper: PaperId | null;
  readonly exercise: ExerciseProgress;
  readonly text: ExerciseText | null;
  /** Whether there is a Python with NumPy to run it. */
  readonly ready: boolean;
  readonly readAgain: () => void;
}) {
  const { paper, exercise, text, ready, readAgain } = props;
  const { locked, say, server } = useTracker();
  const { run, start, stop } = useCheck(paper, exercise.id);
  const heading = useId();
  const [given, setGiven] = useState<readonly string[]>([]);
  const verdict = run?.events.find((event) => event.event === "verdict")?.verdict;
  const hints =
    text === null ? [] : hintsFor(text, verdict === undefined ? null : failureOf(verdict));
  const next = nextHint(hints, given);
  /** What was named last is read again, for the reference below. */
  const check = async (seed: number | null, only: number | null = null) => {
    await start(seed, only);
    readAgain();
  };
  const seed = run?.events.find((event) => event.event === "started")?.seed ?? null;
  const write = async () => {
    const fault = await writeStarters(paper, exercise.id);
    if (fault !== null) say(fault === "" ? strings.noServer : fault);
    readAgain();
  };
  const body = (
    <>
      <p>
        <State exercise={exercise} />
        {text?.exists === true && <span className="path"> {text.path}</span>}
      </p>
      <p className="buttons">
        {text?.exists === false ? (
          <button
            type="button"
            className={exercise.passed ? "quiet" : ""}
            disabled={locked || server.served.is === "hub"}
            onClick={() => void write()}
          >
            {exercise.passed ? words.writeAgain : words.writeStarter}
          </button>
        ) : run?.running === true ? (
          <button type="button" onClick={stop}>
            {words.stop}
          </button>
        ) : (
          <button type="button" disabled={locked || !ready} onClick={() => void check(null)}>
            {words.run}
          </button>
        )}
        {run !== null && !run.running && <Again run={run.events} start={check} />}
        {next !== null && !given.includes(next.text) && (
          <button type="button" onClick={() => setGiven([...given, next.text])}>
            {given.length === 0 ? words.hint : words.nextHint}
          </button>
        )}
      </p>
      {run !== null && <Outcome run={run} alone={(at) => void check(seed, at)} />}
      {paper !== null && verdict !== undefined && verdict.kind !== "passed" && (
        <OfferedCards paper={paper} exercise={exercise.id} />
      )}
      <Hints hints={given} />
      {text !== null && (
        <details>
          <summary>{words.task}</summary>
          <Rich text={text.text} />
        </details>
      )}
      {text !== null && text.solution !== null && (
        <Solution solution={text.solution} edits={text.edits} passed={exercise.passed} />
      )}
    </>
  );
  const title = (
    <h3 id={heading}>
      {exercise.title}{" "}
      <small className="faint">
        {exercise.level === "bonus" ? words.bonus(exercise.source) : exercise.source}
      </small>
    </h3>
  );
  // What has passed lies folded: the next open one is what to work on.
  if (exercise.passed && run === null) {
    return (
      <article id={exercise.id} aria-labelledby={heading} className="exercise">
        <details open={window.location.hash === `#${exercise.id}`}>
          <summary>
            {title} <span className="is-right">✓ {words.passed}</span>
          </summary>
          {body}
        </details>
      </article>
    );
  }
  return (
    <article id={exercise.id} aria-labelledby={heading} className="exercise">
      {title}
      {body}
    </article>
  );
}

/** The best run and the last one are two things: what was verified stays so, whatever the file holds now. */
function State({ exercise: { passed, last } }: { readonly exercise: ExerciseProgress }) {
  if (!passed) {
    if (last === null) return <span className="faint">{words.open}</span>;
    return <b className="is-wrong">{verdictWord(last.verdict)}</b>;
  }
  return (
    <>
      <b className="is-right">✓ {words.passed}</b>
      {last?.passed === false && (
        <span className="faint"> {words.lastRun(verdictWord(last.verdict))}</span>
      )}
    </>
  );
}

function Again(props: {
  readonly run: Parameters<typeof Outcome>[0]["run"]["events"];
  readonly start: (seed: number | null) => Promise<void>;
}) {
  const started = props.run.find((event) => event.event === "started");
  if (started === undefined) return null;
  return (
    <button type="button" onClick={() => void props.start(started.seed)}>
      {words.again(started.seed)}
    </button>
  );
}

/** Those asked for so far: one after the other, the weakest first. */
function Hints({ hints }: { readonly hints: readonly string[] }) {
  if (hints.length === 0) return null;
  return (
    <ol aria-label={words.hints}>
      {hints.map((hint) => (
        <li key={hint}>
          <Rich text={hint} inline />
        </li>
      ))}
    </ol>
  );
}
