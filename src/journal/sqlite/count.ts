/**
 * How many entries have arrived in a journal, said beside it: a copy of its file without its log looks sound and lacks
 * what stood in the log. The count is a hint for `doctor` and is never believed against the journal.
 */
import { readFileSync, writeFileSync } from "node:fs";
import * as v from "valibot";
import type { Arrival } from "../port.ts";
import { fileAt } from "./place.ts";

const form = v.object({
  device: v.string(),
  arrivals: v.number(),
  /** Which file of this machine they arrived in; earlier versions did not say. */
  file: v.optional(v.string()),
});
export type Count = Readonly<v.InferOutput<typeof form>>;

const beside = (path: string) => `${path}.count`;

export function keepCount(path: string, device: string, arrivals: Arrival): void {
  try {
    const file = fileAt(path);
    const count = { device, arrivals, ...(file === null ? {} : { file }) };
    writeFileSync(beside(path), `${JSON.stringify(count)}\n`, { mode: 0o600 });
  } catch {
    // Without it `doctor` can tell less.
  }
}

/** Null where there is none, or none that can be read. */
export function countBeside(path: string): Count | null {
  try {
    return v.parse(form, JSON.parse(readFileSync(beside(path), "utf8")));
  } catch {
    return null;
  }
}
