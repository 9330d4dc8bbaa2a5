/**
 * Markdown of notes, cards and guides as elements: tables, math, diagrams, links between papers. No HTML of
 * the text ever becomes an element, and addresses are limited to what can do no harm.
 */
import { isValidElement, lazy, type ReactNode, Suspense } from "react";
import ReactMarkdown, { type Components, defaultUrlTransform, type Options } from "react-markdown";
import rehypeKatex from "rehype-katex";
import { Link } from "wouter";
import { rehypeFocusableMath } from "./focusable-math.ts";
import "./math-style.ts";
import { Picture } from "./picture.tsx";
import { remarkPlugins } from "./plugins.ts";

const Diagram = lazy(() => import("./diagram.tsx"));

const rehypePlugins: Options["rehypePlugins"] = [
  [rehypeKatex, { trust: false, strict: false, maxSize: 20, maxExpand: 500 }],
  rehypeFocusableMath,
];

export default function Markdown(props: { readonly text: string; readonly inline?: boolean }) {
  return (
    <ReactMarkdown
      skipHtml
      remarkPlugins={remarkPlugins}
      rehypePlugins={rehypePlugins}
      urlTransform={address}
      components={props.inline === true ? inlineParts : parts}
    >
      {props.text}
    </ReactMarkdown>
  );
}

/** Images lie beside the notes; one from another machine would tell it that the note was read. */
function address(url: string, key: string): string {
  if (key === "src") return /^images\/([\w.-]+)$/.exec(url)?.[1] ?? "";
  // A quote names its page as a file beside the notes, for other programs; here it leads to the reader.
  const [, paper, page = ""] =
    /^\.\.\/papers\/([a-z0-9][\w.:-]*)\.pdf(#page=\d+)?$/.exec(url) ?? [];
  if (paper !== undefined) return `/paper/${paper}/read${page}`;
  return defaultUrlTransform(url);
}

const parts: Components = {
  a: ({ href = "", children }) =>
    // Two slashes lead to another machine.
    /^\/(?![/\\])/.test(href) ? (
      <Link href={href}>{children}</Link>
    ) : (
      <a href={href} target="_blank" rel="noreferrer noopener">
        {children}
      </a>
    ),
  img: ({ src, alt = "" }) =>
    typeof src === "string" && src !== "" ? (
      <Picture name={src} alt={alt} />
    ) : (
      <em>[{alt === "" ? "image" : alt}]</em>
    ),
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

const inlineParts: Components = { ...parts, p: ({ children }) => <>{children}</> };

/** The text of a block of code in the language `mermaid`; null for any other. */
function diagramSource(children: ReactNode): string | null {
  if (!isValidElement<{ className?: string; children?: ReactNode }>(children)) return null;
  if (children.props.className !== "language-mermaid") return null;
  return String(children.props.children ?? "").trim();
}
