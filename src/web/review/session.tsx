/** One card at a time: think, look, say how well it was known. Keys only, and every answer can be taken back. */
import { useCallback, useEffect, useMemo, useRef, useState } from "react";
import { Link } from "wouter";
import type { Card, CardId } from "../../core/content/material.ts";
import { type Grade, grades } from "../../core/entries/entry.ts";
import { modelOf } from "../../core/entries/tally.ts";
import { intervalsOf, type Queue } from "../../core/recall/recall.ts";
import { clockTime, intervalText } from "../format.ts";
import { useTracker } from "../parts/parts.tsx";
import { type Action, useActions } from "../shell/actions.ts";
import type { Ran } from "../store/run.ts";
import { strings } from "../strings.ts";
import { CardView } from "./card-view.tsx";
import { ReadAgain } from "./read-again.tsx";
import { usual } from "./usual.ts";
import { cardWords, reviewWords } from "./words.ts";

interface Answered {
  readonly card: CardId;
  /** Settles when the answer is recorded; an undo names it, whatever else was done since. */
  readonly ran: Promise<Ran>;
}

export function Session(props: { readonly queue: Queue; readonly edit: (card: CardId) => void }) {
  const { queue, edit } = props;
  const { situation, run, locked } = useTracker();
  const { tally } = situation;
  const [shown, setShown] = useShown();
  const [answered, setAnswered] = useState<readonly Answered[]>([]);
  const [wanted, setWanted] = useState<CardId | null>(null);
  /** The card that was not known just now. */
  const [lapsed, setLapsed] = useState<Card | null>(null);
  const began = useRef(Date.now());
  const current = queue.cards.find(({ card }) => card.id === wanted) ?? queue.cards[0];
  const id = current?.card.id ?? null;
  const open = id !== null && shown === id;

  // biome-ignore lint/correctness/useExhaustiveDependencies: the clock starts anew with each card.
  useEffect(() => {
    began.current = Date.now();
  }, [id]);

  const actions = useMemo<readonly Action[]>(() => {
    if (current === undefined || locked) return [];
    const { card } = current;
    const group = strings.keyGroups.screen;
    const answer = (grade: Grade) => () => {
      const took = Math.min(Date.now() - began.current, longestThought);
      const ran = run({ do: "review-card", card: card.id, paper: card.paper, grade, took });
      setAnswered((before) => [...before, { card: card.id, ran }]);
      setLapsed(grade === 1 ? card : null);
      setWanted(null);
      setShown(null);
    };
    const answers = grades.map((grade) => ({
      id: `grade-${grade}`,
      label: reviewWords.grades[grade],
      group,
      keys: String(grade),
      run: answer(grade),
    }));
    return [
      ...(open ? answers : []),
      {
        id: "show-answer",
        label: open ? reviewWords.grades[usual] : reviewWords.showAnswer,
        group,
        keys: "Space",
        run: open ? answer(usual) : () => setShown(card.id),
      },
      {
        id: "edit-card",
        label: cardWords.editCard,
        group,
        keys: "e",
        run: () => edit(card.id),
      },
      {
        id: "suspend-card",
        label: reviewWords.suspendCard,
        group,
        keys: "-",
        run: () => void run({ do: "suspend-card", card: card.id, suspended: true }),
      },
    ];
  }, [current, open, locked, run, edit, setShown]);
  const undo = useMemo<readonly Action[]>(() => {
    const last = answered.at(-1);
    if (last === undefined) return [];
    const takeBack = async () => {
      setLapsed(null);
      setWanted(last.card);
      setAnswered(answered.slice(0, -1));
      setShown(null);
      const ran = await last.ran;
      if (ran.ok && ran.command !== null) void run({ do: "undo", command: ran.command });
    };
    return [
      {
        id: "undo-answer",
        label: reviewWords.undoAnswer,
        group: strings.keyGroups.screen,
        keys: "u",
        run: () => void takeBack(),
      },
    ];
  }, [answered, run, setShown]);
  useActions(actions);
  useActions(undo);

  if (current === undefined || locked) {
    return (
      <>
        {lapsed !== null && <ReadAgain card={lapsed} />}
        <NothingDue queue={queue} answered={answered.length} />
      </>
    );
  }
  const { card } = current;
  const intervals = intervalsOf(
    card.id,
    tally.cards[card.id],
    modelOf(tally),
    situation.progress.today,
  );
  return (
    <section className="session" aria-label={reviewWords.card}>
      <p className="faint session-count" aria-live="polite">
        {reviewWords.toGo(queue.cards.length)}
        {queue.held > 0 && ` · ${reviewWords.heldBack(queue.held)}`}
      </p>
      {lapsed !== null && <ReadAgain card={lapsed} />}
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
              onClick={actions.find((action) => action.id === `grade-${grade}`)?.run}
            >
              <b>{reviewWords.grades[grade]}</b>
              <small>{intervalText(intervals[grade])}</small>
              <kbd>{grade}</kbd>
            </button>
          ))}
        </fieldset>
      ) : (
        <p className="grades">
          <button type="button" className="strong big" onClick={() => setShown(card.id)}>
            {reviewWords.showAnswer} <kbd>{reviewWords.space}</kbd>
          </button>
        </p>
      )}
      <p className="buttons card-tools">
        {answered.length > 0 && (
          <button type="button" className="quiet" onClick={undo[0]?.run}>
            {reviewWords.undoAnswer} <kbd>u</kbd>
          </button>
        )}
        <button type="button" className="quiet" onClick={() => edit(card.id)}>
          {cardWords.editCard} <kbd>e</kbd>
        </button>
        <button
          type="button"
          className="quiet"
          onClick={() => void run({ do: "suspend-card", card: card.id, suspended: true })}
        >
          {reviewWords.suspendCard} <kbd>-</kbd>
        </button>
      </p>
    </section>
  );
}

/** The card whose answer lies open: it does so still after a reload. */
function useShown() {
  const key = `shown:${useTracker().server.workspace}`;
  const [shown, setShown] = useState(() => sessionStorage.getItem(key) as CardId | null);
  const show = useCallback(
    (card: CardId | null) => {
      setShown(card);
      if (card === null) sessionStorage.removeItem(key);
      else sessionStorage.setItem(key, card);
    },
    [key],
  );
  return [shown, show] as const;
}

/** A card that lay open over lunch says nothing about thinking: milliseconds. */
const longestThought = 10 * 60_000;

function NothingDue(props: { readonly queue: Queue; readonly answered: number }) {
  const { queue, answered } = props;
  const { situation, server, locked } = useTracker();
  const today = situation.tally.reviewDays[situation.progress.today];
  return (
    <section className="session done-state">
      <p className="big-line">
        {locked
          ? strings.readOnly[server.served.is]
          : answered > 0 || today
            ? reviewWords.allAnswered
            : strings.noneDue}
      </p>
      {today !== undefined && <p className="faint">{strings.answered(today.all, today.known)}</p>}
      {queue.next !== null && (
        <p>{reviewWords.nextCardAt(clockTime(queue.next, situation.progress.timeZone))}</p>
      )}
      {queue.held > 0 && (
        <p>
          {reviewWords.heldBack(queue.held)}{" "}
          <Link href="/settings">{reviewWords.changeLimits}</Link>
        </p>
      )}
      {today === undefined && queue.held === 0 && <p className="faint">{reviewWords.cardsCome}</p>}
    </section>
  );
}
