/** What Today and the papers say. */
export const screenWords = {
  toLog: "What was logged, to put it right",
  shortAspects: { read: "Read", notes: "Notes", implemented: "Implemented" },
  states: { none: "Open", started: "In progress", done: "Done" },
  lastUpdated: "Last updated",
  weekOf: (week: number, weeks: number) => `Week ${week} of ${weeks}`,
  startsOn: (day: string) => `The plan begins on ${day}`,
  pastPlan: (week: number) => `Week ${week}, past the plan`,
  beginNext: "Begin the next step",
  tickIt: "Tick it",
  startSession: "Start a session",
  tasksDone: (done: number, all: number) => `${done} of ${all} tasks done`,
  otherWeeks: "All weeks",
  pace: "Pace",
  spentThisWeek: "This week",
  spentToday: "Today",
  dueParts: (due: number, fresh: number) =>
    [due > 0 ? `${due} due` : "", fresh > 0 ? `${fresh} new` : ""].filter(Boolean).join(", "),
  toCheckIns: "All check-ins",
} as const;
