/** The papers' names behind `[[`, so that a link need not be known by heart. */
import { autocompletion, type CompletionContext } from "@codemirror/autocomplete";
import type { LinkOffer } from "./link-offers.ts";

export function completeLinks(offers: () => readonly LinkOffer[]) {
  const source = (context: CompletionContext) => {
    const { state, pos } = context;
    const typed = context.matchBefore(/\[\[[^\][|]*$/);
    if (typed === null) return null;
    const closed = state.sliceDoc(pos, pos + 2) === "]]";
    return {
      from: typed.from + 2,
      options: offers().map(({ label, detail, link }) => ({
        label,
        detail,
        apply: closed ? link : `${link}]]`,
        // Where nothing is typed yet, each paper stands there once before its other names.
        boost: label === link ? 1 : 0,
      })),
      validFor: /^[^\][|]*$/,
    };
  };
  return autocompletion({ override: [source], icons: false });
}
