/** What the learner must know before anything else: no connection, nothing but looking, conflicts, problems. */
import { onAnotherDay } from "../../core/time/elsewhere.ts";
import { useTracker } from "../parts/parts.tsx";
import { strings } from "../strings.ts";
import { shellWords } from "./words.ts";

export function Notices() {
  const { situation, server, connected, locked, elsewhere, run, waiting } = useTracker();
  const here = Temporal.Now.timeZoneId();
  const isElsewhere = onAnotherDay(situation.progress, here, Date.now()) !== null;
  const conflicts = Object.entries(situation.progress.conflicts);
  return (
    <div className="notices">
      {!connected && !locked && <p role="status">{shellWords.away(waiting, server.served.is)}</p>}
      {locked && <p>{strings.readOnly[server.served.is]}</p>}
      {elsewhere.map(({ workspace, folder, changes, notes }) => (
        <p key={workspace}>{shellWords.keptElsewhere(folder, changes, notes)}</p>
      ))}
      {isElsewhere && (
        <p>
          {shellWords.anotherDay(here, situation.progress.timeZone)}{" "}
          {!locked && (
            <button type="button" onClick={() => void run({ do: "change-plan", timeZone: here })}>
              {shellWords.goBy(here)}
            </button>
          )}
        </p>
      )}
      {server.concerns.map((concern) => (
        <p key={concern}>{concern}</p>
      ))}
      {conflicts.length > 0 && (
        <section aria-label={shellWords.conflicts}>
          <b>{shellWords.conflicts}</b>
          <ul>
            {conflicts.map(([field, { file, journal }]) => (
              <li key={field}>
                {shellWords.conflict(field, file, journal)}{" "}
                {!locked && (
                  <button type="button" onClick={() => void run({ do: "settle-conflict", field })}>
                    {shellWords.accept}
                  </button>
                )}
              </li>
            ))}
          </ul>
        </section>
      )}
      {server.problems.length > 0 && (
        <section aria-label={shellWords.problems}>
          <b>{shellWords.problems}</b>
          <ul>
            {server.problems.map(({ line, column, message }) => (
              <li key={`${line}:${column}:${message}`}>
                <span className="faint">{shellWords.place(line, column)}</span> {message}
              </li>
            ))}
          </ul>
        </section>
      )}
    </div>
  );
}
