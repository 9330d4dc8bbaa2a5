/** A PDF that is dropped anywhere on a paper's screen becomes that paper's; whatever else is dropped opens nothing. */
import { useEffect, useState } from "react";
import type { PaperId } from "../../core/content/curriculum.ts";
import { api } from "../../wire/wire.ts";
import { useTracker } from "../parts/parts.tsx";
import { Dialog } from "../shell/dialog.tsx";
import { ask } from "../store/server.ts";
import { strings } from "../strings.ts";
import { keepPdf } from "./keep-pdf.ts";
import { readerWords as words } from "./words.ts";

export function DropAnywhere({ paper, name }: { readonly paper: PaperId; readonly name: string }) {
  const { say, locked, server } = useTracker();
  const from = server.served.is;
  const [over, setOver] = useState(false);
  /** Waits for a yes, since a PDF is here already. */
  const [waiting, setWaiting] = useState<File | null>(null);
  useEffect(() => {
    const hasFiles = (event: DragEvent) => event.dataTransfer?.types.includes("Files") === true;
    const onOver = (event: DragEvent) => {
      if (!hasFiles(event)) return;
      event.preventDefault();
      setOver(true);
    };
    const onLeave = (event: DragEvent) => {
      if (event.relatedTarget === null) setOver(false);
    };
    const onDrop = async (event: DragEvent) => {
      setOver(false);
      // The notes' editor takes its images itself.
      if (event.defaultPrevented || !hasFiles(event)) return;
      event.preventDefault();
      const file = [...(event.dataTransfer?.files ?? [])].find(isPdf);
      if (file === undefined) return say(words.droppedOther);
      if (locked) return say(strings.readOnly[from]);
      const pdfs = await ask(api.pdfs).then(
        (answer) => answer.pdfs,
        () => null,
      );
      if (pdfs === null) say(strings.noServer);
      else if (pdfs.includes(paper)) setWaiting(file);
      else say((await keepPdf(paper, file)) ?? words.kept(name));
    };
    window.addEventListener("dragover", onOver);
    window.addEventListener("dragleave", onLeave);
    window.addEventListener("drop", onDrop);
    return () => {
      window.removeEventListener("dragover", onOver);
      window.removeEventListener("dragleave", onLeave);
      window.removeEventListener("drop", onDrop);
    };
  }, [paper, name, say, locked, from]);
  return (
    <>
      {over && <div className="drop-over">{words.dropHere(name)}</div>}
      {waiting !== null && (
        <Dialog title={words.replace} close={() => setWaiting(null)}>
          <p>{words.replaceAsk(name, waiting.name)}</p>
          <span className="buttons">
            <button
              type="button"
              className="strong"
              data-first=""
              onClick={() => {
                setWaiting(null);
                void keepPdf(paper, waiting).then((fault) => say(fault ?? words.kept(name)));
              }}
            >
              {words.replace}
            </button>
            <button type="button" onClick={() => setWaiting(null)}>
              {strings.cancel}
            </button>
          </span>
        </Dialog>
      )}
    </>
  );
}

const isPdf = ({ name, type }: File) => type === "application/pdf" || /\.pdf$/i.test(name);
