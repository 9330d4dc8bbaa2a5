/** A Mermaid diagram. It is shown as an image, so that nothing in it can act on the page. */
import mermaid from "mermaid";
import { useEffect, useId, useState } from "react";
import { strings } from "../strings.ts";

export default function Diagram({ source }: { readonly source: string }) {
  const id = `d${useId().replace(/\W/g, "")}`;
  const [drawn, setDrawn] = useState<{ readonly url: string } | { readonly fault: string } | null>(
    null,
  );
  useEffect(() => {
    let current = true;
    const draw = async () => {
      const dark = getComputedStyle(document.documentElement).colorScheme.includes("light dark")
        ? matchMedia("(prefers-color-scheme: dark)").matches
        : getComputedStyle(document.documentElement).colorScheme === "dark";
      mermaid.initialize({
        startOnLoad: false,
        securityLevel: "strict",
        theme: dark ? "dark" : "neutral",
        htmlLabels: false,
        flowchart: { htmlLabels: false },
        suppressErrorRendering: true,
      });
      try {
        const { svg } = await mermaid.render(id, source);
        if (current) {
          setDrawn({ url: `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}` });
        }
      } catch (error) {
        const fault = error instanceof Error ? error.message : String(error);
        if (current) setDrawn({ fault: fault.split("\n")[0] ?? fault });
      }
    };
    void draw();
    return () => {
      current = false;
    };
  }, [id, source]);
  // biome-ignore lint/a11y/noNoninteractiveTabindex: long lines are scrolled with the keyboard.
  const text = <pre tabIndex={0}>{source}</pre>;
  if (drawn === null) return text;
  if ("fault" in drawn) {
    return (
      <>
        <p className="fault">{strings.badDiagram(drawn.fault)}</p>
        {text}
      </>
    );
  }
  return <img className="diagram" src={drawn.url} alt={strings.diagram(source)} />;
}
