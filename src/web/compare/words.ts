/** What the comparison answers. */
export const compareWords = {
  choose: (chosen: number, all: number) => `Choose models: ${chosen} of ${all} stand below`,
  takeAway: (model: string) => `Take away: ${model}`,
  question: "Which was trained longest for its size?",
  answer: (of: readonly (readonly [model: string, ratio: string])[]) =>
    `Tokens for each parameter: ${of.map(([model, ratio]) => `${model} ${ratio}`).join(", ")}.`,
  rule: "About 20 makes the best use of a given compute, by Hoffmann et al. (2022).",
} as const;
