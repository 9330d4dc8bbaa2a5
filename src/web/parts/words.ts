/** What the end of a session says. */
export const sessionWords = {
  ended: "The session has ended",
  logged: (duration: string, paper: string, what: string) =>
    `${duration} logged: ${paper}, ${what.toLowerCase()}.`,
  passDone: (pass: number) => `Pass ${pass} counts as done.`,
  notYet: (pass: number) => `Pass ${pass} is not done yet`,
  markRead: "All read: mark the paper",
  length: "How long",
  next: (what: string) => `Next: ${what}`,
  forgotten: (counted: string) => `This timer counted ${counted}. How long did you work?`,
} as const;
