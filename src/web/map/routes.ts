/** How the lines of the map run: around names and other papers, where there is a way around them. */
import { linesOf, type Node, type Placed } from "./place.ts";

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
const arrow = 4;
const samples = 28;
/**
 * Ways to bend a line, the gentlest first: how far to a side, and how far along it lie the points that pull it, both
 * as shares of its length. What is pulled right beside its ends goes around a name beneath a circle.
 */
const ways = [
  ...[0.1, -0.1, 0.16, -0.16, 0.22, -0.22, 0.3, -0.3].map((aside) => ({ aside, along: 0.3 })),
  ...[0.3, -0.3, 0.4, -0.4].map((aside) => ({ aside, along: 0.15 })),
  ...[0.5, -0.5, 0.65, -0.65, 0.8, -0.8, 1, -1].map((aside) => ({ aside, along: 0 })),
] as const;

interface Way {
  readonly aside: number;
  readonly along: number;
}

export function nameBox({ paper, x, y, radius }: Node, letters: number): Box {
  const lines = linesOf(paper.name, letters);
  const half = (Math.max(...lines.map(({ length }) => length)) * letterWidth) / 2 + 2;
  const top = y - lift + radius + 3;
  return { left: x - half, right: x + half, top, bottom: top + lines.length * nameStep + 2 };
}

/** From the rim of one circle to the rim of the other, within the drawing. */
export function routeOf(a: Node, b: Node, { nodes, letters, width, height }: Placed): Route {
  const names = nodes.map((node) => nameBox(node, letters));
  const others = nodes.filter((node) => node !== a && node !== b);
  const isOut = ({ x, y }: Point) => x < 2 || y < 2 || x > width - 2 || y > height - 2;
  const routes = ways.map((way) => bent(a, b, way));
  const costs = routes.map((route, at) => {
    const out = pointsOf(route).filter(isOut).length;
    return hits(route, names, others) + out + at / 10;
  });
  return routes[costs.indexOf(Math.min(...costs))] ?? bent(a, b, ways[0] as Way);
}

/** How many of its points lie on a name, or on a paper that it does not belong to. */
export function hits(route: Route, names: readonly Box[], others: readonly Node[]): number {
  return pointsOf(route).filter(({ x, y }) => {
    const onName = names.some(
      ({ left, right, top, bottom }) => x > left && x < right && y > top && y < bottom,
    );
    return (
      onName || others.some((node) => Math.hypot(node.x - x, node.y - lift - y) < node.radius + 3)
    );
  }).length;
}

export function pathOf({ from, pulls: [first, second], to }: Route): string {
  return `M${from.x} ${from.y}C${first.x} ${first.y} ${second.x} ${second.y} ${to.x} ${to.y}`;
}

function bent(a: Node, b: Node, { aside, along }: Way): Route {
  const [start, end] = [
    { x: a.x, y: a.y - lift },
    { x: b.x, y: b.y - lift },
  ];
  const [dx, dy] = [end.x - start.x, end.y - start.y];
  const pull = (at: number) => ({
    x: start.x + dx * at - dy * aside,
    y: start.y + dy * at + dx * aside,
  });
  const pulls = [pull(along), pull(1 - along)] as const;
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
