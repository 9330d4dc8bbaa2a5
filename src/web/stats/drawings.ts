/** The charts' drawings. One colour: what differs differs in place, length, lightness or the kind of line. */
import * as Plot from "@observablehq/plot";
import { addDays, type Day } from "../../core/time/calendar.ts";
import { firstWeekday, monthName } from "../format.ts";
import { strings } from "../strings.ts";
import type { BurnUp, DayOfWork, PaperHours, WeekOfAnswers } from "./data.ts";
import { statsWords } from "./words.ts";

const accent = "var(--accent)";
const faint = "var(--faint)";

function at(on: Day): Date {
  return new Date(`${on}T00:00Z`);
}

const base = { style: { background: "none", fontSize: "12px", overflow: "visible" } } as const;
const names = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];

/** 0 for the day with which the learner's week begins. */
function weekdayIndex(on: Day): number {
  return (at(on).getUTCDay() + 6 - firstWeekday() + 7) % 7;
}

/** The day with which a day's week begins, for the learner. */
function weekOf(on: Day): Day {
  return addDays(on, -weekdayIndex(on));
}

export function drawDays(days: readonly DayOfWork[], width: number): Element {
  const most = Math.max(1, ...days.map(({ hours }) => hours));
  const weeks = new Set(days.map(({ on }) => weekOf(on))).size;
  const cell = Math.min(26, Math.max(5, (width - 50) / weeks));
  return Plot.plot({
    ...base,
    width: Math.min(width, cell * weeks + 50),
    height: 7 * Math.min(cell, 22) + 36,
    marginLeft: 40,
    marginTop: 22,
    marginBottom: 10,
    x: {
      type: "band",
      axis: "top",
      label: null,
      tickSize: 0,
      tickFormat: monthStart,
      paddingInner: 0.12,
    },
    y: {
      type: "band",
      domain: [0, 1, 2, 3, 4, 5, 6],
      label: null,
      tickSize: 0,
      tickFormat: (day: number) => (day % 2 === 0 ? (names[(day + firstWeekday()) % 7] ?? "") : ""),
      paddingInner: 0.12,
    },
    marks: [
      Plot.cell(days, {
        x: ({ on }: DayOfWork) => weekOf(on),
        y: ({ on }: DayOfWork) => weekdayIndex(on),
        fill: accent,
        fillOpacity: ({ hours, cards }: DayOfWork) =>
          hours > 0 ? 0.28 + 0.72 * (hours / most) : cards > 0 ? 0.2 : 0.06,
        rx: 2,
        title: ({ on, hours, cards }: DayOfWork) =>
          `${on}: ${strings.hours(Math.round(hours * 60))}${cards > 0 ? `, ${strings.cards(cards)}` : ""}`,
      }),
    ],
  });
}

/** The month's name over its first week. */
function monthStart(monday: string): string {
  return at(monday as Day).getUTCDate() > 7 ? "" : monthName(monday as Day);
}

export function drawPapers({ parts, totals }: PaperHours, width: number): Element {
  const names = totals.map(({ paper }) => paper);
  const narrow = width < 420;
  const marginLeft = narrow ? width * 0.3 : 190;
  // Letters of this size are about seven wide.
  const room = Math.floor((marginLeft - 6) / 7);
  return Plot.plot({
    ...base,
    width,
    height: Math.max(90, names.length * 24 + 60) + 18,
    marginLeft,
    marginTop: 34,
    marginBottom: 48,
    x: { label: statsWords.hoursAxis, labelOffset: 40, grid: true, ticks: 2 },
    y: {
      label: null,
      domain: names,
      tickSize: 0,
      tickFormat: (name: string) =>
        name.length > room ? `${name.slice(0, room - 1).trimEnd()}…` : name,
    },
    fx: { padding: 0.22, domain: ["read", "notes", "implement", "review"] },
    marks: [
      Plot.axisFx({
        label: null,
        fontSize: narrow ? 9.5 : 12,
        tickFormat: (key: keyof typeof strings.activities) => strings.activities[key],
      }),
      Plot.barX(parts, {
        x: "hours",
        y: "paper",
        fx: "activity",
        fill: accent,
        title: ({ paper, hours }: { paper: string; hours: number }) =>
          `${paper}: ${strings.hours(Math.round(hours * 60))}`,
      }),
      Plot.ruleX([0], { stroke: faint }),
    ],
  });
}

export function drawBurnUp(burn: BurnUp | null, width: number): Element {
  if (burn === null) return document.createElement("p");
  const of = (series: string) => burn.rows.filter((row) => row.series === series);
  const line = { x: ({ on }: { on: Day }) => at(on), y: "hours" } as const;
  const last = (series: string) => of(series).slice(-1);
  return Plot.plot({
    ...base,
    width,
    height: Math.min(340, width * 0.6 + 60),
    marginRight: 74,
    marginBottom: 40,
    x: { type: "utc", label: null },
    y: { label: statsWords.hoursAxis, grid: true, zero: true },
    marks: [
      Plot.areaY(burn.fan, {
        x: ({ on }: { on: Day }) => at(on),
        y1: "low",
        y2: "high",
        fill: accent,
        fillOpacity: 0.16,
      }),
      Plot.line(of("plan"), { ...line, stroke: faint, strokeWidth: 1.5, strokeDasharray: "5 4" }),
      Plot.line(of("likely"), {
        ...line,
        stroke: accent,
        strokeWidth: 1.5,
        strokeDasharray: "1 4",
        strokeLinecap: "round",
      }),
      Plot.line(of("done"), { ...line, stroke: accent, strokeWidth: 2.5, curve: "step-after" }),
      Plot.ruleX([at(burn.today)], { stroke: faint, strokeOpacity: 0.6 }),
      ...(["done", "plan", "likely"] as const).map((series) =>
        Plot.text(last(series), {
          ...line,
          text: () => statsWords.series[series],
          textAnchor: "start",
          dx: 6,
          dy: series === "done" ? 10 : series === "plan" ? -8 : 6,
          fill: "currentColor",
        }),
      ),
    ],
  });
}

export function drawRetention(
  weeks: readonly WeekOfAnswers[],
  wanted: number,
  width: number,
): Element {
  const share = ({ all, known }: WeekOfAnswers) => (all === 0 ? 0 : (known / all) * 100);
  return Plot.plot({
    ...base,
    width,
    height: 250,
    marginBottom: 40,
    x: { type: "utc", label: null },
    y: { label: statsWords.percentAxis, domain: [0, 100], grid: true },
    marks: [
      Plot.ruleY([wanted * 100], { stroke: faint, strokeDasharray: "5 4" }),
      Plot.line(weeks, {
        x: ({ from }: WeekOfAnswers) => at(from),
        y: share,
        stroke: accent,
        strokeWidth: 2,
      }),
      Plot.dot(weeks, {
        x: ({ from }: WeekOfAnswers) => at(from),
        y: share,
        r: ({ all }: WeekOfAnswers) => Math.sqrt(all),
        fill: accent,
        title: ({ from, all, known }: WeekOfAnswers) => `${from}: ${known}/${all}`,
      }),
    ],
  });
}

export function drawLoad(
  load: readonly { readonly on: Day; readonly cards: number }[],
  width: number,
): Element {
  return Plot.plot({
    ...base,
    width,
    height: 210,
    marginBottom: 40,
    x: { type: "utc", label: null },
    y: {
      label: statsWords.cardsAxis,
      grid: true,
      domain: [0, Math.max(1, ...load.map(({ cards }) => cards))],
      tickFormat: (value: number) => (Number.isInteger(value) ? String(value) : ""),
    },
    marks: [
      Plot.rectY(load, {
        x: ({ on }: { on: Day }) => at(on),
        interval: "day",
        y: "cards",
        fill: accent,
        title: ({ on, cards }: { on: Day; cards: number }) => `${on}: ${cards}`,
      }),
      Plot.ruleY([0], { stroke: faint }),
    ],
  });
}
