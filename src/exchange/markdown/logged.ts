/** Time that a line or an item logs: `2026-01-03: 2h on BERT`, a time below a day, a clock of Org's. */
import { type Day, parseDay } from "../../core/time/calendar.ts";
import type { Said } from "./pieces.ts";
import { readDays } from "./read-days.ts";
import { session } from "./read-table.ts";
import type { CountedKind, Finding, Left, SaidDay } from "./reading.ts";
import { clockSpan, hoursIn, inOurUnits, timeBehind, withAsciiMarks } from "./times.ts";

/** What a piece of a tracker comes to. */
export interface Read {
  readonly findings: readonly Finding[];
  readonly counts: Partial<Record<CountedKind, number>>;
  readonly left: readonly Left[];
  /** A time behind its words, and those without it. */
  readonly beside?: { readonly minutes: number; readonly words: string };
}

/** `2h`, `1h30`, `1 h 30 min`, `45m`. */
const amount = String.raw`(?:\d[\d.,:½]*\s*h(?:ours?|rs?)?(?:\s*(?:and\s+)?\d{1,2}(?:\s*m(?:in(?:ute)?s?)?)?)?|\d[\d.,]*\s*m(?:in(?:ute)?s?)?)(?![\p{L}\d])`;
const loggedForm = new RegExp(
  String.raw`^(.{3,40}?)\s*[:–—|,-]\s*(?:(?:studied|logged|spent|time|hours)\s*:?\s*)?(${amount}|\d{1,2}:\d{2}(?!\d)|\d(?:[.,]\d+)?(?=\s*$))\s*(?:[-–—:|,.;(]\s*|\b(?:on|of)\b\s*)?(.*)$`,
  "isu",
);
const timeAlone = new RegExp(
  String.raw`^\W*(?:(?:study |total )?(?:time|hours|duration|studied|logged|spent|time spent|hours studied)\s*:{0,2}\s*)(${amount}|\d{1,3}(?:[.,:]\d{1,2})?)\W*$`,
  "iu",
);
const timeFirst = new RegExp(String.raw`^(${amount})\s*[-–—:|,]?\s*(?:(?:on|of)\s+)?(.*)$`, "iu");

/** `2026-01-03: 2h on BERT`, or a time below a heading that is a day. */
export function loggedIn(
  said: Said,
  above: SaidDay | null,
  before: readonly Finding[],
): Read | null {
  const take = (on: SaidDay, time: string, what: string): Read | null => {
    const minutes = hoursIn(time.trim(), "hours");
    if (minutes === null || minutes === 0) return null;
    return {
      findings: [session(said.line, on, minutes, what.trim(), said.links, before)],
      counts: { hours: 1 },
      left: [],
    };
  };
  const [begin = "", ...parts] = said.text.split(/\s+[-–—|·]\s+|\s*\|\s*/);
  const last = parts.at(-1) ?? "";
  // The day, what was done, and the time at the end.
  if (parts.length >= 2 && new RegExp(`^${amount}$`, "iu").test(last.trim())) {
    const [on] = readDays([begin], "2199-01-01" as Day);
    if (on?.ok && on.day.is === "day") return take(on.day, last, parts.slice(0, -1).join(" - "));
  }
  const logged = loggedForm.exec(said.text);
  if (logged !== null) {
    const [, day = "", time = "", what = ""] = logged;
    const counted = /^\W*day\s*\d/i.test(day);
    const [read] = /\d/.test(day) ? readDays([day], "2199-01-01" as Day) : [];
    if (read?.ok && (read.day.is === "day" || counted))
      return take(read.day, time, what.replace(/\)$/, ""));
  }
  const [, day = "", rest = ""] =
    /^(.{3,40}?)\s*(?::|\s[-–—])\s+(.*)$/s.exec(withAsciiMarks(said.text)) ?? [];
  const late = /\d/.test(day) ? timeBehind(rest) : null;
  if (late !== null) {
    const [read] = readDays([day], "2199-01-01" as Day);
    if (read?.ok && read.day.is === "day") return take(read.day, `${late.minutes}m`, late.words);
  }
  if (above === null) return null;
  const alone = timeAlone.exec(inOurUnits(said.text))?.[1];
  if (alone !== undefined) return take(above, alone, "");
  const span = clockSpan(said.text);
  if (span !== null) {
    const found = session(said.line, above, span.minutes, span.rest, said.links, before);
    return { findings: [found], counts: { hours: 1 }, left: [] };
  }
  const first = timeFirst.exec(inOurUnits(said.text));
  if (first !== null) return take(above, first[1] ?? "", first[2] ?? "");
  const behind = timeBehind(said.text);
  return behind === null ? null : take(above, `${behind.minutes}m`, behind.words);
}

const clockForm =
  /^CLOCK:\s*\[(\d{4}-\d{2}-\d{2})[^\]]*\]--\[[^\]]*\]\s*=>\s*(\d{1,3}:\d{2})(?::\d{2})?\s*$/;

/** Time that was clocked on the item above, as Org and Logseq keep it. */
export function clockedIn(said: Said, before: readonly Finding[]): Read | null {
  const [, day = "", time = ""] = clockForm.exec(said.text) ?? [];
  const on = parseDay(day);
  const minutes = hoursIn(time.trim(), "hours");
  if (on === null || minutes === null) return null;
  const above = before.findLast((one) => one.is === "task" || one.is === "paper");
  const what = above === undefined ? "" : above.is === "task" ? above.text : above.name;
  const found = session(said.line, { is: "day", on }, minutes, what, above?.links ?? [], before);
  return { findings: minutes === 0 ? [] : [found], counts: { hours: 1 }, left: [] };
}
