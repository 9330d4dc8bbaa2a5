/** What a check may use before it is stopped. */
export interface Limits {
  /** Until the learner's file is loaded; frameworks take seconds. */
  readonly loading: number;
  /** For one case, or for all laws together. */
  readonly step: number;
  readonly memory: number;
  /** Characters printed. */
  readonly output: number;
}

export const defaultLimits: Limits = {
  loading: 90_000,
  step: 15_000,
  memory: 4 * 2 ** 30,
  output: 1_000_000,
};

/** A milestone runs a model of the learner's on thousands of tokens. */
export const milestoneLimits: Partial<Limits> = { step: 600_000, memory: 8 * 2 ** 30 };
