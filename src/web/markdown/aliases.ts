/** What the properties of notes call their papers, as Obsidian has it: `aliases`, one or a list. */
import { isMap, isScalar, isSeq, parseDocument } from "yaml";
import type { PaperId } from "../../core/content/curriculum.ts";
import { type OwnNames, ownNamesOf } from "../../core/content/paper-names.ts";

export interface Matter {
  readonly paper: PaperId;
  readonly matter: string;
}

export interface Said {
  /** By plain names, for what a link means. */
  readonly names: OwnNames;
  /** As they are written, for what can be linked. */
  readonly written: readonly { readonly paper: PaperId; readonly alias: string }[];
}

export function saidIn(matters: readonly Matter[]): Said {
  const notes = matters.map(({ paper, matter }) => ({ paper, aliases: aliasesIn(matter) }));
  return {
    names: ownNamesOf(notes),
    written: notes.flatMap(({ paper, aliases }) => aliases.map((alias) => ({ paper, alias }))),
  };
}

/** None where the properties are no sound YAML: that is said where they are shown. */
export function aliasesIn(matter: string): readonly string[] {
  const { contents, errors } = parseDocument(matter, { logLevel: "silent" });
  if (errors.length > 0 || !isMap(contents)) return [];
  return contents.items.flatMap(({ key, value }) => {
    if (!isScalar(key) || !/^alias(?:es)?$/i.test(String(key.value))) return [];
    const parts: readonly unknown[] = isSeq(value) ? value.items : [value];
    return parts.flatMap((part) =>
      // As it is written: `2.0` is a name, not a number.
      isScalar(part) && part.value !== null ? [part.source ?? String(part.value)] : [],
    );
  });
}
