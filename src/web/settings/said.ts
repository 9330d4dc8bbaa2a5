/** The settings as a person says them: read once, for the screen's fields and for the palette. */
import type { Command } from "../../core/decide/command.ts";
import type { Progress } from "../../core/progress/progress.ts";
import {
  doubtOf,
  parseClock,
  parseDuration,
  sayClock,
  sayDuration,
} from "../../core/time/duration.ts";
import { readZone } from "../../core/time/elsewhere.ts";
import { readWeekdays } from "../../core/time/weekday-words.ts";
import { readWrittenDay } from "../../core/time/written.ts";
import { sayWeekdays } from "../../core/words/describe.ts";
import { longDay } from "../format.ts";
import { settingsWords as words } from "./words.ts";

export type ReadSetting =
  | { readonly ok: true; readonly command: Command; readonly value: string }
  | { readonly ok: false; readonly fault: string };

export interface Setting {
  readonly id: string;
  readonly label: string;
  /** What the palette knows it by, beside its label. */
  readonly names: readonly string[];
  readonly example: string;
  readonly read: (text: string) => ReadSetting;
}

const no = (fault: string): ReadSetting => ({ ok: false, fault });
const yes = (command: Command, value: string): ReadSetting => ({ ok: true, command, value });

export const hoursAWeek: Setting = {
  id: "hours",
  label: words.hoursAWeek,
  names: ["hours", "pace"],
  example: "hours 8h",
  read: (text) => {
    if (text === "") return yes({ do: "change-plan", minutesAWeek: null }, words.none);
    const minutes = parseDuration(text, "hours");
    if (minutes === null || minutes === 0) return no(doubtOf(text) ?? words.badHours(text));
    return yes({ do: "change-plan", minutesAWeek: minutes }, sayDuration(minutes));
  },
};

function dayOfPlan(key: "start" | "target", label: string, example: string): Setting {
  return {
    id: key,
    label,
    names: key === "start" ? ["start date"] : ["target", "target date"],
    example,
    read: (text) => {
      const day = readWrittenDay(text, longDay);
      if (day.is === "fault") return no(day.message);
      if (day.is === "other") return no(words.badDay(text));
      return yes({ do: "change-plan", [key]: day.on }, day.on);
    },
  };
}

export const timeZone: Setting = {
  id: "zone",
  label: words.timeZone,
  names: ["zone"],
  example: "time zone Europe/Berlin",
  read: (text) => {
    const zone = readZone(text);
    return zone.ok ? yes({ do: "change-plan", timeZone: zone.zone }, zone.zone) : no(zone.fault);
  },
};

export const dayStarts: Setting = {
  id: "day-starts",
  label: words.dayStarts,
  names: ["day starts", "day starts at"],
  example: "day starts 04:00",
  read: (text) => {
    const minutes = parseClock(text);
    if (minutes === null || minutes > 12 * 60) return no(words.badDayStart(text));
    return yes({ do: "change-plan", dayStarts: minutes }, sayClock(minutes));
  },
};

export const easyDays: Setting = {
  id: "easy-days",
  label: words.easyDays,
  names: ["easy days", "easy"],
  example: "easy days sat, sun",
  read: (text) => {
    const days = readWeekdays(text);
    if (days === null || days.length > 6) return no(words.badDays(text));
    return yes({ do: "change-plan", easyDays: [...days] }, sayWeekdays(days));
  },
};

export const retention: Setting = {
  id: "retention",
  label: words.retention,
  names: ["retention"],
  example: "retention 90",
  read: (text) => {
    const percent = whole(text);
    if (percent === null || percent < 70 || percent > 99) return no(words.badRetention(text));
    return yes({ do: "change-settings", retention: percent / 100 }, `${percent}%`);
  },
};

function count(
  key: "newCardsADay" | "reviewsADay",
  about: Pick<Setting, "id" | "label" | "names" | "example">,
): Setting {
  return {
    ...about,
    read: (text) => {
      const cards = whole(text);
      if (cards === null) return no(words.badCount(text));
      return yes({ do: "change-settings", [key]: cards }, String(cards));
    },
  };
}

export const newCards = count("newCardsADay", {
  id: "new-cards",
  label: words.newCards,
  names: ["new cards"],
  example: "new cards 15",
});

export const reviewsADay = count("reviewsADay", {
  id: "cards",
  label: words.reviewsADay,
  names: ["cards a day", "reviews a day"],
  example: "cards a day 100",
});

export const settings: readonly Setting[] = [
  hoursAWeek,
  dayOfPlan("start", words.start, "start date 2026-11-30"),
  dayOfPlan("target", words.target, "target 2027-02-28"),
  dayStarts,
  timeZone,
  easyDays,
  retention,
  newCards,
  reviewsADay,
];

/** What a setting says now. */
export function hoursSaid({ minutesAWeek }: Progress): string {
  return minutesAWeek === null ? "" : sayDuration(minutesAWeek);
}

function whole(text: string): number | null {
  const digits = text.trim().replace(/\s*%$/, "");
  return /^\d{1,4}$/.test(digits) ? Number.parseInt(digits, 10) : null;
}
