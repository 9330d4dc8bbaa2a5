/** Running checks and reading exercises, as the Implement tab needs them. */
import { useCallback, useEffect, useRef, useState } from "react";
import type { CheckEvent } from "../../core/check/check.ts";
import type { ExerciseId, PaperId } from "../../core/content/curriculum.ts";
import { ask, Refused, sendJson } from "./server.ts";

export interface ExerciseText {
  readonly id: string;
  /** The learner's file, from the workspace's folder. */
  readonly path: string;
  readonly exists: boolean;
  readonly text: string;
  readonly hints: readonly string[];
}

export interface Texts {
  readonly python:
    | { readonly found: true; readonly path: string; readonly by: string }
    | { readonly found: false; readonly sentence: string };
  readonly exercises: readonly ExerciseText[];
}

/** Null until they have been read, or when the server is away. `paper` is null for the milestones' exercises. */
export function useTexts(paper: PaperId | null): readonly [Texts | null, () => void] {
  const [texts, setTexts] = useState<Texts | null>(null);
  const [asked, setAsked] = useState(0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: asking again is what `asked` is for.
  useEffect(() => {
    let here = true;
    ask<Texts>(
      paper === null ? "/api/exercises" : `/api/exercises?paper=${encodeURIComponent(paper)}`,
    ).then(
      (found) => here && setTexts(found),
      () => here && setTexts(null),
    );
    return () => {
      here = false;
    };
  }, [paper, asked]);
  return [texts, useCallback(() => setAsked((count) => count + 1), [])];
}

/** Writes the starters that are missing; the sentence of a refusal, or null. */
export async function writeStarters(
  paper: PaperId | null,
  exercise: ExerciseId,
): Promise<string | null> {
  try {
    await sendJson("POST", "/api/code", { paper, exercise });
    return null;
  } catch (error) {
    return error instanceof Refused ? error.message : "";
  }
}

export interface Run {
  readonly events: readonly CheckEvent[];
  readonly running: boolean;
  /** Why there is no verdict; empty when the server is away. */
  readonly fault: string | null;
}

type Line = CheckEvent | { readonly event: "failed"; readonly message: string };

export function useCheck(paper: PaperId | null, exercise: ExerciseId) {
  const [run, setRun] = useState<Run | null>(null);
  const stopper = useRef<AbortController | null>(null);
  useEffect(() => () => stopper.current?.abort(), []);
  const start = useCallback(
    async (seed: number | null) => {
      stopper.current?.abort();
      const stopping = new AbortController();
      stopper.current = stopping;
      let shown: Run = { events: [], running: true, fault: null };
      const show = (change: Partial<Run>) => {
        if (stopper.current !== stopping) return;
        shown = { ...shown, ...change };
        setRun(shown);
      };
      show({});
      try {
        const body = { paper, exercise, ...(seed === null ? {} : { seed }) };
        for await (const line of linesOf<Line>("/api/check", body, stopping.signal)) {
          if (line.event === "failed") show({ fault: line.message });
          else show({ events: [...shown.events, line] });
        }
      } catch (error) {
        show({ fault: error instanceof Refused ? error.message : "" });
      }
      show({ running: false });
    },
    [paper, exercise],
  );
  const stop = useCallback(() => stopper.current?.abort(), []);
  return { run, start, stop };
}

async function* linesOf<T>(path: string, body: unknown, signal: AbortSignal): AsyncGenerator<T> {
  const response = await fetch(path, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(body),
    signal,
  });
  if (!response.ok || response.body === null) {
    const said = (await response.json().catch(() => null)) as { message?: string } | null;
    throw new Refused(response.status, said?.message ?? "");
  }
  const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
  let rest = "";
  for (;;) {
    const { value, done } = await reader.read();
    const lines = (rest + (value ?? "")).split("\n");
    rest = lines.pop() ?? "";
    for (const line of lines) if (line !== "") yield JSON.parse(line) as T;
    if (done) return;
  }
}
