/** One page of the paper: drawn, its text over it to select, its marks between, its links on top. */
import { TextLayer } from "pdfjs-dist";
import { type CSSProperties, memo, useEffect, useRef } from "react";
import { markColour } from "../../core/content/marks.ts";
import type { Highlight } from "../../core/entries/tally.ts";
import { Links } from "./links.tsx";
import type { OpenedPdf } from "./open-pdfs.ts";
import { markAt, rectsOn } from "./passage.ts";
import { type Box, pixelsAPoint } from "./place.ts";
import { placeOfRect } from "./rect-style.ts";
import { readerWords as words } from "./words.ts";

/** More pixels than this for one page are not worth their memory. */
const mostPixels = 24_000_000;

export const PdfPage = memo(function PdfPage(props: {
  readonly pdf: OpenedPdf;
  readonly box: Box;
  readonly scale: number;
  readonly marks: readonly Highlight[];
  readonly choose: (mark: Highlight, element: HTMLElement) => void;
  readonly jump: (page: number, down: number) => void;
  readonly drawn: (page: number) => void;
}) {
  const { pdf, box, scale, marks, choose, drawn } = props;
  const { page: number } = box;
  const sheet = useRef<HTMLDivElement>(null);
  const text = useRef<HTMLDivElement>(null);
  const pixels = scale * pixelsAPoint;

  useEffect(() => {
    let current = true;
    let stop = () => {};
    const draw = async () => {
      const page = await pdf.file.getPage(number);
      if (!current) return;
      const viewport = page.getViewport({ scale: pixels });
      const wanted = Math.min(window.devicePixelRatio || 1, 3);
      const sharp = Math.min(wanted, Math.sqrt(mostPixels / (viewport.width * viewport.height)));
      const canvas = document.createElement("canvas");
      canvas.width = Math.floor(viewport.width * sharp);
      canvas.height = Math.floor(viewport.height * sharp);
      const drawing = page.render({ canvas, viewport, transform: [sharp, 0, 0, sharp, 0, 0] });
      stop = () => drawing.cancel();
      await drawing.promise;
      // Until it is drawn anew, the page is seen as it was, larger or smaller.
      if (current) sheet.current?.replaceChildren(canvas);
    };
    draw().catch(() => {});
    return () => {
      current = false;
      stop();
    };
  }, [pdf, number, pixels]);

  useEffect(() => {
    let current = true;
    let stop = () => {};
    const lay = async () => {
      const page = await pdf.file.getPage(number);
      const { content } = await pdf.words(number);
      const layer = text.current;
      if (!current || layer === null) return;
      layer.replaceChildren();
      const laying = new TextLayer({
        textContentSource: content,
        container: layer,
        viewport: page.getViewport({ scale: 1 }),
      });
      stop = () => laying.cancel();
      await laying.render();
      for (const [at, piece] of laying.textDivs.entries()) piece.dataset.piece = String(at);
      const end = document.createElement("div");
      end.className = "end-of-page";
      layer.append(end);
      if (current) drawn(number);
    };
    lay().catch(() => {});
    return () => {
      current = false;
      stop();
    };
  }, [pdf, number, drawn]);

  const style = {
    left: box.left,
    top: box.top,
    width: box.width,
    height: box.height,
    "--total-scale-factor": pixels,
  } as CSSProperties;
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: each mark has a button of its own.
    // biome-ignore lint/a11y/noStaticElementInteractions: a click finds the mark that lies beneath the text.
    <div
      className="pdf-page"
      data-page={number}
      style={style}
      onClick={({ clientX, clientY, currentTarget }) => {
        if (document.getSelection()?.isCollapsed === false) return;
        const { left, top, width, height } = currentTarget.getBoundingClientRect();
        const mark = markAt(marks, number, (clientX - left) / width, (clientY - top) / height);
        if (mark !== null) choose(mark, currentTarget);
      }}
    >
      <div ref={sheet} className="sheet" />
      {marks.map((mark) => (
        <Mark key={mark.id} mark={mark} page={number} choose={choose} />
      ))}
      <div
        ref={text}
        className="textLayer"
        onPointerDown={({ currentTarget }) => {
          // Where there are no words the selection would jump; the rest of the page takes it instead.
          const { classList } = currentTarget;
          classList.add("is-selecting");
          window.addEventListener("pointerup", () => classList.remove("is-selecting"), {
            once: true,
          });
        }}
      />
      <Links pdf={pdf} page={number} jump={props.jump} />
    </div>
  );
});

function Mark(props: {
  readonly mark: Highlight;
  readonly page: number;
  readonly choose: (mark: Highlight, element: HTMLElement) => void;
}) {
  const { mark, page, choose } = props;
  const rects = rectsOn(mark, page);
  const [first] = rects;
  if (first === undefined) return null;
  return (
    <div className={`highlight is-${markColour(mark)}`} data-mark={mark.id}>
      {rects.map((rect) => (
        <span key={rect.join()} style={placeOfRect(rect)} />
      ))}
      <button
        type="button"
        aria-label={words.markOf(mark.quote.slice(0, 60))}
        title={mark.comment ?? words.mark}
        className={mark.comment ? "has-comment" : ""}
        style={{ top: `${first[1] * 100}%` }}
        onClick={(event) => {
          event.stopPropagation();
          choose(mark, event.currentTarget);
        }}
      />
    </div>
  );
}
