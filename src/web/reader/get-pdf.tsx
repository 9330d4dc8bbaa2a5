/** A paper whose PDF is not in the workspace yet, or is to be replaced: fetched on request, chosen, or dropped in. */
import { type FormEvent, useState } from "react";
import type { PaperId } from "../../core/content/curriculum.ts";
import { sourceOf } from "../../core/progress/paper-progress.ts";
import { useTracker } from "../parts/parts.tsx";
import { strings } from "../strings.ts";
import { useKeepPdf } from "./keep-pdf.ts";
import { readerWords as words } from "./words.ts";

export function GetPdf({ paper, instead }: { readonly paper: PaperId; readonly instead: boolean }) {
  const { situation, server, locked } = useTracker();
  const { curriculum, tally, progress } = situation;
  const { step, fault, fetch, keep } = useKeepPdf(paper);
  const source = sourceOf(curriculum, tally, paper);
  const isKnown = (source.arxiv ?? source.url) !== null;
  const isOwn = progress.papers.find(({ id }) => id === paper)?.own === true;
  return (
    <section className="drop" aria-label={words.getPdf}>
      <h2>{instead ? words.replace : words.noPdf}</h2>
      {server.served.is === "hub" ? (
        <p>{strings.ownComputer}</p>
      ) : locked ? (
        <p className="faint">{strings.readOnly[server.served.is]}</p>
      ) : (
        <>
          <p>{words.pdfPlace(paper)}</p>
          {step === null ? (
            <p className="buttons">
              {isKnown && (
                <button type="button" className="strong" onClick={() => void fetch()}>
                  {source.arxiv === null
                    ? words.fetchFrom(source.url ?? "")
                    : words.fetchPdf(source.arxiv)}
                </button>
              )}
              <label className="button">
                {strings.chooseFile}
                <input
                  className="hidden"
                  type="file"
                  accept="application/pdf,.pdf"
                  onChange={({ target }) => void keep(target.files?.[0])}
                />
              </label>
              <span className="faint">{words.orDrop}</span>
            </p>
          ) : (
            <p role="status">
              {words.fetching}{" "}
              <progress
                aria-label={words.fetching}
                {...(step.of == null ? {} : { max: step.of, value: step.bytes })}
              />
            </p>
          )}
          {isOwn && step === null && <SourceForm paper={paper} known={isKnown} />}
        </>
      )}
      {fault !== null && (
        <p role="alert" className="fault">
          {fault}
        </p>
      )}
    </section>
  );
}

/** Where a paper of the learner's own is found. */
function SourceForm({ paper, known }: { readonly paper: PaperId; readonly known: boolean }) {
  const { run } = useTracker();
  const [source, setSource] = useState("");
  const save = async (event: FormEvent) => {
    event.preventDefault();
    if ((await run({ do: "link-paper", paper, source })).ok) setSource("");
  };
  return (
    <form className="inline" onSubmit={save}>
      <input
        aria-label={words.source}
        placeholder={words.sourceHint}
        value={source}
        onChange={({ target }) => setSource(target.value)}
      />
      <button type="submit" disabled={source.trim() === ""}>
        {known ? words.changeSource : words.keepSource}
      </button>
    </form>
  );
}
