/** Running checks and reading exercises, as the Implement tab needs them. */
import { useCallback, useEffect, useRef, useState } from "react";
import type { CheckEvent } from "../../core/check/check.ts";
import type { ExerciseId, PaperId } from "../../core/content/curriculum.ts";
import { api, type ExerciseTexts } from "../../wire/wire.ts";
import { ask, linesOf, Refused, sendJson } from "./server.ts";

/** Null until they have been read, or when the server is away. `paper` is null for the milestones' exercises. */
export function useTexts(paper: PaperId | null): readonly [ExerciseTexts | null, () => void] {
  const [texts, setTexts] = useState<ExerciseTexts | null>(null);
  const [asked, setAsked] = useState(0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: asking again is what `asked` is for.
  useEffect(() => {
    let here = true;
    ask(api.exercises, paper === null ? {} : { query: { paper } }).then(
      (found) => here && setTexts(found),
      () => here && setTexts(null),
    );
    return () => {
      here = false;
    };
  }, [paper, asked]);
  return [texts, useCallback(() => setAsked((count) => count + 1), [])];
}

/** Writes the starters that are missing and the editor's task; the sentence of what could not be written, or null. */
export async function writeStarters(
  paper: PaperId | null,
  exercise: ExerciseId,
): Promise<string | null> {
  try {
    const said = await sendJson(api.writeStarters, { paper, exercise, seed: null, only: null });
    return said.editor;
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

export function useCheck(paper: PaperId | null, exercise: ExerciseId) {
  const [run, setRun] = useState<Run | null>(null);
  const stopper = useRef<AbortController | null>(null);
  useEffect(() => () => stopper.current?.abort(), []);
  const start = useCallback(
    async (seed: number | null, only: number | null = null) => {
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
        const body = { paper, exercise, seed, only };
        for await (const line of linesOf(api.check, body, { signal: stopping.signal })) {
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
