/** What the frame around the screens says. */
import type { ServedFrom } from "../../wire/wire.ts";

export const shellWords = {
  demo: "Example",
  demoIs: "A made-up learner, seven weeks in",
  redo: "Redo",
  theme: { light: "Light", dark: "Dark", system: "System" },
  themeLabel: "Colors",
  problems: "Not understood in TRACKER.md",
  place: (line: number, column: number) => `Line ${line}, column ${column}`,
  conflicts: "Changed on both sides",
  conflict: (field: string, file: string, journal: string) =>
    `${field}: TRACKER.md says “${file}”, the journal said “${journal}”. The file's is shown.`,
  accept: "Accept",
  navigation: "Screens",
  more: "More",
  search: "Search",
  paletteKey: "Ctrl K",
  everywhere: "Everywhere",
  chords: [
    ["Ctrl K", "Open the palette"],
    ["Ctrl Z", "Undo the last change"],
    ["Ctrl Shift Z", "Redo it"],
    ["Esc Tab", "Leave the notes' editor"],
  ],
  takeBack: "Undo",
  anotherDay: (here: string, theirs: string) =>
    `It is another day in ${here}, where you seem to be, than in ${theirs}, which your days go by.`,
  goBy: (here: string) => `Go by ${here}`,
  keptElsewhere: (folder: string | null, changes: number, notes: number) => {
    const what = [
      changes === 0 ? [] : changes === 1 ? ["one change"] : [`${changes} changes`],
      notes === 0 ? [] : notes === 1 ? ["one note"] : [`${notes} notes`],
    ].flat();
    const whose = folder === null ? "another workspace" : `the workspace ${folder}`;
    return `This browser keeps ${what.join(" and ")} for ${whose}, and sends them when that is served here again.`;
  },
  away: (waiting: number, from: ServedFrom["is"]) => {
    const until = from === "hub" ? "when the hub answers again" : "when study runs again";
    return waiting === 0
      ? `Not connected. You can go on; what you do is kept in this browser and sent ${until}.`
      : `Not connected. ${waiting === 1 ? "One change is" : `${waiting} changes are`} kept in this browser and sent ${until}.`;
  },
  celebration: "🎉",
  noReward: "You have not promised yourself anything for this. Do it now: you have earned it.",
  yourReward: (text: string) => `You promised yourself: ${text}`,
} as const;
