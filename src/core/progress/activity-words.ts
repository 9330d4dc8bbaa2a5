/** What the activities are called in a sentence. */
import type { Activity } from "../entries/entry.ts";

export const activityWords: { readonly [A in Activity]: string } = {
  read: "reading",
  notes: "notes",
  implement: "implementing",
  review: "review",
};
