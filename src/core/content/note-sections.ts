/** The headings of a note, and which of the template's are filled in. */

export interface NoteSection {
  readonly title: string;
  /** Of the heading: 2 for `##`. */
  readonly level: number;
  /** The line of the heading, from 1. */
  readonly line: number;
  /** Words beneath it, up to the next heading; comments and marks do not count. */
  readonly words: number;
}

const heading = /^(#{1,6})\s+(.*?)\s*#*\s*$/;
const fence = /^ {0,3}(`{3,}|~{3,})/;

/** Headings of the second level and below, in order. What stands in a block of code is no heading. */
export function sectionsOf(text: string): readonly NoteSection[] {
  const sections: { title: string; level: number; line: number; words: number }[] = [];
  let inCode: string | null = null;
  let inComment = false;
  for (const [index, line] of text.split(/\r?\n/).entries()) {
    const mark = fence.exec(line)?.[1];
    if (mark !== undefined && (inCode === null || line.trim().startsWith(inCode))) {
      inCode = inCode === null ? mark : null;
      continue;
    }
    const [, level, title] = inCode === null && !inComment ? (heading.exec(line) ?? []) : [];
    if (level !== undefined) {
      if (level.length > 1) {
        sections.push({ title: title ?? "", level: level.length, line: index + 1, words: 0 });
      }
      continue;
    }
    const shown: Shown =
      inCode === null ? outsideComments(line, inComment) : { text: line, inComment };
    inComment = shown.inComment;
    const last = sections.at(-1);
    if (last !== undefined) last.words += shown.text.match(/[\p{L}\p{N}]+/gu)?.length ?? 0;
  }
  return sections;
}

interface Shown {
  readonly text: string;
  readonly inComment: boolean;
}

function outsideComments(line: string, inside: boolean): Shown {
  let text = "";
  let rest = line;
  let inComment = inside;
  for (;;) {
    const at = rest.indexOf(inComment ? "-->" : "<!--");
    if (at === -1) return { text: inComment ? text : text + rest, inComment };
    if (!inComment) text += rest.slice(0, at);
    rest = rest.slice(at + (inComment ? 3 : 4));
    inComment = !inComment;
  }
}

export interface SectionState {
  readonly title: string;
  readonly filled: boolean;
  /** Where it stands in the note; null when the learner took the heading out. */
  readonly line: number | null;
}

/** The template's sections as they stand in a note. A subsection fills the section that it belongs to. */
export function completeness(template: string, note: string): readonly SectionState[] {
  const there = sectionsOf(note);
  const wanted = sectionsOf(template).map(({ title }) => title);
  return wanted.map((title) => {
    const at = there.findIndex((section) => section.title === title);
    const section = there[at];
    if (section === undefined) return { title, filled: false, line: null };
    let words = section.words;
    for (const further of there.slice(at + 1)) {
      if (wanted.includes(further.title) || further.level <= section.level) break;
      words += further.words;
    }
    return { title, filled: words > 0, line: section.line };
  });
}

const link = /(!?)\[\[([^\][|\n]{1,120})(?:\|[^\][\n]+)?\]\]/g;
const image = /\.(?:png|jpe?g|gif|webp|svg)$/i;

/** The papers that a note links to, as it names them: `[[BERT]]`, `[[bert#Training]]` or `[[bert|that paper]]`. */
export function paperLinks(text: string): readonly string[] {
  const names = [...text.matchAll(link)].flatMap(([, embeds, target = ""]) => {
    const name = target.trim().replace(/[#^].*$/, "");
    return name === "" || (embeds !== "" && image.test(name)) ? [] : [name];
  });
  return [...new Set(names)];
}

/** The hints of a note's template are comments. */
export function withoutComments(markdown: string): string {
  return markdown.replace(/<!--[\s\S]*?-->/g, "");
}
