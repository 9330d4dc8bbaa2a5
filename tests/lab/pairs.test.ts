/** Two known mistakes at once: numbers, whole numbers and texts. `npm run bench:lab` does it over all exercises. */
import { expect, test } from "bun:test";
import { curriculum, harness, python } from "./python.ts";
import { counts, sum } from "./score.ts";

test("lab.1 two mistakes at once are named at least in part, and nothing that is not there", async () => {
  const lab = { python, harness, curriculum };
  for (const paper of ["gpt-1", "scaling-laws", "chain-of-thought"]) {
    const rows = await counts(lab, "pairs.py", [paper, "--each", "1"]);
    const named = sum(rows, "both") + sum(rows, "one") + sum(rows, "masked");
    expect({ paper, untrue: sum(rows, "untrue"), named }).toEqual({
      paper,
      untrue: 0,
      named: rows.length,
    });
  }
}, 240_000);
