import { describe, expect, test } from "bun:test";
import { taskLabel, withTask } from "./editor-tasks.ts";

/** What the file says afterwards; the pieces of the old text stand in it as they were. */
function merged(before: string, ...pieces: readonly string[]) {
  const said = withTask(before);
  if (said.is !== "written") throw new Error(`${said.is}: ${before}`);
  for (const piece of pieces) expect(said.text).toContain(piece);
  expect(withTask(said.text)).toEqual({ is: "kept" });
  return Bun.JSONC.parse(said.text) as { readonly tasks: readonly { readonly label: string }[] };
}

describe("the task for VS Code", () => {
  test("is a file of its own where there is none", () => {
    for (const before of [null, "", " \n"]) {
      const said = withTask(before);
      const { version, tasks } = JSON.parse(said.is === "written" ? said.text : "{}");
      expect([version, tasks.map(({ label }: { label: string }) => label)]).toEqual([
        "2.0.0",
        [taskLabel],
      ]);
    }
  });

  test("joins the tasks that are there; comments, order and line ends stay", () => {
    const theirs = `{\n  // mine, with "tasks": [\n  "version": "2.0.0",\n  "inputs": [{ "tasks": [1] }],\n  "tasks": [ /* first */\n    { "label": "build", "args": ["]", "\\"{"] }, // last\n  ],\n}\n`;
    const { tasks } = merged(
      theirs,
      theirs.slice(0, theirs.indexOf(" /* first")),
      theirs.slice(theirs.indexOf(" /* first")),
    );
    expect(tasks.map(({ label }) => label)).toEqual([taskLabel, "build"]);
    for (const list of ["[]", "[ ]", "[\n]", '[{"label":"a"}]', '[\n{"label":"a"},]']) {
      expect(merged(`{"tasks":${list}}`).tasks[0]?.label).toBe(taskLabel);
    }
    const windows = withTask('\ufeff{\r\n\t"tasks": [\r\n\t\t{}\r\n\t]\r\n}\r\n');
    const text = windows.is === "written" ? windows.text : "";
    expect(text).toStartWith('\ufeff{\r\n\t"tasks": [\r\n\t\t{\r\n\t\t\t"label"');
    expect(text.replaceAll("\r\n", "")).not.toContain("\n");
  });

  test("stays as they have it, once it is there", () => {
    expect(withTask(`{"tasks":[{"label":"${taskLabel}","command":"mine"}]}`).is).toBe("kept");
  });

  test("is shown and not written where the file is not understood", () => {
    for (const before of ["[]", "{", "{}", "tasks", '{"tasks": {}}', '{"tasks": [}', "\0"]) {
      const said = withTask(before);
      expect(said).toMatchObject({ is: "not-understood" });
      expect(said.is === "not-understood" && JSON.parse(said.lines).label).toBe(taskLabel);
    }
  });
});
