import { expect, test } from "bun:test";
import { differenceOf, type Picture } from "../scripts/picture-difference.ts";

function picture(width: number, height: number, dark: (x: number, y: number) => boolean): Picture {
  const pixels = new Uint8ClampedArray(width * height * 4).fill(255);
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      if (dark(x, y)) pixels.fill(0, (y * width + x) * 4, (y * width + x) * 4 + 3);
    }
  }
  return { width, height, pixels };
}

test("the same picture, and one whose letters moved within a block, do not differ", () => {
  const line = picture(64, 64, (x, y) => x === 3 && y < 32);
  expect(differenceOf(line, line)).toBe(0);
  expect(
    differenceOf(
      line,
      picture(64, 64, (x, y) => x === 4 && y < 32),
    ),
  ).toBe(0);
});

test("a box that came or went is the share of its blocks", () => {
  const empty = picture(64, 64, () => false);
  expect(
    differenceOf(
      empty,
      picture(64, 64, (x, y) => x < 16 && y < 16),
    ),
  ).toBe(4 / 64);
  expect(
    differenceOf(
      empty,
      picture(64, 72, () => false),
    ),
  ).toBe(1);
});
