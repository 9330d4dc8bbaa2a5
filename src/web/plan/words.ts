/** What the plan's weeks say. */
export const planWords = {
  finished: (weeks: number) =>
    weeks === 1 ? "One week that is over" : `${weeks} weeks that are over`,
  late: "Left over from before",
  lateIs: (tasks: number) =>
    tasks === 1
      ? "One task of an earlier week is open."
      : `${tasks} tasks of earlier weeks are open.`,
  moveHere: "Move to this week",
  moveAll: "Move all to this week",
  moveOf: (text: string) => `Move to this week: ${text}`,
} as const;
