/** Teach-back: explain a paper without notes, then score yourself against the points a good answer covers. */

import { type FormEvent, useState } from "react";
import type { PaperId } from "../../core/content/curriculum.ts";
import { guideOf } from "../../core/content/material.ts";
import { isBegun } from "../../core/recall/recall.ts";
import { longDay } from "../format.ts";
import { Rich } from "../markdown/rich.tsx";
import { useDraft } from "../parts/draft.ts";
import { Section, useTracker } from "../parts/parts.tsx";
import { strings } from "../strings.ts";
import { checkInWords } from "./words.ts";

export function TeachBackSection() {
  const { situation } = useTracker();
  const { progress, tally } = situation;
  const begun = progress.papers.filter(({ id }) => isBegun(progress, id));
  const untaught = begun.findLast(({ id }) => !tally.teachBacks.some(({ paper }) => paper === id));
  const [chosen, setChosen] = useState<PaperId | null>(null);
  const paper = chosen ?? untaught?.id ?? begun.at(-1)?.id;
  return (
    <Section title={strings.teachBack}>
      {paper === undefined ? (
        <p className="faint">{checkInWords.noPaperBegun}</p>
      ) : (
        <>
          <label className="field">
            {strings.paper}
            <select value={paper} onChange={({ target }) => setChosen(target.value as PaperId)}>
              {begun.map(({ id, name }) => (
                <option key={id} value={id}>
                  {name}
                </option>
              ))}
            </select>
          </label>
          <TeachBack key={paper} paper={paper} />
        </>
      )}
    </Section>
  );
}

export function TeachBack({ paper }: { readonly paper: PaperId }) {
  const { situation, material, run, locked } = useTracker();
  const guide = guideOf(material, paper);
  const earlier = situation.tally.teachBacks.filter((one) => one.paper === paper).reverse();
  const [text, setText] = useDraft(`teach-back:${paper}`);
  const [scoring, setScoring] = useState(false);
  const points = guide?.teachBack.points ?? [];
  const save = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (!scoring && points.length > 0) return setScoring(true);
    const form = new FormData(event.currentTarget);
    const covered = points.flatMap((_, index) => (form.has(`p${index}`) ? [index] : []));
    const kept = await run({ do: "write-teach-back", paper, text, points: covered });
    if (kept.ok) {
      setText("");
      setScoring(false);
    }
  };
  return (
    <>
      {guide !== null && <Rich text={guide.teachBack.prompt} />}
      {!locked && (
        <form className="questions" onSubmit={save}>
          <label>
            {checkInWords.teachBackText}
            <textarea
              rows={6}
              value={text}
              readOnly={scoring}
              onChange={({ target }) => setText(target.value)}
            />
          </label>
          {scoring && (
            <fieldset>
              <legend>{checkInWords.whichPoints}</legend>
              {points.map((point, index) => (
                <label key={point} className="tick">
                  <input type="checkbox" name={`p${index}`} />
                  <Rich text={point} inline />
                </label>
              ))}
            </fieldset>
          )}
          <span className="buttons">
            <button type="submit" className="strong" disabled={text.trim() === ""}>
              {scoring || points.length === 0 ? checkInWords.keep : checkInWords.score}
            </button>
            {scoring && (
              <button type="button" className="quiet" onClick={() => setScoring(false)}>
                {checkInWords.writeOn}
              </button>
            )}
          </span>
        </form>
      )}
      {earlier.map((one, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: two may be written on one day, and none ever moves.
        <details key={index}>
          <summary>
            {longDay(one.on)}
            {points.length > 0 &&
              ` · ${checkInWords.pointsCovered(one.points.length, points.length)}`}
          </summary>
          <p className="prose">{one.text}</p>
          {points.length > one.points.length && (
            <>
              <p>{checkInWords.leftOut}</p>
              <ul>
                {points.map((point, at) =>
                  one.points.includes(at) ? null : (
                    <li key={point}>
                      <Rich text={point} inline />
                    </li>
                  ),
                )}
              </ul>
            </>
          )}
        </details>
      ))}
    </>
  );
}
