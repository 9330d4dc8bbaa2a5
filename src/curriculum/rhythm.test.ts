import { describe, expect, test } from "bun:test";
import { join } from "node:path";
import { sayFault } from "./faults.ts";
import { readFolder } from "./folder.ts";
import { parseMaterial } from "./material.ts";
import { starterFiles } from "./starter.ts";

const whole = starterFiles("example", "Example Tracker");

function faultsAfter(from: string, to: string, more: Readonly<Record<string, string>> = {}) {
  const files = new Map([...whole, ...Object.entries(more)]);
  const text = files.get("rhythm.yaml") ?? "";
  if (!text.includes(from)) throw new Error(`rhythm.yaml does not hold ${from}`);
  files.set("rhythm.yaml", text.replace(from, to));
  const parsed = parseMaterial(files);
  return parsed.ok ? [] : parsed.faults.map(sayFault);
}

const exercise = "{ minutes: 60, do: exercise, paper: first-paper, exercise: one }";
const task = "{ minutes: 60, do: task, task: w1-build }";

describe("a fault is reported with its line and column", () => {
  for (const [what, from, to, faults, more] of [
    [
      "minutes that do not add up",
      "minutes: 20",
      "minutes: 25",
      ["4:14: the steps add up to 245 minutes, and 4 hours are 240"],
    ],
    [
      "an unknown kind of step",
      "do: notes",
      "do: note",
      ['12:30: "do" must be pass, notes, exercise, cards, teach-back, checkin, task, milestone'],
    ],
    ["a step that lacks its key", ", pass: 1", "", ['6:11: a step of "pass" needs pass']],
    [
      "a step with another's key",
      "do: cards",
      "do: cards, task: w1-read",
      ['13:37: a step of "cards" has no "task"'],
    ],
    [
      "an unknown key",
      "do: cards",
      "do: cards, taks: w1-read",
      [
        '13:37: "taks" is not known here; known are do, minutes, paper, pass, exercise, checkin, task, milestone',
      ],
    ],
    [
      "an unknown paper",
      "do: notes, paper: first-paper",
      "do: notes, paper: first-papr",
      ['12:44: there is no paper "first-papr"; did you mean "first-paper"?'],
    ],
    [
      "an unknown task",
      "w1-build",
      "w1-biuld",
      ['11:42: there is no task "w1-biuld"; did you mean "w1-build"?'],
    ],
    [
      "a check-in on another's day",
      "checkin: progress",
      "checkin: quiz",
      ['16:48: the check-in "quiz" stands on wednesday'],
    ],
    [
      "a check-in that the schedule lacks",
      "checkin: progress",
      "checkin: implementation",
      ['16:48: there is no checkin "implementation"'],
    ],
    [
      "a week that is none",
      "- week: 1",
      "- week: 3",
      [
        "2:3: week 1 has no rhythm",
        "2:9: weeks.yaml has no week 3",
        '11:42: the task "w1-build" belongs to week 1',
      ],
    ],
    ["exercises that are not written yet", task, exercise, []],
    [
      "an exercise that the paper lacks",
      task,
      exercise,
      ['11:70: first-paper has no exercise "one"'],
      { "papers/first-paper/exercises/two/exercise.md": "" },
    ],
  ] as const satisfies readonly (readonly [
    string,
    string,
    string,
    readonly string[],
    Record<string, string>?,
  ])[]) {
    test(what, () => {
      expect(faultsAfter(from, to, more ?? {})).toEqual(
        faults.map((fault) => `rhythm.yaml:${fault}`),
      );
    });
  }

  test("weeks that are planned for different hours", () => {
    const weeks = `${whole.get("weeks.yaml")}- number: 2\n  title: Two\n  goal: Two\n  tasks: [{ id: w2, text: Two }]\n`;
    const [fault] = faultsAfter(
      "# What to do",
      "- { week: 2, plans: [{ hours: 1, monday: [{ minutes: 60, do: task, task: w2 }] }] }\n# What to do",
      { "weeks.yaml": weeks },
    );
    expect(fault).toBe("rhythm.yaml:3:9: this week is planned for 4 hours, the first for 1");
  });
});

const folder = await readFolder(join(import.meta.dir, "..", "..", "curricula", "llm"));
if (!folder.ok) throw new Error(folder.faults.map(sayFault).join("\n"));
const llm = parseMaterial(folder.files);
if (!llm.ok) throw new Error(llm.faults.map(sayFault).join("\n"));
const { rhythm } = llm.material;

describe("the rhythm of the llm curriculum", () => {
  const steps = (hours: number) =>
    rhythm.flatMap(({ week, plans }) =>
      plans
        .filter((plan) => plan.hours === hours)
        .flatMap(({ days }) => days.flatMap((day) => day.steps.map((step) => ({ week, ...step })))),
    );

  test("twelve weeks, each for 8, 10 and 15 hours", () => {
    expect(rhythm.map(({ week }) => week)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]);
    for (const { plans } of rhythm) expect(plans.map(({ hours }) => hours)).toEqual([8, 10, 15]);
  });

  test("every paper of the phases is read at least twice over, and noted, whatever the hours", () => {
    const papers = ["attention", "resnet", "layernorm", "bert", "gpt-1", "gpt-2", "gpt-3"].concat(
      "scaling-laws",
      "instructgpt",
      "constitutional-ai",
      "lora",
      "llama",
    );
    for (const hours of [8, 10, 15]) {
      const of = (kind: string, paper: string) =>
        steps(hours).filter((step) => step.do === kind && "paper" in step && step.paper === paper);
      for (const paper of papers) {
        const passes = of("pass", paper).flatMap((step) => (step.do === "pass" ? [step.pass] : []));
        expect(new Set(passes).size).toBeGreaterThanOrEqual(2);
        expect(of("notes", paper)).not.toEqual([]);
        expect(passes).toEqual(passes.toSorted());
      }
    }
  });

  test("every week has the three check-ins and the cards on four days or more", () => {
    for (const hours of [8, 10, 15]) {
      for (const { week } of rhythm) {
        const of = steps(hours).filter((step) => step.week === week);
        const kinds = of.flatMap((step) => (step.do === "checkin" ? [step.checkin] : []));
        expect(kinds.toSorted()).toEqual(["implementation", "progress", "quiz"]);
        expect(of.filter((step) => step.do === "cards").length).toBeGreaterThanOrEqual(4);
      }
    }
  });

  test("every milestone has its time, whatever the hours", () => {
    for (const hours of [8, 10, 15]) {
      const reached = steps(hours).flatMap((step) =>
        step.do === "milestone" ? [String(step.milestone)] : [],
      );
      expect([...new Set(reached)].toSorted()).toEqual(
        [1, 2, 3, 4, 5, 6].map((number) => `milestone-${number}`),
      );
    }
  });

  test("with fifteen hours every task has a step, those that passes, notes and exercises are apart", () => {
    const planned = new Set(
      steps(15).flatMap((step) => (step.do === "task" ? [String(step.task)] : [])),
    );
    const tasks = [
      ...(folder.ok ? (folder.files.get("weeks.yaml") ?? "") : "").matchAll(/id: (w\d+-[\w-]+)/g),
    ];
    const open = tasks
      .map(([, id = ""]) => id)
      .filter((id) => !planned.has(id) && !/-(read-papers?|notes)$/.test(id));
    // What these ask for is what exercises build.
    expect(open).toEqual([
      "w1-multi-head-attention",
      "w4-masked-language-model",
      "w6-byte-pair-encoding",
    ]);
  });
});
