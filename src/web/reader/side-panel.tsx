/** Beside the paper: its pages as pictures, its contents, what is searched in it, and what is marked. */
import { type ReactNode, useEffect, useRef, useState } from "react";
import { type MarkColour, markColour, markColours } from "../../core/content/marks.ts";
import type { Highlight } from "../../core/entries/tally.ts";
import type { OpenedPdf } from "./open-pdfs.ts";
import { type Target, targetOf } from "./target.ts";
import { readerWords as words } from "./words.ts";

export const sides = ["pages", "outline", "find", "marks"] as const;
export type Side = (typeof sides)[number];

export function SidePanel(props: {
  readonly side: Side;
  readonly choose: (side: Side) => void;
  readonly close: () => void;
  readonly children: ReactNode;
}) {
  return (
    <aside className="pdf-panel" aria-label={words.side}>
      <div className="pdf-panel-tabs">
        {sides.map((side) => (
          <button
            key={side}
            type="button"
            aria-pressed={side === props.side}
            onClick={() => props.choose(side)}
          >
            {words.sides[side]}
          </button>
        ))}
        <button type="button" className="quiet" aria-label={words.close} onClick={props.close}>
          ×
        </button>
      </div>
      <div className="pdf-panel-body">{props.children}</div>
    </aside>
  );
}

type GoTo = (page: number, down?: number) => void;

export function Thumbnails(props: {
  readonly pdf: OpenedPdf;
  readonly page: number;
  readonly goTo: GoTo;
}) {
  const { pdf, page, goTo } = props;
  const list = useRef<HTMLOListElement>(null);
  useEffect(() => {
    const here = list.current?.querySelector(`[data-thumbnail="${page}"]`);
    here?.scrollIntoView({ block: "nearest" });
  }, [page]);
  return (
    <ol className="thumbnails" ref={list}>
      {pdf.sizes.map(([width, height], index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a page is its number.
        <li key={index} data-thumbnail={index + 1}>
          <button
            type="button"
            aria-label={words.pageNumber(index + 1)}
            aria-current={index + 1 === page ? "page" : undefined}
            onClick={() => goTo(index + 1)}
          >
            <Thumbnail pdf={pdf} page={index + 1} ratio={width / height} />
            <small>{index + 1}</small>
          </button>
        </li>
      ))}
    </ol>
  );
}

const thumbnailWidth = 112;

function Thumbnail(props: {
  readonly pdf: OpenedPdf;
  readonly page: number;
  readonly ratio: number;
}) {
  const { pdf, page, ratio } = props;
  const frame = useRef<HTMLSpanElement>(null);
  const [seen, setSeen] = useState(false);
  useEffect(() => {
    if (frame.current === null) return;
    const observer = new IntersectionObserver(
      ([entry]) => entry?.isIntersecting === true && setSeen(true),
      { rootMargin: "200px" },
    );
    observer.observe(frame.current);
    return () => observer.disconnect();
  }, []);
  useEffect(() => {
    if (!seen) return;
    let stop = () => {};
    const draw = async () => {
      const one = await pdf.file.getPage(page);
      const { width } = one.getViewport({ scale: 1 });
      const viewport = one.getViewport({ scale: (thumbnailWidth * 2) / width });
      const canvas = document.createElement("canvas");
      [canvas.width, canvas.height] = [Math.floor(viewport.width), Math.floor(viewport.height)];
      const drawing = one.render({ canvas, viewport });
      stop = () => drawing.cancel();
      await drawing.promise;
      frame.current?.replaceChildren(canvas);
    };
    draw().catch(() => {});
    return () => stop();
  }, [seen, pdf, page]);
  return <span ref={frame} className="thumbnail" style={{ aspectRatio: String(ratio) }} />;
}

interface OutlineLine {
  readonly title: string;
  readonly target: Target | null;
  readonly lines: readonly OutlineLine[];
}

export function Outline({ pdf, goTo }: { readonly pdf: OpenedPdf; readonly goTo: GoTo }) {
  const [lines, setLines] = useState<readonly OutlineLine[] | null>(null);
  useEffect(() => {
    let current = true;
    void outlineOf(pdf).then((read) => {
      if (current) setLines(read);
    });
    return () => {
      current = false;
    };
  }, [pdf]);
  if (lines === null) return <p role="status">{words.loading}</p>;
  if (lines.length === 0) return <p className="faint">{words.noOutline}</p>;
  return <OutlineLines lines={lines} goTo={goTo} />;
}

function OutlineLines(props: { readonly lines: readonly OutlineLine[]; readonly goTo: GoTo }) {
  const { lines, goTo } = props;
  return (
    <ul className="pdf-outline">
      {lines.map(({ title, target, lines: below }, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the contents do not change.
        <li key={index}>
          {target === null ? (
            <span>{title}</span>
          ) : (
            <button type="button" className="row" onClick={() => goTo(target.page, target.down)}>
              {title} <small className="faint">{target.page}</small>
            </button>
          )}
          {below.length > 0 && <OutlineLines lines={below} goTo={goTo} />}
        </li>
      ))}
    </ul>
  );
}

async function outlineOf(pdf: OpenedPdf): Promise<readonly OutlineLine[]> {
  type Raw = NonNullable<Awaited<ReturnType<typeof pdf.file.getOutline>>>;
  const read = (raw: Raw): Promise<readonly OutlineLine[]> =>
    Promise.all(
      raw.map(async ({ title, dest, items }) => ({
        title,
        target: dest === null ? null : await targetOf(pdf, dest).catch(() => null),
        lines: await read(items),
      })),
    );
  try {
    return await read((await pdf.file.getOutline()) ?? []);
  } catch {
    return [];
  }
}

export function MarkList(props: {
  readonly marks: readonly Highlight[];
  readonly goTo: GoTo;
  readonly choose: (mark: Highlight) => void;
}) {
  const { marks, goTo, choose } = props;
  const [only, setOnly] = useState<MarkColour | null>(null);
  const used = markColours.filter((colour) => marks.some((mark) => markColour(mark) === colour));
  const shown = marks
    .filter((mark) => only === null || markColour(mark) === only)
    .toSorted((a, b) => a.page - b.page || (a.rects[0]?.[1] ?? 0) - (b.rects[0]?.[1] ?? 0));
  if (marks.length === 0) return <p className="faint">{words.noMarks}</p>;
  return (
    <>
      {used.length > 1 && (
        <p className="mark-colours">
          <button type="button" aria-pressed={only === null} onClick={() => setOnly(null)}>
            {words.anyColour}
          </button>
          {used.map((colour) => (
            <button
              key={colour}
              type="button"
              className={`dot is-${colour}`}
              aria-label={words.colours[colour]}
              aria-pressed={only === colour}
              onClick={() => setOnly(only === colour ? null : colour)}
            />
          ))}
        </p>
      )}
      <ol className="mark-list" aria-label={words.marks(marks.length)}>
        {shown.map((mark) => (
          <li key={mark.id} className={`is-${markColour(mark)}`}>
            <button
              type="button"
              className="row"
              onClick={() => {
                goTo(mark.page, Math.max(0, (mark.rects[0]?.[1] ?? 0) - 0.08));
                choose(mark);
              }}
            >
              <span>{mark.quote}</span>
              {mark.comment !== undefined && mark.comment !== "" && <b>{mark.comment}</b>}
              <small className="faint">{words.pageOf(mark.page)}</small>
            </button>
          </li>
        ))}
      </ol>
    </>
  );
}
