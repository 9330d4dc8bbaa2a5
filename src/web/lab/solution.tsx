/** The reference, closed until it is asked for, and the mistake that was named as an edit of it. */
import type { MistakeEdit } from "../../wire/wire.ts";
import { labWords } from "./words.ts";

const words = labWords;

export function Solution(props: {
  readonly solution: string;
  readonly edits: readonly MistakeEdit[];
  readonly passed: boolean;
}) {
  const { solution, edits, passed } = props;
  return (
    <details className="solution">
      <summary>{passed ? words.reference : words.referenceSpoils}</summary>
      {edits.map(({ id, diff }) => (
        <figure key={id} className="edit">
          <figcaption>{passed ? words.didBefore(id) : words.does(id)}</figcaption>
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: long lines are scrolled with the keyboard. */}
          <pre tabIndex={0}>
            {diff.map((line, at) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: the lines of a diff have no other name, and never move.
              <span key={at} className={toneOf(line)}>
                {line}
                {"\n"}
              </span>
            ))}
          </pre>
          <p className="faint">{words.signs}</p>
        </figure>
      ))}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: long output is scrolled with the keyboard. */}
      <pre tabIndex={0} className="printed">
        {solution}
      </pre>
    </details>
  );
}

function toneOf(line: string): string {
  if (line.startsWith("-")) return "is-wrong";
  return line.startsWith("+") ? "is-right" : "faint";
}
