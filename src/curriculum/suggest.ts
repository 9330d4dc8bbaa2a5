/** Guesses at what a misspelt word was meant to be, for the end of a message. */
import { editDistance, plainName } from "../core/content/names.ts";

/** `; did you mean "bert"?`, or nothing when no known word is near. */
export function didYouMean(written: string, known: readonly string[]): string {
  const plain = plainName(written);
  const limit = Math.max(1, Math.floor((plain.length + 1) / 3));
  const nearest = known
    .map((word) => ({ word, distance: editDistance(plain, plainName(word)) }))
    .filter(({ distance }) => distance <= limit)
    .sort((a, b) => a.distance - b.distance)[0];
  return nearest === undefined ? "" : `; did you mean "${nearest.word}"?`;
}

/** A value in a sentence: quoted, on one line, and cut when it is long. */
export function quote(value: string): string {
  const short = value.length > 60 ? `${value.slice(0, 59)}…` : value;
  return `"${short.replaceAll("\n", "⏎")}"`;
}
