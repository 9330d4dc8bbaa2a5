/** The papers' names behind `[[`, so that a link need not be known by heart. */
import { autocompletion, type CompletionContext } from "@codemirror/autocomplete";
import { fitting, type LinkOffer } from "./link-offers.ts";

export function completeLinks(offers: () => readonly LinkOffer[]) {
  const source = (context: CompletionContext) => {
    const { state, pos } = context;
    const typed = context.matchBefore(/\[\[[^\][|]*$/);
    if (typed === null) return null;
    const closed = state.sliceDoc(pos, pos + 2) === "]]";
    return {
      from: typed.from + 2,
      options: fitting(offers(), typed.text.slice(2)).map(({ label, detail, link }) => ({
        label,
        detail,
        apply: closed ? link : `${link}]]`,
      })),
      // What fits is said by the names' words, as in the palette, anew with every letter.
      filter: false,
    };
  };
  return autocompletion({ override: [source], icons: false });
}
