/** The links between papers: those of the guides, and those that the learner's notes make. */
import type { PaperId } from "../../core/content/curriculum.ts";
import type { LinkKind, Material } from "../../core/content/material.ts";
import { paperLinks } from "../../core/content/note-sections.ts";
import { type OwnNames, paperNamed } from "../../core/content/paper-names.ts";
import type { Situation } from "../../core/decide/decision.ts";

/** "Leads to" is said from the other end, as "builds on". */
export type EdgeKind = Exclude<LinkKind, "leads-to"> | "note" | "needs";

export interface Edge {
  readonly from: PaperId;
  readonly to: PaperId;
  readonly kind: EdgeKind;
  readonly why: string | null;
}

/** Each link once: what one guide says as "leads to" another says as "builds on". */
export function edgesOf(
  { situation, material }: { readonly situation: Situation; readonly material: Material },
  notes: readonly { readonly paper: PaperId; readonly text: string }[],
  own: OwnNames,
): readonly Edge[] {
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
  for (const { paper, text } of notes) {
    for (const other of paperLinks(text)) {
      const to = paperNamed(other, situation, own);
      if (to !== null) add({ from: paper as PaperId, to, kind: "note", why: null });
    }
  }
  return [...edges.values()];
}

/** Between two papers one line is enough: the learner's own before the guides'. */
export function oneForEachPair(edges: readonly Edge[]): readonly Edge[] {
  const pairs = Map.groupBy(edges, ({ from, to }) => [from, to].sort().join());
  return [...pairs.values()].flatMap((of) => of.find(({ kind }) => kind === "note") ?? of[0] ?? []);
}

/** The papers that become easier with this one: those that build on it or need it. */
export function unlockedBy(edges: readonly Edge[], paper: PaperId): readonly PaperId[] {
  const above = edges.filter(
    ({ to, kind }) => to === paper && (kind === "builds-on" || kind === "needs"),
  );
  return [...new Set(above.map(({ from }) => from))];
}

/**
 * What is drawn while no paper is chosen: the learner's own links, and of the others those that no chain of
 * others says already (a transitive reduction). Whatever is left out is there once a paper is chosen.
 */
export function mainEdges(edges: readonly Edge[]): readonly Edge[] {
  const down = edges.filter(({ kind }) => kind === "builds-on" || kind === "needs");
  const next = Map.groupBy(down, ({ from }) => from);
  const reaches = (from: PaperId, to: PaperId, seen = new Set<PaperId>()): boolean => {
    if (from === to) return true;
    if (seen.has(from)) return false;
    seen.add(from);
    return (next.get(from) ?? []).some((edge) => reaches(edge.to, to, seen));
  };
  const told = new Set<string>();
  return edges.filter(({ from, to, kind }) => {
    if (kind === "note") return true;
    if (kind === "compared-with") return false;
    const pair = `${from},${to}`;
    if (told.has(pair)) return false;
    told.add(pair);
    return !(next.get(from) ?? []).some((edge) => edge.to !== to && reaches(edge.to, to));
  });
}
