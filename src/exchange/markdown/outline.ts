/** A Markdown text as the pieces that a tracker is made of, in their order: headings, list items, tables, lines. */
import type { Nodes, Table } from "mdast";
import { fromMarkdown } from "mdast-util-from-markdown";
import { gfmFromMarkdown } from "mdast-util-gfm";
import { gfm } from "micromark-extension-gfm";
import { imageWords } from "./badges.ts";
import { withoutFolds } from "./clean.ts";
import { tableIn } from "./html-table.ts";
import type { Link, Piece, Said, TablePiece } from "./pieces.ts";
import { withoutShortcodes } from "./shortcodes.ts";
import { withHead } from "./table-head.ts";
import { inOurUnits } from "./times.ts";

/** The reader's time grows with the square of what stands side by side. A tracker is much shorter. */
export const mostCharacters = 300_000;
const longestLine = 20_000;

/** What keeps a text from being read as a tracker, as a clause that follows its name; null where nothing does. */
export function unreadable(text: string): string | null {
  if (/[^\P{Cc}\t\n\r\f\u0080-\u009f]/u.test(text))
    return "is not text: it holds control characters";
  if (text.length > mostCharacters) {
    return `has ${text.length} characters, more than the ${mostCharacters} that a tracker may have; split it into several files`;
  }
  const at = text.split("\n").findIndex((line) => line.length > longestLine);
  if (at >= 0) {
    return `has a line of more than ${longestLine} characters (line ${at + 1}); no tracker has that`;
  }
  if (text.trim() === "") return "is empty";
  return deeplyNested(text) ? "is nested more deeply than any list" : null;
}

function deeplyNested(text: string): boolean {
  return text.split("\n").some((line) => /^(?:[ \t]*(?:>|[-*+]\s|\d{1,9}[.)]\s)){40}/.test(line));
}

/** `text` is one that `unreadable` has nothing against, without front matter. */
export function outlineOf(text: string): readonly Piece[] {
  const source = withoutFolds(text);
  const tree = fromMarkdown(source, {
    extensions: [gfm()],
    mdastExtensions: [gfmFromMarkdown()],
  });
  const pieces: Piece[] = [];
  const references = referencesIn(tree);
  let lists = 0;
  const walk = (node: Nodes, depth: number, quoted: boolean): void => {
    switch (node.type) {
      case "heading":
        for (const said of linesOf(node, references).slice(0, 1)) {
          pieces.push({ is: "heading", level: node.depth, said });
        }
        return;
      case "list": {
        lists += 1;
        const list = lists;
        for (const item of node.children) {
          const [first, ...rest] = item.children;
          const lines = first?.type === "paragraph" ? linesOf(first, references) : [];
          const { said, clocks } =
            lines.length > 0
              ? itemOf(lines)
              : { said: { text: "", links: [], line: lineOf(item), struck: false }, clocks: [] };
          const box = item.checked == null ? null : boxIn(source, item);
          pieces.push({
            is: "item",
            depth,
            list,
            holds: box === null && item.children.some(holdsBoxes),
            ...boxed(said, box),
            start: item.position?.start.offset ?? 0,
            end: (first ?? item).position?.end.offset ?? 0,
          });
          for (const clock of clocks) pieces.push({ is: "line", said: clock, quoted });
          for (const child of first?.type === "paragraph" ? rest : item.children) {
            // A second paragraph of an item says more of it, and is no line of the document.
            if (child.type !== "paragraph") walk(child, depth + 1, quoted);
          }
        }
        return;
      }
      case "table":
        pieces.push(tablePiece(node, references));
        return;
      case "paragraph":
        for (const said of linesOf(node, references)) pieces.push({ is: "line", said, quoted });
        return;
      case "blockquote":
        for (const child of node.children) walk(child, depth, true);
        return;
      case "html":
        pieces.push(...htmlPieces(node.value, node.position?.start.offset ?? 0, lineOf(node)));
        return;
      case "root":
      case "footnoteDefinition":
        for (const child of node.children) walk(child, depth, quoted);
        return;
      default:
        return;
    }
  };
  walk(tree, 0, false);
  return pieces;
}

/** Lines of HTML with what is between its tags: a heading, or words. */
function htmlPieces(html: string, start: number, line: number): readonly Piece[] {
  if (html.startsWith("<!--")) return [];
  const table = tableIn(html, start, line);
  if (table !== null) return [table];
  return html.split("\n").flatMap((text, index): readonly Piece[] => {
    const words = text
      .replace(/<[^<>]{0,300}>/g, " ")
      .replace(/\s+/g, " ")
      .trim();
    if (words === "") return [];
    const said = { text: words, links: [], line: line + index, struck: false };
    const level = /<h([1-6])\b/i.exec(text)?.[1];
    if (level !== undefined) return [{ is: "heading", level: Number(level), said }];
    return [{ is: "line", said, quoted: false }];
  });
}

/** What a text refers to by a name: addresses, and the addresses in footnotes. */
interface References {
  readonly urls: ReadonlyMap<string, string>;
  readonly notes: ReadonlyMap<string, readonly string[]>;
}

function referencesIn(tree: Nodes): References {
  const urls = new Map<string, string>();
  const notes = new Map<string, readonly string[]>();
  for (const child of "children" in tree ? tree.children : []) {
    if (child.type === "definition") urls.set(child.identifier, child.url);
    if (child.type === "footnoteDefinition") notes.set(child.identifier, addressesIn(child));
  }
  return { urls, notes };
}

function addressesIn(node: Nodes): readonly string[] {
  if (node.type === "link") return [node.url];
  return "children" in node ? node.children.flatMap(addressesIn) : [];
}

function tablePiece(node: Table, references: References): TablePiece {
  const rows = node.children.map((row) =>
    row.children.map((cell) => joined(linesOf(cell, references), "\n")),
  );
  return withHead({
    is: "table",
    line: lineOf(node),
    head: rows[0] ?? [],
    rows: rows.slice(1),
    start: node.position?.start.offset ?? 0,
    end: node.position?.end.offset ?? 0,
  });
}

function lineOf(node: Nodes): number {
  return node.position?.start.line ?? 1;
}

function holdsBoxes(node: Nodes): boolean {
  return node.type === "list" && node.children.some(({ checked }) => checked != null);
}

/** The mark of a box that the parser took for one. */
function boxIn(source: string, item: Nodes): string {
  const start = item.position?.start.offset ?? 0;
  return /\[([^\]])\]/.exec(source.slice(start, start + 40))?.[1] ?? " ";
}

const looseBox = /^\\?\[([^[\]\\]{0,3})\\?\](?![([:])\s*/;

const states =
  "TODO|DOING|DONE|LATER|NOW|NEXT|WAITING|WAIT|STARTED|HOLD|IN-PROGRESS|CANCELED|CANCELLED";
/** `TODO Read BERT`, as Logseq and Org have it, and Roam's `{{[[TODO]]}}`. */
const wordBox = new RegExp(
  String.raw`^(?:\{\{(?:\[\[)?(TODO|DONE)(?:\]\])?\}\}|(${states})(?=\s))\s*`,
);

/** An item's words, with the fields below them as they stand within a line, and the times that were clocked on it. */
function itemOf(lines: readonly Said[]): { readonly said: Said; readonly clocks: readonly Said[] } {
  const [first, ...rest] = lines;
  const kept = rest.flatMap((line): readonly Said[] => {
    const text = line.text.trim();
    if (/^(?:CLOCK|SCHEDULED|DEADLINE):|^:[A-Z]+:/.test(text)) return [];
    const closed = /^CLOSED:\s*[[<](\d{4}-\d{2}-\d{2})/.exec(text)?.[1];
    if (closed !== undefined) return [{ ...line, text: `[completion:: ${closed}]` }];
    const field = /^([\p{L}][\p{L}\w-]{0,30}):: ?(.*)$/u.exec(text);
    return [field === null ? line : { ...line, text: `[${field[1]}:: ${field[2]}]` }];
  });
  return {
    said: joined(first === undefined ? [] : [first, ...kept]),
    clocks: rest.filter(({ text }) => /^CLOCK:/.test(text.trim())),
  };
}

/** The box of an item, also one that the parser does not know: `[/]`, `[]`, `[✓]`. */
export function boxed(
  said: Said,
  box: string | null,
): { readonly box: string | null; readonly said: Said } {
  if (box !== null) return { box, said };
  const word = wordBox.exec(said.text);
  if (word !== null && !/^lists?$/i.test(said.text.slice(word[0].length))) {
    return {
      box: word[1] ?? word[2] ?? "",
      said: { ...said, text: said.text.slice(word[0].length) },
    };
  }
  const loose = looseBox.exec(said.text);
  if (loose === null || /^\d+$|^\^|^!\S/.test(loose[1] ?? "")) return { box: null, said };
  return { box: loose[1] ?? "", said: { ...said, text: said.text.slice(loose[0].length) } };
}

function joined(lines: readonly Said[], between = " "): Said {
  const [first] = lines;
  if (first === undefined) return { text: "", links: [], line: 1, struck: false };
  return {
    text: lines.map(({ text }) => text).join(between),
    links: lines.flatMap(({ links }) => links),
    line: first.line,
    struck: lines.every(({ struck }) => struck),
  };
}

/** The words below a node, a line of the file each. */
function linesOf(node: Nodes, references: References): readonly Said[] {
  const lines: { text: string; links: Link[]; line: number; struck: string }[] = [];
  let line = lineOf(node);
  const open = () => lines.push({ text: "", links: [], line, struck: "" });
  open();
  const add = (text: string, struck: boolean) => {
    const last = lines.at(-1);
    if (last === undefined) return;
    last.text += text;
    if (struck) last.struck += text;
  };
  const link = (text: string, url: string) => lines.at(-1)?.links.push({ text, url });
  // A link in HTML: its words are what stands between its tags.
  let anchor: { readonly url: string; readonly from: number } | null = null;
  const anchored = (tag: string) => {
    const url = /^<a\b[^<>]*?href=["']([^"']{1,2000})["']/i.exec(tag)?.[1];
    if (url !== undefined) anchor = { url, from: lines.at(-1)?.text.length ?? 0 };
    else if (/^<\/a>/i.test(tag) && anchor !== null) {
      link(lines.at(-1)?.text.slice(anchor.from) ?? "", anchor.url);
      anchor = null;
    }
  };
  const walk = (inner: Nodes, struck: boolean): void => {
    switch (inner.type) {
      case "text":
        withoutShortcodes(inner.value)
          .split("\n")
          .forEach((part, index) => {
            if (index > 0) {
              line += 1;
              open();
            }
            add(part, struck);
          });
        return;
      case "inlineCode":
        add(inner.value, struck);
        return;
      case "break":
        line += 1;
        open();
        return;
      case "html":
        if (/^<br\b/i.test(inner.value)) open();
        else anchored(inner.value);
        return;
      case "image":
        add(imageWords(inner.alt ?? "", inner.url), struck);
        return;
      case "link":
      case "linkReference": {
        const words = textOf(inner);
        const url =
          inner.type === "link" ? inner.url : (references.urls.get(inner.identifier) ?? "");
        link(words, url);
        for (const child of inner.children) walk(child, struck);
        return;
      }
      case "footnoteReference":
        for (const url of references.notes.get(inner.identifier) ?? []) link("", url);
        return;
      default:
        if ("children" in inner) {
          for (const child of inner.children) walk(child, struck || inner.type === "delete");
        }
    }
  };
  if ("children" in node) for (const child of node.children) walk(child, false);
  return lines.map(({ text, struck, ...rest }) => ({
    ...rest,
    ...withWikiLinks(text.replace(/[ \t]+/g, " ").trim(), rest.links),
    struck: struck.trim() !== "" && !/[\p{L}\d]/u.test(besideStruck(text, struck)),
  }));
}

/** What stands beside words that are struck out, but for a time or a remark in brackets. */
function besideStruck(text: string, struck: string): string {
  return inOurUnits(text.replace(struck.trim(), " "))
    .replace(/\([^()]{0,40}\)|\d[\d.,:]*\s*[hm]\b/g, " ")
    .trim();
}

/** Obsidian's links and embeds: `[[bert|BERT]]`, `![[fig.png]]`. */
function withWikiLinks(text: string, links: readonly Link[]): Pick<Said, "text" | "links"> {
  if (!text.includes("[[")) return { text, links };
  const found: Link[] = [];
  const shown = text.replace(
    /!?\[\[([^\][|\n]{1,200})(?:\\?\|([^\][\n]{1,200}))?\]\]/g,
    (_, target: string, alias?: string) => {
      const page =
        target
          .replace(/[#^].*$/, "")
          .split("/")
          .at(-1) ?? target;
      const words = (alias ?? page).trim();
      found.push({ text: words, url: `${page.replace(/\.md$/i, "")}` });
      return words;
    },
  );
  return { text: shown, links: [...links, ...found] };
}

function textOf(node: Nodes): string {
  if (node.type === "text" || node.type === "inlineCode") return node.value;
  if (node.type === "image") return node.alt ?? "";
  return "children" in node ? node.children.map(textOf).join("") : "";
}
