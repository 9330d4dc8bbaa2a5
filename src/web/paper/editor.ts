/** The Markdown editor: CodeMirror, with just what notes need. */
import {
  defaultKeymap,
  history,
  historyKeymap,
  indentWithTab,
  isolateHistory,
} from "@codemirror/commands";
import { markdown, markdownLanguage } from "@codemirror/lang-markdown";
import { HighlightStyle, LanguageDescription, syntaxHighlighting } from "@codemirror/language";
import { highlightSelectionMatches, search, searchKeymap } from "@codemirror/search";
import {
  Compartment,
  EditorSelection,
  EditorState,
  RangeSetBuilder,
  Transaction,
} from "@codemirror/state";
import {
  Decoration,
  type DecorationSet,
  drawSelection,
  EditorView,
  highlightActiveLine,
  type KeyBinding,
  keymap,
  placeholder,
  ViewPlugin,
  type ViewUpdate,
} from "@codemirror/view";
import { tags } from "@lezer/highlight";
import { completeLinks } from "./complete-links.ts";
import { asLink, type Formatted, toggleMark } from "./formatting.ts";
import { frontMatterSyntax } from "./front-matter-syntax.ts";
import type { LinkOffer } from "./link-offers.ts";
import { livePreview } from "./live-preview.ts";
import { changesBetween, sideOfCursor } from "./text-changes.ts";

export interface EditorHandle {
  /** Takes in a text that was changed elsewhere; the cursor stays with its words. */
  readonly merge: (text: string) => void;
  /** Puts a text in the place of all of it, as the learner's own change: it can be undone. */
  readonly put: (text: string) => void;
  /** What is selected; null when nothing is. */
  readonly selected: () => string | null;
  readonly goTo: (line: number) => void;
  /** Writes a heading before that line, or at the end, and puts the cursor beneath it. */
  readonly addHeading: (title: string, before: number | null) => void;
  /** Draws formulas, images and headings in the text, or shows it as it is written. */
  readonly draw: (is: boolean) => void;
  readonly close: () => void;
}

interface Options {
  readonly text: string;
  readonly label: string;
  readonly locked: boolean;
  /** Whether formulas, images and headings are drawn in the text. */
  readonly drawn: boolean;
  readonly changed: (text: string) => void;
  /** How far down the text is scrolled: 0 at its beginning, 1 at its end. */
  readonly scrolled: (share: number) => void;
  /** What `[[` can lead to. */
  readonly links: () => readonly LinkOffer[];
  /** Keeps a pasted or dropped image, and answers with what to insert. */
  readonly paste: (file: File) => Promise<string | null>;
}

const look = HighlightStyle.define([
  { tag: tags.heading, fontWeight: "650", color: "var(--ink)" },
  { tag: tags.strong, fontWeight: "650" },
  { tag: tags.emphasis, fontStyle: "italic" },
  { tag: [tags.link, tags.url], color: "var(--accent)" },
  { tag: tags.monospace, fontFamily: "ui-monospace, monospace" },
  { tag: [tags.keyword, tags.controlKeyword, tags.operatorKeyword], color: "var(--code-keyword)" },
  { tag: [tags.string, tags.special(tags.string)], color: "var(--code-string)" },
  { tag: [tags.number, tags.bool, tags.null], color: "var(--code-number)" },
  { tag: [tags.function(tags.variableName), tags.className], color: "var(--code-name)" },
  { tag: [tags.quote, tags.comment, tags.processingInstruction], color: "var(--faint)" },
]);

/** Python is what code in these notes is mostly written in; it is loaded with the first block of it. */
const python = LanguageDescription.of({
  name: "python",
  alias: ["py", "python3"],
  load: async () => (await import("@codemirror/lang-python")).python(),
});

function formatBy(format: (text: string, from: number, to: number) => Formatted) {
  return (view: EditorView): boolean => {
    if (view.state.readOnly) return false;
    const { from, to } = view.state.selection.main;
    const done = format(view.state.doc.toString(), from, to);
    const [anchor, head] = done.select;
    view.dispatch({
      changes: { from: done.from, to: done.to, insert: done.insert },
      selection: { anchor, head },
      userEvent: "input",
    });
    return true;
  };
}

const marking = (mark: string) => formatBy((text, from, to) => toggleMark(text, from, to, mark));

const formattingKeys: readonly KeyBinding[] = [
  { key: "Mod-b", run: marking("**") },
  { key: "Mod-i", run: marking("*"), preventDefault: true },
  { key: "Mod-e", run: marking("`") },
  { key: "Mod-m", run: marking("$") },
  { key: "Mod-Shift-x", run: marking("~~") },
  { key: "Mod-Shift-k", run: formatBy(asLink) },
];

/** Whether what is pasted has a form: then it comes as Markdown, a moment later, where the cursor was. */
function pasteHtml(view: EditorView, data: DataTransfer | null): boolean {
  const html = data?.getData("text/html") ?? "";
  const plain = data?.getData("text/plain") ?? "";
  if (html === "" || view.state.readOnly || (data?.files.length ?? 0) > 0) return false;
  const put = (text: string) =>
    view.dispatch(view.state.replaceSelection(text), { userEvent: "input.paste" });
  const load = async () => (await import("./html-as-markdown.ts")).htmlAsMarkdown(html) ?? plain;
  load().then(put, () => put(plain));
  return true;
}

const direction = Decoration.line({ attributes: { dir: "auto" } });

/** Each line runs as its own first words do. */
const lineDirections = [
  EditorView.perLineTextDirection.of(true),
  ViewPlugin.fromClass(
    class {
      decorations: DecorationSet;
      constructor(view: EditorView) {
        this.decorations = directionsIn(view);
      }
      update(update: ViewUpdate) {
        if (update.docChanged || update.viewportChanged)
          this.decorations = directionsIn(update.view);
      }
    },
    { decorations: ({ decorations }) => decorations },
  ),
];

function directionsIn(view: EditorView): DecorationSet {
  const lines = new RangeSetBuilder<Decoration>();
  for (const { from, to } of view.visibleRanges) {
    for (let at = from; at <= to; ) {
      const line = view.state.doc.lineAt(at);
      lines.add(line.from, line.from, direction);
      at = line.to + 1;
    }
  }
  return lines.finish();
}

export function openEditor(place: HTMLElement, options: Options): EditorHandle {
  const drawing = new Compartment();
  const insertImages = (view: EditorView, files: FileList | undefined, at: number): boolean => {
    const images = [...(files ?? [])].filter(({ type }) => type.startsWith("image/"));
    for (const file of images) {
      void options.paste(file).then((insert) => {
        if (insert === null) return;
        const from = Math.min(at, view.state.doc.length);
        view.dispatch({ changes: { from, insert }, selection: { anchor: from + insert.length } });
      });
    }
    return images.length > 0;
  };
  const view = new EditorView({
    parent: place,
    state: EditorState.create({
      doc: options.text,
      extensions: [
        history(),
        drawSelection(),
        highlightActiveLine(),
        highlightSelectionMatches(),
        EditorView.lineWrapping,
        EditorState.readOnly.of(options.locked),
        EditorView.contentAttributes.of({
          "aria-label": options.label,
          spellcheck: "true",
          tabindex: "0",
        }),
        placeholder(""),
        markdown({
          base: markdownLanguage,
          codeLanguages: [python],
          extensions: frontMatterSyntax,
        }),
        lineDirections,
        drawing.of(options.drawn ? livePreview : []),
        syntaxHighlighting(look),
        completeLinks(options.links),
        // Above the text: the foot of a long note is below the window's.
        search({ top: true }),
        keymap.of(formattingKeys),
        keymap.of([...defaultKeymap, ...historyKeymap, ...searchKeymap, indentWithTab]),
        EditorView.domEventHandlers({
          scroll: (_, { scrollDOM }) => {
            const rest = scrollDOM.scrollHeight - scrollDOM.clientHeight;
            options.scrolled(rest <= 0 ? 0 : scrollDOM.scrollTop / rest);
          },
          paste: (event, editor) =>
            pasteHtml(editor, event.clipboardData) ||
            insertImages(editor, event.clipboardData?.files, editor.state.selection.main.from),
          drop: (event, editor) => {
            const at = editor.posAtCoords({ x: event.clientX, y: event.clientY }) ?? 0;
            const taken = insertImages(editor, event.dataTransfer?.files, at);
            if (taken) event.preventDefault();
            return taken;
          },
        }),
        EditorView.updateListener.of((update) => {
          const outside = update.transactions.some(
            (change) => change.annotation(Transaction.remote) === true,
          );
          if (update.docChanged && !outside) options.changed(update.state.doc.toString());
        }),
      ],
    }),
  });
  return {
    merge: (text) => {
      const now = view.state.doc.toString();
      if (now === text) return;
      const changes = view.state.changes([...changesBetween(now, text)]);
      const moved = (at: number) => changes.mapPos(at, sideOfCursor(now, at));
      const { ranges, mainIndex } = view.state.selection;
      view.dispatch({
        changes,
        selection: EditorSelection.create(
          ranges.map(({ anchor, head }) => EditorSelection.range(moved(anchor), moved(head))),
          mainIndex,
        ),
        annotations: [Transaction.remote.of(true), Transaction.addToHistory.of(false)],
      });
    },
    put: (text) => {
      const changes = [...changesBetween(view.state.doc.toString(), text)];
      view.dispatch({ changes, annotations: isolateHistory.of("full") });
      view.focus();
    },
    selected: () => {
      const { from, to } = view.state.selection.main;
      return from === to ? null : view.state.sliceDoc(from, to);
    },
    goTo: (line) => {
      const { from } = view.state.doc.line(Math.min(line, view.state.doc.lines));
      view.dispatch({
        selection: { anchor: from },
        effects: EditorView.scrollIntoView(from, { y: "start" }),
      });
      view.focus();
    },
    addHeading: (title, before) => {
      const { doc } = view.state;
      const from = before === null ? doc.length : doc.line(Math.min(before, doc.lines)).from;
      const text = doc.sliceString(0, from);
      const gap = text === "" || text.endsWith("\n\n") ? "" : text.endsWith("\n") ? "\n" : "\n\n";
      const heading = `${gap}## ${title}\n\n`;
      const insert = before === null ? heading : `${heading}\n\n`;
      view.dispatch({
        changes: { from, insert },
        selection: { anchor: from + heading.length },
        scrollIntoView: true,
      });
      view.focus();
    },
    draw: (is) => view.dispatch({ effects: drawing.reconfigure(is ? livePreview : []) }),
    close: () => view.destroy(),
  };
}
