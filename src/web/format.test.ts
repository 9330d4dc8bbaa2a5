import { expect, test } from "bun:test";
import { llm as curriculum } from "../../tests/fixtures/llm.ts";
import { decide } from "../core/decide/decide.ts";
import { emptyTally } from "../core/entries/tally.ts";
import { outlookOf } from "../core/forecast/outlook.ts";
import { nextStep } from "../core/progress/next-step.ts";
import { progressOf } from "../core/progress/progress.ts";
import { day } from "../core/time/calendar.ts";
import { readWrittenDay } from "../core/time/written.ts";
import { dayWordsOf, firstWeekday, regional } from "./format.ts";

test("numbers and weeks are those of the learner's region, in English", () => {
  const of = (...languages: readonly string[]) => regional(languages).toString();
  expect(of("de-CH", "de")).toBe("en-CH");
  expect(of("ja")).toBe("en-JP");
  expect(of("fr-CA", "en-US")).toBe("en-US");
  expect(new Intl.NumberFormat(regional(["de-DE"])).format(49152)).toBe("49.152");
  expect(firstWeekday(regional(["en-US"]))).toBe(6);
  expect(firstWeekday(regional(["en-GB"]))).toBe(0);
});

test("a language that a system names in a way of its own never keeps the page from opening", () => {
  const of = (...languages: readonly string[]) => regional(languages).toString();
  expect(of("en-US@posix")).toBe("en-US");
  expect(of("de_CH.UTF-8")).toBe("en-CH");
  expect(of("c", "de-CH")).toBe("en-CH");
  for (const odd of ["c", "C", "", "POSIX", "x", "*", "en_", "en-", "日本語"]) {
    expect([odd, of(odd)]).toEqual([odd, "en-GB"]);
  }
  expect(of()).toBe("en-GB");
});

test("days are written as in the learner's region, in English and by its common calendar", () => {
  const said = (...languages: readonly string[]) => {
    const { long, short, span } = dayWordsOf(regional(languages));
    return [
      long(day("2027-01-20")),
      short(day("2027-01-20")),
      span(day("2026-11-29"), day("2026-12-05")).replace(/[\u2009\u202f]/g, " "),
    ];
  };
  expect(said("en-GB")).toEqual(["20 January 2027", "Wednesday 20 Jan", "29 Nov – 5 Dec"]);
  expect(said("en-US")).toEqual(["January 20, 2027", "Wednesday, Jan 20", "Nov 29 – Dec 5"]);
  expect(said("de-CH")[0]).toBe("20 January 2027");
  expect(said("fa-IR")[0]).toContain("2027");
});

test("every sentence of the page that holds a day says it in the learner's form", () => {
  const tally = { ...emptyTally(), start: day("2027-01-04") };
  const progress = progressOf(curriculum, tally, day("2027-01-04"));
  const american = dayWordsOf(regional(["en-US"])).long;
  const now = {
    curriculum,
    tally,
    progress,
    undoable: null,
    redoable: null,
    now: 0,
    sayDay: american,
  };
  const away = {
    ...now,
    progress: { ...progress, away: [{ from: progress.today, until: day("2027-01-08") }] },
  };
  const ahead = day("2027-02-03");
  const refused = decide({ do: "mark-checkin", checkin: "quiz", on: ahead, done: true }, now);
  expect([
    outlookOf(curriculum, tally, progress, american)?.sentence,
    nextStep(away, [])?.what,
    nextStep(away, [])?.why,
    refused.ok ? "" : refused.message,
    readWrittenDay("Monday, 20 January 2027", american),
  ]).toEqual([
    expect.stringMatching(/ on \w+ \d+, 2027/),
    "You are away until January 8, 2027",
    expect.stringContaining("January 9, 2027"),
    "The check-in of February 3, 2027 has not come yet; it is for Wednesday.",
    { is: "fault", message: expect.stringContaining("January 20, 2027 is a Wednesday") },
  ]);
});
