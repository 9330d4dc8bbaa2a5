/** All papers by phase: how far each is, and the way into it. */
import { Link } from "wouter";
import { namedPaper } from "../../core/content/paper-source.ts";
import { type AspectState, aspects } from "../../core/entries/entry.ts";
import type { PaperProgress } from "../../core/progress/paper-progress.ts";
import { useCards } from "../parts/due.ts";
import { AddLine, useTracker } from "../parts/parts.tsx";
import { strings } from "../strings.ts";
import { screenWords } from "./words.ts";

export default function Papers() {
  const { situation, run } = useTracker();
  const { curriculum, progress } = situation;
  return (
    <>
      <h1>{strings.places.papers}</h1>
      {progress.phases.map(({ number, title, target, weeks, papers }) => (
        <section key={number} className="shelf" aria-label={strings.phaseTitle(number, title)}>
          <h2>{strings.phaseTitle(number, title)}</h2>
          <p className="faint">
            {strings.weeks(weeks.least, weeks.most)} · {target}
          </p>
          <Shelf papers={papers} />
        </section>
      ))}
      <section className="shelf" aria-label={curriculum.bonus.title}>
        <h2>{curriculum.bonus.title}</h2>
        <Shelf papers={progress.bonus} />
        <AddLine
          label={strings.addPaper}
          add={(line) => run({ do: "add-paper", ...namedPaper(line), phase: null })}
        />
      </section>
    </>
  );
}

const marks: { readonly [S in AspectState]: string } = { none: "○", started: "◐", done: "✓" };

function Shelf({ papers }: { readonly papers: readonly PaperProgress[] }) {
  const { situation } = useTracker();
  const { held, queue } = useCards();
  const records = new Map(situation.curriculum.papers.map((paper) => [paper.id, paper]));
  return (
    <ul className="paper-cards">
      {papers.map((paper) => {
        const record = records.get(paper.id);
        const cards = held.filter(({ card }) => card.paper === paper.id).length;
        const asked = queue.cards.filter(({ card }) => card.paper === paper.id);
        const fresh = asked.filter(({ memory }) => memory.stage === "new").length;
        const planned =
          record === undefined ? null : record.minutes.read + record.minutes.implement;
        return (
          <li key={paper.id} className={paper.complete ? "complete" : ""}>
            <Link href={`/paper/${paper.id}`}>
              <b>{paper.name}</b>
              {record !== undefined && (
                <span className="faint">
                  {record.authors[0]}
                  {record.authors.length > 1 && " et al."} {record.year}
                </span>
              )}
            </Link>
            <ul className="aspects">
              {aspects.map((aspect) => (
                <li key={aspect} className={paper.done[aspect] ? "is-done" : ""}>
                  <span aria-hidden="true">{marks[paper.state[aspect]]}</span>{" "}
                  {screenWords.shortAspects[aspect]}
                  <span className="hidden"> {screenWords.states[paper.state[aspect]]}</span>
                </li>
              ))}
            </ul>
            <span className="faint meta">
              {strings.hours(paper.minutes)}
              {planned !== null && ` / ${strings.hours(planned)}`}
              {cards > 0 && ` · ${strings.cards(cards)}`}
              {asked.length > 0 && <b> · {screenWords.dueParts(asked.length - fresh, fresh)}</b>}
            </span>
          </li>
        );
      })}
    </ul>
  );
}
