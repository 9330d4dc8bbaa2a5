/** What the log says. */
export const logWords = {
  dayNow: (day: string, zone: string) => `(${day} in ${zone})`,
  title: "Log",
  sessions: "Sessions",
  noSessions: "Nothing is logged yet: start a step, or log time on the screen Today.",
  earlier: "“study sessions” in the terminal lists the earlier ones too.",
  more: "Show earlier ones",
  edit: "Edit the session",
  editOf: (what: string) => `Edit ${what}`,
  pass: (number: number) => `pass ${number}`,
  time: "Began at",
  split: "Split in two",
  remove: "Remove",
  done: "What was done",
  doneIs: "Each line can be taken back alone, whatever was done after it.",
  nothingDone:
    "Nothing was done lately. “study history” in the terminal goes back to the beginning.",
  undo: "Undo",
  undoOf: (what: string) => `Undo: ${what}`,
  undone: "undone",
} as const;
