/** Durations, held as whole minutes. */

export type Minutes = number;

const clock = /^(\d{1,3}):([0-5]\d)$/;
/** `1.5`, `1,5`, `.5`. Three digits behind a comma may be thousands, so they are not guessed. */
const amount = String.raw`(?:\d+(?:\.\d+|,\d{1,2}(?!\d))?|[.,]\d+)`;
const bareAmount = new RegExp(`^${amount}$`);
const worded = new RegExp(
  `^(?:(${amount})\\s*h(?:ours?|rs?)?)?\\s*(?:and\\s+)?(?:(${amount})\\s*(?:m(?:in(?:ute)?s?)?)?)?$`,
  "i",
);

/**
 * Reads a duration as people write it: `90m`, `1h30`, `1h 30m`, `1.5h`, `.5h`, `1:30`, `2 hours`.
 * A bare number has no unit, so its meaning is the caller's: `bareUnit`.
 * Null when the text is something else or is not a positive, whole-minute amount up to 999 hours.
 */
export function parseDuration(text: string, bareUnit: "hours" | "refuse"): Minutes | null {
  const trimmed = text.trim();
  if (trimmed === "") return null;
  if (bareAmount.test(trimmed))
    return bareUnit === "hours" ? checked(toNumber(trimmed) * 60) : null;
  const colon = clock.exec(trimmed);
  if (colon) return checked(Number(colon[1]) * 60 + Number(colon[2]));
  const parts = worded.exec(trimmed);
  if (!parts) return null;
  return checked(toNumber(parts[1] ?? "0") * 60 + toNumber(parts[2] ?? "0"));
}

function toNumber(digits: string): number {
  return Number(digits.replace(",", "."));
}

function checked(minutes: number): Minutes | null {
  const whole = Math.round(minutes);
  return whole >= 0 && whole <= 999 * 60 ? whole : null;
}

/** Hours as the tracker shows them: at most two decimals, no trailing zeros. 90 → `1.5`, 100 → `1.67`. */
export function formatHours(minutes: Minutes): string {
  return String(Math.round((minutes / 60) * 100) / 100);
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
