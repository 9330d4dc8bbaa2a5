/** Putting a paper's PDF into the workspace: from arXiv or its address when the learner asks, or from a file. */
import { useCallback, useState } from "react";
import type { PaperId } from "../../core/content/curriculum.ts";
import { api, type FetchLine } from "../../wire/wire.ts";
import { linesOf, Refused, sendFile } from "../store/server.ts";
import { strings } from "../strings.ts";
import { pdfReplaced } from "./pdf-versions.ts";
import { readerWords } from "./words.ts";

/** How far the fetching has come. */
export type Step = Extract<FetchLine, { bytes: number }>;

/** The sentence of what went wrong; null when the file is kept. */
export async function keepPdf(paper: PaperId, file: File): Promise<string | null> {
  try {
    await sendFile(api.keepPdf, file, "application/pdf", { parts: { paper } });
  } catch (error) {
    return error instanceof Refused ? error.message : strings.noServer;
  }
  pdfReplaced(paper);
  return null;
}

async function fetchPdf(paper: PaperId, tell: (step: Step) => void): Promise<string | null> {
  try {
    let last: FetchLine | null = null;
    for await (const line of linesOf(api.fetchPdf, undefined, { parts: { paper } })) {
      last = line;
      if ("bytes" in line) tell(line);
    }
    if (last === null || !("ok" in last)) return readerWords.fetchBroke;
    if (!last.ok) return last.message;
  } catch (error) {
    return error instanceof Refused ? error.message : readerWords.fetchBroke;
  }
  pdfReplaced(paper);
  return null;
}

export interface Keeping {
  readonly step: Step | null;
  readonly fault: string | null;
  readonly fetch: () => Promise<void>;
  readonly keep: (file: File | undefined) => Promise<void>;
}

export function useKeepPdf(paper: PaperId): Keeping {
  const [step, setStep] = useState<Step | null>(null);
  const [fault, setFault] = useState<string | null>(null);
  const fetch = useCallback(async () => {
    setFault(null);
    setStep({ bytes: 0, of: null });
    setFault(await fetchPdf(paper, setStep));
    setStep(null);
  }, [paper]);
  const keep = useCallback(
    async (file: File | undefined) => {
      if (file === undefined) return;
      setFault(null);
      setFault(await keepPdf(paper, file));
    },
    [paper],
  );
  return { step, fault, fetch, keep };
}
