/** What a mistakes.py says with `wrong(…)` and `inherits(…)`, read from its text without running Python. */

/** One place of reference.py: `old` must stand in it exactly once. */
export interface Edit {
  readonly old: string;
  readonly new: string;
}

/** A well-known wrong answer that is an edit of the reference, or a few. */
export interface WrongEdit {
  readonly id: string;
  readonly edits: readonly Edit[];
  readonly sentence: string;
  /** Where `wrong(` stands, from 1. */
  readonly line: number;
}

export interface Inherits {
  /** `component` of the same paper, or `paper/component`. */
  readonly part: string;
  readonly line: number;
}

export interface LineFault {
  readonly line: number;
  readonly message: string;
}

export interface SaidMistakes {
  readonly wrongs: readonly WrongEdit[];
  readonly inherits: readonly Inherits[];
  /** Names that `@mistake` marks. */
  readonly functions: readonly string[];
  readonly faults: readonly LineFault[];
}

export function readMistakes(text: string): SaidMistakes {
  const wrongs: WrongEdit[] = [];
  const inherits: Inherits[] = [];
  const functions: string[] = [];
  const faults: LineFault[] = [];
  for (const call of text.matchAll(/^(wrong|inherits|@mistake)\(/gm)) {
    const line = lineAt(text, call.index);
    const read = readTexts(text, call.index + call[0].length);
    const [first, ...rest] = read.texts;
    const sentence = rest.at(-1);
    if (call[1] === "inherits") {
      if (first === undefined) faults.push({ line, message: "inherits names another exercise" });
      else inherits.push({ part: first, line });
      continue;
    }
    if (call[1] === "@mistake") {
      if (first !== undefined) functions.push(first);
      continue;
    }
    if (first === undefined || sentence === undefined || rest.length % 2 === 0 || !read.closed) {
      faults.push({
        line,
        message:
          "wrong holds a name, old and new for each place, and a sentence, all of them plain text in quotes",
      });
      continue;
    }
    wrongs.push({ id: first, edits: pairsOf(rest.slice(0, -1)), sentence, line });
  }
  const faulty = [...wrongs.map(({ id }) => id), ...functions];
  for (const { id, line } of wrongs) {
    if (faulty.filter((other) => other === id).length > 1) {
      faults.push({ line, message: `the mistake ${JSON.stringify(id)} appears twice` });
    }
  }
  return { wrongs, inherits, functions, faults };
}

/** Why edits cannot be made in a reference's text; empty where they can. */
export function editFaults(reference: string, { edits, line, id }: WrongEdit): LineFault[] {
  const faults: LineFault[] = [];
  const places: { readonly from: number; readonly to: number }[] = [];
  for (const edit of edits) {
    const times = edit.old === "" ? 0 : reference.split(edit.old).length - 1;
    if (times !== 1) {
      faults.push({
        line,
        message: `${id}: ${JSON.stringify(edit.old)} stands ${times === 0 ? "nowhere" : `${times} times`} in reference.py; an edit must match exactly once`,
      });
      continue;
    }
    if (edit.old === edit.new) {
      faults.push({ line, message: `${id}: ${JSON.stringify(edit.old)} is replaced by itself` });
    }
    const from = reference.indexOf(edit.old);
    const to = from + edit.old.length;
    if (places.some((other) => from < other.to && other.from < to)) {
      faults.push({ line, message: `${id}: two edits overlap at ${JSON.stringify(edit.old)}` });
    }
    places.push({ from, to });
  }
  return faults;
}

function pairsOf(flat: readonly string[]): readonly Edit[] {
  return flat.flatMap((old, at) => (at % 2 === 0 ? [{ old, new: flat[at + 1] ?? "" }] : []));
}

function lineAt(text: string, index: number): number {
  return text.slice(0, index).split("\n").length;
}

interface Texts {
  /** The arguments that are text, up to the first that is something else. */
  readonly texts: readonly string[];
  /** Whether all of them were, up to the closing bracket. */
  readonly closed: boolean;
}

const gap = /(?:\s|#[^\n]*)*/y;
const literal =
  /(r?)("""([\s\S]*?)(?<!\\)"""|"((?:[^"\\\n]|\\[\s\S])*)"|'((?:[^'\\\n]|\\[\s\S])*)')/iy;

/** The arguments of a call from its opening bracket on. Neighbouring texts are one, as in Python. */
function readTexts(text: string, start: number): Texts {
  const texts: string[] = [];
  let at = start;
  const take = (pattern: RegExp): RegExpExecArray | null => {
    pattern.lastIndex = at;
    const found = pattern.exec(text);
    if (found !== null) at += found[0].length;
    return found;
  };
  for (;;) {
    let argument: string | null = null;
    for (take(gap); ; take(gap)) {
      const found = take(literal);
      if (found === null) break;
      const [, raw, , triple, double, single] = found;
      const inner = triple ?? double ?? single ?? "";
      argument = (argument ?? "") + (raw === "" ? unescaped(inner) : inner);
    }
    if (argument !== null) texts.push(argument);
    const sign = text[at];
    if (sign === ")") return { texts, closed: true };
    if (sign !== "," || argument === null) return { texts, closed: false };
    at += 1;
  }
}

const named: Readonly<Record<string, string>> = {
  n: "\n",
  t: "\t",
  r: "\r",
  "\\": "\\",
  '"': '"',
  "'": "'",
  "\n": "",
};

function unescaped(inner: string): string {
  return inner.replace(/\\(u[\da-f]{4}|x[\da-f]{2}|[\s\S])/gi, (whole, sign: string) =>
    sign.length > 1
      ? String.fromCharCode(Number.parseInt(sign.slice(1), 16))
      : (named[sign] ?? whole),
  );
}
