/** What Stats says. */
export const statsWords = {
  data: "Data",
  noStats: "There is nothing to show yet: log some time or answer some cards.",
  longestStreak: "Longest run of days",
  cardsAnswered: "Cards answered",
  retention: "Retention",
  hoursByDay: "Hours by day",
  hoursByDaySaid: (days: number, busiest: string, most: string) =>
    `Work on ${days === 1 ? "1 day" : `${days} days`}; the most was ${most} on ${busiest}.`,
  hoursByPaper: "Hours by paper and activity",
  hoursByPaperSaid: (paper: string, most: string, papers: number) =>
    `${papers === 1 ? "1 paper" : `${papers} papers`} so far; the most time went into ${paper}: ${most}.`,
  burnUp: "Work done against the plan",
  retentionSaid: (known: string, wanted: string) =>
    `${known} of all answers were right; ${wanted} is what you want.`,
  reviewLoad: "Cards ahead",
  reviewLoadSaid: (cards: number, days: number) =>
    `${cards === 1 ? "1 card falls" : `${cards} cards fall`} due in the next ${days} days.`,
  hoursAxis: "hours",
  percentAxis: "% known",
  cardsAxis: "cards",
  series: { done: "done", plan: "plan", likely: "likely" },
  cardDays: "Days with cards",
} as const;
