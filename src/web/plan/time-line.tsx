/** The phases as bars over the weeks, with today, the target and the range of the forecast. */
import type { CSSProperties } from "react";
import { defaultTarget, weekStart } from "../../core/progress/schedule.ts";
import { addDays, type Day, daysBetween, earliest, latest } from "../../core/time/calendar.ts";
import { daysOff } from "../../core/time/time-off.ts";
import { longDay, shortDay } from "../format.ts";
import { Section, useTracker } from "../parts/parts.tsx";
import { strings } from "../strings.ts";
import { planWords } from "./words.ts";

export function TimeLine() {
  const tracker = useTracker();
  const { situation } = tracker;
  const outlook = tracker.outlook();
  const { curriculum, progress } = situation;
  const { start, today } = progress;
  if (start === null || outlook === null) {
    return (
      <Section title={planWords.timeLine}>
        <p>{strings.noStart}</p>
      </Section>
    );
  }
  const course = { start, away: progress.away };
  const target = progress.target ?? defaultTarget(curriculum, course);
  const { early, late, finish } = outlook.forecast;
  const lastWeek = Math.max(...progress.phases.map(({ weeks }) => weeks.most), 1);
  const planned = addDays(weekStart(course, lastWeek), 6);
  // A finish in years would press the plan into a corner: it is said, and drawn as far as there is room.
  const farthest = addDays(start, lastWeek * 7 * 2);
  const end = earliest(farthest, latest(planned, target, today, late ?? planned, early ?? planned));
  const whole = daysBetween(start, end) + 1;
  /** A share of the track's width. */
  const at = (on: Day) => Math.min(1, Math.max(0, daysBetween(start, on) / whole));
  const { total, remaining } = outlook.work;
  const doneShare = total === 0 ? 0 : 1 - remaining / total;
  const studyDays = (from: Day, to: Day) =>
    daysBetween(from, to) + 1 - daysOff(course.away, from, to);
  const plannedShare = Math.min(
    1,
    Math.max(0, studyDays(start, today) / Math.max(1, studyDays(start, target))),
  );
  return (
    <Section title={planWords.timeLine}>
      <div className="time-line" role="img" aria-label={planWords.timeLineSaid(progress.phases)}>
        <div className="lanes">
          {progress.phases.map(({ number, title, weeks, complete, counted }) => {
            const from = at(weekStart(course, weeks.least));
            const to = at(addDays(weekStart(course, weeks.most), 7));
            const share = counted === 0 ? 0 : complete / counted;
            return (
              <div
                key={number}
                className="lane"
                style={
                  { "--from": from, "--to": to, "--share": `${share * 100}%` } as CSSProperties
                }
              >
                <span className="bar" />
                <span className="name">
                  {number}. {title}
                  <small>
                    {" "}
                    {complete}/{counted}
                  </small>
                </span>
              </div>
            );
          })}
          {early !== null && late !== null && (
            <span
              className="range"
              style={{ "--from": at(early), "--to": at(addDays(late, 1)) } as CSSProperties}
            />
          )}
          <span className="mark target" style={{ "--from": at(target) } as CSSProperties} />
          {today >= start && (
            <span className="mark now" style={{ "--from": at(today) } as CSSProperties} />
          )}
        </div>
        <div className="scale">
          <b>{strings.chooseWeek}</b>
          {Array.from({ length: lastWeek }, (_, index) => index + 1)
            .filter((week) => week % 2 === 1)
            .map((week) => (
              <span key={week} style={{ "--from": at(weekStart(course, week)) } as CSSProperties}>
                {week}
              </span>
            ))}
        </div>
      </div>
      <ul className="legend">
        <li className="now">
          {strings.todayWord}: {shortDay(today)}
        </li>
        <li className="target">
          {strings.target}: {longDay(target)}
        </li>
        <li className="range">
          {strings.forecast}:{" "}
          {early === null || late === null
            ? planWords.beyond
            : planWords.between(longDay(early), longDay(late))}
          {finish !== null && ` (${planWords.likely(longDay(finish))})`}
        </li>
      </ul>
      <p>{outlook.sentence}</p>
      <div className="pace-bars">
        <PaceBar label={planWords.doneSoFar} share={doneShare} />
        <PaceBar label={planWords.plannedSoFar} share={plannedShare} />
      </div>
    </Section>
  );
}

function PaceBar({ label, share }: { readonly label: string; readonly share: number }) {
  return (
    <div className="figure">
      <span>{label}</span>
      <b>{Math.round(share * 100)}%</b>
      <progress aria-label={label} max={1} value={share} />
    </div>
  );
}
