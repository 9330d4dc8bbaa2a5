/** How wide the output may be: as the terminal is, within what can be read. */
import { fstatSync } from "node:fs";

export const usualColumns = 80;
export const fewestColumns = 40;
const most = 200;

/** The terminal's width where there is one; else what COLUMNS says, else 80. */
export function columns(): number {
  return knownColumns(1) ?? usualColumns;
}

/** The same; null where nobody says. */
export function knownColumns(file: 1 | 2): number | null {
  const said = process.env.COLUMNS;
  const wide = terminalColumns(file) ?? (said === undefined ? Number.NaN : Number(said));
  return Number.isInteger(wide) ? Math.min(most, Math.max(fewestColumns, wide)) : null;
}

/** Null where the output goes to a file or a pipe, which is told without loading anything. */
function terminalColumns(file: 1 | 2): number | null {
  try {
    if (!fstatSync(file).isCharacterDevice()) return null;
  } catch {
    return null;
  }
  return (file === 1 ? process.stdout : process.stderr).columns ?? null;
}
