/** What the settings say. */
export const settingsWords = {
  onComputer: "On your own computer",
  onComputerIs:
    "Your code and the Python that runs it, PDFs, and what other tools wrote: study takes them in there.",
  pythonIs:
    "This is set for this machine only. The command “study python PROGRAM” chooses another.",
  none: "not set",
  plan: "Plan",
  start: "Start date",
  target: "Target date",
  badDay: (text: string) => `"${text}" is not a date: write 2026-11-30.`,
  hoursAWeek: "Hours a week",
  hoursHint: "How much you mean to study: 8h, or 7h30. The forecast starts from it.",
  badHours: (text: string) => `"${text}" is not a number of hours: write 8 or 7h30.`,
  timeZone: "Time zone",
  zoneHint: (here: string) => `Where your days begin and end. This browser is in ${here}.`,
  dayStarts: "Day begins at",
  dayStartsHint: "Work before this time belongs to the day before: 04:00 for late nights.",
  badDayStart: (text: string) =>
    `"${text}" is not a time between 00:00 and 12:00; write it as 04:00.`,
  easyDays: "Easy days",
  easyDaysHint:
    "Half of the cards and no new ones; the week's work is for the other days: sat, sun.",
  badDays: (text: string) => `“${text}” is not one to six days of the week: write sat, sun.`,
  dates: "Change the start and target dates on the Plan screen",
  reviews: "Reviews",
  retention: "Desired retention, %",
  retentionHint:
    "How many of the cards you want to know when they come, 70 to 99. Higher asks more often.",
  badRetention: (text: string) => `"${text}" is not a whole number from 70 to 99.`,
  newCards: "New cards a day",
  newCardsHint: "Cards of papers that you have begun.",
  reviewsADay: "Cards a day at most",
  reviewsHint: "What is left over comes the next day.",
  badCount: (text: string) => `"${text}" is not a whole number from 0 to 9999.`,
  takeIn: "From other tools",
  takeInHelp:
    "or drop it here: a tracker or list in Markdown, sessions and cards as tables, Anki packages, BibTeX, highlights and notes from Zotero, times of Toggl, Clockify, Timewarrior or WakaTime. You see first what would be taken over.",
  lab: "Python",
  about: "This workspace",
  folder: { computer: "Folder", hub: "Works for" },
  curriculum: "Curriculum",
  own: {
    computer:
      "Everything is in this folder: TRACKER.md, notes, code and papers as plain files, the journal as one SQLite file. The command “study export” writes it as text.",
    hub: "This page works on the hub's copy. Your own computers have the same as plain files, and get what you do here at their next sync.",
  },
} as const;
