import { expect, test } from "bun:test";
import type { Command } from "commander";
import { buildProgram, families } from "./program.ts";
import { processTerminal } from "./terminal.ts";
import { fit } from "./wrap.ts";

const terminal = processTerminal();
const namesOf = (first: string | undefined) =>
  buildProgram(terminal, "0", first)
    .commands.map((command) => command.name())
    .filter((name) => name !== "complete");

test("each family of commands defines exactly the names it is found by", () => {
  for (const { names } of families) {
    // The manual page that `completion` installs has all commands in it.
    const alone = names.filter((name) => name !== "completion");
    for (const name of alone) expect(namesOf(name).toSorted()).toEqual([...names].toSorted());
  }
});

test("without a known first word all commands are defined", () => {
  const all = families.flatMap(({ names }) => names);
  expect(namesOf(undefined)).toEqual([...all]);
  expect(namesOf("nonsense")).toEqual([...all]);
  expect(namesOf("completion")).toEqual([...all]);
});

/** Every command, groups' heads among them. */
function allUnder(command: Command): readonly Command[] {
  return [command, ...command.commands.flatMap(allUnder)];
}

for (const width of [40, 60, 80, 200]) {
  test(`the help of every command fits ${width} columns, and its examples are whole`, () => {
    const said: string[] = [];
    const capturing = { ...terminal, verbatim: (text: string) => said.push(text) };
    const before = process.env.COLUMNS;
    process.env.COLUMNS = String(width);
    const wide: string[] = [];
    try {
      for (const command of allUnder(buildProgram(capturing, "0", undefined))) {
        said.length = 0;
        command.outputHelp();
        const lines = said.join("\n").split("\n");
        expect(lines.length).toBeGreaterThan(3);
        wide.push(...lines.filter((line) => Bun.stringWidth(line) > width));
        // A broken example goes on for the shell, so its quotes are even once it is whole.
        for (const example of lines.join("\n").split("\n  $ ").slice(1)) {
          const [whole = ""] = example.split(/\n\n|\n {4}#| +# /);
          expect([whole, (whole.match(/(?<![a-z])'|'(?![a-z])/g)?.length ?? 0) % 2]).toEqual([
            whole,
            0,
          ]);
        }
      }
    } finally {
      if (before === undefined) delete process.env.COLUMNS;
      else process.env.COLUMNS = before;
    }
    expect(wide).toEqual([]);
  });
}

test("an example that is too wide is broken outside its quotes, and its remark has a line of its own", () => {
  expect(fit("  $ study cards add --paper bert 'What is masked?' '15 %'   # a card", 40)).toBe(
    "  $ study cards add --paper bert \\\n    'What is masked?' '15 %'\n    # a card",
  );
});
