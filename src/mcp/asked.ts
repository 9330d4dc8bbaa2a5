/** What a tool is asked with: the learner's folder as it stands, and what this server may do. */
import type { Command } from "../core/decide/command.ts";
import { describeAll } from "../core/words/describe.ts";
import type { Look, Workspace } from "../workspace/workspace.ts";

export interface Asked {
  readonly workspace: Workspace;
  readonly look: Look;
  readonly now: number;
  readonly env: Readonly<Record<string, string | undefined>>;
}

/** `value` is given as JSON; a sentence is given as it is. */
export type Answer =
  | { readonly is: "value"; readonly value: unknown }
  | { readonly is: "said"; readonly text: string }
  | { readonly is: "refused"; readonly text: string };

export const value = (value: unknown): Answer => ({ is: "value", value });
export const said = (text: string): Answer => ({ is: "said", text });
export const refused = (text: string): Answer => ({ is: "refused", text });

/** Records commands as one undoable step, marked as an assistant's, and says what they did. */
export async function perform(
  { workspace, now }: Asked,
  commands: readonly Command[],
): Promise<Answer> {
  const outcome = await workspace.run(commands, "mcp", now);
  if (!outcome.ok) return refused(outcome.message);
  const lines = describeAll(outcome.entries, { ...workspace, ...outcome.look });
  if (lines.length === 0) return said("Nothing to do: that is already the case.");
  return said(`${lines.join("; ")}. The tool undo takes it back.`);
}
