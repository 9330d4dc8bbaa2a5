/** What two versions of a file become. The same two give the same, on whatever device. */
import { deviceMarks, mergeTexts } from "../workspace/merge.ts";
import { type Content, contentOfText } from "./content.ts";
import { besideName } from "./shared.ts";

export interface MergedFile {
  readonly content: Content;
  /** What finds no place in it, and is kept beside. */
  readonly beside: { readonly path: string; readonly content: Content } | null;
}

/**
 * `base` is the text that both knew. A note holds both versions of a place between comments; in a program those would
 * be in the way, so the second stays and the first is kept beside it.
 */
export function mergeFile(path: string, base: string, a: Content, b: Content): MergedFile {
  if (a.mark === b.mark) return { content: a, beside: null };
  if (a.text !== null && b.text !== null) {
    const { text, conflicts } = mergeTexts(base, a.text, b.text, deviceMarks);
    if (conflicts === 0 || path.endsWith(".md")) {
      return { content: contentOfText(text), beside: null };
    }
  }
  return { content: b, beside: { path: besideName(path, a.mark), content: a } };
}
