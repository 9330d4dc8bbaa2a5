/** `.vscode/tasks.json`: the task that checks on every save and shows what fails as problems. Theirs stays as it is. */
import { isUtf8 } from "node:buffer";
import { mkdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { checkBegins, checkEnds } from "../core/check/code-problem.ts";
import { replaceFile } from "./replace-file.ts";
import { systemReason } from "./trouble.ts";

export const tasksPath = ".vscode/tasks.json";
export const taskLabel = "study check --watch";

/** VS Code's name for the folder that is open in it. */
const openFolder = `\${workspaceFolder}`;

/** VS Code finds a program of this name on the PATH, `study.cmd` on Windows too. */
const task = {
  label: taskLabel,
  detail: "Runs your code against its paper on every save",
  type: "shell",
  command: "study",
  args: ["check", "--watch", "--problems"],
  options: { cwd: openFolder },
  isBackground: true,
  presentation: { reveal: "silent", panel: "dedicated" },
  problemMatcher: {
    owner: "study",
    source: "study",
    fileLocation: ["relative", openFolder],
    pattern: {
      regexp: "^(\\S.*?\\.py):(\\d+):(\\d+): (error|info): (.*)$",
      file: 1,
      line: 2,
      column: 3,
      severity: 4,
      message: 5,
    },
    background: {
      activeOnStart: true,
      beginsPattern: `^${checkBegins}\\b.*$`,
      endsPattern: `^${checkEnds}\\b.*$`,
    },
  },
} as const;

export type TasksFile =
  | { readonly is: "written"; readonly text: string }
  | { readonly is: "kept" }
  | { readonly is: "not-understood"; readonly lines: string };

/** What the file says with our task in it. A task of our label stays as they have it. */
export function withTask(before: string | null): TasksFile {
  if (before === null || before.trim() === "") {
    return {
      is: "written",
      text: `${JSON.stringify({ version: "2.0.0", tasks: [task] }, null, 2)}\n`,
    };
  }
  const theirs = read(before);
  const unread: TasksFile = { is: "not-understood", lines: indented("") };
  if (theirs === null) return unread;
  if (theirs.tasks.some(isOurs)) return { is: "kept" };
  const text = inserted(before);
  // The text is right if it says what theirs said and the task, in this order.
  const wanted = { ...theirs.whole, tasks: [task, ...theirs.tasks] };
  return text !== null && Bun.deepEquals(read(text)?.whole, wanted)
    ? { is: "written", text }
    : unread;
}

interface Theirs {
  readonly whole: Readonly<Record<string, unknown>>;
  readonly tasks: readonly unknown[];
}

/** Null where the text is no object with a list of tasks. */
function read(text: string): Theirs | null {
  try {
    const whole: unknown = Bun.JSONC.parse(text.replace(/^\ufeff/, ""));
    if (!isObject(whole) || !Array.isArray(whole.tasks)) return null;
    return { whole, tasks: whole.tasks };
  } catch {
    return null;
  }
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function isOurs(value: unknown): boolean {
  return isObject(value) && value.label === taskLabel;
}

/** The text with the task as the first of its list; null where the list is not found. */
function inserted(text: string): string | null {
  const at = listBegins(text);
  if (at === null) return null;
  const newline = text.includes("\r\n") ? "\r\n" : "\n";
  const rest = text.slice(at);
  const [, ownLine = ""] = /(?:^|\n)([ \t]*)"tasks"/.exec(text) ?? [];
  const unit = ownLine === "" ? "  " : ownLine;
  const ours = indented(unit)
    .split("\n")
    .map((line) => `${ownLine}${unit}${line}`)
    .join(newline);
  const empty = /^\s*\]/.test(rest);
  const after = empty
    ? newline + ownLine + rest.trimStart()
    : `,${/^\s/.test(rest) ? "" : " "}${rest}`;
  return `${text.slice(0, at)}${newline}${ours}${after}`;
}

function indented(unit: string): string {
  return JSON.stringify(task, null, unit === "" ? 2 : unit);
}

/** Behind the bracket of the list that belongs to the outermost object's "tasks": strings and comments are passed over. */
function listBegins(text: string): number | null {
  const piece = /"(?:[^"\\]|\\.)*"|\/\/[^\n]*|\/\*[\s\S]*?\*\/|[{}[\]:,]/g;
  let depth = 0;
  let last = "";
  let key = "";
  for (const { 0: found, index } of text.matchAll(piece)) {
    if (found.startsWith("/")) continue;
    if (found === "[" && depth === 1 && key === '"tasks"') return index + 1;
    if (found === "{" || found === "[") depth += 1;
    if (found === "}" || found === "]") depth -= 1;
    if (found === ":" && depth === 1) key = last;
    if (found === "," && depth === 1) key = "";
    last = found;
  }
  return null;
}

export type PlacedTasks =
  | { readonly is: "written" | "kept" }
  /** `task`: what they can put into their file themselves. */
  | { readonly is: "refused"; readonly sentence: string; readonly task: string | null };

/** Puts the task into a workspace. A folder that can't be written keeps nobody from their code. */
export function placeEditorTasks(folder: string): PlacedTasks {
  const file = join(folder, ...tasksPath.split("/"));
  try {
    const bytes = bytesAt(file);
    // What is no text would not come back as it was.
    if (bytes !== null && !isUtf8(bytes)) {
      return refused(`${tasksPath} is not UTF-8 and stays as it is.`);
    }
    const said = withTask(bytes?.toString("utf8") ?? null);
    if (said.is === "kept") return said;
    if (said.is === "not-understood") {
      const sentence = `${tasksPath} is yours and has no list of tasks that study understands; it stays as it is.`;
      return refused(sentence, said.lines);
    }
    mkdirSync(dirname(file), { recursive: true });
    replaceFile(file, dirname(file), said.text);
    return { is: "written" };
  } catch (error) {
    if (!(error instanceof Error && "code" in error)) throw error;
    return refused(`${tasksPath} can't be written: ${systemReason(error)}.`);
  }
}

function refused(sentence: string, task: string | null = null): PlacedTasks {
  return { is: "refused", sentence, task };
}

function bytesAt(file: string): Buffer | null {
  try {
    return readFileSync(file);
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return null;
    throw error;
  }
}
