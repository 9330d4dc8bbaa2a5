/** What is said of entries that a newer version of the program made. */
import type { Foreign } from "../entries/foreign.ts";
import { compareVersions } from "../entries/version.ts";

/** A sentence; null where there are none. `version` is this program's. */
export function foreignSentence(foreign: Foreign, version: string): string | null {
  const { counts } = foreign;
  if (counts.size === 0) return null;
  const all = [...counts.values()].reduce((sum, count) => sum + count, 0);
  const kinds = [...counts].map(([type, count]) => (count === 1 ? type : `${type} × ${count}`));
  const entries = all === 1 ? "1 entry is" : `${all} entries are`;
  const left = all === 1 ? "it" : "them";
  return `${entries} of a newer version of study than ${version}, and all figures leave ${left} out (${kinds.join(", ")}): ${knower(foreign, version, left)}.`;
}

/** A version that is not newer than this one can't be the answer, whatever an entry says. */
function knower(foreign: Foreign, version: string, left: string): string {
  const newer =
    foreign.version !== null && compareVersions(foreign.version, version) > 0
      ? foreign.version
      : null;
  if (newer === null) return `which version knows ${left} is not said. Update study`;
  if (foreign.unnamed > 0) return `update study, to version ${newer} at least`;
  return `version ${newer} knows ${left}. Update study`;
}
