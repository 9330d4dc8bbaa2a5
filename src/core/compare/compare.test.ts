import { expect, test } from "bun:test";
import type { PaperId } from "../content/curriculum.ts";
import { type Material, noMaterial } from "../content/material.ts";
import { day } from "../time/calendar.ts";
import {
  comparedModels,
  comparedRows,
  comparison,
  comparisonCsv,
  comparisonMarkdown,
  computeInFlop,
  figureText,
  keyLabel,
  sixND,
} from "./compare.ts";

const material: Material = {
  ...noMaterial,
  facts: {
    ["a" as PaperId]: [
      {
        model: "A",
        facts: {
          compute: { value: 3640, unit: "petaflop/s-days", source: "Table 1" },
          parameters: { value: 175e9, source: "Table 1", note: "a | b" },
          tokens: { value: 300e9, source: "Table 1" },
        },
      },
      { model: "B", facts: { hardware: { value: 'one "GPU", rented', source: "Section 2" } } },
    ],
  },
};
const own = { mine: { on: day("2026-01-05"), values: { loss: 3.1, parameters: 1e6 } } };
const compared = comparison(comparedModels(material, own));

test("keys in the order of the curriculum's, the learner's own behind", () => {
  expect(compared.keys).toEqual(["parameters", "tokens", "hardware", "compute", "loss"]);
});

test("6ND only where both are known, and the reported compute in the same unit", () => {
  expect(compared.models.map(({ rule }) => rule)).toEqual([sixND(175e9, 300e9), null, null]);
  // Brown et al. 2020, Table D.1: 3.14e23 FLOP for GPT-3 175B, given there as 3640 petaflop/s-days too.
  expect(compared.models[0]?.reported).toBeCloseTo(3.145e23, -21);
});

test("what is counted in other things is not counted in tokens", () => {
  const [model] = comparedModels(
    {
      ...noMaterial,
      facts: {
        ["t" as PaperId]: [
          {
            model: "T",
            facts: {
              parameters: { value: 65e6, source: "Table 3" },
              tokens: { value: 4.5e6, unit: "sentence pairs", source: "Section 5.1" },
            },
          },
        ],
      },
    },
    {},
  );
  expect(model?.rule).toBeNull();
});

test("a compute in an unknown unit is not guessed", () => {
  expect(computeInFlop({ value: 5, unit: "GPU-hours", source: "" })).toBeNull();
  expect(computeInFlop({ value: "much", unit: "FLOP", source: "" })).toBeNull();
  expect(computeInFlop(undefined)).toBeNull();
  expect(computeInFlop({ value: 2, unit: "PF-days", source: "" })).toBe(1.728e20);
});

test("unknown stays unknown", () => {
  const rows = comparedRows(compared);
  expect(rows.find(({ label }) => label === "tokens")?.cells.map((cell) => cell?.value)).toEqual([
    300e9,
    undefined,
    undefined,
  ]);
  expect(comparisonMarkdown(compared)).toContain("| tokens | 300B (Table 1) | unknown | unknown |");
});

test("Markdown keeps a bar from ending a cell, CSV quotes what must be quoted", () => {
  expect(comparisonMarkdown(compared)).toContain("175B (Table 1; a \\| b)");
  const lines = comparisonCsv(compared).split("\r\n");
  expect(lines).toHaveLength(4);
  expect(lines[2]).toContain('"one ""GPU"", rented",,Section 2');
});

test("figures are short and keep their digits", () => {
  for (const [value, text] of [
    [540_350_000_000, "540.35B"],
    [125_000_000, "125M"],
    [2048, "2048"],
    [0.00006, "0.00006"],
    [3.14e23, "3.14e23"],
    [1e24, "1e24"],
    [1.5e12, "1.5T"],
    ["Adam", "Adam"],
  ] as const) {
    expect(figureText({ value })).toBe(text);
  }
  expect(figureText({ value: 512, unit: "sequences" })).toBe("512 sequences");
  expect(keyLabel("learningRate")).toBe("learning rate");
});
