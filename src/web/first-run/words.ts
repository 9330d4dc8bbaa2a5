/** What the first questions say. */
export const firstRunWords = {
  welcome: (papers: number, weeks: number) =>
    `${papers} papers, ${weeks} weeks. A few questions, and your plan is ready. All of it can be changed later.`,
  whenStart: "When do you start?",
  howManyHours: "How many hours a week?",
  yourPlan: "Your plan",
  papersCount: (papers: number) => (papers === 1 ? "1 paper" : `${papers} papers`),
  firstStep: "First step:",
  begin: "Save the plan and begin",
  lookAround: "Look around first",
  haveTracker: "Do you already keep a tracker?",
  dropTracker: "or drop it here, whatever its shape: you see first what would be taken over.",
  nothingAdopted: "Nothing in that file is filled in yet.",
  adopted: (entries: number) =>
    `Taken over: ${entries === 1 ? "one entry" : `${entries} entries`}.`,
  notAdopted: (lines: number) =>
    `${lines === 1 ? "One line was" : `${lines} lines were`} not understood. They stay in TRACKER.md as you wrote them:`,
  goOn: "Go on",
} as const;
