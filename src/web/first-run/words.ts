/** What the first questions say. */
export const firstRunWords = {
  welcome: (papers: number, weeks: number) =>
    `${papers} papers, ${weeks} weeks. Two questions, and your plan stands. All of it can be changed later.`,
  whenStart: "When do you start?",
  howManyHours: "How many hours a week?",
  yourPlan: "Your plan",
  papersCount: (papers: number) => (papers === 1 ? "1 paper" : `${papers} papers`),
  firstStep: "First step:",
  begin: "Save the plan and begin",
  lookAround: "Look around first",
  haveTracker: "You keep a tracker already?",
  dropTracker: "or drop your TRACKER.md here: what is filled in is taken over.",
  nothingAdopted: "Nothing in that file is filled in yet.",
  adopted: (entries: number) =>
    `Taken over: ${entries === 1 ? "one entry" : `${entries} entries`}.`,
  notAdopted: (lines: number) =>
    `${lines === 1 ? "One line was" : `${lines} lines were`} not understood. They stand in TRACKER.md as you wrote them:`,
  goOn: "Go on",
  problemLine: (line: number, message: string) => `Line ${line}: ${message}`,
} as const;
