/**
 * What a text says, without the ways in which editors and formatters write the same thing: Unicode forms, kinds of
 * blanks, quotes and dashes, escapes, emphasis. Two texts are compared in this form; it is never written.
 */

/** Longer texts than any that the journal holds are compared as they are. */
const mostCompared = 8000;

/** Printable ASCII without anything that Markdown or an editor writes in two ways. */
const ordinary = /^[A-Za-z0-9 ,.;:?!()'"/+%-]*$/;

/** For texts whose marks matter: goals, rewards. Emphasis stays, in one of its two spellings. */
export function plainText(text: string): string {
  if (text.length > mostCompared) return text;
  if (ordinary.test(text)) return collapsed(text);
  return collapsed(
    unescaped(oneSpelling(withoutBreak(text))).replace(
      /(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu,
      "*",
    ),
  );
}

/** For the lines of lists and the names of papers: the words alone, without links, emphasis and comments. */
export function plainWords(text: string): string {
  if (text.length > mostCompared) return text;
  if (ordinary.test(text)) return collapsed(text);
  const words = linkTexts(withoutEmphasis(withoutComments(oneSpelling(withoutBreak(text)))));
  return collapsed(
    unescaped(words.replace(/(?<!\\)(?:[*`]|~~|==)/g, "")).replace(
      /(?<![\p{L}\p{N}])_+|_+(?![\p{L}\p{N}])/gu,
      "",
    ),
  );
}

/** Whether two values say the same. */
export function sameText(a: string, b: string): boolean {
  return a === b || plainText(a) === plainText(b);
}

function collapsed(text: string): string {
  return text.replace(/\s+/g, " ").trim();
}

/** Ligatures of a PDF's text, and the wide forms of East Asian keyboards. */
const letterForms = /[\ufb00-\ufb06\uff01-\uff5e]/g;

function oneSpelling(text: string): string {
  return text
    .normalize("NFC")
    .replace(letterForms, (letter) => letter.normalize("NFKC"))
    .replace(/\u00ad|[\u200b-\u200f]|\u2060|\ufe0e|\ufe0f|\ufeff/g, "")
    .replace(/[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]/g, " ")
    .replace(/[“”„‟″]/g, '"')
    .replace(/[‘’‚‛′]/g, "'")
    .replace(/[‐‑‒–—―−]/g, "-")
    .replaceAll("…", "...");
}

/** A hard break at the end of a line is no part of what the line says. */
function withoutBreak(text: string): string {
  const end = text.trimEnd();
  if (/<br ?\/?>$/i.test(end)) return end.slice(0, end.lastIndexOf("<"));
  return endsInBreak(end) ? end.slice(0, -1) : end;
}

/** Whether a text ends in a backslash that no other escapes. */
export function endsInBreak(text: string): boolean {
  let count = 0;
  while (text[text.length - 1 - count] === "\\") count += 1;
  return count % 2 === 1;
}

const entities: ReadonlyMap<string, string> = new Map([
  ["&amp;", "&"],
  ["&lt;", "<"],
  ["&gt;", ">"],
  ["&quot;", '"'],
  ["&#39;", "'"],
  ["&nbsp;", " "],
  ["&#x20;", " "],
]);

/** Without the escapes that formatters put before punctuation, and with entities as what they stand for. */
export function unescaped(text: string): string {
  return text
    .replace(/\\([!-/:-@[-`{-~])/g, "$1")
    .replace(/&(?:amp|lt|gt|quot|#39|nbsp|#x20);/g, (entity) => entities.get(entity) ?? entity);
}

/** Emphasis as HTML, which some editors write. */
function withoutEmphasis(text: string): string {
  if (!text.includes("</")) return text;
  return text.replace(/<(b|strong|i|em|u|s|del|ins|mark)>([^<>]*)<\/\1>/gi, "$2");
}

export function withoutComments(text: string): string {
  let result = "";
  let from = 0;
  for (;;) {
    const open = text.indexOf("<!--", from);
    const close = open < 0 ? -1 : text.indexOf("-->", open + 4);
    if (close < 0) return result + text.slice(from);
    result += text.slice(from, open);
    from = close + 3;
  }
}

/** Links as what they show: `[LoRA](lora.md)`, `[LoRA][1]`, `[[papers/lora|LoRA]]`, `[[lora]]`. */
function linkTexts(text: string): string {
  if (!text.includes("[")) return text;
  return text
    .replace(/!?\[\[([^\][|\\]*)\]\]/g, "$1")
    .replace(/!?\[\[[^\][|\\]*\\?\|([^\][]*)\]\]/g, "$1")
    .replace(/!?(?<!\\)\[([^\][]*)\]\([^()]*\)/g, "$1")
    .replace(/!?(?<!\\)\[([^\][]*)\]\[[^\][]*\]/g, "$1");
}
