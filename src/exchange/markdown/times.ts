/** Time as people write it: `2h 30m`, `150 min`, `2,5 Std.`, `1小时30分钟`, `half an hour`, `19:00-20:30`. */
import { type Minutes, parseDuration } from "../../core/time/duration.ts";
import { bareWord } from "./languages.ts";

const hourWords =
  "hours?|hrs?|std|stunden?|horas?|heures?|ore|ora|uur|uren|godz|godzin[aey]?|час(?:а|ов)?|ч|小时|小時|个小时|個小時|時間|시간|h";
const minuteWords =
  "minutes?|minuten|minutos?|minuti|minuto|mins?|мин(?:ут[аы]?)?|分钟|分鐘|分|분|m";
const inHours = new RegExp(String.raw`(?<=[\d½¼¾])\s*(?:${hourWords})(?!\p{L}*[a-zа-я])\.?`, "giu");
const inMinutes = new RegExp(String.raw`(?<=\d)\s*(?:${minuteWords})(?!\p{L}*[a-zа-я])\.?`, "giu");

/** Times that are written without a digit. */
const spoken: ReadonlyMap<string, Minutes> = new Map([
  ...["half an hour", "half hour", "a half hour", "eine halbe stunde", "halbe stunde"].map(
    (said) => [said, 30] as const,
  ),
  ...["media hora", "une demi-heure", "mezz'ora", "meia hora", "半小时", "半小時", "半時間"].map(
    (said) => [said, 30] as const,
  ),
  ...["полчаса", "반시간"].map((said) => [said, 30] as const),
  ...["an hour", "one hour", "eine stunde", "una hora", "une heure", "un'ora", "uma hora"].map(
    (said) => [said, 60] as const,
  ),
  ...["час", "一小时", "一個小時"].map((said) => [said, 60] as const),
  ...["an hour and a half", "one and a half hours", "anderthalb stunden"].map(
    (said) => [said, 90] as const,
  ),
  ...["hora y media", "une heure et demie"].map((said) => [said, 90] as const),
  ...["quarter of an hour", "a quarter hour", "eine viertelstunde"].map(
    (said) => [said, 15] as const,
  ),
  ...["two hours", "zwei stunden", "dos horas", "deux heures", "两小时"].map(
    (said) => [said, 120] as const,
  ),
  ...["three hours", "drei stunden", "tres horas", "trois heures", "三小时"].map(
    (said) => [said, 180] as const,
  ),
]);

/** The same with `h` and `m` for all words of hours and minutes. */
export function inOurUnits(text: string): string {
  return text
    .replace(/(\d)\s*(?:時間|小时|小時|시간)\s*(?:半|반)/gu, "$1.5h")
    .replace(inHours, "h")
    .replace(inMinutes, "m");
}

/** Time as people write it into a cell; a bare number is of that unit. Null for what is none. */
export function hoursIn(text: string, unit: "hours" | "minutes"): Minutes | null {
  const known = spoken.get(bareWord(text).trim());
  if (known !== undefined) return known;
  const span = clockSpan(text.trim());
  if (span !== null && span.rest === "") return span.minutes;
  const bare = inOurUnits(
    text
      .replace(/\ufe0f|⏱|⏲|🕒|[~≈+]/gu, "")
      .replace(/\b(?:approx|about|ca)\.?\s*/i, "")
      .replace(/(\d)\s*½/g, "$1.5")
      .replace(/(\d)\s*¼/g, "$1.25")
      .replace(/(\d)\s*¾/g, "$1.75")
      .replace(/½/g, ".5")
      .replace(/¼/g, ".25")
      .replace(/¾/g, ".75"),
  ).trim();
  const withSeconds = /^(\d{1,3}:[0-5]\d):[0-5]\d$/.exec(bare)?.[1];
  if (unit === "minutes" && /^\d{1,5}(?:[.,]\d+)?$/.test(bare)) {
    return Math.round(Number(bare.replace(",", ".")));
  }
  return parseDuration(withSeconds ?? bare.replace(/\s*,\s*(?=\d+\s*m)/, " "), "hours");
}

/** A cell that says no time at all. */
export function saysNoTime(text: string): boolean {
  return /^(?:|[-–—._]+|_*\s*h(?:ours?)?|n\/?a|none|off|rest(?: day)?|tbd|\?+|x|😴|💤)$/iu.test(
    text.trim(),
  );
}

const spanForm =
  /^\(?(\d{1,2})[:.h](\d{2})\s*([ap]m)?\s*(?:[-–—~]|to|bis|→)\s*(\d{1,2})[:.h](\d{2})\s*([ap]m)?\)?\s*[:,;|–—-]?\s*/iu;

/** `19:00-20:30 BERT`: from a time of day to another, and the words behind. Null for what begins otherwise. */
export function clockSpan(
  text: string,
): { readonly minutes: Minutes; readonly rest: string } | null {
  const found = spanForm.exec(text);
  if (found === null) return null;
  const [whole, h1, m1, half1, h2, m2, half2] = found;
  const at = (hours = "", minutes = "", half?: string) => {
    const said = Number(hours);
    if (Number(minutes) > 59 || said > (half === undefined ? 24 : 12)) return null;
    const twelve = half === undefined ? said : (said % 12) + (/^p/i.test(half) ? 12 : 0);
    return twelve * 60 + Number(minutes);
  };
  const from = at(h1, m1, half1 ?? half2);
  const to = at(h2, m2, half2);
  if (from === null || to === null) return null;
  // One that ends before it begins goes over midnight.
  const minutes = to > from ? to - from : to + 24 * 60 - from;
  return minutes > 16 * 60 ? null : { minutes, rest: text.slice(whole.length).trim() };
}

const number = String.raw`\d[\d.,:½]*`;
const behind = new RegExp(
  String.raw`^(.*\S)(?:\s+(?:[-–—|·~]{1,3}|:)\s*|\s*[:,.]\s+|\s*[([]\s*)((?:${number}\s*h(?:\s*(?:and\s+)?\d{1,2}(?:\s*m)?)?|${number}\s*m))\s*[)\]]?(?:\s+(?:so far|spent|total))?[.\s]*$`,
  "isu",
);

const longestTail = 200;

/** What says that the time behind it was never spent. */
const planned = /(?:[~≈]|\b(?:est|estimated?|approx|ca|about|plan(?:ned)?|goal|target)\.?:?)\s*$/i;

/** Without the stars behind a title, and with the marks of ASCII for those of full width. */
function plainMarks(text: string): string {
  return withAsciiMarks(text).replace(/\s*[-–—|·]?\s*[⭐★☆🌟]{1,10}\s*$/u, "");
}

export function withAsciiMarks(text: string): string {
  return text.replace(/：/g, ": ").replace(/，/g, ", ").replace(/（/g, " (").replace(/）/g, ") ");
}

/** `Read BERT (3h)`, `BERT -- 45 min`: a time behind words that does not say whether it was planned or spent. */
export function timeBehind(
  text: string,
): { readonly words: string; readonly minutes: Minutes } | null {
  if (!/\d/.test(text)) return null;
  // A time stands at the end: of a long line no more is looked at.
  const from = Math.max(0, text.length - longestTail);
  const said = plainMarks(text.slice(from));
  const found = behind.exec(inOurUnits(said));
  if (found === null) return null;
  const [, before = "", time = ""] = found;
  const minutes = hoursIn(time, "hours");
  if (minutes === null || minutes === 0 || planned.test(before)) return null;
  // The words as they are written: what was put into our units stands behind them.
  const words = inOurUnits(said) === said ? before : (original(said, time) ?? before);
  return { words: (text.slice(0, from) + words).replace(/[\s([:,–—|·-]+$/u, ""), minutes };
}

function original(text: string, time: string): string | null {
  const [digits = ""] = /^[\d.,:½]+/.exec(time) ?? [];
  const at = text.lastIndexOf(digits, text.length);
  for (let from = at; from > 0; from = text.lastIndexOf(digits, from - 1)) {
    if (hoursIn(text.slice(from).replace(/[)\]\s.]+$/, ""), "hours") !== null) {
      return text.slice(0, from);
    }
  }
  return null;
}
