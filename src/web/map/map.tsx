/** The papers as a graph: what builds on what, what was compared, and the links of the learner's own notes. */
import { Graph, layout } from "@dagrejs/dagre";
import { type KeyboardEvent, useMemo, useState } from "react";
import { Link, useLocation } from "wouter";
import type { PaperId } from "../../core/curriculum.ts";
import type { LinkKind } from "../../core/material.ts";
import { paperLinks } from "../../core/note-sections.ts";
import type { PaperProgress } from "../../core/progress.ts";
import { Rich } from "../markdown/rich.tsx";
import { type Tracker, useTracker } from "../parts/parts.tsx";
import { strings } from "../strings.ts";

type EdgeKind = LinkKind | "note" | "needs";

interface Edge {
  readonly from: PaperId;
  readonly to: PaperId;
  readonly kind: EdgeKind;
  readonly why: string | null;
}

export default function MapScreen() {
  const tracker = useTracker();
  const { situation, materialLoaded } = tracker;
  const [chosen, setChosen] = useState<PaperId | null>(null);
  const edges = useMemo(() => edgesOf(tracker), [tracker]);
  const drawn = useMemo(
    () => place(situation.progress.papers, edges),
    [situation.progress.papers, edges],
  );
  const paper = situation.progress.papers.find(({ id }) => id === chosen);
  const nameOf = (id: PaperId) =>
    situation.progress.papers.find((one) => one.id === id)?.name ?? id;
  return (
    <>
      <h1>{strings.places.map}</h1>
      <p className="faint">{materialLoaded ? strings.mapHelp : strings.loading}</p>
      <div className="map-room">
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a wide map is scrolled with the keyboard. */}
        <section className="map-scroll" tabIndex={0} aria-label={strings.places.map}>
          <Drawing drawn={drawn} edges={edges} chosen={chosen} choose={setChosen} />
        </section>
        {paper !== undefined && (
          <section className="map-paper" aria-label={paper.name}>
            <h2>
              <Link href={`/paper/${paper.id}`}>{paper.name}</Link>
            </h2>
            <p className="faint">{sayState(paper)}</p>
            <ul>
              {edges
                .filter(({ from, to }) => from === paper.id || to === paper.id)
                .map(({ from, to, kind, why }) => (
                  <li key={`${kind}${from}${to}`}>
                    {strings.edge(kind, nameOf(from), nameOf(to))}
                    {why !== null && (
                      <>
                        : <Rich text={why} inline />
                      </>
                    )}
                  </li>
                ))}
            </ul>
          </section>
        )}
      </div>
      <details>
        <summary>{strings.asList}</summary>
        <ul>
          {situation.progress.papers.map((one) => (
            <li key={one.id}>
              <Link href={`/paper/${one.id}`}>{one.name}</Link>: {sayState(one)}
              {edges
                .filter(({ from }) => from === one.id)
                .map(({ to, kind, from }) => (
                  <span key={`${kind}${to}`}> {strings.edge(kind, nameOf(from), nameOf(to))}.</span>
                ))}
            </li>
          ))}
        </ul>
      </details>
    </>
  );
}

function sayState(paper: PaperProgress): string {
  return strings.mapState(shareOf(paper), paper.minutes);
}

function shareOf({ done }: PaperProgress): number {
  return Object.values(done).filter(Boolean).length / 3;
}

/** Each link once: what one guide says as "leads to" another says as "builds on". */
function edgesOf({ situation, material, notes }: Tracker): readonly Edge[] {
  const known = new Set(situation.progress.papers.map(({ id }) => id));
  const edges = new Map<string, Edge>();
  const add = (edge: Edge) => {
    const { from, to, kind } = edge;
    if (!known.has(from) || !known.has(to) || from === to) return;
    const pair = kind === "compared-with" ? [from, to].sort().join() : `${from},${to}`;
    const key = `${kind}:${pair}`;
    if (!edges.has(key)) edges.set(key, edge);
  };
  for (const [id, guide] of Object.entries(material.guides)) {
    const paper = id as PaperId;
    for (const { kind, paper: other, why } of guide.links) {
      if (kind === "leads-to") add({ from: other, to: paper, kind: "builds-on", why });
      else add({ from: paper, to: other, kind, why });
    }
    for (const need of guide.needs) {
      if (need.paper === undefined || edges.has(`builds-on:${paper},${need.paper}`)) continue;
      add({ from: paper, to: need.paper, kind: "needs", why: need.why });
    }
  }
  for (const { paper, text } of notes.all()) {
    for (const other of paperLinks(text)) {
      add({ from: paper as PaperId, to: other as PaperId, kind: "note", why: null });
    }
  }
  return [...edges.values()];
}

interface Node {
  readonly paper: PaperProgress;
  readonly x: number;
  readonly y: number;
  readonly radius: number;
}

interface Drawn {
  readonly width: number;
  readonly height: number;
  readonly nodes: readonly Node[];
}

/** A circle's area grows with the hours. */
function radiusOf(minutes: number): number {
  return Math.min(44, 16 + Math.sqrt(minutes / 60) * 6);
}

function place(papers: readonly PaperProgress[], edges: readonly Edge[]): Drawn {
  const graph = new Graph();
  graph.setGraph({ rankdir: "LR", nodesep: 26, ranksep: 70, marginx: 24, marginy: 24 });
  graph.setDefaultEdgeLabel(() => ({}));
  for (const { id, minutes } of papers) {
    const size = radiusOf(minutes) * 2;
    graph.setNode(id, { width: Math.max(size, 130), height: size + 22 });
  }
  for (const { from, to, kind } of edges) {
    if (kind === "builds-on" || kind === "needs") graph.setEdge(to, from);
  }
  layout(graph);
  const { width = 800, height = 500 } = graph.graph();
  const nodes = papers.map((paper) => {
    const { x, y } = graph.node(paper.id);
    return { paper, x, y, radius: radiusOf(paper.minutes) };
  });
  return { width, height, nodes };
}

function Drawing(props: {
  readonly drawn: Drawn;
  readonly edges: readonly Edge[];
  readonly chosen: PaperId | null;
  readonly choose: (id: PaperId) => void;
}) {
  const { drawn, edges, chosen, choose } = props;
  const [, go] = useLocation();
  const at = new Map(drawn.nodes.map((node) => [node.paper.id, node]));
  const onKey = (id: PaperId) => (event: KeyboardEvent) => {
    if (event.key !== "Enter" && event.key !== " ") return;
    event.preventDefault();
    if (chosen === id) go(`/paper/${id}`);
    else choose(id);
  };
  return (
    <svg
      className="map"
      viewBox={`0 0 ${drawn.width} ${drawn.height}`}
      width={drawn.width}
      height={drawn.height}
      aria-label={strings.mapOf}
    >
      <defs>
        <marker
          id="arrow"
          viewBox="0 0 8 8"
          refX="7"
          refY="4"
          markerWidth="7"
          markerHeight="7"
          orient="auto"
        >
          <path d="M0 0 8 4 0 8z" />
        </marker>
      </defs>
      {edges.map(({ from, to, kind }) => {
        const [a, b] = [at.get(from), at.get(to)];
        if (a === undefined || b === undefined) return null;
        const near = chosen === null || chosen === from || chosen === to;
        return (
          <path
            key={`${kind}${from}${to}`}
            className={`edge ${kind} ${near ? "" : "dim"}`}
            d={curve(a, b)}
            markerEnd={kind === "compared-with" ? undefined : "url(#arrow)"}
          />
        );
      })}
      {drawn.nodes.map(({ paper, x, y, radius }) => (
        // biome-ignore lint/a11y/useSemanticElements: a button can't stand inside a drawing.
        <g
          key={paper.id}
          className={`node ${chosen === paper.id ? "is-chosen" : ""}`}
          transform={`translate(${x} ${y - 8})`}
          role="button"
          tabIndex={0}
          aria-label={`${paper.name}: ${sayState(paper)}`}
          onClick={() => choose(paper.id)}
          onDoubleClick={() => go(`/paper/${paper.id}`)}
          onKeyDown={onKey(paper.id)}
        >
          <circle r={radius} className="rim" />
          <clipPath id={`fill-${paper.id}`}>
            <rect
              x={-radius}
              y={radius - 2 * radius * shareOf(paper)}
              width={2 * radius}
              height={2 * radius * shareOf(paper)}
            />
          </clipPath>
          <circle r={radius} className="fill" clipPath={`url(#fill-${paper.id})`} />
          <text y={radius + 15} textAnchor="middle">
            {paper.name.length > 22 ? `${paper.name.slice(0, 21)}…` : paper.name}
          </text>
        </g>
      ))}
    </svg>
  );
}

/** From the rim of one circle to the rim of the other, bent a little. */
function curve(a: Node, b: Node): string {
  const [dx, dy] = [b.x - a.x, b.y - a.y];
  const length = Math.hypot(dx, dy) || 1;
  const [ux, uy] = [dx / length, dy / length];
  const [x1, y1] = [a.x + ux * a.radius, a.y - 8 + uy * a.radius];
  const [x2, y2] = [b.x - ux * (b.radius + 4), b.y - 8 - uy * (b.radius + 4)];
  const bend = Math.min(40, length * 0.12);
  return `M${x1} ${y1}Q${(x1 + x2) / 2 - uy * bend} ${(y1 + y2) / 2 + ux * bend} ${x2} ${y2}`;
}
