/**
 * How much a YAML file may hold. The reader's time grows with the square of what stands side by side and its stack with
 * what stands inside of each other; its own parser of tokens is linear, so that one looks first.
 */
import { type CST, Lexer, Parser } from "yaml";

/** The longest file of our own curriculum has a quarter of this. */
const mostTokens = 100_000;
const mostBytes = 2_000_000;
export const mostKeys = 2000;
/** Open brackets, lists and maps around a value, as the parser counts them. */
const mostOpen = 60;

export type Bounded =
  | { readonly ok: true; readonly tokens: readonly CST.Token[] }
  /** Where the file is too much, and why. */
  | { readonly ok: false; readonly offset: number; readonly message: string };

/** `onNewLine` is told of each line's beginning. */
export function tokensWithin(text: string, onNewLine: (offset: number) => void): Bounded {
  if (text.length > mostBytes) {
    const message = `the file is longer than ${mostBytes} characters; split it`;
    return { ok: false, offset: 0, message };
  }
  onNewLine(0);
  const parser = new Parser(onNewLine);
  const tokens: CST.Token[] = [];
  let read = 0;
  for (const lexeme of new Lexer().lex(text)) {
    tokens.push(...parser.next(lexeme));
    read += 1;
    const { offset } = parser;
    if (openIn(parser) > mostOpen) return { ok: false, offset, message: "nested too deeply" };
    if (read > mostTokens) {
      const message = `the file holds more than ${mostTokens} values, keys and marks; split it`;
      return { ok: false, offset, message };
    }
  }
  tokens.push(...parser.end());
  return { ok: true, tokens };
}

function openIn(parser: Parser): number {
  return parser.stack.length;
}
