import { describe, expect, test } from "bun:test";
import type { Verdict } from "./check.ts";
import { type CheckedCode, codeProblem, problemLine } from "./code-problem.ts";

const text = "import numpy as np\r\n\r\ndef softmax(x):\r\n    y = np.exp(x)\r\n    return y\r\n";
const code: CheckedCode = { file: "softmax.py", text, function: "softmax" };
const wrong: Verdict = {
  kind: "wrong",
  sentence: "result[0] is 2;\n  1 is right.",
  path: [],
  laws: [],
  leads: [],
  shown: [],
  mistakes: [{ id: "no-sum", sentence: "Nothing divides.", steps: [], diff: [] }],
};
const raised = (file: string, line: number | null): Verdict => ({
  kind: "raised",
  sentence: "ValueError.",
  path: [],
  laws: [],
  leads: [],
  shown: [],
  mistakes: [],
  trace: [
    { file, line, function: "softmax", text: "" },
    { file: "numpy.py", line: 900, function: "exp", text: "" },
  ],
});

describe("a verdict as an editor's problem", () => {
  test("stands at the function, in one line, with the mistake's name", () => {
    const problem = codeProblem(wrong, code);
    expect(problem && problemLine("code/a/softmax.py", problem)).toBe(
      'code/a/softmax.py:3:1: error: Wrong: result[0] is 2; 1 is right. This is what "no-sum" gives: Nothing divides.',
    );
  });

  test("stands at the line that failed, where it is one of the file", () => {
    expect(codeProblem(raised("softmax.py", 4), code)).toMatchObject({ line: 4, column: 5 });
    expect(codeProblem(raised("softmax.py", 400), code)).toMatchObject({ line: 3, column: 1 });
    expect(codeProblem(raised("other.py", 1), code)).toMatchObject({ line: 3, column: 1 });
    expect(codeProblem(raised("softmax.py", null), code)).toMatchObject({ line: 3, column: 1 });
  });

  test("stands at the last definition of the name: Python keeps that one", () => {
    const twice = `def softmax(x): pass\ndef softmax2(x): pass\nsoftmax = softmax2\n`;
    expect(codeProblem(wrong, { ...code, text: twice })?.line).toBe(3);
  });

  test("stands at the file's beginning where there is no such function or no file", () => {
    const sentence = "softmax.py has no function softmax.";
    for (const text of [null, "", "x = 1\n"]) {
      const problem = codeProblem({ kind: "missing-function", sentence }, { ...code, text });
      expect(problem).toMatchObject({ line: 1, column: 1, severity: "error" });
    }
  });

  test("is none for a pass, and no error for what is not written yet", () => {
    expect(codeProblem({ kind: "passed", sentence: "Yes.", remarks: [] }, code)).toBeNull();
    const verdict: Verdict = { kind: "not-started", sentence: "Not written yet." };
    expect(codeProblem(verdict, code)?.severity).toBe("info");
  });
});
