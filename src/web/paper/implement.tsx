/** Implementing a paper: where the code goes, the guidelines, the time it took. */
import type { PaperProgress } from "../../core/progress/paper-progress.ts";
import { Exercises } from "../lab/exercises.tsx";
import { labWords } from "../lab/words.ts";
import { Section, useTracker } from "../parts/parts.tsx";
import { strings } from "../strings.ts";
import { paperWords } from "./words.ts";

export function Implement({ paper }: { readonly paper: PaperProgress }) {
  const { situation, server } = useTracker();
  const { curriculum } = situation;
  const planned = curriculum.papers.find(({ id }) => id === paper.id)?.minutes.implement;
  return (
    <div className={paper.exercises.length > 0 ? "columns wide-left" : "columns"}>
      {paper.exercises.length > 0 && (
        <div className="column">
          <Section title={labWords.exercises}>
            {paper.verified && <p>{labWords.verified}</p>}
            <Exercises paper={paper.id} exercises={paper.exercises} />
          </Section>
        </div>
      )}
      <div className="column">
        <Section title={paperWords.yourCode}>
          <p>{paperWords.codePlace}</p>
          <p className="path">
            {server.served.is === "hub" ? "" : `${server.folder}/`}code/{paper.id}/
          </p>
          <p>{paperWords.implementTime(paper.minutesBy.implement, planned ?? null)}</p>
        </Section>
        <Section title={strings.guidelines}>
          <ul>
            {curriculum.guidelines.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        </Section>
      </div>
    </div>
  );
}
