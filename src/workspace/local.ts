/**
 * What is a matter of this machine and not of the learner's record: which program runs their code, and
 * where it syncs to. It is set at the terminal alone and is no entry, so that nobody else's journal, page or file can name a program to be started.
 */
import { readFileSync } from "node:fs";
import * as v from "valibot";
import type { Layout } from "./layout.ts";
import { replaceFile } from "./replace-file.ts";

const localForm = v.object({
  /** Null finds one. */
  python: v.optional(v.nullable(v.string()), null),
  /** Where the last `study sync` went; null before the first. */
  sync: v.optional(v.nullable(v.string()), null),
});
export type Local = Readonly<v.InferOutput<typeof localForm>>;

const nothing: Local = { python: null, sync: null };

export function readLocal({ local }: Layout): Local {
  try {
    const read = v.safeParse(localForm, JSON.parse(readFileSync(local, "utf8")));
    return read.success ? read.output : nothing;
  } catch {
    return nothing;
  }
}

export function keepLocal(layout: Layout, change: Partial<Local>): void {
  const next = { ...readLocal(layout), ...change };
  replaceFile(layout.local, layout.state, `${JSON.stringify(next)}\n`);
}
