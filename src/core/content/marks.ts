/** The colours of marks in a paper. An entry of a newer version may name another: it is shown as the first. */

export const markColours = ["yellow", "green", "blue", "pink", "violet"] as const;
export type MarkColour = (typeof markColours)[number];

export function markColour({ colour }: { readonly colour?: string | undefined }): MarkColour {
  return markColours.find((one) => one === colour) ?? "yellow";
}
