import { expect, test } from "bun:test";
import { placesIn } from "../../core/content/paper-places.ts";
import { findSource } from "./source-place.ts";

const page = (...lines: readonly string[]) => ({
  pieces: lines.map((text) => ({ text, ends: true })),
});
const pages = [
  page("Attention", "Abstract", "We propose"),
  page(
    "3 Model Architecture",
    "Most models",
    "3.1 Encoder and Decoder Stacks",
    "Figure 1: The model",
    "as in Figure 1 we see",
  ),
  page(
    "3.2.1 Scaled Dot-Product Attention",
    "We compute",
    "Attention(Q, K, V) = softmax(QK)V (1)",
    "eq. (1)",
  ),
  page(
    "3.3 Position-wise",
    "FFN(x) = max(0, x) (2)",
    "Table 1: Complexity",
    "A.2 Pre-training Procedure",
  ),
];

for (const [source, on, piece] of [
  ["Section 3.2.1, eq. (1)", 3, 2],
  ["Section 3.2.1, footnote", 3, 0],
  ["Section 3.1, unnumbered", 2, 2],
  ["Section 3.3, eq. (2)", 4, 1],
  ["Figure 1: the encoder on the left", 2, 3],
  ["Table 1: BLEU", 4, 2],
  ["Abstract", 1, 1],
  ["3 Model Architecture", 2, 0],
  ["3.1 Encoder and Decoder Stacks", 2, 2],
  ["Appendix A.2", 4, 3],
] as const) {
  test(`${source} is found`, () => {
    expect(findSource(source, pages)).toEqual({ page: on, piece });
  });
}

for (const source of [
  "Section 9",
  "eq. (7)",
  "Figure 12",
  "",
  "Xiong et al. 2020, arXiv:2002.04745",
]) {
  test(`${JSON.stringify(source)} is not there`, () => {
    expect(findSource(source, pages)).toBeNull();
  });
}

test("sources name sections, equations, figures and tables", () => {
  const said = (source: string) => placesIn(source).map(({ is, number }) => `${is} ${number}`);
  expect(said("Sections 3.2.2 and 3.3")).toEqual(["section 3.2.2", "section 3.3"]);
  expect(said("Section 6.2 and Table 3, rows (B)")).toEqual(["section 6.2", "table 3"]);
  expect(said("Section 3.5 with eq. (1)")).toEqual(["section 3.5", "equation 1"]);
  expect(said("Section 5.1, Table 5; Appendix A.2")).toEqual([
    "section 5.1",
    "section A.2",
    "table 5",
  ]);
});
