import { expect, test } from "bun:test";
import { linked } from "../../../tests/fixtures/llm.ts";
import type { PaperId } from "../content/curriculum.ts";
import { noMaterial } from "../content/material.ts";
import { type ComparedModel, comparedModels } from "./compare.ts";
import { trainedForSize } from "./trained.ts";

test("tokens for each parameter, where both are known and the data is counted in tokens", () => {
  const [first] = linked.papers;
  const source = "Table 1";
  const models: readonly ComparedModel[] = comparedModels(
    {
      ...noMaterial,
      facts: {
        [(first?.id ?? "") as PaperId]: [
          {
            model: "large",
            facts: { parameters: { value: 175e9, source }, tokens: { value: 300e9, source } },
          },
          {
            model: "long",
            facts: { parameters: { value: 65e9, source }, tokens: { value: 1.3e12, source } },
          },
          {
            model: "words",
            facts: {
              parameters: { value: 1e9, source },
              tokens: { value: 3e9, unit: "words", source },
            },
          },
          { model: "unknown", facts: { parameters: { value: 1e9, source } } },
        ],
      },
    },
    {},
  );
  expect(trainedForSize(models)).toEqual([
    { model: "long", tokensPerParameter: 20 },
    { model: "large", tokensPerParameter: 300 / 175 },
  ]);
});
