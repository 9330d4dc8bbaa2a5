/** Stats: where the hours went, how the plan stands, what is remembered. */
import { useMemo } from "react";
import { activities } from "../../core/entries/entry.ts";
import { streakOf } from "../../core/progress/spent.ts";
import { loadAhead } from "../../core/recall/recall.ts";
import { longDay, percentText } from "../format.ts";
import { useCards } from "../parts/due.ts";
import { useTracker } from "../parts/parts.tsx";
import { strings } from "../strings.ts";
import { Chart } from "./chart.tsx";
import { burnUp, daysOfWork, hoursByPaper, retentionByWeek } from "./data.ts";
import { drawBurnUp, drawDays, drawLoad, drawPapers, drawRetention } from "./drawings.ts";
import { statsWords } from "./words.ts";

const daysAhead = 30;

export default function Stats() {
  const tracker = useTracker();
  const { situation } = tracker;
  const outlook = tracker.outlook();
  const { tally, progress } = situation;
  const { held } = useCards();
  const streak = streakOf(tally, progress.today);
  const days = useMemo(() => daysOfWork(tally, progress.today), [tally, progress.today]);
  const papers = useMemo(() => hoursByPaper(progress), [progress]);
  const burn = useMemo(() => burnUp(situation, outlook), [situation, outlook]);
  const weeks = useMemo(() => retentionByWeek(tally), [tally]);
  const load = useMemo(() => loadAhead(held, progress, daysAhead), [held, progress]);
  const draw = useMemo(
    () => ({
      days: (width: number) => drawDays(days, width),
      papers: (width: number) => drawPapers(papers, width),
      burn: (width: number) => drawBurnUp(burn, width),
      retention: (width: number) => drawRetention(weeks, tally.settings.retention, width),
      load: (width: number) => drawLoad(load, width),
    }),
    [days, papers, burn, weeks, load, tally.settings.retention],
  );
  if (progress.minutes === 0 && weeks.length === 0) {
    return (
      <>
        <h1>{strings.places.stats}</h1>
        <p>{statsWords.noStats}</p>
      </>
    );
  }
  const busiest = days.reduce((a, b) => (b.hours > a.hours ? b : a));
  const most = papers.totals[0];
  const answered = weeks.reduce((sum, { all }) => sum + all, 0);
  const cardDays = Object.values(tally.reviewDays).filter(({ all }) => all > 0).length;
  const known = weeks.reduce((sum, week) => sum + week.known, 0);
  const due = load.reduce((sum, { cards }) => sum + cards, 0);
  return (
    <>
      <h1>{strings.places.stats}</h1>
      <dl className="tiles">
        <Tile label={strings.studyHours} value={strings.hours(progress.minutes)} />
        <Tile label={strings.streak} value={strings.days(streak.now)} />
        <Tile label={statsWords.longestStreak} value={strings.days(streak.longest)} />
        <Tile label={statsWords.cardDays} value={strings.days(cardDays)} />
        <Tile label={statsWords.cardsAnswered} value={String(answered)} />
        <Tile
          label={statsWords.retention}
          value={answered === 0 ? "–" : percentText(known / answered)}
        />
      </dl>
      <div className="charts">
        <Chart
          name="hours-by-day"
          title={statsWords.hoursByDay}
          said={statsWords.hoursByDaySaid(
            days.filter(({ hours, cards }) => hours > 0 || cards > 0).length,
            longDay(busiest.on),
            strings.hours(Math.round(busiest.hours * 60)),
          )}
          table={{
            columns: ["day", "hours", "cards"],
            rows: days.map(({ on, hours, cards }) => [on, hours, cards]),
          }}
          draw={draw.days}
        />
        <Chart
          name="hours-by-paper"
          title={statsWords.hoursByPaper}
          said={
            most === undefined
              ? statsWords.noStats
              : statsWords.hoursByPaperSaid(
                  most.paper,
                  strings.hours(Math.round(most.hours * 60)),
                  papers.totals.length,
                )
          }
          table={{
            columns: ["paper", ...activities],
            rows: papers.totals.map(({ paper }) => [
              paper,
              ...activities.map(
                (activity) =>
                  papers.parts.find((part) => part.paper === paper && part.activity === activity)
                    ?.hours ?? 0,
              ),
            ]),
          }}
          draw={draw.papers}
        />
        {burn !== null && (
          <Chart
            name="burn-up"
            title={statsWords.burnUp}
            said={outlook?.sentence ?? ""}
            table={{
              columns: ["day", "hours", "series"],
              rows: burn.rows.map(({ on, hours, series }) => [on, hours, series]),
            }}
            draw={draw.burn}
          />
        )}
        {weeks.length > 0 && (
          <Chart
            name="retention"
            title={statsWords.retention}
            said={statsWords.retentionSaid(
              percentText(known / Math.max(1, answered)),
              percentText(tally.settings.retention),
            )}
            table={{
              columns: ["week from", "answers", "known"],
              rows: weeks.map(({ from, all, known: right }) => [from, all, right]),
            }}
            draw={draw.retention}
          />
        )}
        <Chart
          name="review-load"
          title={statsWords.reviewLoad}
          said={statsWords.reviewLoadSaid(due, daysAhead)}
          table={{ columns: ["day", "cards"], rows: load.map(({ on, cards }) => [on, cards]) }}
          draw={draw.load}
        />
      </div>
    </>
  );
}

function Tile({ label, value }: { readonly label: string; readonly value: string }) {
  return (
    <div>
      <dt>{label}</dt>
      <dd>{value}</dd>
    </div>
  );
}
