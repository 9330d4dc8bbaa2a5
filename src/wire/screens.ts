/** The page's own addresses: the one list of its screens. The server answers each with the page, which shows it. */

/** In the order in which the page offers them. */
export const screens = [
  "today",
  "plan",
  "papers",
  "review",
  "check-ins",
  "stats",
  "log",
  "map",
  "compare",
  "milestones",
  "group",
  "tracker",
  "settings",
] as const;
export type Screen = (typeof screens)[number];

/** Where the bare address leads. */
export const home = `/${screens[0]}`;

/** What a paper's own screen is divided into. */
export const rooms = ["read", "notes", "implement", "review"] as const;
export type Room = (typeof rooms)[number];

/** The patterns of all addresses that show a screen; `:paper` stands for a paper's id. */
export const pagePaths: readonly string[] = [
  "/",
  ...screens.map((screen) => `/${screen}`),
  "/paper/:paper",
  ...rooms.map((room) => `/paper/:paper/${room}`),
];

/** The screen that an address shows, or belongs to: a paper's own is one of the papers. */
export function screenAt(path: string): Screen | null {
  const [, first] = path.split("/");
  if (first === "paper") return "papers";
  return screens.find((screen) => screen === first) ?? null;
}
