/** The map of our own curriculum, as it is drawn: no browser is needed to see where its lines run. */
import { expect, test } from "bun:test";
import { join } from "node:path";
import type { PaperId } from "../../src/core/content/curriculum.ts";
import { emptyTally } from "../../src/core/entries/tally.ts";
import { progressOf } from "../../src/core/progress/progress.ts";
import { day } from "../../src/core/time/calendar.ts";
import { readCurriculum, readMaterial } from "../../src/curriculum/folder.ts";
import { edgesOf, mainEdges, oneForEachPair } from "../../src/web/map/edges.ts";
import { place } from "../../src/web/map/place.ts";
import { hits, namesOf, pointsOf, routeOf } from "../../src/web/map/routes.ts";
import { isEarlier } from "../../src/web/map/times.ts";

const folder = join(import.meta.dir, "..", "..", "curricula", "llm");
const [read, joined] = [await readCurriculum(folder), await readMaterial(folder)];
if (!read.ok || !joined.ok) throw new Error("the curriculum can't be read");
const { curriculum } = read;
const tally = emptyTally();
const progress = progressOf(curriculum, tally, day("2026-01-05"));
const situation = { curriculum, tally, progress, undoable: null, redoable: null, now: 0 };
const notes = [
  {
    paper: "attention" as PaperId,
    text: "As in [[resnet]] and [[layernorm]]; [[bert]] builds on it.",
  },
  { paper: "bert" as PaperId, text: "Unlike [[gpt-1]]." },
];
const edges = edgesOf({ situation, material: joined.material }, notes, new Map());

/** Circles grow with hours: the map of a beginner, and those of learners at several places. */
const learners = [0, 1, 2, 3, 4].map((seed) => {
  let state = seed;
  const hours = <P extends { readonly minutes: number }>(paper: P): P => {
    state = (state * 48271 + 11) % 2147483647;
    return { ...paper, minutes: seed === 0 ? 0 : state % 900 };
  };
  const phases = progress.phases.map((phase) => ({ ...phase, papers: phase.papers.map(hours) }));
  return { ...progress, phases, bonus: progress.bonus.map(hours) };
});

for (const direction of ["across", "down"] as const) {
  test(`no line that lies ${direction} runs behind a name, through a paper or out of the picture`, () => {
    const shown = oneForEachPair(mainEdges(edges));
    const faults = learners.flatMap((learner, which) => {
      const drawn = place(learner, curriculum.bonus.title, direction);
      const at = (id: PaperId) => drawn.nodes.find(({ paper }) => paper.id === id);
      return shown.flatMap(({ from, to }) => {
        const [a, b] = [at(to), at(from)];
        if (a === undefined || b === undefined) return [`${from} or ${to} is not there`];
        const route = routeOf(a, b, drawn);
        const others = drawn.nodes.filter((node) => node !== a && node !== b);
        const out = pointsOf(route).filter(
          ({ x, y }) => x < 0 || y < 0 || x > drawn.width || y > drawn.height,
        );
        const clear = hits(route, namesOf(drawn), others) + out.length === 0;
        return clear ? [] : [`${to} to ${from}, learner ${which}`];
      });
    });
    expect(shown.length).toBeGreaterThan(10);
    expect(faults).toEqual([]);
  });
}

test("of two papers the one that came first is known by its number or its year", () => {
  const isFirst = (a: string, b: string) =>
    isEarlier(a as PaperId, b as PaperId, curriculum.papers);
  expect(isFirst("resnet", "attention")).toBe(true);
  expect(isFirst("attention", "resnet")).toBe(false);
  expect(isFirst("gpt-1", "bert")).toBe(true);
  expect(isFirst("scaling-laws", "gpt-3")).toBe(true);
});
