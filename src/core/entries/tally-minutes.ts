/** Minutes into a tally: of a day, and of a paper where there is one. */
import type { PaperId } from "../content/curriculum.ts";
import type { Day } from "../time/calendar.ts";
import type { Minutes } from "../time/duration.ts";
import type { Activity } from "./entry.ts";
import { paperTally, type Tally } from "./tally.ts";

export function addMinutes(
  tally: Tally,
  paper: PaperId | null,
  activity: Activity,
  on: Day,
  minutes: Minutes,
): void {
  const ofDay = tally.days[on] ?? {};
  tally.days[on] = { ...ofDay, [activity]: (ofDay[activity] ?? 0) + minutes };
  if (paper === null) return;
  const its = paperTally(tally, paper);
  const all = (its.minutes[activity] ?? 0) + minutes;
  tally.papers[paper] = { ...its, minutes: { ...its.minutes, [activity]: all } };
}
