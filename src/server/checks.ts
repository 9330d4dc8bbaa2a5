/** Exercises over HTTP: their texts, their starters, and checks that are told while they run. */
import { existsSync } from "node:fs";
import type { CheckEvent } from "../core/check/check.ts";
import { checkExercise, mostSeed, pythonOf } from "../workspace/checks.ts";
import { placeOf, placeStarters, type Target, textOf } from "../workspace/exercises.ts";
import { Trouble } from "../workspace/trouble.ts";
import type { Workspace } from "../workspace/workspace.ts";
import { answer, refusal } from "./answers.ts";
import type { Service } from "./service.ts";

/** The texts of a paper's exercises, or of the milestones' where none is named. */
export async function listTexts(url: URL, { workspace }: Service): Promise<Response> {
  const name = url.searchParams.get("paper");
  const targets = targetsOf(workspace, name);
  if (targets === null) return refusal(404, "unknown-paper", `There is no paper "${name}".`);
  const python = await pythonOf(workspace, undefined, process.env, Date.now());
  const exercises = await Promise.all(
    targets.map(async (target) => {
      const { path, file } = placeOf(workspace, target);
      const texts = await textOf(workspace, target);
      return { id: target.exercise.id, path, exists: existsSync(file), ...texts };
    }),
  );
  return answer(200, { python, exercises });
}

/** Writes starters: `{"paper", "exercise"}`, all of the paper's where no exercise is named. */
export function writeStarters(text: string, { workspace }: Service): Response {
  const wanted = readWish(text, workspace);
  if (typeof wanted === "string") return refusal(400, "bad-request", wanted);
  try {
    return answer(200, { ok: true, starters: placeStarters(workspace, wanted.targets) });
  } catch (error) {
    if (error instanceof Trouble) return refusal(400, error.reason, error.message);
    throw error;
  }
}

/** Lines of JSON while it goes on: the events of one check, the verdict last. Leaving ends the check. */
export function runOne(text: string, request: Request, service: Service): Response {
  const { workspace, live } = service;
  const wanted = readWish(text, workspace);
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
    by: "web",
    env: process.env,
    now: Date.now,
    signal: gone.signal,
  });
  const encoder = new TextEncoder();
  const body = new ReadableStream<Uint8Array>({
    async start(controller) {
      const say = (event: CheckEvent | { readonly event: "failed"; readonly message: string }) => {
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
        if (!(error instanceof Trouble)) console.error(error);
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
  return new Response(body, {
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
}

/** What a request asks for, or a sentence on what is wrong with it. */
function readWish(text: string, workspace: Workspace): Wish | string {
  let sent: { paper?: unknown; exercise?: unknown; seed?: unknown };
  try {
    sent = JSON.parse(text);
  } catch {
    return "The request is not JSON.";
  }
  const { paper = null, exercise, seed = null } = sent ?? {};
  if (paper !== null && typeof paper !== "string") return '"paper" must be a paper\'s id or null.';
  const all = targetsOf(workspace, paper);
  if (all === null) return `There is no paper "${paper}".`;
  const targets = exercise === undefined ? all : all.filter((one) => one.exercise.id === exercise);
  if (targets.length === 0) return `There is no exercise "${exercise ?? ""}" there.`;
  const whole = typeof seed === "number" && Number.isInteger(seed) && seed >= 0 && seed <= mostSeed;
  if (seed !== null && !whole) return `"seed" must be a whole number from 0 to ${mostSeed}.`;
  return { targets, seed: seed as number | null };
}
