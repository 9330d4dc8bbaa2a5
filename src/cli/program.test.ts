import { expect, test } from "bun:test";
import { buildProgram, families } from "./program.ts";
import { processTerminal } from "./terminal.ts";

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
