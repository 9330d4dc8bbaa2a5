/** The parts that stand behind a verb, in any order: a duration, a day, an activity, a pass; the rest is a name. */
import type { Activity, Aspect } from "../../core/entries/entry.ts";
import { addDays, type Day, weekdayOf, weekdays } from "../../core/time/calendar.ts";
import { doubtOf, type Minutes, parseDuration } from "../../core/time/duration.ts";
import { readWrittenDay } from "../../core/time/written.ts";
import { longDay } from "../format.ts";

export type Words = readonly string[];

/** What was found, and the words without it. */
export interface Taken<T> {
  readonly value: T | null;
  readonly rest: Words;
}

export function wordsIn(text: string): Words {
  return text.split(/\s+/).filter((word) => word !== "");
}

function without(words: Words, at: number, count: number): Words {
  return [...words.slice(0, at), ...words.slice(at + count)];
}

/** `40m`, `1h 30m`, `2 hours`: the first that is one; `fault` where it may be two, or can't be meant. */
export function takeDuration(words: Words): Taken<Minutes> & { readonly fault: string | null } {
  for (const [at, word] of words.entries()) {
    const next = words[at + 1];
    const two = next === undefined || !/\d/.test(word) ? word : `${word} ${next}`;
    const fault = doubtOf(two) ?? doubtOf(word);
    if (fault !== null) return { value: null, rest: words, fault };
    const pair = amount(two);
    if (pair !== null)
      return { value: pair, rest: without(words, at, two === word ? 1 : 2), fault };
    const one = amount(word);
    if (one !== null) return { value: one, rest: without(words, at, 1), fault };
  }
  return { value: null, rest: words, fault: null };
}

function amount(text: string): Minutes | null {
  const minutes = /\d/.test(text) ? parseDuration(text, "refuse") : null;
  return minutes === 0 ? null : minutes;
}

const activityWords: Readonly<Record<string, Activity>> = {
  read: "read",
  reading: "read",
  notes: "notes",
  note: "notes",
  noting: "notes",
  writing: "notes",
  implement: "implement",
  implementing: "implement",
  implementation: "implement",
  code: "implement",
  coding: "implement",
  review: "review",
  reviewing: "review",
};

export function takeActivity(words: Words): Taken<Activity> {
  return takeKnown(words, activityWords);
}

const aspectWords: Readonly<Record<string, Aspect>> = {
  read: "read",
  notes: "notes",
  noted: "notes",
  implemented: "implemented",
  implementation: "implemented",
};

export function takeAspect(words: Words): Taken<Aspect> {
  return takeKnown(words, aspectWords);
}

function takeKnown<T>(words: Words, known: Readonly<Record<string, T>>): Taken<T> {
  const at = words.findIndex((word) => Object.hasOwn(known, word.toLowerCase()));
  const value = known[words[at]?.toLowerCase() ?? ""];
  return value === undefined
    ? { value: null, rest: words }
    : { value, rest: without(words, at, 1) };
}

/** Whether one of `wanted` is among the words, which it then leaves. */
export function takeWord(words: Words, ...wanted: readonly string[]): Taken<true> {
  const at = words.findIndex((word) => wanted.includes(word.toLowerCase()));
  return at === -1 ? { value: null, rest: words } : { value: true, rest: without(words, at, 1) };
}

const ordinals = ["first", "second", "third"] as const;

/** `pass 2`, `second pass`. */
export function takePass(words: Words): Taken<1 | 2 | 3> {
  const at = words.findIndex((word) => word.toLowerCase() === "pass");
  if (at === -1) return { value: null, rest: words };
  const number = Number(words[at + 1]);
  if (isPass(number)) return { value: number, rest: without(words, at, 2) };
  const ordinal = ordinals.findIndex((word) => word === words[at - 1]?.toLowerCase()) + 1;
  if (isPass(ordinal)) return { value: ordinal, rest: without(words, at - 1, 2) };
  return { value: null, rest: words };
}

function isPass(number: number): number is 1 | 2 | 3 {
  return number === 1 || number === 2 || number === 3;
}

const agoUnits: Readonly<Record<string, number>> = { day: 1, days: 1, week: 7, weeks: 7 };

/** `3 days ago`, `a week ago`, `day before yesterday`, `last monday`. Before a duration is looked for: `3 days` is none. */
export function takeAgo(words: Words, today: Day): Taken<Day> {
  const lower = words.map((word) => word.toLowerCase());
  for (const [at, word] of lower.entries()) {
    const [next = "", third = ""] = lower.slice(at + 1);
    const count = word === "a" || word === "one" ? 1 : /^\d{1,3}$/.test(word) ? Number(word) : 0;
    const unit = agoUnits[next];
    if (count > 0 && unit !== undefined && third === "ago") {
      return { value: addDays(today, -count * unit), rest: without(words, at, 3) };
    }
    if (word === "day" && next === "before" && third === "yesterday") {
      return { value: addDays(today, -2), rest: without(words, at, 3) };
    }
    const weekday = weekdays.find((name) => word === "last" && name === next);
    if (weekday !== undefined) {
      return { value: lastWeekday(weekday, today), rest: without(words, at, 2) };
    }
  }
  return { value: null, rest: words };
}

/** `yesterday`, `sunday` (the last one), `2026-11-20`, `20 Nov 2026`. A date that can't be read is a sentence. */
export function takeDay(words: Words, today: Day): Taken<Day> & { readonly fault: string | null } {
  for (const [at, word] of words.entries()) {
    const lower = word.toLowerCase();
    const found = (value: Day, count = 1) => ({
      value,
      rest: without(words, at, count),
      fault: null,
    });
    if (lower === "today") return found(today);
    if (lower === "yesterday") return found(addDays(today, -1));
    if (lower === "tomorrow") return found(addDays(today, 1));
    const weekday = weekdays.find((name) => name === lower);
    if (weekday !== undefined) return found(lastWeekday(weekday, today));
    for (const count of [3, 1]) {
      const said = words.slice(at, at + count).join(" ");
      if (!/^\d/.test(said)) continue;
      const read = readWrittenDay(said, longDay);
      if (read.is === "day") return found(read.on, count);
      if (read.is === "fault") return { value: null, rest: words, fault: read.message };
    }
  }
  return { value: null, rest: words, fault: null };
}

function lastWeekday(weekday: string, today: Day): Day {
  for (let back = 1; ; back += 1) {
    const on = addDays(today, -back);
    if (weekdayOf(on) === weekday) return on;
  }
}

const fillers = new Set(["on", "of", "for", "the", "my", "at", "in", "to", "as", "with"]);

/** What is left, as a name: small words at its ends belong to the sentence around it. */
export function nameIn(words: Words): string {
  const isFiller = (word: string | undefined) => fillers.has(word?.toLowerCase() ?? "");
  let [from, to] = [0, words.length];
  while (from < to && isFiller(words[from])) from += 1;
  while (to > from && isFiller(words[to - 1])) to -= 1;
  return words.slice(from, to).join(" ");
}
