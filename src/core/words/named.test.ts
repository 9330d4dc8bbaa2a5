import { expect, test } from "bun:test";
import { llm, situation } from "../../../tests/fixtures/llm.ts";
import type { PaperId } from "../content/curriculum.ts";
import { emptyTally } from "../entries/tally.ts";
import { day } from "../time/calendar.ts";
import { describe as inWords } from "./describe.ts";
import { checkinNamed, itemNamed, paperNamed } from "./named.ts";

const meant = (said: string) => {
  const read = checkinNamed(said, llm);
  return read.ok ? read.meant : read.message;
};

test("a check-in goes by its name, its weekday or its month; what may be several, or nothing, is asked", () => {
  expect(["quiz", "wed", "Wednesday", "q"].map(meant)).toEqual(Array(4).fill("quiz"));
  expect(["month:2", "month 2", "Month2"].map(meant)).toEqual(Array(3).fill("month:2"));
  expect(meant("month")).toBe('"month" may be month:1, month:2 or month:3; say which.');
  for (const nothing of ["", "  ", "?"]) expect(meant(nothing)).toStartWith("There is no check-in");
  expect(meant("zzz")).toStartWith('There is no check-in "zzz": use ');
});

test("no words name no line, even of a list that has one", () => {
  const [line] = situation().progress.milestones;
  expect(itemNamed("", line === undefined ? [] : [line])).toMatchObject({ ok: false });
});

test("a paper of the learner's own goes by its arXiv id, too", () => {
  const id = "mamba" as PaperId;
  const record = { arxiv: "2312.00752" };
  const added = [{ id, name: "Mamba", phase: null, record }];
  const { progress } = situation({ ...emptyTally(), added });
  expect(paperNamed("https://arxiv.org/abs/2312.00752v2", llm, progress)).toEqual({
    ok: true,
    meant: id,
  });
});

test("a month's review is told by its month, a resource by its present name, a timer with its pass", () => {
  const naming = situation(emptyTally(), day("2026-11-26"));
  const marked = {
    type: "checkin.marked",
    on: day("2026-11-26"),
    done: true,
  } as const;
  expect(inWords({ ...marked, checkin: "month:1" }, naming)).toStartWith(
    "Review of month 1 done: ",
  );
  expect(inWords({ ...marked, checkin: "quiz" }, naming)).toStartWith(
    "Check-in of 2026-11-26 done",
  );
  const course = naming.progress.resources[0]?.items.find(({ id }) => id === "course-hugging-face");
  if (course === undefined) throw new Error("no course");
  const ticked = { type: "item.marked", kind: "resource", item: course.id, done: true } as const;
  expect(inWords(ticked, naming)).toBe("Done: Hugging Face LLM Course");
  const timer = {
    type: "timer.started",
    paper: "bert" as PaperId,
    activity: "read",
    at: 0,
  } as const;
  expect(inWords({ ...timer, pass: 2 }, naming)).toBe("Timer started: pass 2 on BERT");
});
