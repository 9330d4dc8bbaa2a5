/** The papers' names behind `[[`, so that a link need not be known by heart. */
import { autocompletion, type CompletionContext } from "@codemirror/autocomplete";

export interface Linkable {
  readonly id: string;
  readonly name: string;
}

export function completeLinks(papers: () => readonly Linkable[]) {
  const source = (context: CompletionContext) => {
    const { state, pos } = context;
    const typed = context.matchBefore(/\[\[[^\][|]*$/);
    if (typed === null) return null;
    const closed = state.sliceDoc(pos, pos + 2) === "]]";
    return {
      from: typed.from + 2,
      options: papers().map(({ id, name }) => ({
        label: id,
        detail: name,
        apply: closed ? id : `${id}]]`,
      })),
      validFor: /^[^\][|]*$/,
    };
  };
  return autocompletion({ override: [source], icons: false });
}
