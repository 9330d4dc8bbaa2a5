/** A paper whose PDF is not in the workspace yet: fetched on request, or dropped in. */
import { type DragEvent, useState } from "react";
import type { PaperId } from "../../core/content/curriculum.ts";
import { api, type FetchLine } from "../../wire/wire.ts";
import { useTracker } from "../parts/parts.tsx";
import { linesOf, Refused, sendFile } from "../store/server.ts";
import { strings } from "../strings.ts";

/** How far the fetching has come. */
type Step = Extract<FetchLine, { bytes: number }>;

export function GetPdf({ paper, kept }: { readonly paper: PaperId; readonly kept: () => void }) {
  const { situation, locked } = useTracker();
  const record = situation.curriculum.papers.find(({ id }) => id === paper);
  const [step, setStep] = useState<Step | null>(null);
  const [fault, setFault] = useState<string | null>(null);
  const [over, setOver] = useState(false);

  const fetchIt = async () => {
    setFault(null);
    setStep({ bytes: 0, of: null });
    try {
      let last: FetchLine | null = null;
      for await (const line of linesOf(api.fetchPdf, undefined, { parts: { paper } })) {
        last = line;
        if ("bytes" in line) setStep(line);
      }
      if (last !== null && "ok" in last && last.ok) kept();
      else setFault(last !== null && "message" in last ? last.message : strings.fetchBroke);
    } catch (error) {
      setFault(error instanceof Refused ? error.message : strings.fetchBroke);
    }
    setStep(null);
  };
  const keep = async (file: File | undefined) => {
    if (file === undefined) return;
    setFault(null);
    try {
      await sendFile(api.keepPdf, file, "application/pdf", { parts: { paper } });
      kept();
    } catch (error) {
      setFault(error instanceof Refused ? error.message : strings.noServer);
    }
  };
  const onDrop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    void keep(event.dataTransfer.files[0]);
  };
  return (
    <section
      className={`drop ${over ? "is-over" : ""}`}
      aria-label={strings.getPdf}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={onDrop}
    >
      <h2>{strings.noPdf}</h2>
      {locked ? (
        <p className="faint">{strings.readOnly}</p>
      ) : (
        <>
          <p>{strings.pdfPlace(paper)}</p>
          {step === null ? (
            <p className="buttons">
              {record?.arxiv != null && (
                <button type="button" className="strong" onClick={() => void fetchIt()}>
                  {strings.fetchPdf(record.arxiv)}
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
              <span className="faint">{strings.orDrop}</span>
            </p>
          ) : (
            <p role="status">
              {strings.fetching}{" "}
              <progress
                aria-label={strings.fetching}
                {...(step.of == null ? {} : { max: step.of, value: step.bytes })}
              />
            </p>
          )}
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
