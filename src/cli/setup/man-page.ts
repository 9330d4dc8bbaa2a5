/** The manual page, from the same definitions as the help: roff with the macros of man(7). */
import type { Command, Option } from "commander";

/** The page of the whole program. `version` stands at its foot. */
export function manPage(program: Command, version: string): string {
  return `${[
    `.TH STUDY 1 "" "study ${roff(version)}" "User commands"`,
    ".SH NAME",
    `study \\- ${roff(program.description())}`,
    ".SH SYNOPSIS",
    ".B study",
    "[\\fIcommand\\fR] [\\fIoptions\\fR]",
    ".SH DESCRIPTION",
    "With no command, study shows how things stand. The workspace is the one of",
    ".BR \\-\\-dir ,",
    "of the environment's",
    ".BR STUDY_DIR ,",
    "or the nearest folder upwards that has one.",
    ".SH COMMANDS",
    ...commandsUnder(program, "").flatMap(({ command, path }) => section(command, path)),
    ".SH FILES",
    ".TP",
    ".I TRACKER.md",
    "The tracker, to read and to edit.",
    ".TP",
    ".I .study/journal.db",
    "Everything that was recorded.",
    ".SH EXIT STATUS",
    "0 when the command did what was asked, 1 when it refused, 2 when the command line was not understood.",
  ].join("\n")}\n`;
}

interface Reached {
  readonly command: Command;
  readonly path: string;
}

/** Those that do something; hidden ones and groups' heads are left out. */
function commandsUnder(parent: Command, before: string): readonly Reached[] {
  return parent
    .createHelp()
    .visibleCommands(parent)
    .filter((command) => command.name() !== "help")
    .flatMap((command) => {
      const path = `${before}${command.name()}`;
      const below = commandsUnder(command, `${path} `);
      return below.length > 0 ? below : [{ command, path }];
    });
}

function section(command: Command, path: string): readonly string[] {
  const takes = command.registeredArguments.map((argument) => {
    const name = `${argument.name()}${argument.variadic ? "..." : ""}`;
    return argument.required ? `<${name}>` : `[${name}]`;
  });
  const options = command.createHelp().visibleOptions(command);
  return [
    `.SS ${roff(["study", path, ...takes].join(" "))}`,
    sentence(command.description()),
    ...options.filter(({ long }) => long !== "--help").flatMap(optionLines),
  ];
}

function optionLines({ flags, description }: Option): readonly string[] {
  return [".TP", `.B ${roff(flags)}`, sentence(description)];
}

function sentence(text: string): string {
  const capital = text.charAt(0).toUpperCase() + text.slice(1);
  return roff(/[.!?]$/.test(capital) ? capital : `${capital}.`);
}

/** Text as text: a backslash, a hyphen and a line's first point would be commands. */
function roff(text: string): string {
  return text
    .replaceAll("\\", "\\e")
    .replaceAll("-", "\\-")
    .replaceAll("\n", " ")
    .replace(/^[.']/, "\\&$&");
}
