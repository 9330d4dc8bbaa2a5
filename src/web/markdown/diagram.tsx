/** A Mermaid diagram. It is shown as an image, so that nothing in it can act on the page. */
import mermaid from "mermaid";
import { useEffect, useId, useState } from "react";
import { useDark } from "./dark.ts";
import { markdownWords } from "./words.ts";

/** What a diagram's own settings may not change: how safe it is, and whatever becomes a style sheet. */
const ours = [
  "secure",
  "securityLevel",
  "startOnLoad",
  "maxTextSize",
  "maxEdges",
  "suppressErrorRendering",
  "dompurifyConfig",
  "htmlLabels",
  "themeCSS",
  "themeVariables",
  "fontFamily",
  "altFontFamily",
] as const;

/**
 * Mermaid makes elements of its labels, in the page, to measure and to decode them. A word joiner behind each
 * bracket that would begin a tag keeps it a bracket, however often it is decoded; it can't be seen. `<br>` and
 * `<<interface>>` belong to Mermaid. A picture from elsewhere would tell that the note was read. The menus of a
 * sequence diagram have handlers in their attributes, and an image has no use for them.
 */
function tamed(source: string): string {
  const bracket = /<<[\w -]+>>|<br\s*\/?>|(<|&lt;?|[&#]#?0*60;?|[&#]#?x0*3c;?|#lt;?)(?=[a-z/!?])/gi;
  const menus = /^\s*sequenceDiagram\b/m.test(source) ? /^[ \t]*links?[ \t].*$/gm : /$^/;
  // An image leads nowhere: what a click would do is left out.
  const clicks = /^[ \t]*click[ \t].*$/gm;
  return source
    .replace(menus, "")
    .replace(clicks, "")
    .replace(bracket, (whole, opening?: string) =>
      opening === undefined ? whole : `${whole}\u2060`,
    )
    .replace(/(@\{[^}]*?["']?)\bimg\b(["']?\s*:)/g, "$1alt$2");
}

export default function Diagram({ source }: { readonly source: string }) {
  const dark = useDark();
  const id = `d${useId().replace(/\W/g, "")}`;
  const [drawn, setDrawn] = useState<{ readonly url: string } | { readonly fault: string } | null>(
    null,
  );
  useEffect(() => {
    let current = true;
    const draw = async () => {
      mermaid.initialize({
        startOnLoad: false,
        securityLevel: "strict",
        theme: dark ? "dark" : "neutral",
        htmlLabels: false,
        flowchart: { htmlLabels: false },
        suppressErrorRendering: true,
        secure: [...ours],
      });
      try {
        const { svg } = await mermaid.render(id, tamed(source));
        if (current) {
          setDrawn({ url: `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}` });
        }
      } catch (error) {
        const fault = error instanceof Error ? error.message : String(error);
        if (current) setDrawn({ fault });
      }
    };
    void draw();
    return () => {
      current = false;
    };
  }, [id, source, dark]);
  // biome-ignore lint/a11y/noNoninteractiveTabindex: long lines are scrolled with the keyboard.
  const text = <pre tabIndex={0}>{source}</pre>;
  if (drawn === null) return text;
  if ("fault" in drawn) {
    return (
      <>
        <p className="fault diagram-fault">{markdownWords.badDiagram(drawn.fault)}</p>
        {text}
      </>
    );
  }
  return <img className="diagram" src={drawn.url} alt={markdownWords.diagram(source)} />;
}
