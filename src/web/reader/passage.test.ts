import { expect, test } from "bun:test";
import fc from "fast-check";
import { type Area, markAt, type PagePart, type Piece, passageFrom, rectsOn } from "./passage.ts";

const box: Area = { left: 100, top: 50, right: 1100, bottom: 1050 };
const at = (left: number, top: number, width: number, height = 20): Piece => ({
  turned: false,
  left: 100 + left,
  top: 50 + top,
  right: 100 + left + width,
  bottom: 50 + top + height,
});
const part = (page: number, ...pieces: readonly Piece[]): PagePart => ({ page, box, pieces });

test("the pieces of a line are one rectangle, as shares of the page", () => {
  const passage = passageFrom("some words", [part(2, at(100, 500, 50), at(155, 502, 100, 18))]);
  expect(passage).toEqual({
    page: 2,
    quote: "some words",
    rects: [[0.1, 0.5, 0.155, 0.02]],
    further: [],
  });
});

test("a passage from one column into the next covers nothing between them", () => {
  const passage = passageFrom("end of one\nbegin of next", [
    part(1, at(50, 900, 400), at(550, 100, 400), at(550, 130, 100)),
  ]);
  expect(passage?.rects).toEqual([
    [0.05, 0.9, 0.4, 0.02],
    [0.55, 0.1, 0.4, 0.02],
    [0.55, 0.13, 0.1, 0.02],
  ]);
  const level = passageFrom("a b", [part(1, at(50, 100, 400), at(550, 100, 400))]);
  expect(level?.rects.length).toBe(2);
});

test("a passage over pages has its place on each, from the first on", () => {
  const passage = passageFrom("from here on-\nward", [
    part(4, at(50, 50, 100)),
    part(3, at(50, 950, 300)),
    part(5),
  ]);
  expect(passage?.quote).toBe("from here onward");
  expect(passage?.page).toBe(3);
  expect(passage?.further.map(({ page }) => page)).toEqual([4]);
});

test("words that run upwards are one rectangle for each line, however short the last piece", () => {
  const turned = (piece: Piece): Piece => ({ ...piece, turned: true });
  const passage = passageFrom("a b", [
    part(
      1,
      turned(at(10, 500, 20, 100)),
      turned(at(10, 390, 20, 105)),
      turned(at(10, 384, 20, 6)),
      turned(at(34, 500, 20, 100)),
    ),
  ]);
  expect(passage?.rects).toEqual([
    [0.01, 0.384, 0.02, 0.216],
    [0.034, 0.5, 0.02, 0.1],
  ]);
});

test("nothing is no passage, and what is without words neither", () => {
  expect(passageFrom("  \n", [part(1, at(1, 1, 50))])).toBeNull();
  expect(passageFrom("words", [part(1)])).toBeNull();
  expect(passageFrom("words", [])).toBeNull();
});

test("rectangles lie on the page, and a point of a piece is in the mark", () => {
  const coordinate = fc.integer({ min: 0, max: 900 });
  const piece = fc
    .tuple(
      coordinate,
      coordinate,
      fc.integer({ min: 5, max: 100 }),
      fc.integer({ min: 5, max: 30 }),
    )
    .map(([left, top, width, height]) => at(left, top, width, height));
  fc.assert(
    fc.property(fc.array(piece, { minLength: 1, maxLength: 12 }), (pieces) => {
      const passage = passageFrom("x", [part(1, ...pieces)]);
      if (passage === null) throw new Error("no passage");
      for (const [x, y, width, height] of passage.rects) {
        expect(x + width).toBeLessThanOrEqual(1.0001);
        expect(y + height).toBeLessThanOrEqual(1.0001);
      }
      for (const { left, right, top, bottom } of pieces) {
        const [x, y] = [((left + right) / 2 - 100) / 1000, ((top + bottom) / 2 - 50) / 1000];
        expect(markAt([passage], 1, x, y)).toBe(passage);
      }
      expect(rectsOn(passage, 2)).toEqual([]);
    }),
  );
});
