/** Colours for code, loaded with the first text that has a block in a named language. */
import { useEffect, useState } from "react";
import type { PluggableList } from "unified";

type Plugin = PluggableList[number];

let loaded: Plugin | null = null;

/** Diagrams are drawn and formulas are set; they need none. */
const named = /^ {0,3}(?:`{3,}|~{3,}) *(?!mermaid\b|math\b)[a-z]/im;

/** Null while there is nothing to colour, and until the colours are here. */
export function useCodeColours(text: string): Plugin | null {
  const wanted = named.test(text);
  const [plugin, setPlugin] = useState<Plugin | null>(() => loaded);
  useEffect(() => {
    if (!wanted || plugin !== null) return;
    let current = true;
    const load = async () => {
      const { default: rehypeHighlight } = await import("rehype-highlight");
      loaded = [rehypeHighlight, { detect: false, plainText: ["mermaid", "math"] }];
      if (current) setPlugin(loaded);
    };
    load().catch(() => {});
    return () => {
      current = false;
    };
  }, [wanted, plugin]);
  return wanted ? plugin : null;
}
