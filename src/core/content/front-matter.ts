/** The properties at the head of a note: YAML between two lines of `---`, as Obsidian and others write them. */

export interface Parted {
  /** What stands between the two lines; null where the text has none. */
  readonly matter: string | null;
  /** How many lines the properties take, with the lines around them. */
  readonly lines: number;
  readonly body: string;
}

const form = /^---[ \t]*\r?\n([\s\S]{0,20000}?)^(?:---|\.\.\.)[ \t]*(?:\r?\n|$)/m;
const named = /^(?:[^\s#:\-[{][^:\n]{0,80}|"[^"\n]{1,80}"|'[^'\n]{1,80}')\s*:(?:\s|$)/;

/** A stroke across the page is no beginning of properties: those begin with a name and a colon. */
export function partFrontMatter(text: string): Parted {
  const start = text.startsWith("\uFEFF") ? 1 : 0;
  const found = text.startsWith("---", start) ? form.exec(text.slice(start)) : null;
  if (found === null || found.index !== 0) return { matter: null, lines: 0, body: text };
  const matter = (found[1] ?? "").replace(/\r?\n$/, "");
  const first = matter.split(/\r?\n/).find((line) => line.trim() !== "" && !/^\s*#/.test(line));
  if (first !== undefined && !named.test(first)) return { matter: null, lines: 0, body: text };
  return {
    matter,
    lines: found[0].split("\n").length - (found[0].endsWith("\n") ? 1 : 0),
    body: text.slice(start + found[0].length),
  };
}
