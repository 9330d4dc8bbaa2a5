/** What the check-ins say. */
export const checkInWords = {
  skip: "Skip it",
  skipOf: (what: string, day: string) => `Skip: ${what}, ${day}`,
  skipped: "Skipped",
  skippedIs: "It was left out, and is not missed.",
  takeUp: "Take it up again",
} as const;
