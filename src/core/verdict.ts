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
