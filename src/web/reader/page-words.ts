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
    tops: order.map(({ at }) => (pieces[at]?.y ?? 0) / viewport.height),
  };
}

/** How far a letter of a usual font reaches above its base line. */
const ascent = 0.8;

function pieceOf({ str: text, transform, width }: TextItem, onPage: readonly number[]): Piece {
  const [a = 0, b = 0, c = 0, d = 0, x = 0, y = 0]: readonly number[] = Util.transform(
    [...onPage],
    transform,
  );
  const height = Math.hypot(c, d);
  const turned = Math.abs(b) > 0.2 * Math.abs(a);
  return turned
    ? { text, x: x - height * ascent, y: y - width, width: height, height: width, turned }
    : { text, x, y: y - height * ascent, width, height, turned };
}
