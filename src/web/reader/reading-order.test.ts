import { expect, test } from "bun:test";
import fc from "fast-check";
import { type Piece, readingOrder } from "./reading-order.ts";

const size = 10;
const piece = (text: string, x: number, y: number, width = text.length * 5): Piece => ({
  ...{ text, x, y, width },
  height: size,
  turn: 0,
});
const read = (pieces: readonly Piece[]) =>
  readingOrder(pieces).map((line) => line.map((at) => pieces[at]?.text).join(""));

/** A page in two columns under a title across both. */
const title = piece("A title that goes across both of the columns of this page", 60, 20);
const left = [1, 2, 3, 4, 5].map((at) =>
  piece(`left line number ${at} of five lines`, 50, 40 + 12 * at, 200),
);
const right = [1, 2, 3, 4, 5].map((at) =>
  piece(`right line number ${at} of five lines`, 290, 40 + 12 * at, 200),
);
const footer = piece("3", 270, 700);
const inOrder = [title, ...left, ...right, footer].map(({ text }) => text);

test("two columns are read one after the other, in whatever order they were drawn", () => {
  expect(read([title, ...left, ...right, footer])).toEqual(inOrder);
  const byRows = left.flatMap((line, at) => [line, right[at] as Piece]);
  expect(read([title, ...byRows, footer])).toEqual(inOrder);
  expect(read([footer, ...right, title, ...left])).toEqual(inOrder);
  fc.assert(
    fc.property(fc.shuffledSubarray([title, ...left, ...right], { minLength: 11 }), (drawn) => {
      expect(read(drawn)).toEqual(inOrder.slice(0, -1));
    }),
  );
});

test("a figure across both columns parts what is above from what is below", () => {
  const below = (lines: readonly Piece[]) =>
    lines.map((one) => ({ ...one, text: `${one.text} b`, y: one.y + 200 }));
  const caption = piece(
    "Figure 1: a caption that goes across both columns, right to the end",
    60,
    200,
    420,
  );
  const drawn = [...below(left), caption, ...right, ...below(right), ...left];
  expect(read(drawn)).toEqual(
    [...left, ...right, caption, ...below(left), ...below(right)].map(({ text }) => text),
  );
});

test("three columns are read from the left to the right", () => {
  const column = (name: string, x: number) =>
    [1, 2, 3].map((at) => piece(`${name}${at}`, x, 12 * at, 120));
  const drawn = [...column("c", 340), ...column("a", 50), ...column("b", 195)];
  expect(read(drawn)).toEqual(["a1", "a2", "a3", "b1", "b2", "b3", "c1", "c2", "c3"]);
});

test("the rows of a table are read across", () => {
  const rows = [1, 2, 3, 4, 5].flatMap((at) => [
    piece(`m${at}`, 50, 20 * at, 30),
    piece(`${at}.0`, 200, 20 * at, 20),
    piece(`${at}.5`, 300, 20 * at, 20),
  ]);
  expect(read(rows).join(" ")).toBe("m1 1.0 1.5 m2 2.0 2.5 m3 3.0 3.5 m4 4.0 4.5 m5 5.0 5.5");
});

test("a raised or lowered sign stays in its line, as it was drawn", () => {
  const base = piece("x", 50, 100, 5);
  const raised: Piece = { ...piece("2", 55, 97, 3), height: 6 };
  const rest = piece(" + y", 58, 100, 20);
  expect(read([base, raised, rest])).toEqual(["x2 + y"]);
});

test("what is written along the edge comes last", () => {
  const stamp: Piece = { ...piece("arXiv", 10, 300, 8), turn: 3 };
  expect(read([stamp, piece("first", 50, 20), piece("second", 50, 40)])).toEqual([
    "first",
    "second",
    "arXiv",
  ]);
});

test("nothing is left out and nothing comes twice", () => {
  const any = fc.record({
    text: fc.constantFrom("a", " ", "", "word", "a longer piece"),
    x: fc.integer({ min: 0, max: 600 }),
    y: fc.integer({ min: 0, max: 800 }),
    width: fc.integer({ min: 0, max: 300 }),
    height: fc.integer({ min: 1, max: 30 }),
    turn: fc.constantFrom(0, 1, 2, 3),
  });
  fc.assert(
    fc.property(fc.array(any, { maxLength: 40 }), (pieces) => {
      const all = readingOrder(pieces).flat();
      expect(all.toSorted((a, b) => a - b)).toEqual([...pieces.keys()]);
    }),
  );
});
