/**
 * Highlights as Zotero gives them away, out of a text: its notes as HTML or Markdown, and what its plugins write for
 * Obsidian. A highlight is told by the link that leads to it, `zotero://open-pdf/…?page=3&annotation=…`. Pure.
 */
export interface Annotation {
  /** From 1. */
  readonly line: number;
  readonly page: number | null;
  readonly text: string;
  /** What the learner said to it. */
  readonly comment: string;
  /** `Vaswani et al., 2017`, as the citation beside it has it. */
  readonly cited: string | null;
}

const links = /\(?\[([^\]\n]{0,80})\]\((zotero:\/\/open(?:-pdf)?\/[^\s)]{1,400})\)\)?/g;
const spans = /<span\b[^<>]{0,300}?data-annotation="([^"]{1,20000})"[^<>]{0,300}>/g;

/** Whether a text has highlights of Zotero's, by what its beginning shows. */
export function hasAnnotations(text: string): boolean {
  return (
    /data-annotation="%7B/.test(text) ||
    /\]\(zotero:\/\/open(?:-pdf)?\/[^\s)]*[?&]annotation=/.test(text) ||
    /\[\(?(?:pdf|p(?:age)?\.? ?\d+)\)?\]\(zotero:\/\/open/i.test(text)
  );
}

export function annotationsIn(source: string): readonly Annotation[] {
  const text = source.replace(/\r\n?/g, "\n");
  return [...inSpans(text), ...inBlocks(text)].toSorted((a, b) => a.line - b.line);
}

const lineOf = (text: string, at: number) => text.slice(0, at).split("\n").length;

/** `<span data-annotation="{…}">“words”</span> (citation) comment`, as the notes themselves have it. */
function inSpans(text: string): readonly Annotation[] {
  const starts = [...text.matchAll(spans)];
  return starts.map((match, index): Annotation => {
    const begin = match.index + match[0].length;
    const end = endOfSpan(text, begin);
    const next = starts[index + 1]?.index ?? text.length;
    const behind = text.slice(end, next).split(/<\/(?:p|li|h\d)>|\n/)[0] ?? "";
    return {
      line: lineOf(text, match.index),
      page: pageOfData(match[1] ?? ""),
      text: quoted(withoutTags(text.slice(begin, end))),
      comment: tidy(withoutCitation(withoutTags(behind))),
      cited: citedIn(withoutTags(behind)),
    };
  });
}

function endOfSpan(text: string, begin: number): number {
  let depth = 1;
  for (const tag of text.slice(begin, begin + 50_000).matchAll(/<(\/?)span\b/g)) {
    depth += tag[1] === "/" ? -1 : 1;
    if (depth === 0) return begin + tag.index;
  }
  return begin;
}

function pageOfData(encoded: string): number | null {
  try {
    const data = JSON.parse(decodeURIComponent(encoded)) as {
      readonly pageLabel?: unknown;
      readonly position?: { readonly pageIndex?: unknown } | null;
    };
    return pageOf(data.position?.pageIndex, data.pageLabel);
  } catch {
    return null;
  }
}

/** The page of the file, by its index where that is known, else by what is printed on it. */
export function pageOf(index: unknown, label: unknown): number | null {
  if (typeof index === "number" && Number.isInteger(index) && index >= 0) return index + 1;
  const printed = /^\d{1,4}$/.test(String(label ?? "")) ? Number(label) : 0;
  return printed > 0 ? printed : null;
}

interface Block {
  readonly line: number;
  readonly text: string;
}

/** Passages between empty lines; in a list each item is one. */
function blocksIn(text: string): readonly Block[] {
  const blocks: { line: number; text: string }[] = [];
  let open = false;
  text.split("\n").forEach((raw, index) => {
    const line = raw.replace(/^[ \t]*(?:>[ \t]?)+/, "").trim();
    if (line === "" || /^(?:-{3,}|%%.*%%)$/.test(line)) {
      open = false;
      return;
    }
    const begins = !open || /^(?:[-*+]|\d+[.)])\s|^#{1,6}\s/.test(line);
    const last = blocks.at(-1);
    if (begins || last === undefined) blocks.push({ line: index + 1, text: line });
    else last.text += `\n${line}`;
    open = !/^#{1,6}\s/.test(line);
  });
  return blocks;
}

function inBlocks(text: string): readonly Annotation[] {
  const found: Annotation[] = [];
  const blocks = blocksIn(text);
  blocks.forEach((block, index) => {
    if (block.text.includes("data-annotation=")) return;
    const all = [...block.text.matchAll(links)].filter(([, , url = ""]) =>
      /[?&]page=|annotation=/.test(url),
    );
    if (all.length === 0) return;
    const between = all.map((match, at) => {
      const before = all[at - 1];
      const from = before === undefined ? 0 : before.index + before[0].length;
      return { before: block.text.slice(from, match.index), match };
    });
    const behind = (at: number) => {
      const match = all[at];
      const from = match === undefined ? 0 : match.index + match[0].length;
      return block.text.slice(from, all[at + 1]?.index);
    };
    const leads = hasWords(plain(between[0]?.before ?? ""));
    const above = blocks[index - 1];
    between.forEach(({ before, match }, at) => {
      const [, , url = ""] = match;
      const last = at === between.length - 1;
      const shared = { line: block.line, page: pageOfLink(url, match[1] ?? "") };
      if (leads) {
        const said = before.replace(/^[^“"]*(?=[“"])/, at === 0 ? "$&" : "");
        const comment = last
          ? behind(at)
          : (/^[^“"]*(?=[“"])/.exec(between[at + 1]?.before ?? "")?.[0] ?? "");
        found.push({
          ...shared,
          text: quoted(plain(said)),
          comment: tidy(withoutCitation(plain(comment))),
          cited: citedIn(before),
        });
        return;
      }
      const [first = "", ...more] = plain(behind(at)).split("\n").filter(hasWords);
      const alone =
        first === "" && at === 0 && above !== undefined && !/^#|zotero:\/\//.test(above.text);
      const words = alone ? plain(above.text) : first;
      found.push({
        ...shared,
        text: quoted(words),
        comment: tidy(more.join(" ")),
        cited: citedIn(words),
      });
    });
  });
  return found;
}

const hasWords = (text: string) => /[\p{L}\p{N}]/u.test(text);

function pageOfLink(url: string, label: string): number | null {
  const page = Number(/[?&](?:amp;)?page=(\d{1,4})\b/.exec(url)?.[1] ?? 0);
  return page > 0 ? page : pageOf(null, /(\d{1,4})/.exec(label)?.[1]);
}

/** Words without a callout's head, a list's mark, tags and Markdown's marks. */
function plain(text: string): string {
  return withoutTags(text)
    .replace(/\[![\w-]+(?:\|[^\]\n]*)?\][+-]?/g, "")
    .replace(/^(?:[-*+]|\d+[.)])\s+/, "")
    .replace(/!\[\[[^\]]*\]\]|!\[[^\]]*\]\([^)]*\)/g, "")
    .replace(/(\*{1,2}|__?|==)(?=\S)(.+?)(?<=\S)\1/gs, "$2")
    .replace(/^\*\s*(["“].*["”])\s*\*$/s, "$1")
    .trim();
}

function withoutTags(html: string): string {
  return html
    .replace(/<br\s*\/?>/gi, " ")
    .replace(/<[^<>]{0,20000}>/g, "")
    .replace(/&nbsp;|&#xa0;/gi, " ")
    .replace(/&lt;/g, "<")
    .replace(/&gt;/g, ">")
    .replace(/&quot;/g, '"')
    .replace(/&#(?:39|x27);/gi, "'")
    .replace(/&amp;|&#x26;/g, "&");
}

const citation =
  /\(\s*\[?([^()[\]\n]{2,120}?(?:19|20)\d{2}[a-z]?)(?:,\s*p+\.?\s*[\d–-]+)?\]?(?:\(zotero:[^)]*\))?\s*\)/;

function citedIn(text: string): string | null {
  return citation.exec(text)?.[1] ?? null;
}

function withoutCitation(text: string): string {
  return text.replace(citation, " ").replace(/\(\s*\[[^\]]*\]\(zotero:[^)]*\)\s*\)/g, " ");
}

/** What stands between quotation marks; all of it where there are none. */
function quoted(text: string): string {
  const bare = withoutCitation(text).trim();
  const inside =
    /[“«„]([\s\S]+)[”»“]/.exec(bare)?.[1] ?? /^"([\s\S]+)"[\s(]*$/.exec(bare)?.[1] ?? bare;
  return tidy(inside);
}

function tidy(text: string): string {
  const bare = text.replace(/\s+/g, " ").trim();
  return hasWords(bare)
    ? bare.replace(/^(?:[\s(),.;:-]|📌|✏️?)+(?=\p{L}|\p{N}|["“(])/u, "").replace(/[\s(]+$/, "")
    : "";
}
