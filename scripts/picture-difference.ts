/** How much two pictures of one screen differ, as an eye sees it: by small blocks, not by pixels. */

export interface Picture {
  readonly width: number;
  readonly height: number;
  /** Red, green, blue and opacity of each pixel, row by row, from 0 to 255. */
  readonly pixels: Uint8ClampedArray;
}

/** The side of a block: letters that move by a pixel, and their smoothing, stay within one. */
const side = 8;
/** From 0 to 255: less is not seen beside the other. */
const seen = 10;

/** The share of blocks that differ visibly, from 0 to 1; 1 where the sizes are others. */
export function differenceOf(a: Picture, b: Picture): number {
  if (a.width !== b.width || a.height !== b.height) return 1;
  let blocks = 0;
  let differing = 0;
  for (let y = 0; y < a.height; y += side) {
    for (let x = 0; x < a.width; x += side) {
      blocks += 1;
      const [one, other] = [meanOf(a, x, y), meanOf(b, x, y)];
      if (distance(one, other) > seen) differing += 1;
    }
  }
  return blocks === 0 ? 0 : differing / blocks;
}

type Colour = readonly [red: number, green: number, blue: number];

function meanOf({ width, height, pixels }: Picture, left: number, top: number): Colour {
  const sum = [0, 0, 0];
  let count = 0;
  for (let y = top; y < Math.min(top + side, height); y += 1) {
    for (let x = left; x < Math.min(left + side, width); x += 1) {
      const at = (y * width + x) * 4;
      for (const part of [0, 1, 2]) sum[part] = (sum[part] ?? 0) + (pixels[at + part] ?? 0);
      count += 1;
    }
  }
  const [red = 0, green = 0, blue = 0] = sum.map((value) => value / count);
  return [red, green, blue];
}

/** The eye tells greens apart best and blues worst. */
function distance([r1, g1, b1]: Colour, [r2, g2, b2]: Colour): number {
  return Math.sqrt(0.3 * (r1 - r2) ** 2 + 0.59 * (g1 - g2) ** 2 + 0.11 * (b1 - b2) ** 2);
}
