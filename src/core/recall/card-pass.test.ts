import { describe, expect, test } from "bun:test";
import type { Guide } from "../content/material.ts";
import { passOf } from "./card-pass.ts";

const guide = {
  passes: [
    { read: ["Abstract", "1 Introduction", "6 Conclusion"] },
    { read: ["3 Model", "3.2 Attention", "A.1 Tasks"] },
    { read: ["3.4 Optimizer", "4.1 GLUE", "C Ablations"] },
  ],
} as unknown as Guide;

describe("the pass that covers a card's section", () => {
  for (const [source, pass] of [
    ["Section 1", 1],
    ["Section 3.2", 2],
    ["Section 3.2.1, eq. (3)", 2],
    ["Section 3.9", 2],
    ["Section 3.4", 3],
    ["Section 4", 3],
    ["Section 3.1 and Appendix A.1", 2],
    ["Section 1 and Appendix C.2, Table 8", 3],
    ["Table 5", 1],
    ["Section 9", 1],
    [null, 1],
  ] as const) {
    test(`next.12 ${source}: pass ${pass}`, () => expect(passOf({ source }, guide)).toBe(pass));
  }

  test("where there is no guide, all come with the first", () => {
    expect(passOf({ source: "Section 3.2" }, undefined)).toBe(1);
  });
});
