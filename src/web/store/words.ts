/** What the page says of what it keeps. */
export const storeWords = {
  done: "Done.",
  undone: "Undone",
  redone: "Redone",
  andMore: (entries: number) => `and ${entries} more`,
} as const;
