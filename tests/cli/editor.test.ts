/** What an editor gets: VS Code's task, whose problem matcher reads what the real program prints. */
import { afterAll, beforeAll, describe, expect, test } from "bun:test";
import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { python } from "../lab/python.ts";
import { type Folder, program, workspace } from "./study.ts";

const solution = join(
  import.meta.dir,
  "..",
  "lab",
  "solutions",
  "layernorm",
  "forward",
  "loops.py",
);
const path = "code/layernorm/forward.py";
const wrong =
  "import numpy as np\n\n\ndef layer_norm(a, gain, bias, epsilon=1e-5):\n    return gain * (a - a.mean(0)) / (a.var(0) + epsilon) ** 0.5 + bias\n";

let folder: Folder;
beforeAll(async () => {
  folder = await workspace();
});
afterAll(() => folder.remove());

interface Task {
  readonly label: string;
  readonly command: string;
  readonly args: readonly string[];
  readonly problemMatcher: {
    readonly pattern: { readonly regexp: string } & Readonly<Record<string, number>>;
    readonly background: { readonly beginsPattern: string; readonly endsPattern: string };
  };
}

function task(): Task {
  const text = readFileSync(join(folder.path, ".vscode", "tasks.json"), "utf8");
  const { tasks } = Bun.JSONC.parse(text) as { tasks: readonly Task[] };
  const found = tasks.find(({ label }) => label === "study check --watch");
  if (found === undefined) throw new Error(`no task in ${text}`);
  return found;
}

/** The problems of the last round, as VS Code takes them from a task's output. */
function problems(output: string) {
  const { pattern, background } = task().problemMatcher;
  const lines = output.split("\n");
  const begins = lines.findLastIndex((line) => new RegExp(background.beginsPattern).test(line));
  const ends = lines.findLastIndex((line) => new RegExp(background.endsPattern).test(line));
  expect([begins >= 0, ends > begins]).toEqual([true, true]);
  const part = (match: RegExpExecArray, name: string) => match[pattern[name] ?? -1];
  return lines.slice(begins, ends).flatMap((line) => {
    const match = new RegExp(pattern.regexp).exec(line);
    if (match === null) return [];
    const names = ["file", "line", "column", "severity", "message"];
    return [names.map((name) => part(match, name))];
  });
}

describe("VS Code's task", () => {
  test("is written by `study code`, beside the learner's own tasks, once", async () => {
    mkdirSync(join(folder.path, ".vscode"));
    const file = join(folder.path, ".vscode", "tasks.json");
    writeFileSync(file, '{\n  // mine\n  "tasks": [{ "label": "mine" }]\n}\n');
    expect(await folder.ok("code", "layernorm")).toContain("New   .vscode/tasks.json");
    const text = readFileSync(file, "utf8");
    expect(text).toContain("  // mine\n");
    expect(await folder.ok("code", "layernorm")).not.toContain("tasks.json");
    expect(readFileSync(file, "utf8")).toBe(text);
    expect(task()).toMatchObject({ command: "study", args: ["check", "--watch", "--problems"] });
  });

  test("leaves a file that is not understood alone, says what to add, and code is written all the same", async () => {
    const file = join(folder.path, ".vscode", "tasks.json");
    const before = readFileSync(file, "utf8");
    writeFileSync(file, "{ tasks: ");
    const { code, out, err } = await folder.study("code", "lora/forward");
    expect([code, out.includes("New   code/lora/forward.py")]).toEqual([0, true]);
    expect(err).toContain('This task in its "tasks" shows failing checks');
    expect(err).toContain('"label": "study check --watch"');
    expect(readFileSync(file, "utf8")).toBe("{ tasks: ");
    writeFileSync(file, before);
  });

  test("a failing verdict is a problem at the function, an exception at its line, a pass none", async () => {
    const check = async () =>
      problems(
        (await folder.study("check", "layernorm/forward", "--problems", "--python", python)).out,
      );
    expect(await check()).toEqual([
      [path, "6", "1", "info", expect.stringMatching(/^Not started: /)],
    ]);
    writeFileSync(join(folder.path, path), wrong);
    expect(await check()).toEqual([
      [
        path,
        "4",
        "1",
        "error",
        expect.stringMatching(/^Wrong: .*This is what "batch-axis" gives: /),
      ],
    ]);
    writeFileSync(join(folder.path, path), wrong.replace("gain *", "nothing *"));
    expect(await check()).toEqual([
      [path, "5", "5", "error", expect.stringMatching(/^Raised .*nothing/)],
    ]);
    writeFileSync(join(folder.path, path), `${wrong}    )\n`);
    expect(await check()).toEqual([
      [path, "6", "5", "error", expect.stringMatching(/^Syntax error: /)],
    ]);
    copyFileSync(solution, join(folder.path, path));
    expect(await check()).toEqual([]);
  });

  test("its own words watch whatever is saved, and what still fails stays a problem", async () => {
    writeFileSync(join(folder.path, path), wrong);
    const child = program([...task().args, "--python", python], folder.path);
    const reader = child.stdout.getReader();
    const decoder = new TextDecoder();
    let said = "";
    const round = async () => {
      const from = said.length;
      while (!said.includes("Waiting for a save in code/", from)) {
        const { value, done } = await reader.read();
        if (done) throw new Error(`ended:\n${said}`);
        said += decoder.decode(value, { stream: true });
      }
      return problems(said).map(([file, line, , severity]) => [file, line, severity]);
    };
    // Nothing has failed when it last ran.
    expect(await round()).toEqual([]);
    writeFileSync(join(folder.path, path), `\n${wrong}`);
    expect(await round()).toEqual([[path, "5", "error"]]);
    const other = "code/layernorm/invariances.py";
    writeFileSync(join(folder.path, other), "def nothing(): pass\n");
    expect(await round()).toEqual([
      [path, "5", "error"],
      [other, "1", "error"],
    ]);
    copyFileSync(solution, join(folder.path, path));
    expect(await round()).toEqual([[other, "1", "error"]]);
    child.kill("SIGTERM");
    await child.exited;
  });

  test("an exercise is found by its file, and a notebook is told its own way", async () => {
    const check = async (file: string) =>
      (await folder.study("check", file, "--python", python)).out.split("\n")[0];
    for (const file of [path, `./${path}`, "layernorm/forward.py", join(folder.path, path)]) {
      expect(await check(file)).toMatch(/ layernorm\/forward {2}seed /);
    }
    expect(await folder.refused("check", "forward.py")).toMatch(
      /^"forward\.py" may be .+\/forward or .+; name its folder too\.$/,
    );
    expect(await folder.refused("check", "code/nothing.py")).toContain(
      "is not the file of an exercise",
    );
    expect(await folder.refused("check", "code/book.ipynb")).toContain("`%%check PAPER/EXERCISE`");
  });

  test("words that do not go together get a sentence", async () => {
    expect(await folder.refused("check")).toStartWith(
      "Name an exercise, as in `study check attention/",
    );
    expect(await folder.refused("check", "--hint")).toStartWith("Name an exercise");
    expect(await folder.refused("check", "layernorm", "--problems", "--json")).toBe(
      "--problems and --json do not go together.",
    );
  });
});
