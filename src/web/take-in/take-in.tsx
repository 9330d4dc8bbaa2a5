/** A place to drop a file of another tool: what it would bring is said first, and nothing is taken without a yes. */
import { type DragEvent, useId, useState } from "react";
import { api, type TakenIn } from "../../wire/wire.ts";
import { useTracker } from "../parts/parts.tsx";
import { Refused, sendFile } from "../store/server.ts";
import { strings } from "../strings.ts";
import { takeInWords as words } from "./words.ts";

interface Props {
  readonly title: string;
  readonly help: string;
  /** Around the taking, for a screen that would go away by what is taken. */
  readonly hold?: (held: boolean) => void;
  /** The sentence for the learner; null where the report says enough. */
  readonly taken: (taken: TakenIn) => string | null;
}

type State =
  | { readonly is: "waiting" }
  | { readonly is: "refused"; readonly fault: string }
  | { readonly is: "tried"; readonly file: File; readonly found: TakenIn }
  | { readonly is: "done"; readonly found: TakenIn };

export function TakeIn({ title, help, hold = () => {}, taken }: Props) {
  const { say, locked, server } = useTracker();
  const [over, setOver] = useState(false);
  const [state, setState] = useState<State>({ is: "waiting" });
  const heading = useId();
  const look = async (files: FileList | null) => {
    const [file, ...more] = files ?? [];
    if (file === undefined) return;
    if (more.length > 0) return setState({ is: "refused", fault: words.oneFile });
    try {
      setState({ is: "tried", file, found: await send(file, "trial") });
    } catch (error) {
      setState({ is: "refused", fault: faultOf(error) });
    }
  };
  const take = async (file: File) => {
    hold(true);
    try {
      const found = await send(file, "record");
      setState({ is: "done", found });
      const said = taken(found);
      if (said !== null) say(said);
    } catch (error) {
      setState({ is: "refused", fault: faultOf(error) });
      hold(false);
    }
  };
  const onDrop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    if (locked) say(strings.readOnly[server.served.is]);
    else void look(event.dataTransfer.files);
  };
  if (server.served.is === "hub") {
    return (
      <section aria-labelledby={heading}>
        <h2 id={heading}>{title}</h2>
        <p className="faint">{strings.ownComputer}</p>
      </section>
    );
  }
  return (
    <section
      className={`drop ${over ? "is-over" : ""}`}
      aria-labelledby={heading}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={onDrop}
    >
      <h2 id={heading}>{title}</h2>
      <p className="buttons">
        <label className="button">
          {strings.chooseFile}
          <input
            className="hidden"
            type="file"
            disabled={locked}
            onChange={({ target }) => {
              // Chosen anew, the same file is looked at again.
              void look(target.files).finally(() => {
                target.value = "";
              });
            }}
          />
        </label>
        <span className="faint">{help}</span>
      </p>
      {state.is === "refused" && (
        <p role="alert" className="fault">
          {state.fault}
        </p>
      )}
      {(state.is === "tried" || state.is === "done") && <Said found={state.found} />}
      {state.is === "tried" && state.found.brings > 0 && (
        <p className="buttons">
          <button type="button" className="strong" onClick={() => void take(state.file)}>
            {words.takeOver}
          </button>
          <button type="button" onClick={() => setState({ is: "waiting" })}>
            {words.leaveIt}
          </button>
        </p>
      )}
    </section>
  );
}

function send(file: File, way: "trial" | "record"): Promise<TakenIn> {
  const query = { name: file.name, way };
  return sendFile(api.takeIn, file, "application/octet-stream", { query });
}

function faultOf(error: unknown): string {
  return error instanceof Refused ? error.message : strings.noServer;
}

function Said({ found: { report, problems } }: { readonly found: TakenIn }) {
  return (
    <>
      <div role="status">
        {report.map((line) => (
          <p key={line}>{line}</p>
        ))}
      </div>
      {problems.length > 0 && (
        <>
          <p>{words.problems(problems.length)}</p>
          <Problems problems={problems} />
        </>
      )}
    </>
  );
}

/** More are in the file than anybody reads here; the terminal names them all. */
const mostShown = 100;

export function Problems({ problems }: Pick<TakenIn, "problems">) {
  return (
    <ul className="problems">
      {problems.slice(0, mostShown).map(({ line, message }) => (
        <li key={`${line}${message}`}>{words.problemLine(line, message)}</li>
      ))}
      {problems.length > mostShown && <li>{words.more(problems.length - mostShown)}</li>}
    </ul>
  );
}
