/** Opens a paper's PDF and shows it; where it can't be shown, what is wrong and how to put another in its place. */
import { useCallback, useEffect, useState } from "react";
import type { PaperId } from "../../core/content/curriculum.ts";
import { useTracker } from "../parts/parts.tsx";
import { GetPdf } from "./get-pdf.tsx";
import { looksLike } from "./looks-like.ts";
import { type OpenedPdf, openPdf, type PdfFault } from "./open-pdfs.ts";
import { pdfOpened, usePdfVersion } from "./pdf-versions.ts";
import { Reader, type Toggle, type Wanted } from "./reader.tsx";
import { readerWords as words } from "./words.ts";

type Shown =
  | { readonly is: "opening" }
  | { readonly is: "open"; readonly pdf: OpenedPdf }
  | { readonly is: "failed"; readonly fault: PdfFault };

export default function PaperRoom(props: {
  readonly paper: PaperId;
  readonly focus: Toggle;
  readonly guide: Toggle;
  readonly wanted: Wanted | null;
  /** Told whether there is a paper to be seen. */
  readonly shows: (is: boolean) => void;
}) {
  const { paper, focus, guide, wanted, shows } = props;
  const { server, connected } = useTracker();
  const version = usePdfVersion(paper);
  const { workspace } = server;
  const [shown, setShown] = useState<Shown>({ is: "opening" });
  useEffect(() => shows(shown.is !== "failed"), [shown, shows]);
  const isAway = shown.is === "failed" && shown.fault.is === "away";
  const open = useCallback(() => {
    let current = true;
    void openPdf(workspace, paper, version).then((opening) => {
      if (!current) return;
      if (opening.ok) pdfOpened(paper);
      setShown(
        opening.ok ? { is: "open", pdf: opening.pdf } : { is: "failed", fault: opening.fault },
      );
    });
    return () => {
      current = false;
    };
  }, [workspace, paper, version]);
  useEffect(open, [open]);
  useEffect(() => {
    // A server that is back is asked again; what is open stays open.
    if (isAway && connected) return open();
    return undefined;
  }, [isAway, connected, open]);

  if (shown.is === "opening") return <p role="status">{words.loading}</p>;
  if (shown.is === "failed") {
    const { fault } = shown;
    const said = fault.is === "broken" ? words.faults.broken(fault.reason) : words.faults[fault.is];
    return (
      <>
        <p role="alert" className="fault">
          {said}
        </p>
        {fault.is === "away" ? (
          <p className="buttons">
            <button type="button" onClick={() => open()}>
              {words.tryAgain}
            </button>
          </p>
        ) : (
          <GetPdf paper={paper} instead />
        )}
      </>
    );
  }
  return (
    <Reader key={version} paper={paper} pdf={shown.pdf} focus={focus} guide={guide} wanted={wanted}>
      <Doubts paper={paper} pdf={shown.pdf} />
    </Reader>
  );
}

/** A scan without text, or another paper: said once it is open. */
function Doubts(props: { readonly paper: PaperId; readonly pdf: OpenedPdf }) {
  const { paper, pdf } = props;
  const { situation, server } = useTracker();
  const title = situation.curriculum.papers.find(({ id }) => id === paper)?.title ?? null;
  const key = `right-pdf:${server.workspace}:${paper}`;
  const [isRight, setRight] = useState(() => localStorage.getItem(key) !== null);
  const [doubt, setDoubt] = useState<"no-text" | "other" | null>(null);
  const [replacing, setReplacing] = useState(false);
  useEffect(() => {
    let current = true;
    const read = async () => {
      const first = Math.min(3, pdf.sizes.length);
      let text = "";
      for (let page = 1; page <= first; page += 1) {
        const { pieces } = (await pdf.words(page)).text;
        text += `${pieces.map((piece) => piece.text + (piece.ends ? "\n" : "")).join("")}\n`;
      }
      if (!current) return;
      if (text.trim() === "") setDoubt("no-text");
      else if (title !== null && !looksLike(title, text)) setDoubt("other");
    };
    read().catch(() => {});
    return () => {
      current = false;
    };
  }, [pdf, title]);
  const settle = useCallback(() => {
    localStorage.setItem(key, "yes");
    setRight(true);
  }, [key]);
  if (doubt === null || (doubt === "other" && isRight)) return null;
  return (
    <div className="pdf-doubt">
      <p role="status">{doubt === "no-text" ? words.noText : words.otherPaper(title ?? "")}</p>
      <p className="buttons">
        {doubt === "other" && (
          <button type="button" onClick={settle}>
            {words.rightPaper}
          </button>
        )}
        <button type="button" onClick={() => setReplacing(!replacing)} aria-expanded={replacing}>
          {words.replace}
        </button>
      </p>
      {replacing && <GetPdf paper={paper} instead />}
    </div>
  );
}
