/** `backup --list`: the copies of the journal that are made by themselves. */

import { join, relative } from "node:path";
import { sayDay } from "../../core/time/calendar.ts";
import { inShell } from "../../core/words/in-shell.ts";
import { rota } from "../../workspace/backup-rota.ts";
import { backupPath, backupsIn } from "../../workspace/backups.ts";
import { type CommonOptions, layoutFrom, printJson, Stop } from "../run.ts";
import type { Terminal } from "../terminal.ts";

/** Opens no journal: it may be the damaged one that a copy is wanted for. */
export function listBackups(
  terminal: Terminal,
  options: CommonOptions & { readonly list?: boolean },
): void {
  if (!options.list) throw new Stop("Name a file for the copy, or give --list.", 2);
  const layout = layoutFrom(terminal, options, "perhaps-without");
  const backups = backupsIn(layout).map(({ day, bytes }) => {
    return { day, bytes, path: backupPath(layout, day) };
  });
  if (options.json) {
    printJson(terminal, backups);
    return;
  }
  const width = Math.max(0, ...backups.map(({ day }) => sayDay(day).length));
  for (const { day, bytes, path } of backups) {
    const size = `${Math.ceil(bytes / 1024).toLocaleString("en")} kB`.padStart(12);
    terminal.print(`${sayDay(day).padEnd(width)} ${size}  ${shown(terminal.cwd, path)}`);
  }
  const [last] = backups;
  const keeps = `One for each day on which something changed: the newest ${rota.days}, and the first of each of ${rota.weeks} weeks; ${rota.bytes / 1e6} MB at most.`;
  terminal.print(last === undefined ? "No copy has been made yet." : "");
  terminal.print(terminal.paint("faint", keeps));
  if (last !== undefined) {
    const command = `study restore ${inShell(shown(terminal.cwd, last.path))}`;
    terminal.print(terminal.paint("faint", `\`${command}\` replaces the journal with one.`));
  }
}

function shown(from: string, path: string): string {
  const short = relative(from, path);
  return short.startsWith("..") ? path : join(".", short);
}
