/** One command's shape: its summary, its examples, and the options that all commands share. */
import type { Command } from "commander";

export interface Shape {
  readonly summary: string;
  readonly examples: readonly string[];
  readonly json?: "json";
  /** What its group does when nothing else is said. */
  readonly stands?: "for its group";
}

/** A command that only holds others: its help shows the examples of what it holds. */
export function defineGroup(
  program: Command,
  name: string,
  summary: string,
  examples: readonly string[],
): Command {
  const lines = examples.map((example) => `  $ ${example}`);
  return program
    .command(name)
    .description(summary)
    .addHelpText("after", `\nExamples:\n${lines.join("\n")}`);
}

export type Define = (under: Command, usage: string, shape: Shape) => Command;

export const define: Define = (under, usage, shape) => {
  const command = under
    .command(usage, { isDefault: shape.stands !== undefined })
    .description(shape.summary);
  if (shape.json) command.option("--json", "print JSON (docs/json.md)");
  command.option("--dir <path>", "the workspace");
  const path = [...groupsAbove(under), command.name()].join(" ");
  const lines = shape.examples.map((example) => `  $ ${example}`);
  return command
    .addHelpText("after", `\nExamples:\n${lines.join("\n")}`)
    .showHelpAfterError(
      `\`study ${shape.stands ? groupsAbove(under).join(" ") : path} --help\` shows examples.`,
    );
};

/** The words that lead to a group: `hub group`. */
function groupsAbove(group: Command): readonly string[] {
  return group.parent === null ? [] : [...groupsAbove(group.parent), group.name()];
}
