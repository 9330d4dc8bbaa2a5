/** A value behind its label: `**Start Date**: x`, `**Start Date:** x`, `- Start Date: x`. */
import { plainName } from "../../core/content/names.ts";
import type { Line } from "../blocks.ts";
import { endsInBreak } from "../plain.ts";
import { type FoundText, trimmed } from "./span.ts";

export interface Labelled {
  /** As `plainName` gives it. */
  readonly label: string;
  readonly emphasis: "bold" | "none";
  readonly value: FoundText;
}

const form =
  /^[\s>\u00a0]*(?:[-*+•][ \t]+|\d{1,9}[.)][ \t]+)?(?:[^\p{L}\p{N}\s*_[\]|`~<\\]{1,6}\s*)?(\*\*|__|\*|_)?(<(?:b|strong)>)?([^:：*_|[\]<>]{1,60}?)\s*(?:<\/(?:b|strong)>)?(?:\1\s*[:：]|[:：]\s*\1)(?:<\/(?:b|strong)>)?/u;

export function labelledIn(line: Line): Labelled | null {
  const found = form.exec(line.text.slice(0, 200));
  if (found === null) return null;
  const [whole, marks, tag, label = ""] = found;
  const value = trimmed(line, whole.length, line.text.length);
  return {
    label: plainName(label),
    emphasis: (marks ?? tag) === undefined ? "none" : "bold",
    value,
  };
}

/** Without what stands behind a value and is none of it: the learner's comments, and a hard break. */
export function withoutTail(found: FoundText): FoundText {
  let { text } = found;
  for (let count = 0; count < 10; count += 1) {
    const before = text;
    if (text.endsWith("-->")) {
      const open = text.lastIndexOf("<!--");
      if (open >= 0) text = text.slice(0, open).trimEnd();
    } else if (/<br ?\/?>$/i.test(text.slice(-6))) {
      text = text.slice(0, text.lastIndexOf("<")).trimEnd();
    } else if (endsInBreak(text)) text = text.slice(0, -1).trimEnd();
    if (text === before) break;
  }
  return text === found.text ? found : { ...found, text, end: found.start + text.length };
}

/** Up to where another of the labels stands in the same line, as a formatter that fills lines leaves it. */
export function upToLabel(found: FoundText, labels: readonly string[]): FoundText {
  let end = found.text.length;
  for (const label of labels) {
    for (const mark of ["**", "__"]) {
      const at = found.text.indexOf(`${mark}${label}`);
      if (at >= 0 && at < end) end = at;
    }
  }
  if (end === found.text.length) return found;
  const text = found.text.slice(0, end).trimEnd();
  return { ...found, text, end: found.start + text.length };
}
