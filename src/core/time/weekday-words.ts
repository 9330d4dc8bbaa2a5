/** Days of the week as people write them. */
import { type Weekday, weekdays } from "./calendar.ts";

/** `sat, sun`, `Saturday and Sunday`, `none`; null where a word is no day of the week or could be two. */
export function readWeekdays(said: string): readonly Weekday[] | null {
  const words = said
    .toLowerCase()
    .split(/[\s,;&+/]+|\band\b/)
    .filter((word) => word !== "");
  if (words.length === 0 || (words.length === 1 && words[0] === "none")) return [];
  const meant = words.map((word) => {
    const found = weekdays.filter((day) => day.startsWith(word.replace(/s?\.?$/, "")));
    return word.length >= 2 && found.length === 1 ? found[0] : undefined;
  });
  if (meant.includes(undefined)) return null;
  return weekdays.filter((day) => meant.includes(day));
}
