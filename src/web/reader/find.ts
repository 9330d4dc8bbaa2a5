/**
 * Finding words in a paper: as a reader means them, whatever case, accents, ligatures, quotation marks, dashes and ends
 * of lines they are set with. A hyphen joins: `pre-training`, `pretraining` and `pre-` at a line's end are one.
 */

/** A page's text in the order in which it is read; `ends` where a line ends behind the piece. */
export interface PageText {
  readonly pieces: readonly { readonly text: string; readonly ends: boolean }[];
}

/** From a letter of one piece up to (and without) a letter of the same or a later one. */
export interface Match {
  readonly page: number;
  readonly from: { readonly piece: number; readonly letter: number };
  readonly to: { readonly piece: number; readonly letter: number };
}

interface Folded {
  readonly text: string;
  /** For each letter, where it comes from. */
  readonly origin: readonly { readonly piece: number; readonly letter: number }[];
}

const hyphen = /^[-\u2010\u2011\u00ad]$/;

/** The letter without what makes no difference to who searches. */
function plainLetter(letter: string): string {
  return letter
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .replace(/[\u2018\u2019\u02bc\u2032]/g, "'")
    .replace(/[\u201c\u201d\u2033]/g, '"')
    .replace(/[\u2012-\u2015\u2212]/g, "\u2013")
    .toLowerCase();
}

export function foldPage({ pieces }: PageText): Folded {
  const letters: string[] = [];
  const origin: { piece: number; letter: number }[] = [];
  const add = (text: string, at: { piece: number; letter: number }) => {
    for (const one of text) {
      const isBlank = /\s/.test(one);
      if (isBlank && (letters.length === 0 || letters.at(-1) === " ")) continue;
      letters.push(...(isBlank ? " " : one));
      for (let unit = 0; unit < (isBlank ? 1 : one.length); unit += 1) origin.push(at);
    }
  };
  for (const [piece, { text, ends }] of pieces.entries()) {
    let letter = 0;
    let joined = false;
    for (const one of text) {
      joined = hyphen.test(one);
      if (!joined) add(plainLetter(one), { piece, letter });
      letter += one.length;
    }
    if (ends && !joined && !endsInHyphen(pieces, piece)) add(" ", { piece, letter });
  }
  return { text: letters.join(""), origin };
}

/** An end of line may be a piece of its own, behind the hyphen. */
function endsInHyphen(pieces: PageText["pieces"], piece: number): boolean {
  const said = pieces.slice(0, piece + 1).findLast(({ text }) => text.trim() !== "");
  return said !== undefined && hyphen.test([...said.text.trimEnd()].at(-1) ?? "");
}

export function foldQuery(query: string): string {
  return [...query.trim()]
    .filter((letter) => !hyphen.test(letter))
    .map(plainLetter)
    .join("")
    .replace(/\s+/g, " ");
}

/** All places where it stands on a page, from the beginning; they do not overlap. */
export function findOn(page: number, folded: Folded, query: string): readonly Match[] {
  const wanted = foldQuery(query);
  if (wanted === "") return [];
  const found: Match[] = [];
  for (
    let at = folded.text.indexOf(wanted);
    at !== -1;
    at = folded.text.indexOf(wanted, at + wanted.length)
  ) {
    const from = folded.origin[at];
    const last = folded.origin[at + wanted.length - 1];
    if (from === undefined || last === undefined) break;
    found.push({ page, from, to: { piece: last.piece, letter: last.letter + 1 } });
  }
  return found;
}

/** The words around a match, for a list of them. */
export function around(
  { pieces }: PageText,
  { from, to }: Match,
): readonly [string, string, string] {
  const reach = 60;
  const textOf = (start: Match["from"], end: Match["to"]) =>
    flowing(
      pieces
        .slice(start.piece, end.piece + 1)
        .map(({ text, ends }, index, all) => {
          const last = index === all.length - 1;
          const first = index === 0 ? start.letter : 0;
          const part = text.slice(first, last ? end.letter : undefined);
          return ends && !last ? `${part}\n` : part;
        })
        .join(""),
    );
  const before = textOf({ piece: Math.max(0, from.piece - 12), letter: 0 }, from);
  const behind = textOf(to, { piece: Math.min(pieces.length - 1, to.piece + 12), letter: 10_000 });
  return [before.slice(-reach), textOf(from, to), behind.slice(0, reach)];
}

/** Lines as words that go on: a hyphen at a line's end is taken to divide a word. White space at the ends is kept as one. */
export function flowing(text: string): string {
  return text.replace(/(\p{L})[-\u2010\u00ad][^\S\n]*\n\s*(\p{Ll})/gu, "$1$2").replace(/\s+/g, " ");
}
