/** Whether the note template can be filled in. */
import type { Fault } from "./faults.ts";
import { didYouMean, quote } from "./suggest.ts";

export const templateFile = "note-template.md";

const placeholders: readonly string[] = ["title", "authors", "year", "venue", "link"];

export function templateFaults(text: string): readonly Fault[] {
  const file = templateFile;
  if (text.trim() === "") return [{ file, line: 1, column: 1, message: "this file is empty" }];
  return text.split("\n").flatMap((line, index) =>
    [...line.matchAll(/\{\{([^{}]*)\}\}/g)]
      .filter(([, name = ""]) => !placeholders.includes(name))
      .map(({ index: offset, 1: name = "" }) => {
        const hint = didYouMean(name, placeholders) || `; known are ${placeholders.join(", ")}`;
        const message = `the placeholder ${quote(name)} is not known here${hint}`;
        return { file, line: index + 1, column: offset + 1, message };
      }),
  );
}
