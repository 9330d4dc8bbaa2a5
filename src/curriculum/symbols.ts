/** Whether every symbol of an equation is explained: letters and Greek letters, whatever hat they wear. */
import type { Fault } from "./faults.ts";
import { mentions, texts } from "./mentions.ts";
import type { Source } from "./source.ts";

/** What is written out is a word, not a symbol. */
const words =
  /\\(?:text|mathrm|operatorname|textrm|textsf|mathtt|texttt|textbf|textit|begin|end|label|tag)\*?\{[^{}]*\}/g;

/** Commands that are symbols: Greek letters and the few like them. All others set, space or operate. */
const letters = new Set(
  "alpha beta gamma delta epsilon varepsilon zeta eta theta vartheta iota kappa lambda mu nu xi rho sigma tau upsilon phi varphi chi psi omega Gamma Delta Theta Lambda Xi Sigma Upsilon Phi Psi Omega ell varnothing".split(
    " ",
  ),
);

/** Read alike everywhere: expectation, probability, the differential, Euler's number. */
const common = new Set(["E", "P", "p", "d", "e"]);

function symbolsIn(latex: string): ReadonlySet<string> {
  const plain = latex.replace(words, " ").replace(/\\[^a-zA-Z]/g, " ");
  const found = [...plain.matchAll(/\\([a-zA-Z]+)|([a-zA-Z])/g)].flatMap(([, command, letter]) => {
    if (letter !== undefined) return [letter];
    return command !== undefined && letters.has(command) ? [`\\${command}`] : [];
  });
  return new Set(found);
}

export function symbolFaults(guide: Source | null): readonly Fault[] {
  return mentions(guide, "equations.*").flatMap(({ path }) => {
    const place = path.join(".");
    const explained = new Set(
      texts(guide, `${place}.symbols.*.symbol`).flatMap(({ value }) => [...symbolsIn(value)]),
    );
    return texts(guide, `${place}.latex`).flatMap(({ value, fault }) => {
      const open = [...symbolsIn(value)].filter(
        (symbol) => !explained.has(symbol) && !common.has(symbol),
      );
      return open.length === 0 ? [] : [fault(`the equation leaves ${open.join(", ")} unexplained`)];
    });
  });
}
