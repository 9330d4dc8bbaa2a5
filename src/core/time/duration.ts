/** Durations, held as whole minutes. */

export type Minutes = number;

const clock = /^(\d{1,3}):([0-5]\d)$/;
/** `1.5`, `1,5`, `.5`. Three digits behind a comma may be thousands, so they are not guessed. */
const amount = String.raw`(?:\d+(?:\.\d+|,\d{1,2}(?!\d))?|[.,]\d+)`;
const bareAmount = new RegExp(`^${amount}$`);
const hoursUnit = "h(?:ours?|rs?)?";
const minutesUnit = "m(?:in(?:ute)?s?)?";
const hoursAlone = new RegExp(`^(${amount})\\s*${hoursUnit}$`, "i");
const minutesAlone = new RegExp(`^(${amount})\\s*${minutesUnit}$`, "i");
/** Minutes behind hours are whole, and fewer than an hour; without a unit they have both digits. */
const both = new RegExp(
  `^(\\d+)\\s*${hoursUnit}\\s*(?:and\\s+)?(?:([0-5]\\d)|([0-5]?\\d)\\s*${minutesUnit})$`,
  "i",
);

/**
 * Reads a duration as people write it: `90m`, `1h30`, `1h 5m`, `1.5h`, `.5h`, `1:30`, `2 hours`.
 * A bare number has no unit, so its meaning is the caller's: `bareUnit`.
 * Null when the text is something else, may be two amounts, or is more than 999 hours; `durationFault` says which.
 */
export function parseDuration(text: string, bareUnit: "hours" | "refuse"): Minutes | null {
  const trimmed = text.trim();
  if (bareAmount.test(trimmed))
    return bareUnit === "hours" ? checked(toNumber(trimmed) * 60) : null;
  const hours = hoursAlone.exec(trimmed);
  if (hours) return checked(toNumber(hours[1] ?? "") * 60);
  const minutes = minutesAlone.exec(trimmed);
  if (minutes) return checked(toNumber(minutes[1] ?? ""));
  const parts = clock.exec(trimmed) ?? both.exec(trimmed);
  if (!parts) return null;
  return checked(Number(parts[1]) * 60 + Number(parts[2] ?? parts[3]));
}

/** Hours, and more behind them than a clock would show, or less than it takes to be one amount. */
const oddMinutes = new RegExp(
  `^(\\d{1,3})\\s*(?::|${hoursUnit}\\s*(?:and\\s+)?)(\\d{1,3})\\s*(?:${minutesUnit})?$`,
  "i",
);

/** Why a text is no duration, for a caller to whom a bare number means nothing. A whole sentence. */
export function durationFault(text: string): string {
  const said = text.trim();
  if (bareAmount.test(said) && toNumber(said) > 0) {
    return `"${said}" has no unit: write ${said}m or ${said}h.`;
  }
  return doubtOf(said) ?? `"${text}" is not a duration: write 90m, 1h30 or 1.5h.`;
}

/** What keeps hours and minutes from being one amount; null where that is not what is wrong. */
export function doubtOf(text: string): string | null {
  const said = text.trim();
  if (/^[-\u2212\u2013]\s?[\d.,]/.test(said))
    return `"${said}" is less than nothing: write 90m, 1h30 or 1.5h.`;
  const [, hours, minutes] = oddMinutes.exec(said) ?? [];
  if (hours === undefined || minutes === undefined) return null;
  if (Number(minutes) > 59) {
    const sum = sayDuration(Number(hours) * 60 + Number(minutes));
    return `"${said}" has ${Number(minutes)} minutes after the hours: write ${sum} if that is what you mean.`;
  }
  if (minutes.length !== 1) return null;
  return `"${said}" may be ${hours}h0${minutes} or ${hours}h${minutes}0: write one of them.`;
}

function toNumber(digits: string): number {
  return Number(digits.replace(",", "."));
}

function checked(minutes: number): Minutes | null {
  const whole = Math.round(minutes);
  return whole >= 0 && whole <= 999 * 60 ? whole : null;
}

/** Hours under a head that says so: whole ones as a number, others as in a sentence. 120 → `2`, 100 → `1h40`. */
export function writeHours(minutes: Minutes): string {
  return minutes % 60 === 0 ? String(minutes / 60) : sayDuration(minutes);
}

/** A duration for a sentence: 90 → `1h30`, 45 → `45m`, 120 → `2h`. */
export function sayDuration(minutes: Minutes): string {
  const hours = Math.floor(minutes / 60);
  const rest = minutes % 60;
  if (hours === 0) return `${rest}m`;
  return rest === 0 ? `${hours}h` : `${hours}h${String(rest).padStart(2, "0")}`;
}

/** Minutes after midnight as a clock shows them: `04:00`. */
export function sayClock(minutes: Minutes): string {
  const two = (value: number) => String(value).padStart(2, "0");
  return `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
}

/** Reads `4`, `4:00`, `04:00`, `4h`, `4 am` as minutes after midnight; null for what no clock shows. */
export function parseClock(text: string): Minutes | null {
  const parts = /^(\d{1,2})(?:[:.h](\d{2})?)?\s*(am|pm)?$/i.exec(text.trim());
  if (parts === null) return null;
  const half = parts[3]?.toLowerCase();
  const hours = Number(parts[1]);
  const minutes = Number(parts[2] ?? 0);
  if (minutes > 59 || hours > (half ? 12 : 23) || (half !== undefined && hours === 0)) return null;
  return ((half ? hours % 12 : hours) + (half === "pm" ? 12 : 0)) * 60 + minutes;
}
