/** Whether the phases' weeks follow each other and are the ones that are planned. */
import type { Range } from "../core/content/curriculum.ts";
import type { Fault } from "./faults.ts";
import { type Mention, mentions, numbers, repeated } from "./mentions.ts";
import { mostWeeks, readRange } from "./range.ts";
import type { Source } from "./source.ts";

interface Span {
  readonly phase: number;
  readonly weeks: Range;
  readonly mention: Mention;
}

export function weekFaults(curriculum: Source | null, weeks: Source | null): readonly Fault[] {
  const phases = numbers(curriculum, "phases.*.number");
  const planned = numbers(weeks, "*.number");
  const spans = mentions(curriculum, "phases.*.weeks").flatMap((mention): Span[] => {
    const range = readRange(mention.value, mostWeeks);
    const index = Number(mention.path[1]);
    const phase = phases.find(({ path }) => path[1] === index)?.value ?? index + 1;
    return range === null ? [] : [{ phase, weeks: range, mention }];
  });
  // Where a range can't be read, the ones around it would seem to leave a gap.
  const whole = spans.length > 0 && spans.length === mentions(curriculum, "phases.*").length;
  return [
    ...repeated(phases, (number) => `there are two phases ${number}`),
    ...repeated(planned, (number) => `there are two weeks ${number}`),
    ...(whole ? orderFaults(spans) : []),
    ...(whole && planned.length > 0 ? planFaults(spans, planned) : []),
  ];
}

function orderFaults(spans: readonly Span[]): readonly Fault[] {
  return spans.flatMap(({ phase, weeks, mention }, index) => {
    const next = (spans[index - 1]?.weeks.most ?? 0) + 1;
    if (weeks.least === next) return [];
    return [mention.fault(`phase ${phase} begins with week ${weeks.least}; week ${next} is next`)];
  });
}

function planFaults(spans: readonly Span[], planned: ReturnType<typeof numbers>): readonly Fault[] {
  const holds = ({ weeks }: Span, week: number) => weeks.least <= week && week <= weeks.most;
  const outside = planned
    .filter(({ value }) => !spans.some((span) => holds(span, value)))
    .map(({ value, fault }) => fault(`week ${value} is in no phase`));
  const numbered = new Set(planned.map(({ value }) => value));
  const missing = spans.flatMap(({ phase, weeks, mention }) => {
    const weeksOf = Array.from({ length: weeks.most - weeks.least + 1 }, (_, i) => weeks.least + i);
    const absent = weeksOf.filter((week) => !numbered.has(week));
    if (absent.length === 0) return [];
    const list = `${absent.length === 1 ? "week" : "weeks"} ${absent.join(", ")}`;
    return [mention.fault(`phase ${phase} has ${list}, which weeks.yaml lacks`)];
  });
  return [...outside, ...missing];
}
