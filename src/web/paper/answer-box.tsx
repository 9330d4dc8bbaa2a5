/** A question of a pass, and the learner's answer to it: kept in the note, judged by themselves. */
import { useEffect, useRef, useState } from "react";
import type { PaperId } from "../../core/content/curriculum.ts";
import {
  type Answer,
  answersIn,
  answerTo,
  type Score,
  scores,
  withAnswer,
} from "../../core/content/note-answers.ts";
import { Rich } from "../markdown/rich.tsx";
import { useTracker } from "../parts/parts.tsx";
import { paperWords } from "./words.ts";

export function Answers(props: {
  readonly paper: PaperId;
  readonly questions: readonly string[];
  /** The guide's own answers, in the order of the questions. */
  readonly solutions: readonly (string | null)[];
}) {
  const { paper, questions, solutions } = props;
  const { notes } = useTracker();
  const note = notes.get(paper);
  useEffect(() => {
    // The answers are in the note, so it is read before one can be written.
    void notes.open(paper);
  }, [notes, paper]);
  const given = answersIn(note?.text ?? "");
  const answered = questions.filter((one) => given.has(one.trim().replace(/\s+/g, " "))).length;
  return (
    <>
      <h3>
        {paperWords.toAnswer}{" "}
        {answered > 0 && (
          <small className="faint">{paperWords.answersOf(answered, questions.length)}</small>
        )}
      </h3>
      <ol className="answers">
        {questions.map((question, at) => (
          <li key={question}>
            <AnswerBox paper={paper} question={question} />
            <Solution text={solutions[at] ?? null} />
          </li>
        ))}
      </ol>
    </>
  );
}

/** What the guide answers: hidden until it is asked for. */
function Solution({ text }: { readonly text: string | null }) {
  if (text === null) return null;
  return (
    <details className="solution">
      <summary>{paperWords.showTheAnswer}</summary>
      <Rich text={text} />
    </details>
  );
}

function AnswerBox({ paper, question }: { readonly paper: PaperId; readonly question: string }) {
  const { notes, locked } = useTracker();
  const note = notes.get(paper);
  const kept = answerTo(note?.text ?? "", question);
  const [open, setOpen] = useState(false);
  /** What is in the field while it is written in; the note has it at every key. */
  const [typed, setTyped] = useState<string | null>(null);
  const field = useRef<HTMLTextAreaElement>(null);
  const text = typed ?? kept.text;
  const write = (answer: Answer) => {
    const now = notes.get(paper);
    if (now !== null) notes.edit(paper, withAnswer(now.text, question, answer));
  };
  const canWrite = !locked && note !== null && note.fixed === null;
  return (
    <div className="answer">
      <button
        type="button"
        className="row"
        aria-expanded={open}
        onClick={() => {
          setOpen(!open);
          if (!open) requestAnimationFrame(() => field.current?.focus());
        }}
      >
        <span>
          <Rich text={question} inline />
        </span>
        {kept.score !== null && (
          <small className={`score is-${kept.score}`}>{paperWords.scores[kept.score]}</small>
        )}
        {kept.score === null && kept.text !== "" && (
          <small className="faint">{paperWords.unscored}</small>
        )}
      </button>
      {open && (
        <>
          <textarea
            ref={field}
            rows={4}
            dir="auto"
            aria-label={paperWords.yourAnswer}
            placeholder={paperWords.answerHint}
            value={text}
            disabled={!canWrite}
            onChange={({ target }) => {
              setTyped(target.value);
              write({ ...kept, text: target.value });
            }}
            onBlur={() => {
              setTyped(null);
              void notes.flush(paper);
            }}
          />
          <Scores
            score={kept.score}
            disabled={!canWrite || text.trim() === ""}
            choose={(score) => write({ text, score })}
          />
        </>
      )}
    </div>
  );
}

function Scores(props: {
  readonly score: Score | null;
  readonly disabled: boolean;
  readonly choose: (score: Score | null) => void;
}) {
  const { score, disabled, choose } = props;
  return (
    <fieldset className="scores" disabled={disabled}>
      <legend>{paperWords.judge}</legend>
      {scores.map((one) => (
        <button
          key={one}
          type="button"
          className={`is-${one}`}
          aria-pressed={one === score}
          onClick={() => choose(one === score ? null : one)}
        >
          {paperWords.scores[one]}
        </button>
      ))}
    </fieldset>
  );
}
