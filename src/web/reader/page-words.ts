/** A page's words in the order in which they are read, as the file gives them and as they are searched. */
import { type PDFPageProxy, Util } from "pdfjs-dist";
import type { PageText } from "./find.ts";
import { type Piece, readingOrder } from "./reading-order.ts";

type TextContent = Awaited<ReturnType<PDFPageProxy["getTextContent"]>>;
type TextItem = Extract<TextContent["items"][number], { readonly str: string }>;

export interface PageWords {
  /** For the layer of text: its pieces stand in the order of reading. */
  readonly content: TextContent;
  readonly text: PageText;
  /** How far down the page each piece stands, as a share of it. */
  readonly tops: readonly number[];
}

export async function readWords(page: PDFPageProxy): Promise<PageWords> {
  const viewport = page.getViewport({ scale: 1 });
  const content = await page.getTextContent();
  const items = content.items.filter((item): item is TextItem => "str" in item);
  const pieces = items.map((item) => pieceOf(item, viewport.transform));
  const order = readingOrder(pieces).flatMap((line) =>
    line.map((at, index) => ({ at, ends: index === line.length - 1 })),
  );
  return {
    content: {
      ...content,
      items: order.map(({ at, ends }) => ({ ...(items[at] as TextItem), hasEOL: ends })),
    },
    text: { pieces: order.map(({ at, ends }) => ({ text: items[at]?.str ?? "", ends })) },
    tops: order.map(({ at }) => topOf(items[at], viewport.transform) / viewport.height),
  };
}

/** How far a letter of a usual font reaches above its base line. */
const ascent = 0.8;

function pieceOf({ str: text, transform, width }: TextItem, onPage: readonly number[]): Piece {
  const [a = 0, b = 0, c = 0, d = 0, x = 0, y = 0] = onPageOf(transform, onPage);
  const height = Math.hypot(c, d);
  const turn = Math.round(Math.atan2(b, a) / (Math.PI / 2)) & 3;
  // Along the line, and down from one line to the next.
  const [right, down] = turned(x, y, turn);
  return { text, x: right, y: down - height * ascent, width, height, turn };
}

function turned(x: number, y: number, turn: number): readonly [number, number] {
  if (turn === 0) return [x, y];
  if (turn === 1) return [y, -x];
  return turn === 2 ? [-x, -y] : [-y, x];
}

function onPageOf(transform: readonly number[], onPage: readonly number[]): readonly number[] {
  return Util.transform([...onPage], [...transform]);
}

function topOf(item: TextItem | undefined, onPage: readonly number[]): number {
  if (item === undefined) return 0;
  return (onPageOf(item.transform, onPage)[5] ?? 0) - item.height * ascent;
}
