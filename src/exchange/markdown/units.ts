/** How people divide their work: `Week 3`, `Day 12`, `Module IV`. */
import type { HeadingFound } from "./reading.ts";

const unitForm =
  /^\W*(?:(week|wk|w)|(day)|(phase|module|part|unit|month|chapter|stage|lesson|lecture|session|sprint|semester|quarter|level|block|step|section))\s*[#:.-]?\s*0*(\d{1,3}|[ivx]{1,5})\b/iu;

export function unitOf(text: string): HeadingFound["unit"] {
  const found = unitForm.exec(text);
  if (found === null) return null;
  const [, week, day, , digits = ""] = found;
  const number = /^\d/.test(digits) ? Number(digits) : romanOf(digits.toLowerCase());
  return { kind: week !== undefined ? "week" : day !== undefined ? "day" : "part", number };
}

function romanOf(digits: string): number {
  const values: Readonly<Record<string, number>> = { i: 1, v: 5, x: 10 };
  const all = [...digits].map((digit) => values[digit] ?? 0);
  return all.reduce((sum, value, at) => sum + (value < (all[at + 1] ?? 0) ? -value : value), 0);
}
