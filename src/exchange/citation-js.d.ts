/** What is used of citation-js, which brings no types. */
declare module "@citation-js/core" {
  export class Cite {
    constructor(data: unknown);
    readonly data: readonly Record<string, unknown>[];
    format(form: "bibtex"): string;
    format(form: "data", options: { readonly format: "object" }): readonly object[];
  }
}
declare module "@citation-js/plugin-bibtex" {}
