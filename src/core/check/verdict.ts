/** How a check of the learner's code can end. */
export const verdictKinds = [
  "passed",
  "wrong",
  "broke-laws",
  "wrong-shape",
  "not-a-number",
  "wrong-type",
  "wrong-arity",
  "changed-input",
  "unsteady",
  "timed-out",
  "out-of-memory",
  "crashed",
  "exited",
  "flooded",
  "import-failed",
  "syntax-error",
  "raised",
  "not-started",
  "missing-function",
  "missing-file",
  "bad-python",
  "bad-exercise",
] as const;
export type VerdictKind = (typeof verdictKinds)[number];

/** Verdicts that say nothing about the learner's code, so they are no part of the journal. */
export const unrecorded: ReadonlySet<VerdictKind> = new Set([
  "not-started",
  "missing-file",
  "bad-python",
  "bad-exercise",
]);

/** The head of what is said of a check. */
export const verdictWords: { readonly [K in VerdictKind]: string } = {
  passed: "Passed",
  wrong: "Wrong",
  "broke-laws": "Breaks a law",
  "wrong-shape": "Wrong shape",
  "not-a-number": "Not a number",
  "wrong-type": "Wrong type",
  "wrong-arity": "Wrong arguments",
  "changed-input": "Changed its input",
  unsteady: "Two results for one input",
  "timed-out": "Too slow",
  "out-of-memory": "Out of memory",
  crashed: "Crashed",
  exited: "Ended the process",
  flooded: "Printed too much",
  "import-failed": "Import failed",
  "syntax-error": "Syntax error",
  raised: "Raised an error",
  "not-started": "Not started",
  "missing-function": "No such function",
  "missing-file": "No file yet",
  "bad-python": "Python",
  "bad-exercise": "The exercise is broken",
};

/** The same for a kind that an entry holds: a newer version may know more of them. */
export function verdictWord(kind: string): string {
  const known = verdictKinds.find((one) => one === kind);
  return known === undefined ? kind : verdictWords[known];
}
