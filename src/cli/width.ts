/** How wide the output may be: as the terminal is, within what can be read. */
import { fstatSync } from "node:fs";

export const usualColumns = 80;
const [fewest, most] = [40, 200];

/** The terminal's width where there is one; else what COLUMNS says, else 80. */
export function columns(): number {
  const wide = terminalColumns() ?? Number(process.env.COLUMNS ?? usualColumns);
  return Number.isInteger(wide) ? Math.min(most, Math.max(fewest, wide)) : usualColumns;
}

/** Null where the output goes to a file or a pipe, which is told without loading anything. */
function terminalColumns(): number | null {
  try {
    if (!fstatSync(1).isCharacterDevice()) return null;
  } catch {
    return null;
  }
  return process.stdout.columns ?? null;
}
