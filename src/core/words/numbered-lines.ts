/** A text's lines as numbers, equal ones alike: a megabyte may be a million lines, and no text is made for each. */

export interface NumberedLines {
  readonly text: string;
  readonly numbers: Int32Array;
  /** Where each line begins, and where one more would. */
  readonly starts: Int32Array;
}

const lineFeed = 10;

/** `known` is shared by the texts that are compared, and grows. */
export function numberedLines(text: string, known: Map<string, number>): NumberedLines {
  const numbers = new Int32Array(text.length + 1);
  const starts = new Int32Array(text.length + 2);
  const blank = numberOf("", known);
  let [count, from] = [0, 0];
  for (let at = 0; at <= text.length; at += 1) {
    if (at < text.length && text.charCodeAt(at) !== lineFeed) continue;
    numbers[count] = at === from ? blank : numberOf(text.slice(from, at), known);
    count += 1;
    from = at + 1;
    starts[count] = from;
  }
  return { text, numbers: numbers.subarray(0, count), starts: starts.subarray(0, count + 1) };
}

function numberOf(line: string, known: Map<string, number>): number {
  const number = known.get(line);
  if (number !== undefined) return number;
  known.set(line, known.size);
  return known.size - 1;
}
