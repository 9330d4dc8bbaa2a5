/** Something in a learner's file that was not understood and is left as it is. */
export interface Problem {
  /** Counted from 1. */
  readonly line: number;
  /** Counted from 1, in characters. */
  readonly column: number;
  /** A sentence: what is wrong and what would be right. */
  readonly message: string;
}
