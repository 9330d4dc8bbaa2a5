/** What Stats says. */
export const statsWords = {
  cardDays: "Days with cards",
} as const;
