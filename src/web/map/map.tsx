/** The papers as a graph: what builds on what, what was compared, and the links of the learner's own notes. */
import { type KeyboardEvent, useMemo, useSyncExternalStore } from "react";
import { Link, useLocation } from "wouter";
import type { PaperId } from "../../core/content/curriculum.ts";
import type { PaperProgress } from "../../core/progress/paper-progress.ts";
import { Rich } from "../markdown/rich.tsx";
import { useChoice } from "../parts/address.ts";
import { useNoteNames } from "../parts/note-names.tsx";
import { useTracker } from "../parts/parts.tsx";
import { strings } from "../strings.ts";
import { type Edge, edgesOf, mainEdges, oneForEachPair, unlockedBy } from "./edges.ts";
import { linesOf, type Placed, place } from "./place.ts";
import { lift, nameDrop, nameStep, pathOf, routeOf } from "./routes.ts";
import { isEarlier } from "./times.ts";
import { mapWords } from "./words.ts";

const narrow = window.matchMedia("(max-width: 700px)");

function useNarrow(): boolean {
  return useSyncExternalStore(
    (listener) => {
      narrow.addEventListener("change", listener);
      return () => narrow.removeEventListener("change", listener);
    },
    () => narrow.matches,
  );
}

export default function MapScreen() {
  const tracker = useTracker();
  const own = useNoteNames();
  const { situation, materialLoaded } = tracker;
  const [named, setChosen] = useChoice("paper");
  const chosen = situation.progress.papers.find(({ id }) => id === named)?.id ?? null;
  const edges = useMemo(() => edgesOf(tracker, tracker.notes.all(), own), [tracker, own]);
  const direction = useNarrow() ? "down" : "across";
  const { curriculum, progress } = situation;
  const drawn = useMemo(
    () => place(progress, curriculum.bonus.title, direction),
    [progress, curriculum, direction],
  );
  const paper = situation.progress.papers.find(({ id }) => id === chosen);
  const unlocked = paper === undefined ? [] : unlockedBy(edges, paper.id);
  const nameOf = (id: PaperId) =>
    situation.progress.papers.find((one) => one.id === id)?.name ?? id;
  return (
    <>
      <h1>{strings.places.map}</h1>
      <p className="faint">{materialLoaded ? mapWords.mapHelp : strings.loading}</p>
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
            {unlocked.length > 0 && <p>{mapWords.unlocks(unlocked.map(nameOf))}</p>}
            <p>
              <Link className="button" href={`/paper/${paper.id}`}>
                {strings.leadsTo.paper}
              </Link>
            </p>
            <ul>
              {edges
                .filter(({ from, to }) => from === paper.id || to === paper.id)
                .map(({ from, to, kind, why }) => (
                  <li key={`${kind}${from}${to}`}>
                    {mapWords.edge(kind, nameOf(from), nameOf(to))}
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
        <summary>{mapWords.asList}</summary>
        <ul>
          {situation.progress.papers.map((one) => (
            <li key={one.id}>
              <Link href={`/paper/${one.id}`}>{one.name}</Link>: {sayState(one)}
              {edges
                .filter(({ from }) => from === one.id)
                .map(({ to, kind, from }) => (
                  <span key={`${kind}${to}`}>
                    {" "}
                    {mapWords.edge(kind, nameOf(from), nameOf(to))}.
                  </span>
                ))}
            </li>
          ))}
        </ul>
      </details>
    </>
  );
}

function headOf(kind: Edge["kind"]): string | undefined {
  if (kind === "compared-with") return undefined;
  return kind === "note" ? "url(#own-arrow)" : "url(#arrow)";
}

function sayState(paper: PaperProgress): string {
  return mapWords.mapState(shareOf(paper), paper.minutes);
}

function shareOf({ done }: PaperProgress): number {
  return Object.values(done).filter(Boolean).length / 3;
}

function Drawing(props: {
  readonly drawn: Placed;
  readonly edges: readonly Edge[];
  readonly chosen: PaperId | null;
  readonly choose: (id: PaperId | null) => void;
}) {
  const { drawn, edges, chosen, choose } = props;
  const [, go] = useLocation();
  const { papers } = useTracker().situation.curriculum;
  const shown = useMemo(
    () =>
      oneForEachPair(
        chosen === null
          ? mainEdges(edges)
          : edges.filter(({ from, to }) => from === chosen || to === chosen),
      ),
    [edges, chosen],
  );
  const linked = new Set(shown.flatMap(({ from, to }) => [from, to]));
  const at = new Map(drawn.nodes.map((node) => [node.paper.id, node]));
  const onKey = (id: PaperId) => (event: KeyboardEvent) => {
    if (event.key !== "Enter" && event.key !== " ") return;
    event.preventDefault();
    if (chosen === id) go(`/paper/${id}`);
    else choose(id);
  };
  return (
    // biome-ignore lint/a11y/useSemanticElements: a drawing, but no image: its papers are buttons.
    <svg
      className="map"
      role="group"
      viewBox={`0 0 ${drawn.width} ${drawn.height}`}
      width={drawn.width}
      aria-label={mapWords.mapOf}
    >
      <defs>
        {(["arrow", "own-arrow"] as const).map((id) => (
          <marker
            key={id}
            id={id}
            className={id}
            viewBox="0 0 8 8"
            refX="7"
            refY="4"
            markerUnits="userSpaceOnUse"
            markerWidth="10"
            markerHeight="10"
            orient="auto"
          >
            <path d="M0 0 8 4 0 8z" />
          </marker>
        ))}
      </defs>
      {drawn.lanes.map(({ lines, x, y }) => (
        <text key={lines[0]} className="lane-name" y={y} textAnchor="middle">
          <Lines lines={lines} x={x} />
        </text>
      ))}
      {shown.map(({ from, to, kind }) => {
        const [a, b] = [at.get(to), at.get(from)];
        if (a === undefined || b === undefined) return null;
        // Time runs along the arrow: from what was there first to what came of it.
        const [early, late] = kind === "note" && isEarlier(from, to, papers) ? [b, a] : [a, b];
        return (
          <path
            key={`${kind}${from}${to}`}
            className={`edge ${kind}`}
            d={pathOf(routeOf(early, late, drawn))}
            markerEnd={headOf(kind)}
          />
        );
      })}
      {drawn.nodes.map(({ paper, x, y, radius }) => (
        // biome-ignore lint/a11y/useSemanticElements: a button can't stand inside a drawing.
        <g
          key={paper.id}
          className={`node ${chosen === paper.id ? "is-chosen" : ""} ${chosen === null || linked.has(paper.id) ? "" : "dim"}`}
          transform={`translate(${x} ${y - lift})`}
          role="button"
          tabIndex={0}
          aria-label={`${paper.name}: ${sayState(paper)}`}
          onClick={() => choose(chosen === paper.id ? null : paper.id)}
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
          <text y={radius + nameDrop} textAnchor="middle">
            <Lines lines={linesOf(paper.name, drawn.letters)} x={0} />
          </text>
        </g>
      ))}
    </svg>
  );
}

function Lines({ lines, x }: { readonly lines: readonly string[]; readonly x: number }) {
  return lines.map((line, index) => (
    <tspan key={line} x={x} dy={index === 0 ? 0 : nameStep}>
      {index === 0 ? line : ` ${line}`}
    </tspan>
  ));
}
