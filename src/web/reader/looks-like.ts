/** Whether a paper's first pages say its title. What is set with ligatures, in capitals or over lines says it too. */
import { foldPage } from "./find.ts";

const enough = 0.6;

export function looksLike(title: string, firstPages: string): boolean {
  const text = plain(firstPages);
  const wanted = plain(title)
    .split(" ")
    .filter((word) => word.length > 3);
  if (wanted.length === 0) return true;
  // Letters that are set apart, as in some titles, are told by the words without their blanks.
  const close = text.replaceAll(" ", "");
  const said = wanted.filter((word) => close.includes(word));
  return said.length >= enough * wanted.length;
}

function plain(text: string): string {
  const pieces = text.split("\n").map((line) => ({ text: line, ends: true }));
  return foldPage({ pieces })
    .text.replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}
