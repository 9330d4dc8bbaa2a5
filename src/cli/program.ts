/**
 * The command line's shape: names, options, help. What a command does is loaded when it runs, so that a start
 * pays for one command only.
 */
import { Command, type Help } from "commander";
import { defineData } from "./data/define.ts";
import { type Define, define } from "./define.ts";
import { defineTogether } from "./group/define.ts";
import { defineHub } from "./hub/define.ts";
import { defineLab } from "./lab/define.ts";
import { defineLearn } from "./learn/define.ts";
import { defineList } from "./lists/define.ts";
import { defineLooking } from "./look/define.ts";
import { defineMcp } from "./mcp/define.ts";
import { definePapers } from "./papers/define.ts";
import { definePlan } from "./plan/define.ts";
import { defineSetup } from "./setup/define.ts";
import { defineSync } from "./sync/define.ts";
import type { Terminal } from "./terminal.ts";
import { defineTime } from "./time/define.ts";
import { columns, usualColumns } from "./width.ts";
import { fit, wrap } from "./wrap.ts";

/**
 * `first` is the first word of the command line: when it names a command, only that command's family is
 * defined, since defining all forty costs more than running one.
 */
export function buildProgram(
  terminal: Terminal,
  version: string,
  first: string | undefined,
): Command {
  const program = new Command("study")
    .description("A tracker for people who teach themselves from the papers.")
    .version(version)
    .exitOverride()
    .configureHelp({ subcommandTerm, minWidthToWrap: leastWords, formatItem })
    .configureOutput({
      writeOut: (text) => terminal.verbatim(fit(text.trimEnd())),
      writeErr: (text) => terminal.warn(text.trimEnd()),
      outputError: (text, write) => write(sayMistake(text)),
      getOutHelpWidth: columns,
      getErrHelpWidth: columns,
    })
    .showHelpAfterError("`study --help` shows what there is.")
    .addHelpText(
      "after",
      "\nWith no command: study status. The workspace is --dir, STUDY_DIR, or the nearest folder upwards with .study/.",
    );

  const family = families.find(({ names }) => first !== undefined && names.includes(first));
  // The manual page has all commands in it.
  const wanted = family === undefined || first === "completion" ? families : [family];
  for (const { add } of wanted) add(program, terminal, define);
  return program;
}

/** The parser's complaint as a sentence of ours. */
function sayMistake(text: string): string {
  const complaint = text.replace(/^error: /, "");
  const negative = /^unknown option '(-[\d.,].*)'/.exec(complaint)?.[1];
  if (negative !== undefined)
    return `"${negative}" is less than nothing, which is no amount here.\n`;
  const near = /\(Did you mean (.+)\?\)/.exec(complaint)?.[1];
  const or = near === undefined ? "." : `; did you mean ${near.replace(/^one of /, "")}?`;
  for (const [form, say] of mistakes) {
    const found = form.exec(complaint);
    if (found !== null) return `${say(found[1] ?? "")}${or}\n`;
  }
  return complaint;
}

const mistakes: readonly (readonly [RegExp, (what: string) => string])[] = [
  [
    /^missing required argument '(.+)'/,
    (what) => `The ${what} ${what.endsWith("s") ? "are" : "is"} missing`,
  ],
  [/^unknown option '(.+)'/, (what) => `There is no option "${what}" here`],
  [/^unknown command '(.+)'/, (what) => `There is no command "${what}"`],
  [/^option '(.+)' argument missing/, (what) => `The option "${what}" needs a value`],
  [/^too many arguments for '(.+)'/, (what) => `There are more words here than "${what}" takes`],
];

interface Family {
  readonly names: readonly string[];
  readonly add: (program: Command, terminal: Terminal, define: Define) => void;
}

/** In the order of the help. A test holds the names to what each family defines. */
export const families: readonly Family[] = [
  { names: ["status", "history", "undo", "redo", "tips"], add: defineLooking },
  { names: ["log", "start", "stop", "pause", "resume", "sessions"], add: defineTime },
  { names: ["papers", "read", "notes", "implemented", "paper"], add: definePapers },
  {
    names: ["guide", "cards", "review", "quiz", "teach-back", "compare", "search"],
    add: defineLearn,
  },
  { names: ["exercises", "code", "check", "python"], add: defineLab },
  ...(["task", "milestone", "resource"] as const).map((kind) => ({
    names: [kind],
    add: (program: Command, terminal: Terminal, define: Define) =>
      defineList(program, terminal, define, kind),
  })),
  { names: ["week", "goal", "plan", "away", "checkin", "reward", "settle"], add: definePlan },
  {
    names: ["export", "calendar", "import", "backup", "restore", "forget", "doctor", "curriculum"],
    add: defineData,
  },
  { names: ["sync"], add: defineSync },
  { names: ["hub"], add: defineHub },
  { names: ["group", "share"], add: defineTogether },
  { names: ["init", "serve", "open", "completion"], add: defineSetup },
  { names: ["mcp"], add: defineMcp },
];

/** Fewer columns than these for what a word means, and it stands below the word. */
const leastWords = 34;

/** One line of a list of options or commands: the words beside the term, or below it where the terminal is narrow. */
function formatItem(this: Help, term: string, termWidth: number, about: string): string {
  const width = this.helpWidth ?? usualColumns;
  const beside = width - termWidth - 4;
  if (about === "") return `  ${term}`;
  if (beside < leastWords)
    return `${fit(`  ${term}`, width)}\n${wrap(`      ${about}`, "      ", width)}`;
  return wrap(`  ${term.padEnd(termWidth)}  ${about}`, " ".repeat(termWidth + 4), width);
}

/** A command as its group lists it: of many arguments the first, so that the column leaves room for the words. */
function subcommandTerm(command: Command): string {
  const shown = command.registeredArguments.map((one) => {
    const name = `${one.name()}${one.variadic ? "..." : ""}`;
    return one.required ? `<${name}>` : `[${name}]`;
  });
  const taken = shown.length > 2 ? [shown[0], "..."] : shown;
  const options = command.options.length > 0 ? ["[options]"] : [];
  return [command.name(), ...options, ...taken].join(" ");
}
