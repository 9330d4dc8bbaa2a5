/** A paper whose PDF is not in the workspace yet: fetched on request, or dropped in. */
import { type DragEvent, useState } from "react";
import type { PaperId } from "../../core/content/curriculum.ts";
import { useTracker } from "../parts/parts.tsx";
import { strings } from "../strings.ts";

interface Step {
  readonly bytes?: number;
  readonly of?: number | null;
  readonly ok?: boolean;
  readonly message?: string;
}

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
      const response = await fetch(`/papers/${paper}/fetch`, { method: "POST" });
      const last = await readSteps(response, setStep);
      if (last?.ok === true) kept();
      else setFault(last?.message ?? strings.fetchBroke);
    } catch {
      setFault(strings.fetchBroke);
    }
    setStep(null);
  };
  const keep = async (file: File | undefined) => {
    if (file === undefined) return;
    setFault(null);
    try {
      const response = await fetch(`/papers/${paper}`, {
        method: "PUT",
        headers: { "content-type": "application/pdf" },
        body: file,
      });
      if (response.ok) return kept();
      const said = (await response.json().catch(() => null)) as { message?: string } | null;
      setFault(said?.message ?? strings.fetchBroke);
    } catch {
      setFault(strings.noServer);
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

/** Reads lines of JSON as they come; the last one is the result. */
async function readSteps(response: Response, tell: (step: Step) => void): Promise<Step | null> {
  if (!response.ok || response.body === null) {
    return (await response.json().catch(() => null)) as Step | null;
  }
  let last: Step | null = null;
  let rest = "";
  const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return last;
    const lines = (rest + value).split("\n");
    rest = lines.pop() ?? "";
    for (const line of lines) {
      last = JSON.parse(line) as Step;
      if (last.ok === undefined) tell(last);
    }
  }
}
