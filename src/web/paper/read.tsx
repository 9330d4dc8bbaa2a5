/** Reading: the PDF in the page, and beside it the three passes and the guide. */
import { lazy, Suspense, useCallback, useEffect, useState } from "react";
import type { PaperId } from "../../core/content/curriculum.ts";
import { api } from "../../wire/wire.ts";
import { useTracker } from "../parts/parts.tsx";
import { ask } from "../store/server.ts";
import { strings } from "../strings.ts";
import { GetPdf } from "./get-pdf.tsx";
import { GuidePanel } from "./guide-panel.tsx";
import { Passes } from "./passes.tsx";

const PdfView = lazy(() => import("./pdf-view.tsx"));

type Held = "asking" | "here" | "missing" | "away";

export function Read({ id }: { readonly id: PaperId }) {
  const { connected } = useTracker();
  const [held, setHeld] = useState<Held>("asking");
  const look = useCallback(async () => {
    try {
      const { pdfs } = await ask(api.pdfs);
      setHeld(pdfs.includes(id) ? "here" : "missing");
    } catch {
      setHeld("away");
    }
  }, [id]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a server that is back is asked again.
  useEffect(() => void look(), [look, connected]);
  return (
    <div className="reading">
      <div className="pdf-side">
        {held === "here" && (
          <Suspense fallback={<p role="status">{strings.loadingPdf}</p>}>
            <PdfView paper={id} />
          </Suspense>
        )}
        {held === "missing" && <GetPdf paper={id} kept={() => setHeld("here")} />}
        {held === "away" && <p role="status">{strings.pdfAway}</p>}
        {held === "asking" && <p role="status">{strings.loadingPdf}</p>}
      </div>
      <div className="guide-side">
        <Passes id={id} />
        <GuidePanel id={id} />
      </div>
    </div>
  );
}
