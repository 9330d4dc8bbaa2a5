/**
 * The note drawn while it is written: formulas, images, headings and marks are shown as what they mean, except where
 * the cursor is. Only what is in sight is looked at, so that a long note is typed in like a short one.
 */
import { syntaxTree } from "@codemirror/language";
import type { EditorState } from "@codemirror/state";
import { type Range as Placed, RangeSet } from "@codemirror/state";
import {
  Decoration,
  type DecorationSet,
  type EditorView,
  ViewPlugin,
  type ViewUpdate,
  WidgetType,
} from "@codemirror/view";
import { api } from "../../wire/wire.ts";
import { fileNameIn, imageAt } from "../markdown/image-address.ts";
import { open } from "../store/server.ts";
import { blockFormulas, formulasIn } from "./formulas.ts";

class FormulaWidget extends WidgetType {
  constructor(
    readonly tex: string,
    readonly display: boolean,
  ) {
    super();
  }
  override eq(other: FormulaWidget): boolean {
    return other.tex === this.tex && other.display === this.display;
  }
  override toDOM(view: EditorView): HTMLElement {
    const place = document.createElement("span");
    place.className = this.display ? "cm-formula is-display" : "cm-formula";
    place.textContent = this.tex;
    void setFormula(place, this.tex, this.display, view);
    return place;
  }
  override ignoreEvent(): boolean {
    return false;
  }
}

async function setFormula(
  place: HTMLElement,
  tex: string,
  displayMode: boolean,
  view: EditorView,
): Promise<void> {
  const [{ default: katex }] = await Promise.all([
    import("katex"),
    import("../markdown/math-style.ts"),
  ]);
  const options = { displayMode, trust: false, maxSize: 20, maxExpand: 500 } as const;
  katex.render(tex, place, { ...options, strict: false, throwOnError: false });
  view.requestMeasure();
}

class ImageWidget extends WidgetType {
  #url: string | null = null;
  constructor(
    readonly name: string,
    readonly alt: string,
  ) {
    super();
  }
  override eq(other: ImageWidget): boolean {
    return other.name === this.name && other.alt === this.alt;
  }
  override toDOM(view: EditorView): HTMLElement {
    const image = document.createElement("img");
    const [, words = this.alt, width] = /^(.*?)\|(\d{2,4})$/.exec(this.alt) ?? [];
    image.alt = words;
    image.className = "cm-image";
    if (width !== undefined) image.width = Number(width);
    const load = async () => {
      const response = await open(api.image, { parts: { file: this.name } });
      this.#url = URL.createObjectURL(await response.blob());
      image.src = this.#url;
      image.onload = () => view.requestMeasure();
    };
    load().catch(() => {});
    return image;
  }
  override destroy(): void {
    if (this.#url !== null) URL.revokeObjectURL(this.#url);
  }
  override ignoreEvent(): boolean {
    return false;
  }
}

const hidden = Decoration.replace({});
const folded = Decoration.line({ class: "cm-folded" });
const headings = [1, 2, 3, 4, 5, 6].map((level) =>
  Decoration.line({ class: `cm-heading-${level}` }),
);
const wikiLink = Decoration.mark({ class: "cm-wiki-link" });

/** Marks that say how something looks, in what they belong to. */
const marks: Readonly<Record<string, string>> = {
  EmphasisMark: "inline",
  CodeMark: "inline",
  StrikethroughMark: "inline",
};

export const livePreview = ViewPlugin.fromClass(
  class {
    decorations: DecorationSet;
    constructor(view: EditorView) {
      this.decorations = drawn(view);
    }
    update(update: ViewUpdate) {
      const isParsed = syntaxTree(update.startState) !== syntaxTree(update.state);
      if (update.docChanged || update.viewportChanged || update.selectionSet || isParsed) {
        this.decorations = drawn(update.view);
      }
    }
  },
  { decorations: ({ decorations }) => decorations },
);

function drawn(view: EditorView): DecorationSet {
  const found: Placed<Decoration>[] = [];
  for (const { from, to } of view.visibleRanges) {
    fromSyntax(view.state, from, to, found);
    fromLines(view.state, from, to, found);
  }
  return RangeSet.of(withoutOverlaps(found), true);
}

/** Whether the cursor, or a selection, is there. */
function isTouched(state: EditorState, from: number, to: number): boolean {
  return state.selection.ranges.some((range) => range.from <= to && range.to >= from);
}

function fromSyntax(
  state: EditorState,
  from: number,
  to: number,
  found: Placed<Decoration>[],
): void {
  syntaxTree(state).iterate({
    from,
    to,
    enter: (node) => {
      const level = /^ATXHeading([1-6])$/.exec(node.name)?.[1];
      if (level !== undefined) {
        const line = state.doc.lineAt(node.from);
        found.push((headings[Number(level) - 1] as Decoration).range(line.from));
        const mark = node.node.getChild("HeaderMark");
        if (mark !== null && !isTouched(state, line.from, line.to)) {
          const end = state.sliceDoc(mark.to, mark.to + 1) === " " ? mark.to + 1 : mark.to;
          found.push(hidden.range(mark.from, end));
        }
        return;
      }
      const parent = node.node.parent;
      if (marks[node.name] !== undefined && parent !== null && parent.name !== "FencedCode") {
        if (!isTouched(state, parent.from, parent.to)) found.push(hidden.range(node.from, node.to));
        return;
      }
      if (node.name === "Image" && !isTouched(state, node.from, node.to)) {
        const [, alt = "", address = ""] =
          /^!\[([^\]]*)\]\(<?([^()<>]+)>?\)$/.exec(state.sliceDoc(node.from, node.to)) ?? [];
        const name = imageAt(address);
        if (name === null) return;
        const widget = new ImageWidget(name, alt);
        found.push(Decoration.replace({ widget }).range(node.from, node.to));
        return false;
      }
      if (node.name === "Link" && !isTouched(state, node.from, node.to)) {
        const [, words = ""] =
          /^\[([^\]]+)\]\([^)]*\)$/.exec(state.sliceDoc(node.from, node.to)) ?? [];
        if (words === "") return;
        found.push(hidden.range(node.from, node.from + 1));
        found.push(hidden.range(node.from + 1 + words.length, node.to));
        return false;
      }
      return undefined;
    },
  });
}

/** How far above what is in sight a formula on its own lines may begin. */
const above = 40;

function fromLines(
  state: EditorState,
  from: number,
  to: number,
  found: Placed<Decoration>[],
): void {
  const { doc } = state;
  const first = Math.max(1, doc.lineAt(from).number - above);
  const last = Math.min(doc.lines, doc.lineAt(to).number + above);
  const lines = Array.from({ length: last - first + 1 }, (_, at) => doc.line(first + at));
  for (const block of blockFormulas(lines.map(({ text }) => text))) {
    const [begin, end] = [lines[block.first], lines[block.last]];
    if (begin === undefined || end === undefined || end.to < from || begin.from > to) continue;
    if (isTouched(state, begin.from, end.to) || isCode(state, begin.from)) continue;
    const widget = new FormulaWidget(block.tex, true);
    found.push(Decoration.replace({ widget }).range(begin.from, begin.to));
    for (const line of lines.slice(block.first + 1, block.last + 1)) {
      found.push(folded.range(line.from));
      if (line.length > 0) found.push(hidden.range(line.from, line.to));
    }
  }
  for (const line of lines) {
    if (line.to < from || line.from > to || isCode(state, line.from)) continue;
    for (const { from: start, to: end, tex, display } of formulasIn(line.text)) {
      const [at, until] = [line.from + start, line.from + end];
      if (isTouched(state, at, until)) continue;
      const widget = new FormulaWidget(tex, display);
      found.push(Decoration.replace({ widget }).range(at, until));
    }
    for (const match of line.text.matchAll(/!?\[\[([^\][|\n]+)(?:\|([^\][\n]+))?\]\]/g)) {
      const [at, until] = [line.from + match.index, line.from + match.index + match[0].length];
      if (isTouched(state, at, until)) continue;
      const embeds = match[0].startsWith("!");
      const image = embeds ? fileNameIn(match[1] ?? "") : null;
      if (image !== null) {
        const widget = new ImageWidget(image, match[2] === undefined ? "" : `|${match[2]}`);
        found.push(Decoration.replace({ widget }).range(at, until));
        continue;
      }
      const before = embeds ? 3 : 2;
      const shown = at + before + (match[2] === undefined ? 0 : 1 + (match[1]?.length ?? 0));
      found.push(hidden.range(at, shown));
      found.push(wikiLink.range(shown, until - 2));
      found.push(hidden.range(until - 2, until));
    }
  }
}

function isCode(state: EditorState, at: number): boolean {
  for (let node = syntaxTree(state).resolveInner(at, 1); node.parent !== null; node = node.parent) {
    if (/Code|FrontMatter/.test(node.name)) return true;
  }
  return false;
}

/** What is replaced can't be replaced again in part: the first that begins wins. */
function withoutOverlaps(found: readonly Placed<Decoration>[]): readonly Placed<Decoration>[] {
  let end = -1;
  return found
    .toSorted((one, other) => one.from - other.from || other.to - one.to)
    .filter((placed) => {
      if (placed.from === placed.to) return true;
      if (placed.from < end) return false;
      end = placed.to;
      return true;
    });
}
