/** The earlier states of a note: when they were saved, what they said, and back to one of them. */
import { useEffect, useState } from "react";
import type { PaperId } from "../../core/content/curriculum.ts";
import type { Version } from "../../core/content/note.ts";
import { api } from "../../wire/wire.ts";
import { longMoment } from "../format.ts";
import { useTracker } from "../parts/parts.tsx";
import { Dialog } from "../shell/dialog.tsx";
import { ask } from "../store/server.ts";
import { paperWords } from "./words.ts";

type Asked<T> =
  | { readonly is: "asked" }
  | { readonly is: "away" }
  | { readonly is: "here"; readonly it: T };

export function NoteVersions(props: {
  readonly id: PaperId;
  /** Puts the text in the note's place; null where the note can't be written. */
  readonly bringBack: ((text: string) => void) | null;
  readonly close: () => void;
}) {
  const { id } = props;
  const { situation } = useTracker();
  const [versions, setVersions] = useState<Asked<readonly Version[]>>({ is: "asked" });
  const [chosen, setChosen] = useState<Version | null>(null);
  useEffect(() => {
    let current = true;
    ask(api.versions, { parts: { paper: id } }).then(
      (answer) => current && setVersions({ is: "here", it: answer.versions }),
      () => current && setVersions({ is: "away" }),
    );
    return () => {
      current = false;
    };
  }, [id]);
  const when = ({ at }: Version) => longMoment(at, situation.progress.timeZone);
  return (
    <Dialog title={paperWords.versionsTitle} close={props.close} className="note-versions">
      {versions.is === "asked" && <p className="faint">{paperWords.versionsAsked}</p>}
      {versions.is === "away" && <p role="alert">{paperWords.versionsAway}</p>}
      {versions.is === "here" && versions.it.length === 0 && <p>{paperWords.noVersions}</p>}
      {versions.is === "here" && versions.it.length > 0 && (
        <div className="versions">
          <ul>
            {versions.it.map((version) => (
              <li key={version.number}>
                <button
                  type="button"
                  className="row"
                  disabled={version.length === null}
                  aria-pressed={chosen?.number === version.number}
                  onClick={() => setChosen(version)}
                >
                  {when(version)}{" "}
                  <span className="faint">{paperWords.versionCauses[version.cause]}</span>
                </button>
              </li>
            ))}
          </ul>
          {chosen !== null && (
            <Text key={chosen.number} {...props} version={chosen} when={when(chosen)} />
          )}
        </div>
      )}
    </Dialog>
  );
}

function Text(props: {
  readonly id: PaperId;
  readonly version: Version;
  readonly when: string;
  readonly bringBack: ((text: string) => void) | null;
  readonly close: () => void;
}) {
  const { id, version, bringBack } = props;
  const [text, setText] = useState<Asked<string>>({ is: "asked" });
  useEffect(() => {
    let current = true;
    const parts = { paper: id, number: String(version.number) };
    ask(api.version, { parts }).then(
      (answer) => current && setText({ is: "here", it: answer.text }),
      () => current && setText({ is: "away" }),
    );
    return () => {
      current = false;
    };
  }, [id, version.number]);
  if (text.is === "asked") return <p className="faint">{paperWords.versionsAsked}</p>;
  if (text.is === "away") return <p role="alert">{paperWords.versionsAway}</p>;
  return (
    <section aria-label={paperWords.versionOf(props.when)}>
      {bringBack !== null && (
        <button
          type="button"
          onClick={() => {
            bringBack(text.it);
            props.close();
          }}
        >
          {paperWords.bringBack}
        </button>
      )}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a long text is scrolled with the keyboard. */}
      <pre tabIndex={0}>{text.it}</pre>
    </section>
  );
}
