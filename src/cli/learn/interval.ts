/** A stretch of time in its fitting unit, short enough to stand on a key: `10m`, `4d`, `2.5mo`. */
const day = 86_400_000;
const units = [
  { sign: "m", length: 60_000, until: 90 },
  { sign: "h", length: 3_600_000, until: 36 },
  { sign: "d", length: day, until: 60 },
  { sign: "mo", length: 30.44 * day, until: 18 },
  { sign: "y", length: 365.25 * day, until: Number.POSITIVE_INFINITY },
] as const;

export function intervalText(milliseconds: number): string {
  const unit = units.find(({ length, until }) => milliseconds / length < until) ?? units[4];
  const value = Math.max(1, milliseconds / unit.length);
  const digits = unit.sign === "mo" || unit.sign === "y" ? 1 : 0;
  return `${Number(value.toFixed(digits))}${unit.sign}`;
}
