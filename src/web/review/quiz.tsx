/** The quiz of the schedule: ten cards, a result that is kept. */
import { useMemo, useState } from "react";
import { Link } from "wouter";
import type { CardId } from "../../core/content/material.ts";
import type { Command } from "../../core/decide/command.ts";
import { type Grade, grades } from "../../core/entries/entry.ts";
import { checkinKey } from "../../core/entries/tally.ts";
import { drawn } from "../../core/recall/drawn.ts";
import { quizCards } from "../../core/recall/quiz.ts";
import type { HeldCard } from "../../core/recall/recall.ts";
import type { Day } from "../../core/time/calendar.ts";
import { longDay } from "../format.ts";
import { Rich } from "../markdown/rich.tsx";
import { useDraft } from "../parts/draft.ts";
import { useTracker } from "../parts/parts.tsx";
import { type Action, useActions } from "../shell/actions.ts";
import { strings } from "../strings.ts";
import { CardView } from "./card-view.tsx";
import { usual } from "./usual.ts";
import { reviewWords } from "./words.ts";

interface Answer {
  readonly card: CardId;
  readonly grade: Grade;
}

/** The answers of a quiz that was left in the middle, as far as they are to the cards that are asked now. */
function answersOf(kept: string, asked: readonly HeldCard[]): readonly Answer[] {
  if (kept === "") return [];
  const answers = JSON.parse(kept) as readonly Answer[];
  const fits = answers.every(({ card }, at) => card === asked[at]?.card.id);
  return fits && answers.length < asked.length ? answers : [];
}

export function Quiz({ on, held }: { readonly on: Day; readonly held: readonly HeldCard[] }) {
  const { situation, server, material, run, locked } = useTracker();
  const { tally, progress } = situation;
  // The questions are drawn once: what is answered meanwhile must not change them.
  const [asked] = useState(() => quizCards(held, tally, progress, on, material.rhythm));
  const [kept, keep] = useDraft(`quiz:${on}`);
  const [answers, setAnswers] = useState<readonly Answer[]>(() => answersOf(kept, asked));
  const [open, setOpen] = useState(false);
  const current = asked[answers.length];
  const finished = asked.length > 0 && current === undefined;

  const actions = useMemo<readonly Action[]>(() => {
    if (current === undefined || locked) return [];
    const goTo = (next: readonly Answer[]) => {
      setAnswers(next);
      setOpen(false);
      keep(next.length > 0 && next.length < asked.length ? JSON.stringify(next) : "");
    };
    const answer = (grade: Grade) => () => {
      const all = [...answers, { card: current.card.id, grade }];
      goTo(all);
      if (all.length < asked.length) return;
      const reviews = all.map(
        ({ card, grade: known }): Command => ({
          do: "review-card",
          card,
          paper: asked.find((one) => one.card.id === card)?.card.paper ?? null,
          grade: known,
        }),
      );
      void run({ do: "take-quiz", on, answers: all }, ...reviews);
    };
    const group = strings.keyGroups.screen;
    return [
      {
        id: "show-answer",
        label: open ? reviewWords.grades[usual] : reviewWords.showAnswer,
        group,
        keys: "Space",
        run: open ? answer(usual) : () => setOpen(true),
      },
      ...(open
        ? grades.map((grade) => ({
            id: `grade-${grade}`,
            label: reviewWords.grades[grade],
            group,
            keys: String(grade),
            run: answer(grade),
          }))
        : []),
      ...(answers.length > 0
        ? [
            {
              id: "quiz-back",
              label: reviewWords.undoAnswer,
              group,
              keys: "u",
              run: () => goTo(answers.slice(0, -1)),
            },
          ]
        : []),
    ];
  }, [current, open, answers, asked, on, run, keep, locked]);
  useActions(actions);

  if (asked.length === 0) return <p>{reviewWords.noQuizCards}</p>;
  if (locked) return <p>{strings.readOnly[server.served.is]}</p>;
  if (finished) return <Result on={on} asked={asked} answers={answers} />;
  if (current === undefined) return null;
  return (
    <section className="session" aria-label={reviewWords.quiz}>
      <p className="faint session-count" aria-live="polite">
        {longDay(on)} · {reviewWords.question(answers.length + 1, asked.length)}
      </p>
      <progress aria-label={reviewWords.quiz} max={asked.length} value={answers.length} />
      <CardView held={current} open={open} />
      {open ? (
        <fieldset className="grades">
          <legend className="hidden">{reviewWords.howWell}</legend>
          {grades.map((grade) => (
            <button
              key={grade}
              type="button"
              className={`grade-${grade}`}
              data-takes-focus={grade === usual ? "" : undefined}
              onClick={actions.find(({ id }) => id === `grade-${grade}`)?.run}
            >
              <b>{reviewWords.grades[grade]}</b>
              <kbd>{grade}</kbd>
            </button>
          ))}
        </fieldset>
      ) : (
        <p className="grades">
          <button type="button" className="strong big" onClick={() => setOpen(true)}>
            {reviewWords.showAnswer} <kbd>{reviewWords.space}</kbd>
          </button>
        </p>
      )}
    </section>
  );
}

function Result(props: {
  readonly on: Day;
  readonly asked: readonly HeldCard[];
  readonly answers: readonly Answer[];
}) {
  const missed = props.answers.filter(({ grade }) => grade === 1);
  return (
    <section className="session done-state">
      <p className="big-line" role="status">
        {strings.quizScore(props.answers.length - missed.length, props.answers.length)}
      </p>
      <p className="faint">{reviewWords.quizKept(longDay(props.on))}</p>
      {missed.length > 0 && (
        <>
          <h2>{reviewWords.missedCards}</h2>
          <ul className="missed-cards">
            {missed.map(({ card }) => {
              const held = props.asked.find((one) => one.card.id === card);
              if (held === undefined) return null;
              const { front, source } = drawn(held.card, held.memory.answered);
              return (
                <li key={card}>
                  <Rich text={front} />
                  <p className="faint">{source}</p>
                </li>
              );
            })}
          </ul>
        </>
      )}
      <Link className="button" href={`/check-ins?open=${checkinKey("quiz", props.on)}`}>
        {reviewWords.answerQuestions}
      </Link>
    </section>
  );
}
