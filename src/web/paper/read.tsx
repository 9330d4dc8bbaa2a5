/** Reading: the paper, and beside it the three passes and the guide, which fold to give it the room. */
import { lazy, Suspense, useCallback, useEffect, useMemo, useState } from "react";
import type { PaperId } from "../../core/content/curriculum.ts";
import { api } from "../../wire/wire.ts";
import { useTracker } from "../parts/parts.tsx";
import { GetPdf } from "../reader/get-pdf.tsx";
import { usePdfVersion, wasOpened } from "../reader/pdf-versions.ts";
import type { Wanted } from "../reader/reader.tsx";
import { type Action, useActions } from "../shell/actions.ts";
import { ask } from "../store/server.ts";
import { strings } from "../strings.ts";
import { GuidePanel } from "./guide-panel.tsx";
import { Passes } from "./passes.tsx";
import { paperWords } from "./words.ts";

const PaperRoom = lazy(() => import("../reader/paper-room.tsx"));

type Held = "asking" | "here" | "missing" | "away";

/** From this width on, paper and guide have room beside each other. */
const roomForBoth = 1500;
const guideKey = "reader:guide";

export function Read({ id }: { readonly id: PaperId }) {
  const held = useHeld(id);
  const [guide, setGuide] = useState(guideAtFirst);
  const [focus, setFocus] = useState(false);
  const [readable, setReadable] = useState(true);
  const hasFile = held === "here";
  // One that can't be shown leaves the room to the guide.
  const hasPdf = hasFile && readable;
  // Until it is known, the guide stands only where it will stay.
  const hasRoom = !hasPdf && held !== "asking";
  const toggleGuide = useCallback(() => {
    setGuide((now) => {
      localStorage.setItem(guideKey, now ? "folded" : "open");
      return !now;
    });
  }, []);
  const toggleFocus = useCallback(() => {
    setFocus(!focus);
    // Nothing but the paper; whatever is opened then is wanted beside it.
    setGuide(focus && guideAtFirst());
  }, [focus]);
  const [wanted, setWanted] = useState<Wanted | null>(null);
  const seek = useCallback((source: string) => {
    setWanted((last) => ({ source, times: (last?.times ?? 0) + 1 }));
    // Where the guide lies over the paper, it gives way to the place.
    if (window.innerWidth <= 960) setGuide(false);
  }, []);
  useLeaveFocus(focus, toggleFocus);
  const shape = hasPdf ? `has-pdf ${guide ? "has-guide" : ""} ${focus ? "is-focus" : ""}` : "";
  return (
    <div className={`reading ${shape}`}>
      <div className="pdf-side">
        {hasFile && (
          <Suspense fallback={<p role="status">{paperWords.loadingPdf}</p>}>
            <PaperRoom
              paper={id}
              focus={{ on: focus, toggle: toggleFocus }}
              guide={{ on: guide, toggle: toggleGuide }}
              wanted={wanted}
              shows={setReadable}
            />
          </Suspense>
        )}
        {held === "missing" && <GetPdf paper={id} instead={false} />}
        {held === "away" && <p role="status">{paperWords.pdfAway}</p>}
        {held === "asking" && <p role="status">{paperWords.loadingPdf}</p>}
      </div>
      {(hasRoom || guide) && (
        <div className="guide-side">
          <Passes id={id} seek={hasPdf ? seek : null} />
          <GuidePanel id={id} seek={hasPdf ? seek : null} />
        </div>
      )}
    </div>
  );
}

function guideAtFirst(): boolean {
  const chosen = localStorage.getItem(guideKey);
  return chosen === null
    ? window.innerWidth >= roomForBoth
    : chosen === "open" && window.innerWidth > 640;
}

/** Once the file is here it stays, whatever becomes of the server: it is in memory. */
function useHeld(id: PaperId): Held {
  const { connected } = useTracker();
  const version = usePdfVersion(id);
  const [held, setHeld] = useState<Held>(() => (wasOpened(id) ? "here" : "asking"));
  // biome-ignore lint/correctness/useExhaustiveDependencies: a server that is back is asked again, and a file that is put there is looked for.
  useEffect(() => {
    let current = true;
    const look = async () => {
      const answer = await ask(api.pdfs).then(
        ({ pdfs }): Held => (pdfs.includes(id) ? "here" : "missing"),
        (): Held => "away",
      );
      if (current) setHeld((now) => (now === "here" && answer === "away" ? now : answer));
    };
    void look();
    return () => {
      current = false;
    };
  }, [id, connected, version]);
  return held;
}

/** Escape ends it too, where nothing else is open that Escape closes. */
function useLeaveFocus(focus: boolean, leave: () => void): void {
  const actions = useMemo<readonly Action[]>(
    () =>
      focus
        ? [
            {
              id: "leave-focus",
              label: paperWords.leaveFocus,
              group: strings.keyGroups.screen,
              keys: "Escape",
              run: leave,
            },
          ]
        : [],
    [focus, leave],
  );
  useActions(actions);
}
