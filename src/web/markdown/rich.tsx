/** Markdown with math, shown as plain text for the moment until its reader has been loaded. */
import { lazy, Suspense } from "react";

const Markdown = lazy(() => import("./markdown.tsx"));

export interface RichProps {
  readonly text: string;
  /** Without a paragraph around it: for a label or a line of a list. */
  readonly inline?: boolean;
}

export function Rich({ text, inline = false }: RichProps) {
  const Frame = inline ? "span" : "div";
  // A text without any mark of Markdown or math needs no reader.
  if (!/[$`*_[\]<>#|~\n\\]|^\s*[-+\d]/.test(text)) {
    return inline ? (
      <span className="rich">{text}</span>
    ) : (
      <div className="rich">
        <p>{text}</p>
      </div>
    );
  }
  return (
    <Frame className="rich">
      <Suspense fallback={inline ? text : <p className="prose">{text}</p>}>
        <Markdown text={text} inline={inline} />
      </Suspense>
    </Frame>
  );
}
