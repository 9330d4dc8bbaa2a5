/** The places of a paper that a source names: sections, equations, figures and tables. */

export interface PaperPlace {
  readonly is: "section" | "equation" | "figure" | "table";
  readonly number: string;
}

const forms: readonly (readonly [PaperPlace["is"], RegExp])[] = [
  [
    "section",
    /\b(?:Sections?|Appendix|Appendices|\u00a7)\s*((?:[A-Z]|\d+)(?:\.\d+)*(?:(?:,\s*|\s+and\s+)(?:[A-Z]|\d+)(?:\.\d+)*\b)*)/g,
  ],
  ["equation", /\b(?:eqs?\.|equations?)\s*\(?((?:[A-Z]\.)?\d+)\)?/gi],
  ["figure", /\bFig(?:ures?|\.)\s*(\d+)/g],
  ["table", /\bTables?\s*(\d+)/g],
];

export function placesIn(source: string): readonly PaperPlace[] {
  return forms.flatMap(([is, form]) =>
    [...source.matchAll(form)].flatMap(([, numbers = ""]) =>
      numbers.split(/,\s*|\s+and\s+/).map((number) => ({ is, number })),
    ),
  );
}
