/** How the lines of the map run: around names and other papers, where there is a way around them. */
import { type Lane, linesOf, type Node, type Placed } from "./place.ts";

interface Point {
  readonly x: number;
  readonly y: number;
}

interface Box {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** A curve with two points that pull it. */
export interface Route {
  readonly from: Point;
  readonly pulls: readonly [Point, Point];
  readonly to: Point;
}

/** Circles stand a little above their place, so that a name beneath finds room. */
export const lift = 8;
export const nameDrop = 15;
export const nameStep = 15;
const letterWidth = 6.9;
const laneLetterWidth = 6.2;
const arrow = 4;
const headHalf = 5;
const samples = 28;
/**
 * How a line bends: how far to a side each of the points pulls it, and how far along it they lie, as shares of its
 * length. What is pulled right beside its ends goes around a name beneath a circle.
 */
interface Way {
  readonly asides: readonly [number, number];
  readonly along: number;
}

const same = (along: number, sizes: readonly number[]): readonly Way[] =>
  sizes.flatMap((size) => [size, -size]).map((aside) => ({ asides: [aside, aside], along }));
/** The gentlest first. */
const gentle: readonly Way[] = [
  ...same(0.3, [0.1, 0.16, 0.22, 0.3]),
  ...same(0.15, [0.3, 0.4]),
  ...same(0, [0.5, 0.65, 0.8, 1]),
];
const sides = [0, 0.15, -0.15, 0.3, -0.3, 0.5, -0.5, 0.75, -0.75, 1.1, -1.1];
/** Each end on a way of its own: where no gentle bend finds its way around all names. */
const free: readonly Way[] = [0, 0.2, 0.4]
  .flatMap((along) =>
    sides.flatMap((first) => sides.map((last): Way => ({ asides: [first, last], along }))),
  )
  .sort((one, other) => bendOf(one) - bendOf(other));

function bendOf({ asides: [first, last] }: Way): number {
  return Math.abs(first) + Math.abs(last) + Math.abs(first - last);
}

function nameBox({ paper, x, y, radius }: Node, letters: number): Box {
  const lines = linesOf(paper.name, letters);
  const half = (Math.max(...lines.map(({ length }) => length)) * letterWidth) / 2 + 2;
  const top = y - lift + radius + 3;
  return { left: x - half, right: x + half, top, bottom: top + lines.length * nameStep + 2 };
}

function laneBox({ lines, x, y }: Lane): Box {
  const half = (Math.max(...lines.map(({ length }) => length)) * laneLetterWidth) / 2 + 2;
  const bottom = y + 4 + (lines.length - 1) * nameStep;
  return { left: x - half, right: x + half, top: y - 12, bottom };
}

/** Every name on the map, of papers and of phases: no line runs behind one. */
export function namesOf({ nodes, lanes, letters }: Placed): readonly Box[] {
  return [...nodes.map((node) => nameBox(node, letters)), ...lanes.map(laneBox)];
}

/** From the rim of one circle to the rim of the other, within the drawing. */
export function routeOf(a: Node, b: Node, drawn: Placed): Route {
  const { nodes, width, height } = drawn;
  const names = namesOf(drawn);
  const others = nodes.filter((node) => node !== a && node !== b);
  const isOut = ({ x, y }: Point) => x < 2 || y < 2 || x > width - 2 || y > height - 2;
  const costOf = (route: Route) =>
    hits(route, names, others) + pointsOf(route).filter(isOut).length;
  let best = { route: bent(a, b, gentle[0] as Way), cost: Number.POSITIVE_INFINITY };
  for (const way of [...gentle, ...free]) {
    const route = bent(a, b, way);
    const cost = costOf(route);
    if (cost === 0) return route;
    if (cost < best.cost) best = { route, cost };
  }
  return best.route;
}

/** How many of its points lie on a name, or on a paper that it does not belong to. */
export function hits(route: Route, names: readonly Box[], others: readonly Node[]): number {
  return pointsOf(route).filter(({ x, y }, at) => {
    // The head of the arrow is as wide as this to each side.
    const wide = at > samples - 2 ? headHalf : 0;
    const onName = names.some(
      ({ left, right, top, bottom }) =>
        x > left - wide && x < right + wide && y > top - wide && y < bottom + wide,
    );
    return (
      onName || others.some((node) => Math.hypot(node.x - x, node.y - lift - y) < node.radius + 3)
    );
  }).length;
}

export function pathOf({ from, pulls: [first, second], to }: Route): string {
  return `M${from.x} ${from.y}C${first.x} ${first.y} ${second.x} ${second.y} ${to.x} ${to.y}`;
}

function bent(a: Node, b: Node, { asides: [first, last], along }: Way): Route {
  const [start, end] = [
    { x: a.x, y: a.y - lift },
    { x: b.x, y: b.y - lift },
  ];
  const [dx, dy] = [end.x - start.x, end.y - start.y];
  const pull = (at: number, side: number) => ({
    x: start.x + dx * at - dy * side,
    y: start.y + dy * at + dx * side,
  });
  const pulls = [pull(along, first), pull(1 - along, last)] as const;
  return {
    from: toward(start, pulls[0], a.radius),
    pulls,
    to: toward(end, pulls[1], b.radius + arrow),
  };
}

function toward(from: Point, to: Point, far: number): Point {
  const length = Math.hypot(to.x - from.x, to.y - from.y) || 1;
  return {
    x: from.x + ((to.x - from.x) / length) * far,
    y: from.y + ((to.y - from.y) / length) * far,
  };
}

export function pointsOf({ from, pulls: [first, second], to }: Route): readonly Point[] {
  return Array.from({ length: samples + 1 }, (_, step) => {
    const at = step / samples;
    const back = 1 - at;
    const shares = [back ** 3, 3 * at * back ** 2, 3 * at ** 2 * back, at ** 3];
    const sum = (coordinate: "x" | "y") =>
      [from, first, second, to].reduce(
        (total, point, index) => total + point[coordinate] * (shares[index] ?? 0),
        0,
      );
    return { x: sum("x"), y: sum("y") };
  });
}
