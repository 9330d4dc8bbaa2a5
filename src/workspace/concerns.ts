/** What the learner should know of a folder while it is used: a sentence each. */
import { version } from "../../package.json";
import { foreignSentence } from "../core/words/foreign.ts";
import { erasedAgainSentence } from "../core/words/forgotten.ts";
import { logLeftSentence } from "../core/words/log-left.ts";
import { conflictCopies, sayConflictCopies } from "./conflict-copies.ts";
import type { Workspace } from "./workspace.ts";

export async function concernsOf({
  layout,
  journal,
}: Pick<Workspace, "layout" | "journal">): Promise<readonly string[]> {
  const own = [
    logLeftSentence(journal.logLeft),
    erasedAgainSentence(journal.erasedAgain),
    foreignSentence(await journal.foreign(), version),
  ];
  return [...own.filter((one) => one !== null), ...sayConflictCopies(conflictCopies(layout))];
}
