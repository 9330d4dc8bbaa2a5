/**
 * Where the pages of a paper lie in the room that shows them, and where its reader is: a point of a page on the line
 * that is read. Sizes of pages are points, all else CSS pixels. A place means the same at every zoom, in every window.
 */

export type Zoom =
  | { readonly is: "width" }
  | { readonly is: "page" }
  | { readonly is: "scale"; readonly scale: number };

export type Size = readonly [width: number, height: number];

export interface Room {
  readonly width: number;
  readonly height: number;
}

/** `down` and `across` are shares of the page: 0 at its upper left corner. */
export interface Place {
  readonly page: number;
  readonly down: number;
  readonly across: number;
}

export interface Scroll {
  readonly top: number;
  readonly left: number;
}

export interface Box {
  readonly page: number;
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

export interface Laid {
  readonly scale: number;
  readonly width: number;
  readonly height: number;
  readonly pages: readonly Box[];
  /** How far below the upper edge of the room the line is that is read. */
  readonly line: number;
}

/** CSS pixels a point at zoom 1: a US letter page is 816 wide. */
export const pixelsAPoint = 96 / 72;
const gap = 12;
const least = 0.1;
const most = 5;
const steps = [0.25, 0.33, 0.5, 0.67, 0.8, 0.9, 1, 1.1, 1.25, 1.5, 1.75, 2, 2.5, 3, 4, 5] as const;

const within = (value: number, from: number, to: number) => Math.min(Math.max(value, from), to);

export function scaleOf(zoom: Zoom, sizes: readonly Size[], room: Room, columns: 1 | 2): number {
  if (zoom.is === "scale") return within(zoom.scale, least, most);
  // A page that is laid across among upright ones does not make them all smaller.
  const usual = middle(rowsOf(sizes, columns).map((row) => sum(row.map(([width]) => width))));
  const wide = (room.width - gap * (columns + 1)) / (usual * pixelsAPoint);
  if (zoom.is === "width") return within(wide, least, most);
  const high = middle(sizes.map(([, height]) => height));
  return within(Math.min(wide, (room.height - 2 * gap) / (high * pixelsAPoint)), least, most);
}

/** The zoom of a paper that is opened for the first time: its width, and no more than half as large again as on paper. */
export function firstZoom(sizes: readonly Size[], room: Room): Zoom {
  const largest = 1.5;
  return scaleOf({ is: "width" }, sizes, room, 1) > largest
    ? { is: "scale", scale: largest }
    : { is: "width" };
}

/** The next larger or smaller of the usual steps. */
export function stepped(scale: number, by: 1 | -1): Zoom {
  const next =
    by === 1
      ? steps.find((step) => step > scale * 1.01)
      : steps.findLast((step) => step < scale * 0.99);
  return { is: "scale", scale: next ?? scale };
}

export function layPages(sizes: readonly Size[], zoom: Zoom, room: Room, columns: 1 | 2): Laid {
  const scale = scaleOf(zoom, sizes, room, columns);
  const pixels = scale * pixelsAPoint;
  const rows = rowsOf(sizes, columns).map((row) =>
    row.map(([w, h]) => [w * pixels, h * pixels] as const),
  );
  const widthOf = (row: readonly Size[]) =>
    sum(row.map(([width]) => width)) + gap * (row.length - 1);
  const width = Math.max(room.width, ...rows.map((row) => widthOf(row) + 2 * gap));
  const pages: Box[] = [];
  let top: number = gap;
  for (const row of rows) {
    let left = (width - widthOf(row)) / 2;
    for (const [across, down] of row) {
      pages.push({ page: pages.length + 1, left, top, width: across, height: down });
      left += across + gap;
    }
    top += Math.max(...row.map(([, height]) => height)) + gap;
  }
  const lowest = Math.min(...pages.map(({ height }) => height));
  const line = Math.min(room.height / 4, lowest / 2);
  // So much room below that the last page can be gone to like any other.
  return { scale, width, height: top + room.height - line, pages, line };
}

export function placeAt(laid: Laid, scroll: Scroll, room: Room): Place {
  const y = scroll.top + laid.line;
  const x = scroll.left + room.width / 2;
  // What lies between two pages belongs to the lower one.
  const begun = laid.pages.findLast(({ top }) => top - gap <= y) ?? laid.pages[0];
  const row = laid.pages.filter(({ top }) => top === begun?.top);
  const box = row.findLast(({ left }) => left <= x) ?? row[0];
  if (box === undefined) return { page: 1, down: 0, across: 0.5 };
  return {
    page: box.page,
    down: within((y - box.top) / box.height, 0, 1),
    across: (x - box.left) / box.width,
  };
}

export function scrollTo(laid: Laid, place: Place, room: Room): Scroll {
  const box = laid.pages[within(place.page, 1, laid.pages.length) - 1];
  if (box === undefined) return { top: 0, left: 0 };
  const top = box.top + place.down * box.height - laid.line;
  const left = box.left + place.across * box.width - room.width / 2;
  return {
    top: within(top, 0, Math.max(0, laid.height - room.height)),
    left: within(left, 0, Math.max(0, laid.width - room.width)),
  };
}

/** The place at which that part of the page stands at the upper edge. */
export function placeOf(laid: Laid, page: number, down: number): Place {
  const height = laid.pages[page - 1]?.height ?? 1;
  return { page, down: down + (laid.line - gap / 2) / height, across: 0.5 };
}

/** The pages that are drawn: those in sight, and a room's height more on either side. */
export function pagesNear(laid: Laid, top: number, room: Room): readonly number[] {
  return laid.pages
    .filter((box) => box.top + box.height > top - room.height && box.top < top + 2 * room.height)
    .map(({ page }) => page);
}

function rowsOf(sizes: readonly Size[], columns: 1 | 2): readonly (readonly Size[])[] {
  if (columns === 1) return sizes.map((size) => [size]);
  return sizes.flatMap((size, at) => {
    const next = sizes[at + 1];
    return at % 2 === 1 ? [] : [next === undefined ? [size] : [size, next]];
  });
}

function sum(values: readonly number[]): number {
  return values.reduce((all, value) => all + value, 0);
}

function middle(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 1;
}

/** What is kept of a paper's reading. */
export interface Reading {
  readonly place: Place;
  /** Null until the room is known. */
  readonly zoom: Zoom | null;
  readonly columns: 1 | 2;
}

export const unread: Reading = {
  place: { page: 1, down: 0, across: 0.5 },
  zoom: null,
  columns: 1,
};

/** What was kept in the browser; whatever does not make sense there is as if nothing were kept. */
export function readingFrom(text: string | null): Reading {
  if (text === null) return unread;
  try {
    const { place, zoom, columns } = JSON.parse(text) as Partial<Reading>;
    return {
      place: place !== undefined && isPlace(place) ? place : unread.place,
      zoom: zoom != null && isZoom(zoom) ? zoom : null,
      columns: columns === 2 ? 2 : 1,
    };
  } catch {
    return unread;
  }
}

function isPlace({ page, down, across }: Place): boolean {
  return Number.isInteger(page) && page >= 1 && Number.isFinite(down) && Number.isFinite(across);
}

function isZoom(zoom: Zoom): boolean {
  return zoom.is === "width" || zoom.is === "page" || (zoom.is === "scale" && zoom.scale > 0);
}
