/** Which copies of the journal are made and which go. A value; `backups.ts` looks, copies and deletes. */
import { addDays, type Day, nextWeekday } from "../core/time/calendar.ts";

export interface Backup {
  readonly day: Day;
  readonly bytes: number;
}

/** The newest so many, and the first of so many weeks; together at most so many bytes, the newest in any case. */
export const rota = { days: 7, weeks: 5, bytes: 500_000_000 } as const;

/** Those that go, of copies in any order. */
export function surplus(backups: readonly Backup[]): readonly Backup[] {
  const newest = backups.toSorted((a, b) => (a.day < b.day ? 1 : -1));
  const weeks = new Map<Day, Backup>();
  // From the newest to the oldest: the first of its week is the one that is seen last.
  for (const backup of newest) weeks.set(lastMonday(backup.day), backup);
  const weekly = [...weeks.values()].slice(0, rota.weeks);
  const wanted = newest.filter((backup, index) => index < rota.days || weekly.includes(backup));
  let bytes = 0;
  const kept = wanted.filter((backup, index) => {
    bytes += backup.bytes;
    return index === 0 || bytes <= rota.bytes;
  });
  return backups.filter((backup) => !kept.includes(backup));
}

const lastMonday = (on: Day) => nextWeekday(addDays(on, -6), "monday");
