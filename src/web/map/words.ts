/** What the map says. */
import { sayDuration } from "../../core/time/duration.ts";

export const mapWords = {
  mapHelp:
    "Arrows lead from a paper to what builds on it; bold ones are links in your notes. Size shows hours, fill shows progress. Choose a paper to see all its links.",
  unlocks: (papers: readonly string[]) => `Opens the way to ${papers.join(", ")}.`,
  mapOf: "Papers and their links",
  mapState: (share: number, minutes: number) =>
    `${Math.round(share * 100)}% done, ${sayDuration(minutes)}`,
  asList: "As a list",
  edge: (
    kind: "builds-on" | "compared-with" | "leads-to" | "note" | "needs",
    from: string,
    to: string,
  ) =>
    ({
      "builds-on": `${from} builds on ${to}`,
      "compared-with": `${from} is compared with ${to}`,
      "leads-to": `${from} leads to ${to}`,
      note: `Your notes on ${from} link to ${to}`,
      needs: `${from} needs ${to}`,
    })[kind],
} as const;
