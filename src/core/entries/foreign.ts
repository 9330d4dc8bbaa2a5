/** What there is in a journal that this version of the program does not know. */
import { compareVersions } from "./version.ts";

/** Entries that this version does not know. */
export interface Foreign {
  /** How many there are of each type. */
  readonly counts: ReadonlyMap<string, number>;
  /** The newest of the versions that made them: it knows them all. Null where none of them names one. */
  readonly version: string | null;
  /** How many name no version. */
  readonly unnamed: number;
}

export function foreignOf(
  entries: Iterable<{ readonly foreign: string; readonly program?: string }>,
): Foreign {
  const counts = new Map<string, number>();
  let version: string | null = null;
  let unnamed = 0;
  for (const { foreign, program } of entries) {
    counts.set(foreign, (counts.get(foreign) ?? 0) + 1);
    if (program === undefined) unnamed += 1;
    else if (version === null || compareVersions(program, version) > 0) version = program;
  }
  return { counts, version, unnamed };
}
