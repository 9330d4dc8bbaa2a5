/**
 * How much a YAML file may hold. The reader's time grows with the square of what stands side by side and its stack with
 * what stands inside of each other; its own parser of tokens is linear, so that one looks first.
 */
import { Lexer, Parser } from "yaml";

/** The longest file of our own curriculum has a quarter of this. */
const mostTokens = 100_000;
const mostBytes = 2_000_000;
export const mostKeys = 2000;
/** Open brackets, lists and maps around a value, as the parser counts them. */
const mostOpen = 60;

/** Where a file is too much and why, or null. */
export function beyondBounds(
  text: string,
): { readonly offset: number; readonly message: string } | null {
  if (text.length > mostBytes) {
    return { offset: 0, message: `the file is longer than ${mostBytes} characters; split it` };
  }
  const parser = new Parser();
  let tokens = 0;
  for (const token of new Lexer().lex(text)) {
    for (const _ of parser.next(token)) {
      // Only its depth is asked for.
    }
    tokens += 1;
    if (openIn(parser) > mostOpen) return { offset: parser.offset, message: "nested too deeply" };
    if (tokens > mostTokens) {
      const message = `the file holds more than ${mostTokens} values, keys and marks; split it`;
      return { offset: parser.offset, message };
    }
  }
  return null;
}

function openIn(parser: Parser): number {
  return parser.stack.length;
}
