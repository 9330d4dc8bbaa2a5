import { describe, expect, test } from "bun:test";
import { situation } from "../../../tests/fixtures/llm.ts";
import type { Command } from "../../core/decide/command.ts";
import { emptyTally, type Tally, type Timer } from "../../core/entries/tally.ts";
import { addDays, day, dayBegins } from "../../core/time/calendar.ts";
import type { EntryId } from "../../core/time/clock.ts";
import { nearOffers, offersFor, verbs } from "./asked.ts";
import { bestOf, rankOf, used } from "./matching.ts";
import type { Asked } from "./offer.ts";

/** A Friday in the second week; the first Wednesday's quiz is not done. */
const today = day("2026-01-16");
const begun: Tally = { ...emptyTally(), start: addDays(today, -9) };

function asked(tally: Tally = begun): Asked {
  const at = situation(tally, today);
  const now = dayBegins(today, tally) + 20 * 3_600_000;
  return { situation: { ...at, now } };
}

function timer(change: Partial<Timer> = {}): Timer {
  const { now } = asked().situation;
  return {
    id: "t1" as EntryId,
    paper: null,
    activity: "read",
    started: now - 1_800_000,
    runningSince: now - 1_800_000,
    banked: 0,
    longest: 0,
    ...change,
  };
}

/** The first command that the words lead to, without when it began. */
function command(text: string, tally?: Tally): Partial<Record<string, unknown>> | null {
  const offer = offersFor(text, asked(tally))[0];
  if (offer?.is !== "run") return null;
  const { start, ...rest } = offer.commands[0] as Command & { start?: unknown };
  return typeof start === "number" || start === undefined ? rest : { start, ...rest };
}

function label(text: string, tally?: Tally): string {
  return offersFor(text, asked(tally))[0]?.label ?? "";
}

const log = { do: "log", minutes: 40 };
const bert = { paper: "bert", activity: "read", pass: 1 };

describe("words become commands", () => {
  const table: readonly (readonly [string, Record<string, unknown>])[] = [
    ["log 40m bert", { ...log, ...bert }],
    ["LOG BERT 40 min", { ...log, ...bert }],
    ["log bert for 40m", { ...log, ...bert }],
    ["log 1h 30m on bert notes", { do: "log", minutes: 90, paper: "bert", activity: "notes" }],
    ["log 2 hours coding gpt2", { do: "log", minutes: 120, paper: "gpt-2", activity: "implement" }],
    ["log 40m bert pass 2", { ...log, paper: "bert", activity: "read", pass: 2 }],
    ["log 40m second pass of bert", { ...log, paper: "bert", activity: "read", pass: 2 }],
    ["log 40m 1810.04805", { ...log, ...bert }],
    ["log 40m chain of thought", { ...log, paper: "chain-of-thought", activity: "read", pass: 1 }],
    ["log 40m", { ...log, paper: "attention", activity: "read", pass: 1 }],
    ["start bert", { do: "start-timer", ...bert }],
    ["start bert notes 25m", { do: "start-timer", paper: "bert", activity: "notes", ring: 25 }],
    ["start", { do: "start-timer", paper: "attention", activity: "read", pass: 1 }],
    ["mark read bert", { do: "mark-paper", paper: "bert", aspect: "read", done: true }],
    ["mark bert as read", { do: "mark-paper", paper: "bert", aspect: "read", done: true }],
    ["mark bert not read", { do: "mark-paper", paper: "bert", aspect: "read", done: false }],
    ["skip palm", { do: "skip-paper", paper: "palm", skipped: true }],
    [
      "task Reread section 3",
      { do: "add-item", kind: "task", list: "week:2", text: "Reread section 3" },
    ],
    [
      "goal Know the residual stream",
      { do: "set-goal", week: 2, text: "Know the residual stream" },
    ],
    ["retention 92", { do: "change-settings", retention: 0.92 }],
    ["set retention to 92%", { do: "change-settings", retention: 0.92 }],
    ["new cards 15", { do: "change-settings", newCardsADay: 15 }],
    ["cards a day 80", { do: "change-settings", reviewsADay: 80 }],
    ["hours 7h30", { do: "change-plan", minutesAWeek: 450 }],
    ["day starts 4:00", { do: "change-plan", dayStarts: 240 }],
    ["time zone Europe/Berlin", { do: "change-plan", timeZone: "Europe/Berlin" }],
    ["target 28 Feb 2026", { do: "change-plan", target: "2026-02-28" }],
    ["start date 2026-01-05", { do: "change-plan", start: "2026-01-05" }],
  ];
  for (const [said, wanted] of table) {
    test(said, () => {
      const found = command(said);
      expect(found as unknown).toEqual(wanted);
    });
  }

  test("a day that was said is the day it counts for", () => {
    for (const [said, on] of [
      ["log 40m bert yesterday", "2026-01-15"],
      ["log 40m bert on sunday", "2026-01-11"],
      ["log 40m bert 2026-01-12", "2026-01-12"],
      ["log 40m bert 12 Jan 2026", "2026-01-12"],
      ["log 90 min bert 3 days ago", "2026-01-13"],
      ["log bert 2 days ago 40m", "2026-01-14"],
      ["log 40m a week ago bert", "2026-01-09"],
      ["log 40m bert last monday", "2026-01-12"],
      ["log 40m bert day before yesterday", "2026-01-14"],
    ] as const) {
      const offer = offersFor(said, asked())[0];
      const [first] = offer?.is === "run" ? offer.commands : [];
      const start = first?.do === "log" ? first.start : 0;
      expect([said, Temporal.Instant.fromEpochMilliseconds(start).toString().slice(0, 10)]).toEqual(
        [said, on],
      );
    }
  });

  test("a running timer is stopped, and one that was forgotten is asked for", () => {
    const running: Tally = { ...begun, timers: [timer()] };
    expect(command("stop", running)).toEqual({ do: "stop-timer", timer: "t1" });
    expect(command("stop 1h30", running)).toEqual({ do: "stop-timer", timer: "t1", minutes: 90 });
    expect(command("pause", running)).toEqual({ do: "pause-timer", timer: "t1" });
    const { now } = asked().situation;
    const forgotten: Tally = { ...begun, timers: [timer({ runningSince: now - 9 * 3_600_000 })] };
    expect(label("stop", forgotten)).toStartWith("The timer counted 9h. How long did you work?");
    expect(command("stop 2h", forgotten)).toMatchObject({ minutes: 120 });
  });
});

describe("words lead to places", () => {
  test("the quiz that was missed, a new card with its question, colours, an export", () => {
    expect(offersFor("quiz", asked())[0]).toMatchObject({
      is: "go",
      path: "/review?quiz=2026-01-14",
    });
    expect(offersFor("new card What is d_k?", asked())[0]).toMatchObject({
      is: "go",
      path: "/review?card=new&front=What+is+d_k%3F",
    });
    expect(offersFor("theme dark", asked())[0]).toMatchObject({ is: "theme", theme: "dark" });
    expect(offersFor("theme", asked()).map(({ is }) => is)).toEqual(["theme", "theme", "theme"]);
    expect(offersFor("export", asked())[0]?.is).toBe("export");
  });
});

describe("what is not enough is asked for in a sentence", () => {
  const table: readonly (readonly [string, RegExp])[] = [
    ["log", /^How long did you work\?/],
    ["log 40 bert", /^40 has no unit: write 40m or 40h\./],
    ["log 1h90 bert", /^"1h90" has 90 minutes after the hours: write 2h30/],
    ["log 1h 5 bert", /^"1h 5" may be 1h05 or 1h50/],
    ["start bert 1:75", /^"1:75" has 75 minutes/],
    ["log 40m nonsuch", /no paper “nonsuch”/],
    ["log 40m bert 2026-02-01", /ahead/],
    ["log 40m bert tomorrow", /ahead/],
    ["log 40m bert 03/04/2026", /may be/],
    ["stop", /^No timer is running\./],
    ["mark bert", /^Mark what/],
    ["retention 120", /whole number from 70 to 99/],
    ["hours never", /not a number of hours/],
    ["time zone Mars", /not a time zone/],
    ["theme pink", /no colors “pink”/],
  ];
  for (const [said, sentence] of table) {
    test(said, () => {
      expect(offersFor(said, asked())[0]?.is).toBe("more");
      expect(label(said)).toMatch(sentence);
    });
  }

  test("a paper's name with a slip offers the words with the paper that is nearest", () => {
    for (const [said, wanted] of [
      ["log 40m brt", "log 40m bert"],
      ["start lroa notes", "start lora notes"],
      ["mark read bret", "mark read bert"],
    ] as const) {
      const [offer] = offersFor(said, asked());
      expect([said, offer?.is === "more" ? offer.words : offer]).toEqual([said, wanted]);
    }
  });

  test("a verb with a slip is read as the one verb that it is near to; a word of its own is not", () => {
    for (const [said, wanted] of [
      ["lgo 40m bert", "Log 40m: BERT"],
      ["sart bert", "Start: BERT"],
      ["retenton 92", "92"],
      ["makr read bert", "BERT: mark as read"],
    ] as const) {
      expect([said, nearOffers(said, asked())[0]?.label ?? ""]).toEqual([
        said,
        expect.stringContaining(wanted),
      ]);
    }
    for (const said of ["", "bert", "xyz 40m", "log 40m bert", "map", "lo"]) {
      expect([said, nearOffers(said, asked())]).toEqual([said, []]);
    }
  });

  test("an unclear name offers each paper that it may mean", () => {
    const labels = offersFor("log 40m gpt", asked()).map((offer) => offer.label);
    expect(labels.length).toBeGreaterThan(1);
    expect(new Set(labels).size).toBe(labels.length);
  });

  test("the example of every verb is understood as that verb", () => {
    for (const { example, names } of verbs) {
      expect([example, offersFor(example, asked()).length > 0]).toEqual([example, true]);
      const isIts = names.some((name) => example.toLowerCase().startsWith(name.toLowerCase()));
      expect([example, isIts]).toEqual([example, true]);
    }
  });

  test("words that begin with no verb do nothing", () => {
    for (const said of ["", "bert", "logic", "stopping", "gpt log"]) {
      expect([said, offersFor(said, asked())]).toEqual([said, []]);
    }
  });
});

describe("names fit by words and their beginnings", () => {
  test("never by letters that are scattered over them", () => {
    expect(rankOf("stop", "GPT-4 Analysis")).toBeNull();
    expect(rankOf("sto", "Scaling Laws to Optimum")).toBeNull();
    expect(rankOf("all need", "Attention Is All You Need")).not.toBeNull();
    expect(rankOf("gpt4", "GPT-4 Analysis")).toBe(1);
    expect(rankOf("bert", "Notes on BERT")).toBe(2);
    expect(rankOf("bert notes", "Notes on BERT")).toBe(3);
    expect(rankOf("ttention", "Attention")).toBe(4);
    expect(rankOf("überprüf", "Uberprufung")).not.toBeNull();
  });

  test("the best stands first, and of equals the one that was used last", () => {
    const items = [
      { id: "a", names: ["Notes on BERT"] },
      { id: "b", names: ["BERT"] },
      { id: "c", names: ["Cards on BERT"] },
    ];
    expect(bestOf("bert", items, []).map(({ id }) => id)).toEqual(["b", "a", "c"]);
    expect(bestOf("bert", items, ["c"]).map(({ id }) => id)).toEqual(["b", "c", "a"]);
  });

  test("what was used moves to the front, once", () => {
    expect(used("b", ["a", "b", "c"])).toEqual(["b", "a", "c"]);
  });
});
