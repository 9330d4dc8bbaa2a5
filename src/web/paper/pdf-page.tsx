/** One page of the PDF: drawn when it comes near, its text over it, its highlights between. */
import { type PDFDocumentProxy, TextLayer } from "pdfjs-dist";
import { type CSSProperties, useEffect, useRef, useState } from "react";
import type { ItemId } from "../../core/content/curriculum.ts";
import type { Highlight } from "../../core/entries/tally.ts";
import { strings } from "../strings.ts";

/** CSS pixels a point at zoom 1: a US letter page is 816 wide. */
export const pixelsAPoint = 96 / 72;

export function PdfPage(props: {
  readonly file: PDFDocumentProxy;
  readonly number: number;
  readonly size: readonly [number, number];
  readonly zoom: number;
  readonly highlights: readonly Highlight[];
  /** Null when nothing may be changed. */
  readonly remove: ((id: ItemId) => void) | null;
  readonly arrived: (page: number) => void;
}) {
  const { file, number, size, zoom, arrived } = props;
  const frame = useRef<HTMLDivElement>(null);
  const canvas = useRef<HTMLCanvasElement>(null);
  const text = useRef<HTMLDivElement>(null);
  const [near, setNear] = useState(false);
  const scale = zoom * pixelsAPoint;

  useEffect(() => {
    const element = frame.current;
    if (element === null) return;
    const nearby = new IntersectionObserver(([entry]) => setNear(entry?.isIntersecting === true), {
      rootMargin: "100% 0px",
    });
    // The page that holds the middle of the window is the one that is read.
    const read = new IntersectionObserver(
      ([entry]) => entry?.isIntersecting === true && arrived(number),
      { rootMargin: "-50% 0px -49% 0px" },
    );
    nearby.observe(element);
    read.observe(element);
    return () => {
      nearby.disconnect();
      read.disconnect();
    };
  }, [number, arrived]);

  useEffect(() => {
    if (!near) return;
    let current = true;
    let stop = () => {};
    const draw = async () => {
      const page = await file.getPage(number);
      const sheet = canvas.current;
      const layer = text.current;
      if (!current || sheet === null || layer === null) return;
      const viewport = page.getViewport({ scale });
      const sharp = Math.min(window.devicePixelRatio || 1, 3);
      sheet.width = Math.floor(viewport.width * sharp);
      sheet.height = Math.floor(viewport.height * sharp);
      const drawing = page.render({
        canvas: sheet,
        viewport,
        transform: [sharp, 0, 0, sharp, 0, 0],
      });
      layer.replaceChildren();
      const words = new TextLayer({
        textContentSource: page.streamTextContent(),
        container: layer,
        viewport,
      });
      stop = () => {
        drawing.cancel();
        words.cancel();
      };
      await Promise.allSettled([drawing.promise, words.render()]);
    };
    void draw();
    return () => {
      current = false;
      stop();
    };
  }, [near, file, number, scale]);

  const style = {
    width: `calc(${size[0]}px * ${scale})`,
    aspectRatio: `${size[0]} / ${size[1]}`,
    "--total-scale-factor": scale,
  } as CSSProperties;
  return (
    <div ref={frame} className="pdf-page" data-page={number} style={style}>
      {near && <canvas ref={canvas} />}
      {props.highlights.map(({ id, rects, quote }) => (
        <div key={id} className="highlight">
          {rects.map(([x, y, width, height]) => (
            <span
              key={`${x},${y}`}
              style={{
                left: `${x * 100}%`,
                top: `${y * 100}%`,
                width: `${width * 100}%`,
                height: `${height * 100}%`,
              }}
            />
          ))}
          {props.remove !== null && rects[0] !== undefined && (
            <button
              type="button"
              aria-label={strings.removeHighlight(quote.slice(0, 60))}
              title={strings.removeHighlight(quote.slice(0, 60))}
              style={{ top: `${rects[0][1] * 100}%` }}
              onClick={() => props.remove?.(id)}
            >
              ×
            </button>
          )}
        </div>
      ))}
      {near && <div ref={text} className="textLayer" />}
    </div>
  );
}
