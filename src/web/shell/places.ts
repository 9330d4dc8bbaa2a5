/** How each screen is called, drawn and reached by keys. */
import {
  CalendarRange,
  ChartColumn,
  ClipboardCheck,
  Columns2,
  FileText,
  Flag,
  History,
  Layers,
  ListTodo,
  type LucideIcon,
  Settings2,
  Sun,
  Users,
  Waypoints,
} from "lucide-react";
import { type Screen, screens } from "../../wire/screens.ts";
import { strings } from "../strings.ts";

export interface Place {
  readonly path: string;
  readonly label: string;
  /** Pressed after `g`. */
  readonly key: string;
  readonly icon: LucideIcon;
}

const looks: Readonly<Record<Screen, Omit<Place, "path">>> = {
  today: {
    label: strings.places.today,
    key: "t",
    icon: Sun,
  },
  plan: {
    label: strings.places.plan,
    key: "p",
    icon: CalendarRange,
  },
  papers: {
    label: strings.places.papers,
    key: "a",
    icon: FileText,
  },
  review: {
    label: strings.places.review,
    key: "r",
    icon: Layers,
  },
  "check-ins": {
    label: strings.places.checkIns,
    key: "c",
    icon: ClipboardCheck,
  },
  stats: {
    label: strings.places.stats,
    key: "s",
    icon: ChartColumn,
  },
  log: {
    label: strings.places.log,
    key: "l",
    icon: History,
  },
  map: {
    label: strings.places.map,
    key: "m",
    icon: Waypoints,
  },
  compare: {
    label: strings.places.compare,
    key: "o",
    icon: Columns2,
  },
  milestones: {
    label: strings.places.milestones,
    key: "i",
    icon: Flag,
  },
  group: {
    label: strings.places.group,
    key: "g",
    icon: Users,
  },
  tracker: {
    label: strings.places.tracker,
    key: "d",
    icon: ListTodo,
  },
  settings: {
    label: strings.places.settings,
    key: ",",
    icon: Settings2,
  },
};

export const places: readonly Place[] = screens.map((screen) => ({
  path: `/${screen}`,
  ...looks[screen],
}));
