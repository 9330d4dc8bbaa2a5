/** Two texts of code in columns side by side. */

const gap = " │ ";
/** Below this a column is too narrow for code. */
export const fewestForColumns = 100;

/** Lines of the two, each column under its title; what is too long for its column goes on below. */
export function beside(left: Column, right: Column, width: number): readonly string[] {
  const each = Math.floor((width - gap.length) / 2);
  const [a, b] = [rowsOf(left, each), rowsOf(right, each)];
  return Array.from({ length: Math.max(a.length, b.length) }, (_, row) => {
    const first = a[row] ?? "";
    const blanks = " ".repeat(Math.max(0, each - Bun.stringWidth(first)));
    return `${first}${blanks}${gap}${b[row] ?? ""}`.trimEnd();
  });
}

export interface Column {
  readonly title: string;
  readonly text: string;
}

function rowsOf({ title, text }: Column, width: number): readonly string[] {
  const lines = text.trimEnd().replaceAll("\r", "").replaceAll("\t", "    ").split("\n");
  return [title, "─".repeat(width), ...lines].flatMap((line) => pieces(line, width));
}

/** A line cut where the column ends. */
function pieces(line: string, width: number): readonly string[] {
  const found: string[] = [];
  let piece = "";
  for (const sign of line) {
    if (Bun.stringWidth(piece + sign) > width) {
      found.push(piece);
      piece = "";
    }
    piece += sign;
  }
  return [...found, piece];
}
