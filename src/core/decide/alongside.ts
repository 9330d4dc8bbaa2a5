/**
 * What is done counts everywhere it is written: "read" is a tick of the paper's row and a task of a week. A command
 * that makes one of them so makes the others so too, so one undo takes all of it back. An edit of TRACKER.md is taken
 * as it stands: there the learner sees both places, and nothing is guessed.
 */
import type { Meaning, PaperId, Task } from "../content/curriculum.ts";
import type { Aspect, Body } from "../entries/entry.ts";
import type { ItemProgress } from "../progress/lists.ts";
import type { Progress } from "../progress/progress.ts";
import type { Situation } from "./decision.ts";

export function alongside(bodies: readonly Body[], now: Situation): readonly Body[] {
  const added = bodies.flatMap((body) => followsFrom(body, bodies, now));
  return [...bodies, ...added.filter((body) => !bodies.some((one) => isSame(one, body)))];
}

function isSame(a: Body, b: Body): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

function followsFrom(body: Body, all: readonly Body[], now: Situation): readonly Body[] {
  switch (body.type) {
    case "paper.marked":
      return body.done
        ? tasksDoneBy(all, now)
        : tasksOf(now).flatMap(({ task, item }) => {
            const saysSo = task.means.some((one) => isTick(one, body.paper, body.aspect));
            return item.done && saysSo ? [ticked(item, false)] : [];
          });
    case "exercise.checked":
      return body.passed ? tasksDoneBy(all, now) : [];
    case "item.marked":
      return body.kind === "task" ? papersOf(body.item, body.done, now) : [];
    default:
      return [];
  }
}

function ticked({ id, kind }: ItemProgress, done: boolean): Body {
  return { type: "item.marked", kind, item: id, done };
}

function isTick(meaning: Meaning, paper: PaperId, aspect: Aspect): boolean {
  return "aspect" in meaning && meaning.paper === paper && meaning.aspect === aspect;
}

/** The open tasks whose every meaning is so, once `bodies` are recorded, and was not so before. */
function tasksDoneBy(bodies: readonly Body[], now: Situation): readonly Body[] {
  return tasksOf(now).flatMap(({ task, item }) => {
    if (item.done) return [];
    const becomes = task.means.some((one) => makesSo(one, bodies));
    const isAll = task.means.every((one) => isSo(one, now.progress) || makesSo(one, bodies));
    return becomes && isAll ? [ticked(item, true)] : [];
  });
}

function makesSo(meaning: Meaning, bodies: readonly Body[]): boolean {
  return bodies.some((body) => {
    if (body.type === "paper.marked") {
      return body.done && isTick(meaning, body.paper, body.aspect);
    }
    if (body.type !== "exercise.checked" || !body.passed || "aspect" in meaning) return false;
    return body.paper === meaning.paper && body.exercise === meaning.exercise;
  });
}

function isSo(meaning: Meaning, { papers }: Progress): boolean {
  const paper = papers.find(({ id }) => id === meaning.paper);
  if (paper === undefined) return false;
  if ("aspect" in meaning) return paper.done[meaning.aspect];
  return paper.exercises.some(({ id, passed }) => id === meaning.exercise && passed);
}

/**
 * The ticks that a task's own tick says. A tick says nothing of code, which only a check can; and which of several
 * is not so is not said where the tick is taken back.
 */
function papersOf(item: string, done: boolean, now: Situation): readonly Body[] {
  const { progress } = now;
  const means = tasksOf(now).find(({ task }) => task.id === item)?.task.means ?? [];
  if (!done && means.length > 1) return [];
  return means.flatMap((one): readonly Body[] => {
    if (!("aspect" in one)) return [];
    const { paper, aspect } = one;
    const found = progress.papers.find(({ id }) => id === paper);
    if (found === undefined || found.done[aspect] === done) return [];
    return [{ type: "paper.marked", paper, aspect, done }];
  });
}

/** Tasks that mean something, as long as they say what the curriculum says: a reworded one is the learner's. */
function tasksOf({ curriculum, progress }: Situation) {
  const items = new Map(
    progress.weeks.flatMap(({ tasks }) => tasks.map((item) => [item.id, item] as const)),
  );
  return curriculum.weeks.flatMap(({ tasks }) =>
    tasks.flatMap((task) => {
      const item = items.get(task.id);
      return item === undefined || meaningsOf(task).length === 0 || item.text !== task.text
        ? []
        : [{ task, item }];
    }),
  );
}

/** A page of an earlier version kept a curriculum whose tasks mean nothing. */
function meaningsOf(task: Pick<Task, "id"> & Partial<Pick<Task, "means">>): readonly Meaning[] {
  return task.means ?? [];
}
