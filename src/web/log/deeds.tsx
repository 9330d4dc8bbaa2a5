/** What was done, the latest first; each line can be taken back. */
import { useMemo, useState } from "react";
import { dayAt } from "../../core/time/calendar.ts";
import { type Deed, deedsOf } from "../../core/words/deeds.ts";
import { clockTime, shortDay } from "../format.ts";
import { Section, useTracker } from "../parts/parts.tsx";
import { logWords } from "./words.ts";

const atFirst = 25;

export function Deeds() {
  const { situation, entries } = useTracker();
  const [shown, setShown] = useState(atFirst);
  const deeds = useMemo(() => deedsOf(entries(), situation), [situation, entries]);
  const days = Map.groupBy(deeds.slice(0, shown), ({ at }) => dayAt(at, situation.tally));
  return (
    <Section title={logWords.done}>
      <p className="faint">{deeds.length === 0 ? logWords.nothingDone : logWords.doneIs}</p>
      {[...days].map(([on, of]) => (
        <div key={on} className="log-day">
          <h3>{shortDay(on)}</h3>
          <ul className="log-lines">
            {of.map((deed) => (
              <Line key={deed.command} deed={deed} />
            ))}
          </ul>
        </div>
      ))}
      {deeds.length > shown && (
        <button type="button" onClick={() => setShown(shown + atFirst)}>
          {logWords.more}
        </button>
      )}
    </Section>
  );
}

function Line({ deed }: { readonly deed: Deed }) {
  const { situation, run, locked } = useTracker();
  const { command, at, what, undone } = deed;
  return (
    <li>
      <span className="faint when">{clockTime(at, situation.progress.timeZone)}</span>
      <span className={undone ? "done" : ""}>{what}</span>
      {undone ? (
        <span className="faint">{logWords.undone}</span>
      ) : (
        !locked && (
          <button
            type="button"
            className="quiet"
            aria-label={logWords.undoOf(what)}
            onClick={() => void run({ do: "undo", command })}
          >
            {logWords.undo}
          </button>
        )
      )}
    </li>
  );
}
