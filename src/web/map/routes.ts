/** How the lines of the map run: around names and other papers, where there is a way around them. */
import { linesOf, type Node } from "./place.ts";

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

export interface Route {
  readonly from: Point;
  readonly over: Point;
  readonly to: Point;
}

/** Circles stand a little above their place, so that a name beneath finds room. */
export const lift = 8;
export const nameDrop = 15;
export const nameStep = 15;
const letterWidth = 6.9;
const arrow = 4;
const samples = 28;
/** How far a line is bent to a side, as a share of its length: the gentlest way that is free is taken. */
const bends = [0.12, -0.12, 0.24, -0.24, 0.4, -0.4, 0.6, -0.6, 0.85, -0.85, 1.1, -1.1];

export function nameBox({ paper, x, y, radius }: Node, letters: number): Box {
  const lines = linesOf(paper.name, letters);
  const half = (Math.max(...lines.map(({ length }) => length)) * letterWidth) / 2 + 2;
  const top = y - lift + radius + 3;
  return { left: x - half, right: x + half, top, bottom: top + lines.length * nameStep + 2 };
}

/** From the rim of one circle to the rim of the other. */
export function routeOf(a: Node, b: Node, nodes: readonly Node[], letters: number): Route {
  const names = nodes.map((node) => nameBox(node, letters));
  const others = nodes.filter((node) => node !== a && node !== b);
  let best: { readonly route: Route; readonly cost: number } | null = null;
  for (const bend of bends) {
    const route = bent(a, b, bend);
    const cost = hits(route, names, others) + Math.abs(bend) / 10;
    if (best === null || cost < best.cost) best = { route, cost };
  }
  return best?.route ?? bent(a, b, 0);
}

/** How many of its points lie on a name, or on a paper that it does not belong to. */
export function hits(route: Route, names: readonly Box[], others: readonly Node[]): number {
  let count = 0;
  for (let step = 0; step <= samples; step += 1) {
    const { x, y } = pointOf(route, step / samples);
    const onName = names.some(
      ({ left, right, top, bottom }) => x > left && x < right && y > top && y < bottom,
    );
    const onCircle = others.some(
      (node) => Math.hypot(node.x - x, node.y - lift - y) < node.radius + 3,
    );
    if (onName || onCircle) count += 1;
  }
  return count;
}

export function pathOf({ from, over, to }: Route): string {
  return `M${from.x} ${from.y}Q${over.x} ${over.y} ${to.x} ${to.y}`;
}

function bent(a: Node, b: Node, bend: number): Route {
  const [start, end] = [
    { x: a.x, y: a.y - lift },
    { x: b.x, y: b.y - lift },
  ];
  const [dx, dy] = [end.x - start.x, end.y - start.y];
  const over = {
    x: (start.x + end.x) / 2 - dy * bend,
    y: (start.y + end.y) / 2 + dx * bend,
  };
  return { from: toward(start, over, a.radius), over, to: toward(end, over, b.radius + arrow) };
}

function toward(from: Point, to: Point, far: number): Point {
  const length = Math.hypot(to.x - from.x, to.y - from.y) || 1;
  return {
    x: from.x + ((to.x - from.x) / length) * far,
    y: from.y + ((to.y - from.y) / length) * far,
  };
}

function pointOf({ from, over, to }: Route, at: number): Point {
  const [p, q, r] = [(1 - at) ** 2, 2 * at * (1 - at), at ** 2];
  return { x: p * from.x + q * over.x + r * to.x, y: p * from.y + q * over.y + r * to.y };
}
