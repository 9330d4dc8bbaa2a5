import { expect, test } from "bun:test";
import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import ReactMarkdown from "react-markdown";
import { remarkPlugins } from "./plugins.ts";

/** The formulas of a text, in order. */
function mathIn(children: string): readonly string[] {
  const html = renderToStaticMarkup(createElement(ReactMarkdown, { remarkPlugins, children }));
  return [...html.matchAll(/<code class="language-math math-\w+">([^<]*)</g)].map(
    ([, math = ""]) => math,
  );
}

for (const [text, math] of [
  ["It cost $4.6M in 2020 and $12M in 2023.", []],
  ["From $5 to $10.", []],
  ["Between $5 and $x$ lies much.", ["x"]],
  ["$x$ costs $5, and $y$ costs $6.", ["x", "y"]],
  ["$20,000 and $30,000", []],
  ["a $ b $ c", []],
  ["$x $ and $ y$", []],
  ["Only $x$.", ["x"]],
  ["$x$-axis, ($y$), $z$s", ["x", "y", "z"]],
  ["$a\\$b$ and \\$5 and \\$6", ["a\\$b"]],
  ["$a\nb$", ["a\nb"]],
  ["`$x$` and $y$", ["y"]],
  ["$\\frac{1}{\\sqrt{d_k}}$", ["\\frac{1}{\\sqrt{d_k}}"]],
  ["**$x$**, *$y$*", ["x", "y"]],
  ["| a | b |\n| - | - |\n| $x$ | $5 |\n| $6 | $y$ |", ["x", "y"]],
  ["$$x$$ inline and $y$", ["x", "y"]],
  ["$$\nx\n$$", ["x"]],
  ["$1$ and $2$", ["1", "2"]],
  ["US$5 and US$6", []],
  ["$", []],
  ["$x", []],
] as const) {
  test(`math by Pandoc's rule: ${JSON.stringify(text)}`, () => {
    expect(mathIn(text)).toEqual([...math]);
  });
}
