/** Headlines of Org files as Markdown's headings and items. Lines stay where they are. */

const headline = /^(\*+)[ \t]+(\S.*)$/;
const keyword =
  /^(?:TODO|DONE|DOING|NEXT|STARTED|WAITING|HOLD|CANCELED|CANCELLED|LATER|NOW|IN-PROGRESS)\s|^\[[ xX-]\]\s/;

export function withoutOrg(text: string): string {
  const lines = text.split("\n");
  if (!isOrg(lines)) return text;
  const levels = lines.map((line) => headline.exec(line)?.[1]?.length ?? 0);
  let level = 0;
  return lines
    .map((line, at) => {
      const title = /^#\+TITLE:\s*(\S.*)$/i.exec(line)?.[1];
      if (title !== undefined) return `# ${title}`;
      if (/^#\+\w+:/.test(line)) return "";
      const [, stars = "", words = ""] = headline.exec(line) ?? [];
      if (stars === "") return withLinks(line);
      const next = levels.slice(at + 1).find((one) => one > 0) ?? 0;
      const isHeading = !keyword.test(words) && (stars.length === 1 || next > stars.length);
      if (isHeading) {
        level = stars.length;
        return `${"#".repeat(Math.min(6, stars.length))} ${withLinks(words)}`;
      }
      return `${"  ".repeat(Math.max(0, stars.length - level - 1))}- ${withLinks(words)}`;
    })
    .join("\n");
}

/** Two stars and a blank begin nothing in Markdown. */
function isOrg(lines: readonly string[]): boolean {
  const deep = lines.filter((line) => /^\*{2,}[ \t]+\S/.test(line)).length;
  return deep >= 2 || lines.some((line) => /^#\+TITLE:/i.test(line));
}

function withLinks(line: string): string {
  return line
    .replace(/\[\[(https?:[^\][\s]+)\]\[([^\][]+)\]\]/g, "[$2]($1)")
    .replace(/\[\[(https?:[^\][\s]+)\]\]/g, "<$1>");
}
