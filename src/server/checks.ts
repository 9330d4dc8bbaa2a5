/** Exercises over HTTP: their texts, their starters, and checks that are told while they run. */
import { existsSync } from "node:fs";
import { exerciseForm, readSent } from "../wire/forms.ts";
import type { CheckLine, ExerciseTexts, KnownPython, StartersWritten } from "../wire/wire.ts";
import { checkExercise, pythonOf } from "../workspace/checks.ts";
import { nameOf, placeOf, solutionOf, type Target, textOf } from "../workspace/exercises.ts";
import { hintingOf } from "../workspace/hints.ts";
import { placeCode } from "../workspace/place-code.ts";
import { Trouble } from "../workspace/trouble.ts";
import type { Workspace } from "../workspace/workspace.ts";
import { answer, refusal } from "./answers.ts";
import { complain } from "./complain.ts";
import type { Asked } from "./route.ts";

/** The texts of a paper's exercises, or of the milestones' where none is named. */
export function listTexts(asked: Asked): Promise<Response> {
  return textsUnder(pythonOf(asked.service.workspace, undefined, process.env), asked);
}

/** The same, beside what is said of the Python that is to run them. */
export async function textsUnder(
  python: KnownPython,
  { url, service: { workspace } }: Asked,
): Promise<Response> {
  const name = url.searchParams.get("paper");
  const targets = targetsOf(workspace, name);
  if (targets === null) return refusal(404, "unknown-paper", `There is no paper "${name}".`);
  const exercises = await Promise.all(
    targets.map(async (target) => {
      const { path, file } = placeOf(workspace, target);
      const texts = await textOf(workspace, target);
      const { failure } = hintingOf(workspace.layout, nameOf(target), texts.hints);
      const edits = (failure?.mistakes ?? []).filter(({ diff }) => diff.length > 0);
      const solution = solutionOf(workspace, target);
      const shown = { solution, edits: edits.map(({ id, diff }) => ({ id, diff })) };
      return { id: target.exercise.id, path, exists: existsSync(file), ...texts, ...shown };
    }),
  );
  return answer<ExerciseTexts>(200, { python, exercises });
}

/** Which Python runs the learner's code: to be told, never to be chosen from here. */
export function tellPython({ service: { workspace } }: Asked): Response {
  return answer<KnownPython>(200, pythonOf(workspace, undefined, process.env));
}

/** Writes starters and the editor's task: `{"paper", "exercise"}`, all of the paper's where no exercise is named. */
export function writeStarters({ service: { workspace } }: Asked, body: string): Response {
  const wanted = readWish(body, workspace);
  if (typeof wanted === "string") return refusal(400, "bad-request", wanted);
  try {
    const { starters, tasks } = placeCode(workspace, wanted.targets, "numpy");
    const editor = tasks.is === "refused" ? tasks.sentence : null;
    return answer<StartersWritten>(200, { ok: true, starters, editor });
  } catch (error) {
    if (error instanceof Trouble) return refusal(400, error.reason, error.message);
    throw error;
  }
}

/** Lines of JSON while it goes on: the events of one check, the verdict last. Leaving ends the check. */
export function runOne({ request, service }: Asked, body: string): Response {
  const { workspace, live } = service;
  const wanted = readWish(body, workspace);
  if (typeof wanted === "string") return refusal(400, "bad-request", wanted);
  const [target, ...more] = wanted.targets;
  if (target === undefined || more.length > 0) {
    return refusal(400, "bad-request", 'Name one exercise: {"paper": "…", "exercise": "…"}.');
  }
  const gone = new AbortController();
  request.signal.addEventListener("abort", () => gone.abort());
  const events = checkExercise(workspace, {
    target,
    seed: wanted.seed,
    only: wanted.only ?? undefined,
    by: "web",
    env: process.env,
    now: Date.now,
    signal: gone.signal,
  });
  const encoder = new TextEncoder();
  const lines = new ReadableStream<Uint8Array>({
    async start(controller) {
      const say = (event: CheckLine) => {
        try {
          controller.enqueue(encoder.encode(`${JSON.stringify(event)}\n`));
        } catch {
          gone.abort();
        }
      };
      try {
        for await (const event of events) {
          if (event.event === "verdict") await live.look();
          say(event);
        }
      } catch (error) {
        if (!(error instanceof Trouble)) complain(error);
        const message =
          error instanceof Trouble ? error.message : "The check went wrong in study itself.";
        say({ event: "failed", message });
      }
      try {
        controller.close();
      } catch {
        // Closed by the other side.
      }
    },
    cancel: () => gone.abort(),
  });
  return new Response(lines, {
    headers: { "content-type": "application/x-ndjson", "cache-control": "no-store" },
  });
}

function targetsOf({ curriculum }: Workspace, name: string | null): readonly Target[] | null {
  if (name === null) {
    return curriculum.milestones.flatMap(({ exercise }) =>
      exercise === null ? [] : [{ paper: null, exercise }],
    );
  }
  const paper = curriculum.papers.find(({ id }) => id === name);
  if (paper === undefined) return null;
  return paper.exercises.map((exercise) => ({ paper: paper.id, exercise }));
}

interface Wish {
  readonly targets: readonly Target[];
  readonly seed: number | null;
  /** The case, from 0, that is repeated alone; all of them where it is null. */
  readonly only: number | null;
}

/** What a request asks for, or a sentence on what is wrong with it. */
function readWish(body: string, workspace: Workspace): Wish | string {
  const read = readSent(exerciseForm, body);
  if (!read.ok) return read.fault;
  const { paper, exercise, seed, only } = read.sent;
  const all = targetsOf(workspace, paper);
  if (all === null) return `There is no paper "${paper}".`;
  const targets = exercise === null ? all : all.filter((one) => one.exercise.id === exercise);
  if (targets.length === 0) return `There is no exercise "${exercise ?? ""}" there.`;
  return { targets, seed, only };
}
