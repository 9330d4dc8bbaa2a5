/** Amounts that a curriculum may give exactly or as a range. */
import type { Range } from "../core/content/curriculum.ts";

/** Ten years: enough for anyone, and few enough to count through. */
export const mostWeeks = 520;
export const mostMinutes = 10_000;

const written = /^(\d{1,5})\s*[-–]\s*(\d{1,5})$/;

/** Reads `30`, `60-120`, `{ least: 60, most: 120 }` or `{ first: 1, last: 3 }`; null for anything else. */
export function readRange(value: unknown, limit: number): Range | null {
  const [least, most] = ends(value);
  const whole = (end: unknown): end is number =>
    typeof end === "number" && Number.isInteger(end) && end >= 1 && end <= limit;
  return whole(least) && whole(most) && least <= most ? { least, most } : null;
}

function ends(value: unknown): readonly [unknown, unknown] {
  if (typeof value === "number") return [value, value];
  if (typeof value === "string") {
    const [, least, most] = written.exec(value.trim()) ?? [];
    return [Number(least), Number(most)];
  }
  if (typeof value !== "object" || value === null) return [null, null];
  const entries = Object.entries(value);
  if (entries.length !== 2) return [null, null];
  const given = new Map<string, unknown>(entries);
  return [given.get("least") ?? given.get("first"), given.get("most") ?? given.get("last")];
}
