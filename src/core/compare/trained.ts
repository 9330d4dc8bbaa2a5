/** How long each model was trained for its size: tokens for each parameter, the most first. */
import type { ComparedModel } from "./compare.ts";

export interface Trained {
  readonly model: string;
  readonly tokensPerParameter: number;
}

/** Only where a paper gives both, and counts its data in tokens. */
export function trainedForSize(models: readonly ComparedModel[]): readonly Trained[] {
  return models
    .flatMap(({ model, facts }) => {
      const [size, data] = [facts.parameters?.value, facts.tokens];
      if (typeof size !== "number" || typeof data?.value !== "number" || size === 0) return [];
      if (data.unit !== undefined) return [];
      return [{ model, tokensPerParameter: data.value / size }];
    })
    .sort((a, b) => b.tokensPerParameter - a.tokensPerParameter);
}
