/** How each screen is called, drawn and reached by keys. */
import { type Screen, screens } from "../../wire/screens.ts";
import { strings } from "../strings.ts";

export interface Place {
  readonly path: string;
  readonly label: string;
  /** Pressed after `g`. */
  readonly key: string;
  /** SVG path data on a 24 by 24 field, drawn as lines. */
  readonly icon: string;
}

const looks: Readonly<Record<Screen, Omit<Place, "path">>> = {
  today: {
    label: strings.places.today,
    key: "t",
    icon: "M12 3v2M12 19v2M3 12h2M19 12h2M5.6 5.6l1.4 1.4M17 17l1.4 1.4M5.6 18.4 7 17M17 7l1.4-1.4M12 8a4 4 0 1 0 0 8 4 4 0 0 0 0-8z",
  },
  plan: {
    label: strings.places.plan,
    key: "p",
    icon: "M4 6h10M8 12h12M4 18h8",
  },
  papers: {
    label: strings.places.papers,
    key: "a",
    icon: "M6 3h9l4 4v14H6zM14 3v5h5M9 13h7M9 17h7",
  },
  review: {
    label: strings.places.review,
    key: "r",
    icon: "M4 7h13v13H4zM8 4h12v12",
  },
  "check-ins": {
    label: strings.places.checkIns,
    key: "c",
    icon: "M4 5h16v15H4zM4 10h16M9 3v4M15 3v4M9 15l2 2 4-4",
  },
  stats: {
    label: strings.places.stats,
    key: "s",
    icon: "M4 20V10M10 20V4M16 20v-7M21 20H3",
  },
  map: {
    label: strings.places.map,
    key: "m",
    icon: "M6 8a2 2 0 1 0 0-4 2 2 0 0 0 0 4zM18 13a2 2 0 1 0 0-4 2 2 0 0 0 0 4zM8 20a2 2 0 1 0 0-4 2 2 0 0 0 0 4zM8 7l8 3M16.5 12.5 9.5 17M6 8l1.5 8",
  },
  compare: {
    label: strings.places.compare,
    key: "o",
    icon: "M5 4h5v16H5zM14 4h5v16h-5zM5 10h5M14 14h5",
  },
  milestones: {
    label: strings.places.milestones,
    key: "i",
    icon: "M6 21V4h11l-2 4 2 4H6",
  },
  tracker: {
    label: strings.places.tracker,
    key: "d",
    icon: "M5 4h14v16H5zM8 9l1.5 1.5L12 8M8 15l1.5 1.5L12 14M14 9.5h3M14 15.5h3",
  },
  settings: {
    label: strings.places.settings,
    key: ",",
    icon: "M4 7h9M17 7h3M15 5v4M4 17h3M11 17h9M9 15v4",
  },
};

export const places: readonly Place[] = screens.map((screen) => ({
  path: `/${screen}`,
  ...looks[screen],
}));
