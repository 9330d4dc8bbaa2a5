/** What the comparison says. */
export const compareWords = {
  compareIs:
    "What the papers report of their models, each figure with its place. What a paper does not say stays unknown.",
  noFigures: "This curriculum holds no figures of models.",
  models: "Models",
  sideBySide: "Side by side",
  ownFigures: "Your own",
  unknown: "unknown",
  addOwn: "Add a model of your own",
  modelName: "Name",
  figures: "Figures",
  choose: (chosen: number, all: number) => `Choose models: ${chosen} of ${all} stand below`,
  takeAway: (model: string) => `Take away: ${model}`,
  question: "Which was trained longest for its size?",
  answer: (of: readonly (readonly [model: string, ratio: string])[]) =>
    `Tokens for each parameter: ${of.map(([model, ratio]) => `${model} ${ratio}`).join(", ")}.`,
  rule: "About 20 makes the best use of a given compute, by Hoffmann et al. (2022).",
} as const;
