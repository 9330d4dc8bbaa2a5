/** The head of a text, for a list: its first line, cut where it is long, but never within a formula. */
export function firstLine(text: string, most: number): string {
  const [line = ""] = text.trim().split("\n");
  if (line.length <= most) return line;
  const cut = line.slice(0, most - 1);
  const inFormula = (cut.match(/\$/g)?.length ?? 0) % 2 === 1;
  return `${(inFormula ? cut.slice(0, cut.lastIndexOf("$")) : cut).trimEnd()}…`;
}
