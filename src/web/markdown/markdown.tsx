/**
 * Markdown of notes, cards and guides as elements: tables, math, diagrams, links between papers. No HTML of
 * the text ever becomes an element, and addresses are limited to what can do no harm.
 */
import { isValidElement, lazy, type ReactNode, Suspense } from "react";
import ReactMarkdown, { type Components, defaultUrlTransform, type Options } from "react-markdown";
import rehypeKatex from "rehype-katex";
import { Link } from "wouter";
import { paperNamed } from "../../core/content/paper-names.ts";
import { useNoteNames } from "../parts/note-names.tsx";
import { useTracker } from "../parts/parts.tsx";
import { strings } from "../strings.ts";
import { useCodeColours } from "./code-colours.ts";
import { rehypeDirections } from "./directions.ts";
import { rehypeFocusableMath } from "./focusable-math.ts";
import { imageAt } from "./image-address.ts";
import { rehypeNamedBoxes } from "./named-boxes.ts";
import "./math-style.ts";
import { paperNameIn } from "./paper-links.ts";
import { Picture } from "./picture.tsx";
import { remarkPlugins } from "./plugins.ts";

const Diagram = lazy(() => import("./diagram.tsx"));

const always: NonNullable<Options["rehypePlugins"]> = [
  [rehypeKatex, { trust: false, strict: false, maxSize: 20, maxExpand: 500 }],
  rehypeFocusableMath,
  rehypeNamedBoxes,
  rehypeDirections,
];

export default function Markdown(props: { readonly text: string; readonly inline?: boolean }) {
  const colours = useCodeColours(props.text);
  return (
    <ReactMarkdown
      skipHtml
      remarkPlugins={remarkPlugins}
      rehypePlugins={colours === null ? always : [...always, colours]}
      urlTransform={address}
      components={props.inline === true ? inlineParts : parts}
    >
      {props.text}
    </ReactMarkdown>
  );
}

/** Images lie beside the notes; one from another machine would tell it that the note was read. */
function address(url: string, key: string): string {
  if (key === "src") return imageAt(url) ?? "";
  // A quote names its page as a file beside the notes, for other programs; here it leads to the reader.
  const [, paper, page = ""] =
    /^\.\.\/papers\/([a-z0-9][\w.:-]*)\.pdf(#page=\d+)?$/.exec(url) ?? [];
  if (paper !== undefined) return `/paper/${paper}/read${page}`;
  return defaultUrlTransform(url);
}

const parts: Components = {
  a: ({ href = "", id, children }) => (
    <Anchor href={href} id={id}>
      {children}
    </Anchor>
  ),
  img: ({ src, alt = "" }) => {
    const { words, width } = sized(alt);
    return typeof src === "string" && src !== "" ? (
      <Picture name={src} alt={words} width={width} />
    ) : (
      <em>[{words === "" ? "image" : words}]</em>
    );
  },
  pre: ({ children }) => {
    const source = diagramSource(children);
    // biome-ignore lint/a11y/noNoninteractiveTabindex: long lines are scrolled with the keyboard.
    if (source === null) return <pre tabIndex={0}>{children}</pre>;
    return (
      // biome-ignore lint/a11y/noNoninteractiveTabindex: long lines are scrolled with the keyboard.
      <Suspense fallback={<pre tabIndex={0}>{source}</pre>}>
        <Diagram source={source} />
      </Suspense>
    );
  },
  table: ({ children }) => (
    <div className="table-scroll">
      <table>{children}</table>
    </div>
  ),
};

/** `![the model|320](…)`: how wide an image is shown, as Obsidian writes it. */
function sized(alt: string): { readonly words: string; readonly width: number | null } {
  const [, words = "", width = ""] = /^(.*?)\|?(\d{2,4})(?:x\d{1,4})?$/.exec(alt) ?? [];
  const isSized = width !== "" && (words === "" || alt[words.length] === "|");
  return isSized ? { words, width: Number(width) } : { words: alt, width: null };
}

function Anchor(props: {
  readonly href: string;
  /** A footnote's, so that the way back finds it. */
  readonly id: string | undefined;
  readonly children?: ReactNode;
}) {
  const { href, id, children } = props;
  const { situation } = useTracker();
  const own = useNoteNames();
  const name = paperNameIn(href);
  if (name !== null) {
    const paper = paperNamed(name, situation, own);
    if (paper !== null) return <Link href={`/paper/${paper}/notes`}>{children}</Link>;
    return (
      <span className="dead-link" title={strings.unknownLink}>
        {children}
        <span className="hidden"> ({strings.unknownLink})</span>
      </span>
    );
  }
  // A footnote is in the same text.
  if (href.startsWith("#")) {
    return (
      <a
        href={href}
        id={id}
        onClick={(event) => {
          event.preventDefault();
          const name = decoded(href.slice(1));
          // A piece of a note that was not seen yet has no elements of its own inside.
          const at =
            document.getElementById(name) ??
            document.querySelector(`[data-refers~="${CSS.escape(name)}"]`);
          at?.scrollIntoView({ block: "center" });
        }}
      >
        {children}
      </a>
    );
  }
  // Two slashes lead to another machine.
  if (/^\/(?![/\\])/.test(href)) return <Link href={href}>{children}</Link>;
  return (
    <a href={href} target="_blank" rel="noreferrer noopener">
      {children}
    </a>
  );
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

const inlineParts: Components = { ...parts, p: ({ children }) => <>{children}</> };

/** The text of a block of code in the language `mermaid`; null for any other. */
function diagramSource(children: ReactNode): string | null {
  if (!isValidElement<{ className?: string; children?: ReactNode }>(children)) return null;
  if (children.props.className?.includes("language-mermaid") !== true) return null;
  return String(children.props.children ?? "").trim();
}
