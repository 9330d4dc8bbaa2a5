/** Whether all math of a curriculum's material can be set: KaTeX must parse every formula. */
import katex from "katex";
import type { Material } from "../core/content/material.ts";
import type { Fault } from "./faults.ts";
import { quote } from "./suggest.ts";

interface Formula {
  readonly file: string;
  readonly text: string;
  readonly latex: string;
}

/** The formulas between dollar signs of a Markdown text; code is left out. */
export function formulasIn(markdown: string): readonly string[] {
  return [...withoutCode(markdown).matchAll(/\$\$([\s\S]+?)\$\$|\$([^$\n]+(?:\n[^$\n]+)*)\$/g)].map(
    ([, display, inline]) => display ?? inline ?? "",
  );
}

function withoutCode(markdown: string): string {
  return markdown.replace(/```[\s\S]*?```/g, "").replace(/`[^`\n]*`/g, "");
}

export function latexFaults(
  material: Material,
  files: ReadonlyMap<string, string>,
): readonly Fault[] {
  return [
    ...formulaFaults([...formulas(material), ...exerciseFormulas(files)], files),
    ...dollarFaults(material, files),
  ];
}

/** A dollar sign without its other makes the rest of the text a formula, or none of it. */
function dollarFaults(material: Material, files: ReadonlyMap<string, string>): readonly Fault[] {
  return prosesOf(material).flatMap(({ file, text }) => {
    const signs = withoutCode(text).match(/(?<!\\)\$/g)?.length ?? 0;
    if (signs % 2 === 0) return [];
    return [
      {
        file,
        ...placeOf(files.get(file) ?? "", text, text),
        message: `a dollar sign without its other in ${quote(text)}`,
      },
    ];
  });
}

function formulaFaults(
  all: readonly Formula[],
  files: ReadonlyMap<string, string>,
): readonly Fault[] {
  return all.flatMap(({ file, text, latex }) => {
    try {
      katex.renderToString(latex, { throwOnError: true, strict: "ignore" });
      return [];
    } catch (error) {
      const reason =
        error instanceof Error ? error.message.replace(/^KaTeX parse error: /, "") : "";
      const message = `the formula ${JSON.stringify(latex)} can't be set: ${reason}`;
      return [{ file, ...placeOf(files.get(file) ?? "", text, latex), message }];
    }
  });
}

function formulas(material: Material): readonly Formula[] {
  const guides = Object.entries(material.guides).flatMap(([paper, guide]) => {
    const file = `papers/${paper}/guide.yaml`;
    const equations = guide.equations.flatMap(({ latex, symbols }) => [
      { file, text: latex, latex },
      ...symbols.map(({ symbol }) => ({ file, text: symbol, latex: symbol })),
    ]);
    return equations;
  });
  return [...guides, ...prosesOf(material).flatMap(({ file, text }) => inside(file, text))];
}

/** The texts of guides and decks that may hold formulas between dollar signs. */
function prosesOf(material: Material): readonly { readonly file: string; readonly text: string }[] {
  const guides = Object.entries(material.guides).flatMap(([paper, guide]) =>
    strings(guide).map((text) => ({ file: `papers/${paper}/guide.yaml`, text })),
  );
  const decks = Object.entries(material.decks).flatMap(([paper, deck]) =>
    deck.flatMap(({ front, back }) =>
      [front, back].map((text) => ({ file: `papers/${paper}/deck.yaml`, text })),
    ),
  );
  return [...guides, ...decks];
}

function exerciseFormulas(files: ReadonlyMap<string, string>): readonly Formula[] {
  return [...files]
    .filter(([file]) => file.endsWith("/exercise.md"))
    .flatMap(([file, text]) => inside(file, text));
}

function inside(file: string, text: string): readonly Formula[] {
  return formulasIn(text).map((latex) => ({ file, text, latex }));
}

/** All texts in a value, however deep. */
function strings(value: unknown): readonly string[] {
  if (typeof value === "string") return [value];
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) =>
    key === "latex" || key === "symbol" || key === "bibtex" ? [] : strings(inner),
  );
}

/** The line of the formula, or of the text's first words: folded YAML may break a formula over lines. */
function placeOf(source: string, text: string, latex: string) {
  const heads = [latex, latex.slice(0, 12), text.slice(0, 20)];
  const index = heads.map((head) => source.indexOf(head)).find((found) => found >= 0) ?? 0;
  const before = source.slice(0, index).split("\n");
  return { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
}
