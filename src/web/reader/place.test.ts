import { expect, test } from "bun:test";
import fc from "fast-check";
import {
  firstZoom,
  layPages,
  pagesNear,
  placeAt,
  placeOf,
  type Room,
  readingFrom,
  type Size,
  scaleOf,
  scrollTo,
  stepped,
  unread,
  type Zoom,
} from "./place.ts";

const letter: Size = [612, 792];
const sizes = fc.array(fc.constantFrom<Size>(letter, [792, 612], [595, 842], [400, 300]), {
  minLength: 1,
  maxLength: 40,
});
const room = fc.record({
  width: fc.integer({ min: 300, max: 2000 }),
  height: fc.integer({ min: 300, max: 1400 }),
});
const zoom: fc.Arbitrary<Zoom> = fc.oneof(
  fc.constant<Zoom>({ is: "width" }),
  fc.constant<Zoom>({ is: "page" }),
  fc.double({ min: 0.25, max: 5, noNaN: true }).map((scale): Zoom => ({ is: "scale", scale })),
);
const columns = fc.constantFrom<1 | 2>(1, 2);
const share = fc.double({ min: 0, max: 0.99, noNaN: true });
const wide: Room = { width: 900, height: 800 };

test("a place is the same point of the same page at every zoom, in every window, in one column and two", () => {
  fc.assert(
    fc.property(
      ...[sizes, zoom, zoom, room, room, columns, share, fc.nat()],
      (pages, first, second, oneRoom, otherRoom, count, down, at) => {
        const page = (at % pages.length) + 1;
        const one = layPages(pages, first, oneRoom, count);
        const other = layPages(pages, second, otherRoom, count);
        const start = placeAt(one, scrollTo(one, { page, down, across: 0.5 }, oneRoom), oneRoom);
        const moved = placeAt(other, scrollTo(other, start, otherRoom), otherRoom);
        // Of two that stand side by side, either may be in the middle.
        expect(Math.ceil(moved.page / count)).toBe(Math.ceil(start.page / count));
        // Above the first page there is nothing to scroll to.
        if (moved.page === start.page && scrollTo(other, start, otherRoom).top > 0) {
          expect(moved.down).toBeCloseTo(start.down, 6);
        }
      },
    ),
  );
});

test("whichever page is gone to is the page that is read, the last too", () => {
  fc.assert(
    fc.property(sizes, zoom, room, (pages, how, space) => {
      const laid = layPages(pages, how, space, 1);
      for (let page = 1; page <= pages.length; page += 1) {
        const scroll = scrollTo(laid, placeOf(laid, page, 0), space);
        expect(placeAt(laid, scroll, space).page).toBe(page);
      }
    }),
  );
});

test("fitted to the width, no page is cut at the sides; fitted to the page, not above or below either", () => {
  fc.assert(
    fc.property(fc.nat({ max: 30 }), room, columns, (more, space, count) => {
      const pages = Array.from({ length: more + 1 }, () => letter);
      const width = layPages(pages, { is: "width" }, space, count);
      if (width.scale > 0.1 && width.scale < 5) expect(width.width).toBeCloseTo(space.width, 6);
      const whole = layPages(pages, { is: "page" }, space, count);
      if (whole.scale > 0.1) {
        for (const { height } of whole.pages) expect(height).toBeLessThanOrEqual(space.height);
      }
    }),
  );
});

test("one page that is laid across does not make the upright ones smaller", () => {
  const upright = layPages([letter, letter, letter], { is: "width" }, wide, 1);
  const among = layPages([letter, [792, 612], letter], { is: "width" }, wide, 1);
  expect(among.scale).toBe(upright.scale);
});

test("pages do not cover one another, and two stand side by side", () => {
  const laid = layPages([letter, letter, letter], { is: "page" }, wide, 2);
  const [first, second, third] = laid.pages;
  expect(second?.top).toBe(first?.top as number);
  expect(second?.left).toBeGreaterThan((first?.left ?? 0) + (first?.width ?? 0));
  expect(third?.top).toBeGreaterThan((first?.top ?? 0) + (first?.height ?? 0));
});

for (const [from, by, to] of [
  [1, 1, 1.1],
  [1, -1, 0.9],
  [1.27, 1, 1.5],
  [1.27, -1, 1.25],
  [1.2501, -1, 1.1],
  [5, 1, 5],
  [0.25, -1, 0.25],
] as const) {
  test(`a step ${by === 1 ? "up" : "down"} from ${from} is ${to}`, () => {
    expect(stepped(from, by)).toEqual({ is: "scale", scale: to });
  });
}

test("a paper is opened as wide as the room, and not larger than one and a half", () => {
  expect(firstZoom([letter], wide)).toEqual({ is: "width" });
  expect(firstZoom([letter], { width: 2400, height: 1200 })).toEqual({ is: "scale", scale: 1.5 });
});

test("only what is near is drawn", () => {
  const many = Array.from({ length: 100 }, () => letter);
  const laid = layPages(many, { is: "width" }, wide, 1);
  const { top } = scrollTo(laid, placeOf(laid, 50, 0), wide);
  const near = pagesNear(laid, top, wide);
  expect(near).toContain(50);
  expect(near.length).toBeLessThan(6);
});

test("what is kept is read again, and what makes no sense is as nothing", () => {
  const kept = { place: { page: 20, down: 0.3, across: 0.5 }, zoom: { is: "page" }, columns: 2 };
  expect(readingFrom(JSON.stringify(kept))).toEqual(kept as never);
  for (const odd of [null, "", "{", "null", "[]", '{"place":{"page":0}}', '{"zoom":{"is":"x"}}']) {
    expect(readingFrom(odd)).toEqual(unread);
  }
  expect(scaleOf({ is: "scale", scale: 99 }, [letter], wide, 1)).toBe(5);
});
