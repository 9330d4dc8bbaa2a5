/** What is ahead as a calendar: the days of the plan, the check-ins, and the cards that fall due, each with an alarm. */
import { nearestPlan } from "../../core/content/rhythm.ts";
import { plannedPace } from "../../core/progress/pace.ts";
import { planDays } from "../../core/progress/planned-days.ts";
import { checkinsBetween, defaultTarget } from "../../core/progress/schedule.ts";
import { heldCards, loadAhead } from "../../core/recall/recall.ts";
import { addDays, type Day, earliest, momentOf } from "../../core/time/calendar.ts";
import type { WriteForm, Written } from "../form.ts";

export const form: WriteForm = {
  name: "calendar: the plan's days, check-ins and due cards",
  endings: ["ics"],
  write: calendar,
};

/** What stands on one day; its name stays the same, so that a calendar that has it already updates it. */
export interface Ahead {
  readonly uid: string;
  readonly on: Day;
  readonly summary: string;
  readonly description: string;
  /** The time of day at which it is called to mind. */
  readonly alarm: string;
}

const weeksAhead = 26;
const daysOfCards = 30;

/** Pure but for what it is given. */
export async function ahead(from: Written): Promise<readonly Ahead[]> {
  const { curriculum, progress, tally, workspace } = from;
  const { start, today } = progress;
  const material = await from.material();
  const uid = (what: string) => `${what}-${workspace}@study`;
  const cards = loadAhead(heldCards(material, tally), progress, daysOfCards)
    .filter(({ cards: count }) => count > 0)
    .map(
      ({ on, cards: count }): Ahead => ({
        uid: uid(`cards-${on}`),
        on,
        summary: `${count} ${count === 1 ? "card is" : "cards are"} due`,
        description: "study review",
        alarm: "18:00",
      }),
    );
  if (start === null) return cards;
  const end = earliest(
    progress.target ?? defaultTarget(curriculum, { start, away: progress.away }),
    addDays(today, weeksAhead * 7),
  );
  const checkins = checkinsBetween(curriculum, tally, today, end)
    .filter(({ done, skipped }) => !done && !skipped)
    .map(
      ({ checkin, on, what, questions }): Ahead => ({
        uid: uid(`checkin-${checkin.replace(":", "-")}-${on}`),
        on,
        summary: what,
        description: questions.join("\n"),
        alarm: "19:00",
      }),
    );
  const days = material.rhythm.flatMap((rhythm) => {
    const plan = nearestPlan(rhythm, plannedPace(curriculum, progress));
    return plan === null ? [] : planDays(plan, rhythm.week, curriculum, tally, progress);
  });
  const planned = days.flatMap(({ on, minutes, steps }): readonly Ahead[] => {
    const open = steps.filter(({ done, step }) => done !== true && step.do !== "checkin");
    if (on === null || on < today || on > end || open.length === 0) return [];
    return [
      {
        uid: uid(`plan-${on}`),
        on,
        summary: `Study ${minutes} min: ${open[0]?.what ?? ""}`,
        description: open.map(({ step, what }) => `${step.minutes} min: ${what}`).join("\n"),
        alarm: "09:00",
      },
    ];
  });
  return [...planned, ...checkins, ...cards];
}

async function calendar(from: Written): Promise<string> {
  const { default: ical, ICalAlarmType } = await import("ical-generator");
  const made = ical({
    name: from.curriculum.title,
    prodId: { company: "study", product: "study", language: "EN" },
  });
  for (const { uid, on, summary, description, alarm } of await ahead(from)) {
    made.createEvent({
      id: uid,
      start: new Date(`${on}T00:00:00Z`),
      allDay: true,
      stamp: new Date(from.now),
      // A calendar takes the event of the higher number.
      sequence: Math.floor(from.now / 60_000),
      summary,
      description,
      alarms: [
        {
          type: ICalAlarmType.display,
          trigger: new Date(momentOf(on, alarm, from.tally.timeZone)),
          description: summary,
        },
      ],
    });
  }
  return made.toString();
}
