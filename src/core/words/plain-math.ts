/**
 * A formula of LaTeX as a line of Unicode, where that says the same: `\sqrt{d_k}` is `√d_k`. What has no faithful line
 * gives null, and its LaTeX is shown: no symbol is left out, and none is guessed.
 */
import {
  accents,
  blanks,
  fences,
  functions,
  inAlphabet,
  letters,
  lowered,
  operators,
  raised,
  relations,
} from "./math-symbols.ts";

type Token =
  | { readonly is: "command"; readonly name: string }
  | { readonly is: "character"; readonly text: string };

/**
 * A piece of the line. An `atom` needs no brackets wherever it stands; a `whole` (a fraction, a root) needs them beside
 * anything but a relation or the edge of a bracket; a `group` only where it is raised or lowered.
 */
interface Piece {
  readonly text: string;
  readonly kind:
    | "atom"
    | "whole"
    | "group"
    | "related"
    | "word"
    | "blank"
    | "open"
    | "close"
    | "other";
}

class NotPlain extends Error {}

export function plainMath(latex: string): string | null {
  try {
    return lineOf(new Reader(tokensOf(latex)).row(null)).trim();
  } catch (error) {
    if (error instanceof NotPlain) return null;
    throw error;
  }
}

function tokensOf(latex: string): readonly Token[] {
  const found: Token[] = [];
  for (const [text] of latex.matchAll(/\\([a-zA-Z]+|[\s\S])|[\s\S]/gu)) {
    if (text.startsWith("\\")) found.push({ is: "command", name: text.slice(1) });
    else found.push({ is: "character", text });
  }
  return found;
}

/** Reads tokens one after the other; what it does not know ends the reading. */
class Reader {
  private at = 0;
  constructor(private readonly tokens: readonly Token[]) {}

  /** Up to the closing brace, or to the end. */
  row(close: "}" | "]" | null): readonly Piece[] {
    const pieces: Piece[] = [];
    for (;;) {
      const token = this.tokens[this.at];
      if (token === undefined) {
        if (close !== null) throw new NotPlain();
        return pieces;
      }
      this.at += 1;
      if (isCharacter(token, close)) return pieces;
      if (isCharacter(token, "^") || isCharacter(token, "_")) {
        pieces.push(this.script(token.is === "character" && token.text === "^", pieces.pop()));
      } else pieces.push(...this.piece(token));
    }
  }

  private piece(token: Token): readonly Piece[] {
    if (token.is === "command") return this.command(token.name);
    const { text } = token;
    if (/\s/.test(text)) return [];
    if (text === "{") return [grouped(this.row("}"))];
    if (/[}^_&#%$~\\]/.test(text)) {
      if (text === "~") return [{ text: " ", kind: "blank" }];
      throw new NotPlain();
    }
    if (/[=<>+]/.test(text)) return [{ text, kind: "related" }];
    if (text === "-") return [{ text: "−", kind: "related" }];
    if (text === "*") return [{ text: "∗", kind: "related" }];
    if (text === "'") return [{ text: "′", kind: "other" }];
    if (/[,;]/.test(text)) return [{ text: `${text} `, kind: "close" }];
    if (/[([]/.test(text)) return [{ text, kind: "open" }];
    if (/[)\]]/.test(text)) return [{ text, kind: "close" }];
    if (/\d/.test(text)) return [this.number(text)];
    return [{ text, kind: /\p{L}/u.test(text) ? "atom" : "other" }];
  }

  /** `100,000` and `0.9` are one number. */
  private number(first: string): Piece {
    let text = first;
    for (;;) {
      const rest = this.tokens
        .slice(this.at, this.at + 4)
        .map((token) => (token.is === "character" ? token.text : "\\"));
      const [next = "", after = ""] = rest;
      if (/\d/.test(next)) text += next;
      else if (next === "." && /\d/.test(after)) text += next;
      else if (next === "," && /^\d{3}$/.test(rest.slice(1).join(""))) text += next;
      else return { text, kind: "atom" };
      this.at += 1;
    }
  }

  private command(name: string): readonly Piece[] {
    if (blanks.has(name)) return [{ text: " ", kind: "blank" }];
    if (name === "!" || name === "displaystyle" || name === "big" || name === "Big") return [];
    if (name === "left" || name === "right") return this.fence(name);
    const letter = letters.get(name);
    if (letter !== undefined) return [{ text: letter, kind: "atom" }];
    const operator = operators.get(name);
    if (operator !== undefined) return [{ text: operator, kind: "word" }];
    const relation = relations.get(name);
    if (relation !== undefined) return [{ text: relation, kind: "related" }];
    const fence = fences.get(name);
    if (fence !== undefined) return [{ text: fence, kind: "other" }];
    if (functions.has(name)) return [{ text: name, kind: "word" }];
    if (/^[%$#&_]$/.test(name)) return [{ text: name, kind: "other" }];
    const accent = accents.get(name);
    if (accent !== undefined) return [this.accented(accent)];
    switch (name) {
      case "frac":
      case "tfrac":
      case "dfrac":
        return [this.fraction()];
      case "sqrt":
        return [this.root()];
      case "mathrm":
      case "operatorname":
      case "text":
      case "texttt":
      case "mathtt":
        return [{ text: this.verbatim(), kind: "word" }];
      case "mathbf":
      case "boldsymbol":
      case "mathbb":
      case "mathcal":
        return [this.alphabet(name)];
      default:
        throw new NotPlain();
    }
  }

  private fence(side: "left" | "right"): readonly Piece[] {
    const token = this.tokens[this.at];
    this.at += 1;
    if (token === undefined) throw new NotPlain();
    if (token.is === "command") {
      const text = fences.get(token.name);
      if (text === undefined) throw new NotPlain();
      return [{ text, kind: side === "left" ? "open" : "close" }];
    }
    // `\left.` shows nothing, so that the other side would stand alone.
    if (!/[()[\]|/]/.test(token.text)) throw new NotPlain();
    return [{ text: token.text, kind: side === "left" ? "open" : "close" }];
  }

  /** What follows a command: a braced group, or the next token alone. */
  private group(): readonly Piece[] {
    let token = this.tokens[this.at];
    while (token !== undefined && token.is === "character" && /\s/.test(token.text)) {
      this.at += 1;
      token = this.tokens[this.at];
    }
    if (token === undefined) throw new NotPlain();
    this.at += 1;
    if (isCharacter(token, "{")) return this.row("}");
    if (isCharacter(token, "}") || isCharacter(token, "^") || isCharacter(token, "_")) {
      throw new NotPlain();
    }
    // Of `\frac12` each digit is one.
    if (token.is === "character" && /\d/.test(token.text))
      return [{ text: token.text, kind: "atom" }];
    return this.piece(token);
  }

  private script(up: boolean, base: Piece | undefined): Piece {
    const group = this.group();
    const text = lineOf(group);
    if (text === "") throw new NotPlain();
    const under = scripted(base);
    const marks = up ? raised : lowered;
    // Above the line Unicode has T, which as an exponent is the transpose; a letter alone stays a letter.
    const plain = text.replaceAll("−", "-");
    const shown = [...plain].map((character) => marks.get(character));
    if (under.text !== "" && !shown.includes(undefined) && /^[-+]?\d+$/.test(plain)) {
      return { ...under, text: under.text + shown.join("") };
    }
    const mark = up ? "^" : "_";
    const simple = group.length === 1 && /^[\p{L}\p{M}\p{Nd}⊤∗…]+$/u.test(text);
    return { ...under, text: `${under.text}${mark}${simple ? text : `(${text})`}` };
  }

  private fraction(): Piece {
    const above = bracketed(this.group());
    const below = this.group();
    const [only] = below;
    const root = below.length === 1 && only?.text.startsWith("√");
    return { text: `${above}/${root ? only?.text : bracketed(below)}`, kind: "whole" };
  }

  private root(): Piece {
    let mark = "√";
    if (isCharacter(this.tokens[this.at], "[")) {
      this.at += 1;
      const degree = lineOf(this.row("]"));
      mark = degree === "3" ? "∛" : degree === "4" ? "∜" : "";
      if (mark === "") throw new NotPlain();
    }
    return { text: `${mark}${bracketed(this.group())}`, kind: "whole" };
  }

  private accented(accent: string): Piece {
    const inside = this.group();
    const [only] = inside;
    // Over several letters an accent would stand on the last alone.
    if (inside.length !== 1 || only === undefined || !/^\p{L}$/u.test(only.text))
      throw new NotPlain();
    return { text: `${only.text}${accent}`.normalize("NFC"), kind: "atom" };
  }

  private alphabet(name: string): Piece {
    const inside = this.group();
    const text = inside
      .flatMap((piece) => [...piece.text])
      .map((character) => {
        const shown = inAlphabet(name, character);
        if (shown === null) throw new NotPlain();
        return shown;
      })
      .join("");
    return { text, kind: "atom" };
  }

  /** Words keep their blanks. */
  private verbatim(): string {
    if (!isCharacter(this.tokens[this.at], "{")) return lineOf(this.group());
    this.at += 1;
    let text = "";
    for (let depth = 1; ; this.at += 1) {
      const token = this.tokens[this.at];
      if (token === undefined) throw new NotPlain();
      if (token.is === "command") {
        if (blanks.has(token.name)) text += " ";
        else if (/^[%$#&_{}]$/.test(token.name)) text += token.name;
        else throw new NotPlain();
        continue;
      }
      if (token.text === "{") depth += 1;
      else if (token.text === "}") depth -= 1;
      else if (token.text === "$") throw new NotPlain();
      else text += token.text;
      if (depth === 0) {
        this.at += 1;
        return text;
      }
    }
  }
}

function isCharacter(token: Token | undefined, text: string | null): boolean {
  return token?.is === "character" && token.text === text;
}

/** What a mark is put on: more than a letter needs brackets. */
function scripted(base: Piece | undefined): Piece {
  if (base === undefined) return { text: "", kind: "atom" };
  const whole = base.kind === "whole" || base.kind === "group";
  return whole ? { text: `(${base.text})`, kind: "atom" } : base;
}

function grouped(pieces: readonly Piece[]): Piece {
  const [only] = pieces;
  // `{,}` is a comma without its blank.
  if (pieces.length === 1 && only?.text === ", ") return { text: ",", kind: "other" };
  return pieces.length === 1 && only !== undefined
    ? only
    : { text: lineOf(pieces), kind: pieces.length === 0 ? "blank" : "group" };
}

function bracketed(pieces: readonly Piece[]): string {
  const [only] = pieces;
  const text = lineOf(pieces);
  if (text === "") throw new NotPlain();
  return pieces.length === 1 && only?.kind === "atom" ? text : `(${text})`;
}

/** Relations have blanks around them, but for a sign; a word has one before what follows it. */
function lineOf(pieces: readonly Piece[]): string {
  let line = "";
  let before: Piece["kind"] | null = null;
  const apart = () => (line === "" || line.endsWith(" ") ? "" : " ");
  for (const [index, piece] of pieces.entries()) {
    if (piece.kind === "blank") {
      line += apart();
      continue;
    }
    if (piece.kind === "related") {
      const sign = isSign(piece, before);
      line += sign ? piece.text : `${apart()}${piece.text} `;
      // After a sign no other blank is due; what it stands before is.
      before = sign ? "open" : "related";
      continue;
    }
    const next = pieces.slice(index + 1).find(({ kind }) => kind !== "blank");
    const alone = piece.kind !== "whole" || standsAlone(before, next);
    const words = areWords(before, piece.kind) || (piece.kind === "atom" && endsInMark.test(line));
    line += `${words ? apart() : ""}${alone ? piece.text : `(${piece.text})`}`;
    before = /[,;] $/.test(piece.text) ? "open" : piece.kind;
  }
  return line.trimEnd();
}

/** `q_i` before `k_i`: the letters would run together. */
const endsInMark = /[_^][\p{L}\p{M}\p{Nd}⊤∗…]+$/u;

function isSign({ text }: Piece, before: Piece["kind"] | null): boolean {
  return before === null || ((before === "open" || before === "related") && /[−+]/.test(text));
}

function areWords(before: Piece["kind"] | null, kind: Piece["kind"]): boolean {
  return (
    (before === "word" && kind !== "open" && kind !== "close") ||
    (before === "atom" && kind === "word")
  );
}

/** Whether nothing beside a fraction or a root could be taken for a part of it. */
function standsAlone(before: Piece["kind"] | null, next: Piece | undefined): boolean {
  const ends = next === undefined || next.kind === "related" || next.kind === "close";
  return ends && (before === null || before === "related" || before === "open");
}
