import { expect, test } from "bun:test";
import fc from "fast-check";
import { differing } from "./differing.ts";

const lists = fc.array(fc.constantFrom("a", "b", "c", "d", "e"), { maxLength: 40 });
const texts = fc.oneof(lists, fc.array(fc.string({ maxLength: 2 }), { maxLength: 60 }));

test("outside the ranges both lists are the same, and the ranges come in order", () => {
  fc.assert(
    fc.property(texts, texts, (a, b) => {
      let [atA, atB] = [0, 0];
      for (const { fromA, toA, fromB, toB } of differing(a, b)) {
        expect(a.slice(atA, fromA)).toEqual(b.slice(atB, fromB));
        expect(fromA === 0 || fromA > atA || atA === 0).toBe(true);
        expect(toA - fromA + toB - fromB).toBeGreaterThan(0);
        [atA, atB] = [toA, toB];
      }
      expect(a.slice(atA)).toEqual(b.slice(atB));
    }),
    { numRuns: 2000 },
  );
});

test("a gap without anything that stands once is matched by a shortest edit", () => {
  const a = "a b a b b a".split(" ");
  const b = "b a b a b a b".split(" ");
  const ranges = differing(a, b);
  const edits = ranges.reduce(
    (sum, { fromA, toA, fromB, toB }) => sum + toA - fromA + toB - fromB,
    0,
  );
  expect(edits).toBe(3);
});

test("two changes far apart are two ranges", () => {
  const a = Array.from({ length: 4000 }, (_, at) => (at % 2 === 0 ? "" : `line ${at}`));
  const b = a.with(11, "other").toSpliced(3900, 0, "more", "");
  expect(differing(a, b)).toEqual([
    { fromA: 11, toA: 12, fromB: 11, toB: 12 },
    { fromA: 3900, toA: 3900, fromB: 3900, toB: 3902 },
  ]);
});

test("lists of half a million that share next to nothing end, with ranges that hold", () => {
  const mixed = (factor: number) =>
    Array.from({ length: 200_000 }, (_, at) => String((at * factor) % 7 > 3 ? at % 2 : at % 3));
  const [a, b] = [mixed(3), mixed(5)];
  let [atA, atB] = [0, 0];
  for (const { fromA, toA, fromB, toB } of differing(a, b)) {
    expect(fromA - atA).toBe(fromB - atB);
    for (let i = 0; i < fromA - atA; i += 1)
      if (a[atA + i] !== b[atB + i]) throw new Error(`at ${i}`);
    [atA, atB] = [toA, toB];
  }
  expect(a.length - atA).toBe(b.length - atB);
});
