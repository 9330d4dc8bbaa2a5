/**
 * A text as it is to be read: with its marks brought back where they were saved in another encoding, and with HTML's
 * boxes and folds as Markdown's. Lines stay where they are, so that each is told by its number.
 */
import { partFrontMatter } from "../../core/content/front-matter.ts";
import { withoutOrg } from "./org.ts";
import { unitOf } from "./units.ts";

/** What Windows-1252 shows for the bytes from 80 to 9F; a byte that it has no sign for is itself. */
const windows1252 = "€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ";

const byteOf: ReadonlyMap<string, number> = new Map(
  [...windows1252].map((sign, index) => [sign, 0x80 + index] as const),
);

/** Runs of signs that UTF-8's bytes look like when they are read as Windows-1252. */
const garbled = /[\u00c2-\u00f4][\u0080-\u00bf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]{1,3}/gu;

/** A box whose last byte has no sign there, and was dropped or replaced. */
const lostEnds: readonly (readonly [RegExp, string])[] = [
  [/â˜(?![\u0080-\u00bf€-™])[\ufffd?]?/gu, "☐"],
  [/â(?:œ|\u009c)(?![\u0080-\u00bf€-™])\ufffd?/gu, "✅"],
  [/â³/gu, "⏳"],
  [/âŒ(?![\u0080-\u00bf€-™])/gu, "❌"],
  [/ï¸(?![\u0080-\u00bf€-™])/gu, ""],
  [/â¬œ?(?![\u0080-\u00bf€-™])/gu, "⬜"],
];

/** `â˜‘` is `☑`, `ðŸ“Š` is `📊`. What is no such run stays as it is. */
export function ungarbled(text: string): string {
  if (!/[\u00c2-\u00f4][\u0080-\u00bf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]/u.test(text)) return text;
  const whole = text.replace(garbled, (run) => decoded(run) ?? run);
  const signed = lostEnds.reduce((sofar, [lost, sign]) => sofar.replace(lost, sign), whole);
  // Of an emoji that lost a byte nothing can be told but that it was one.
  return signed.replace(/ðŸ[^\s\p{L}\p{N}]{0,3}[^\S\n]?/gu, "");
}

function decoded(run: string): string | null {
  const bytes = [...run].map((sign) => byteOf.get(sign) ?? sign.charCodeAt(0));
  // The run may be longer than its sign: what is behind it is kept.
  for (let length = bytes.length; length > 1; length -= 1) {
    try {
      const sign = new TextDecoder("utf-8", { fatal: true }).decode(
        new Uint8Array(bytes.slice(0, length)),
      );
      return sign + [...run].slice(length).join("");
    } catch {
      // Shorter, then.
    }
  }
  return null;
}

/** The text without front matter; it keeps as many lines. */
export function withoutMatter(source: string): string {
  const text = source.replace(/^\ufeff/, "").replace(/\r\n?/g, "\n");
  const { lines, body } = partFrontMatter(text);
  return "\n".repeat(lines) + body;
}

/** `**Week 1**` on a line of its own, as what is pasted from other programs has it: a heading below the last one. */
function withBoldHeadings(text: string): string {
  if (!/^(?:\*\*|__)/m.test(text)) return text;
  let level = 1;
  const lines = text.split("\n");
  return lines
    .map((line, at) => {
      level = /^(#{1,5}) /.exec(line)?.[1]?.length ?? level;
      const words = /^(?:\*\*|__)([^*_\n]{3,120})(?:\*\*|__):?[ \t]*$/.exec(line)?.[1];
      const alone = !lines[at - 1]?.trim() && !lines[at + 1]?.trim();
      if (words === undefined || !alone || unitOf(words) === null) return line;
      return `${"#".repeat(level + 1)} ${words}`;
    })
    .join("\n");
}

/** HTML that people write into Markdown for a box or a fold. */
export function withoutFolds(text: string): string {
  return withBoldHeadings(withoutOrg(text))
    .replace(/<table\b[\s\S]{0,100000}?<\/table>/gi, (table) =>
      table.replace(/^[ \t]*$/gm, "<!---->"),
    )
    .replace(/<input\b[^<>]{0,200}>/gi, (tag) =>
      /checkbox/i.test(tag) ? (/\bchecked\b/i.test(tag) ? "[x]" : "[ ]") : tag,
    )
    .replace(/^```+\[tasklist\][ \t]*\n([\s\S]{0,20000}?)\n```+[ \t]*$/gm, "\n$1\n")
    .replace(/^[ \t]*<li\b[^<>\n]{0,200}>[ \t]*(\S.*?)(?:<\/li>)?[ \t]*$/gim, "- $1")
    .replace(/^[ \t]*<\/li>[ \t]*$/gim, "")
    .replace(/^[ \t]*<\/?(?:ul|ol|div|p)\b[^<>\n]{0,200}>[ \t]*$/gim, "")
    .replace(/^([ \t>]*)<\/?details[^<>\n]{0,100}>[ \t]*$/gim, "$1")
    .replace(
      /^([ \t>]*)(?:<details[^<>\n]{0,100}>)?[ \t]*<summary[^<>\n]{0,100}>(.{1,300}?)<\/summary>[ \t]*$/gim,
      (_, margin, title) => `${margin}###### ${title.replace(/<[^<>]{0,100}>/g, "")}`,
    );
}
