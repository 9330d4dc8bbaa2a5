/** Formulas as lines of Unicode. */
import { expect, test } from "bun:test";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { functions, letters, operators, relations } from "./math-symbols.ts";
import { plainMath } from "./plain-math.ts";

test.each([
  ["\\sqrt{d_k}", "√d_k"],
  ["\\mathrm{softmax}\\left(\\frac{QK^\\top}{\\sqrt{d_k}}\\right)V", "softmax((QK^⊤)/√d_k)V"],
  ["\\sum_{i=1}^n x_i^2", "Σ_(i = 1)^n x_i²"],
  ["\\mathcal{L}(\\theta) = -\\log p_\\theta(x_t \\mid x_{<t})", "𝓛(θ) = −log p_θ(x_t | x_(<t))"],
  ["10^{-6}", "10⁻⁶"],
  ["N^{-0.076}", "N^(−0.076)"],
  ["\\bar{x} + \\hat y", "x̄ + ŷ"],
  ["\\frac12 \\cdot 100{,}000", "1/2 · 100,000"],
  ["-\\frac{a+b}{2}", "−(a + b)/2"],
  ["2\\frac{a}{b}c", "2(a/b)c"],
  ["\\log\\frac{a}{b}", "log (a/b)"],
  ["\\sqrt{d}x", "(√d)x"],
  ["\\sqrt[3]{a+b}", "∛(a + b)"],
  ["{ab}^2 + W_{ij}", "(ab)² + W_(ij)"],
  ["\\mathbb{E}_{x \\sim p}[f(x)]", "𝔼_(x ∼ p)[f(x)]"],
  ["d_{\\text{model}} = 512", "d_model = 512"],
  ["\\lVert x \\rVert_2 \\le 1", "‖x‖₂ ≤ 1"],
  ["a \\quad b", "a b"],
  ["q_ik_i + f_\\theta(x)", "q_i k_i + f_θ(x)"],
  ["0.1\\ \\text{nats per token}", "0.1 nats per token"],
  ["99\\,\\%", "99 %"],
])("%s is %s", (latex, plain) => {
  expect(plainMath(latex)).toBe(plain);
});

test.each([
  "\\binom{n}{k}",
  "\\begin{cases} 1 \\\\ 0 \\end{cases}",
  "\\overline{ab}",
  "\\unheard{x}",
  "\\left. x \\right|_0",
  "\\mathcal{x1}",
  "\\frac{a}",
  "{a",
  "a_",
  "a & b",
])("%s has no faithful line", (latex) => {
  expect(plainMath(latex)).toBeNull();
});

/** What stands for itself, above the line, in bold, or with an accent. */
const bare = (text: string) =>
  text
    .normalize("NFKD")
    .replaceAll(/[\s()\p{M}_^√/]/gu, "")
    .replaceAll("−", "-");

interface Made {
  readonly latex: string;
  /** The symbols, in the order in which a line shows them. */
  readonly symbols: string;
}
const leaf: fc.Arbitrary<Made> = fc
  .oneof(
    fc.constantFrom(..."abcxyzABNK"),
    fc.constantFrom(...[...letters].filter(([name]) => !/^(prime|hbar|Re|Im|.*dots)$/.test(name))),
    fc.nat(9).map(String),
  )
  .map((one) =>
    typeof one === "string"
      ? { latex: one, symbols: one }
      : { latex: `\\${one[0]} `, symbols: one[1] },
  );
const formula = fc.letrec<{ row: Made; one: Made }>((tie) => ({
  one: fc.oneof(
    { depthSize: "small", withCrossShrink: true },
    leaf,
    fc.tuple(leaf, tie("row"), fc.constantFrom("_", "^")).map(([base, mark, how]) => ({
      latex: `${base.latex}${how}{${mark.latex}}`,
      symbols: base.symbols + mark.symbols,
    })),
    fc.tuple(tie("row"), tie("row")).map(([above, below]) => ({
      latex: `\\frac{${above.latex}}{${below.latex}}`,
      symbols: above.symbols + below.symbols,
    })),
    tie("row").map((inside) => ({ latex: `\\sqrt{${inside.latex}}`, symbols: inside.symbols })),
    tie("row").map((inside) => ({
      latex: `\\left(${inside.latex}\\right)`,
      symbols: inside.symbols,
    })),
  ),
  row: fc
    .array(
      fc.tuple(
        tie("one"),
        fc.constantFrom("", "", "+", ...[...relations].slice(0, 6).map(([name]) => `\\${name} `)),
      ),
      { minLength: 1, maxLength: 3 },
    )
    .map((parts) => ({
      latex: parts
        .map(([{ latex }, relation], index) => latex + (index < parts.length - 1 ? relation : ""))
        .join(""),
      symbols: parts
        .map(([{ symbols }, relation], index) => {
          const name = relation.slice(1).trim();
          const shown = relation === "+" ? "+" : (relations.get(name) ?? "");
          return symbols + (index < parts.length - 1 ? shown : "");
        })
        .join(""),
    })),
})).row;

test("no symbol is lost, added or put elsewhere", () => {
  fc.assert(
    fc.property(formula, ({ latex, symbols }) => {
      const plain = plainMath(latex);
      expect(plain).not.toBeNull();
      expect(bare(plain ?? "")).toBe(bare(symbols));
    }),
    { numRuns: 500 },
  );
});

test("two formulas that say different things are different lines", () => {
  // Two names of one sign, as `\emptyset` and `\varnothing`, say the same.
  const named = (whole: string, name: string) => letters.get(name) ?? relations.get(name) ?? whole;
  const same = (latex: string) =>
    latex.replaceAll(/\\([A-Za-z]+)/g, named).replaceAll(/\\left|\\right|[{}\s]/g, "");
  const seen = new Map<string, string>();
  fc.assert(
    fc.property(formula, ({ latex }) => {
      const plain = plainMath(latex) ?? "";
      const before = seen.get(plain) ?? latex;
      seen.set(plain, latex);
      // Brackets that a line needs may be the formula's own: then both mean the same.
      if (!before.includes("left") && !latex.includes("left"))
        expect(same(latex)).toBe(same(before));
    }),
    { numRuns: 600 },
  );
});

test("most formulas of the decks and guides have a line, and none of them loses a letter", async () => {
  const root = join(import.meta.dir, "..", "..", "..", "curricula");
  const files = await Array.fromAsync(new Bun.Glob("*/papers/*/{cards,guide}.yaml").scan(root));
  const all = files.flatMap((file) =>
    [...readFileSync(join(root, file), "utf8").matchAll(/\$([^$\n]+)\$/g)].map(([, latex = ""]) =>
      latex.replaceAll("\\\\", "\\"),
    ),
  );
  const lines = all.map((latex) => ({ latex, plain: plainMath(latex) }));
  expect(lines.filter(({ plain }) => plain !== null).length / all.length).toBeGreaterThan(0.9);
  for (const { latex, plain } of lines) {
    if (plain === null) continue;
    const letter = (text: string) => (bare(text).match(/[\p{L}\p{N}]/gu) ?? []).sort().join("");
    const source = latex
      .replaceAll(
        /\\(?:mathrm|mathbf|boldsymbol|mathbb|mathcal|mathtt|texttt|text|operatorname)\b/g,
        "",
      )
      .replaceAll(
        /\\(?:left|right|sqrt|[dt]?frac|bar|hat|tilde|quad|qquad|lVert|rVert|langle|rangle|big)(?![a-z])/g,
        "",
      )
      .replaceAll(/\\([a-zA-Z]+)/g, (_, name) =>
        functions.has(name)
          ? name
          : (letters.get(name) ?? operators.get(name) ?? relations.get(name) ?? `\\${name}`),
      );
    expect([latex, letter(plain)]).toEqual([latex, letter(source)]);
  }
});
