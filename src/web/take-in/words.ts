/** What is said where files of other tools are taken in. */
export const takeInWords = {
  takeOver: "Take it over",
  leaveIt: "Leave it",
  oneFile: "One file at a time.",
  problems: (lines: number) =>
    `${lines === 1 ? "One line is" : `${lines} lines are`} not taken over:`,
  problemLine: (line: number | null, message: string) =>
    line === null ? message : `Line ${line}: ${message}`,
  more: (count: number) => `… and ${count} more`,
  elsewhere: "A file is taken in on the screen Settings; a PDF on its paper's screen.",
} as const;
