/** The example workspace: a made-up learner seven weeks in, made by replaying commands from a seeded generator. */
import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import type { Curriculum, ItemId, PaperId } from "../core/content/curriculum.ts";
import type { Command } from "../core/decide/command.ts";
import type { Activity, Aspect } from "../core/entries/entry.ts";
import { generator } from "../core/forecast/random.ts";
import { checkinsBetween, weekStart } from "../core/progress/schedule.ts";
import { addDays, dateAt, type Millis, momentOf, weekdayOf } from "../core/time/calendar.ts";
import { defaultCurriculum, exampleNotesOf } from "./content.ts";
import { createWorkspace } from "./create.ts";
import { eveningReview, teachBackOf, weeklyQuiz } from "./demo-recall.ts";
import type { Layout } from "./layout.ts";
import { notePath } from "./notes.ts";
import { openWorkspace } from "./open.ts";
import { Trouble } from "./trouble.ts";
import type { Look, Workspace } from "./workspace.ts";

const weeksIn = 7;
const seed = 20170612;

/** Opens the example in `layout`, making it when it is not there. A real workspace is never taken for it. */
export async function openDemo(layout: Layout, now: Millis): Promise<Workspace> {
  if (existsSync(layout.journal)) {
    if (existsSync(layout.demoMark)) return openWorkspace(layout);
    throw new Trouble(
      "exists",
      `${layout.folder} is a real workspace, not the example; name another folder with --dir.`,
    );
  }
  const timeZone = Temporal.Now.timeZoneId();
  const today = dateAt(now, timeZone);
  const start = addDays(today, -(weeksIn - 1) * 7 - 3);
  const made = await createWorkspace(
    layout,
    {
      curriculum: defaultCurriculum,
      start,
      target: null,
      minutesAWeek: 8 * 60,
      timeZone,
      dayStarts: 0,
      kind: "demo",
    },
    momentOf(start, "08:30", timeZone),
  );
  const { curriculum } = made;
  const steps: Step[] = [
    ...openingSteps(curriculum, momentOf(start, "08:40", timeZone)),
    ...studySteps(curriculum, (day, time) => momentOf(addDays(start, day), time, timeZone)),
    ...taskSteps(curriculum, (week, time) =>
      momentOf(addDays(weekStart({ start, away: [] }, week), 5), time, timeZone),
    ),
  ].filter(({ at }) => at < now);
  const { tally } = (await made.journal.picture()).settled;
  const material = await made.material();
  const random = generator(seed + 2);
  for (const { on, checkin } of checkinsBetween(curriculum, tally, start, addDays(today, -1))) {
    // The example has one missed check-in, as most weeks of most people do.
    if (weekdayOf(on) === "wednesday" && on >= addDays(today, -7)) continue;
    const at = momentOf(on, "20:10", timeZone);
    const answers = answersTo(curriculum, checkin);
    const done: Command = { do: "mark-checkin", checkin, on, done: true, answers };
    const quiz = checkin === "quiz";
    // The quiz marks its check-in where nothing did, so the answers that are kept come first.
    const commands = (look: Look) => [
      done,
      ...(quiz ? weeklyQuiz(look, material, on, random) : []),
    ];
    steps.push({ at, commands });
  }
  for (let day = 5; day < weeksIn * 7; day += 1) {
    const at = momentOf(addDays(start, day), "20:40", timeZone);
    if (at >= now || random() < 0.2) continue;
    steps.push({ at, commands: (look) => eveningReview(look, material, at, random) });
  }
  for (const [index, { papers }] of curriculum.phases.slice(0, 1).entries()) {
    const at = momentOf(addDays(start, 20 + index), "21:10", timeZone);
    steps.push({ at, commands: papers.flatMap((paper) => teachBackOf(material, paper)) });
  }
  for (const { at, commands: of } of steps.sort((a, b) => a.at - b.at)) {
    const commands = typeof of === "function" ? of(await made.look(at)) : of;
    if (commands.length === 0) continue;
    const outcome = await made.run(commands, "cli", at);
    if (!outcome.ok) throw new Error(`the example's own command was refused: ${outcome.message}`);
  }
  mkdirSync(layout.notes, { recursive: true });
  for (const [paper, text] of Object.entries(await exampleNotesOf(defaultCurriculum))) {
    writeFileSync(notePath(layout, paper as PaperId), text);
  }
  await made.syncTracker(now);
  return made;
}

interface Step {
  readonly at: Millis;
  readonly commands: readonly Command[] | ((look: Look) => readonly Command[]);
}

const learnerSays = [
  "I can draw the whole computation with shapes. The gradients are still hazy.",
  "The implementation: a wrong axis cost me an evening, and a check on a tiny input found it.",
  "Finish the notes before the next paper.",
];

function answersTo(curriculum: Curriculum, checkin: string) {
  const { questions = [] } =
    [...curriculum.weekly].find(({ kind }) => kind === checkin) ??
    curriculum.monthly.find(({ month }) => checkin === `month:${month}`) ??
    {};
  return questions.slice(0, learnerSays.length).map((question, index) => ({
    question,
    answer: learnerSays[index] ?? "",
  }));
}

function openingSteps(curriculum: Curriculum, at: Millis): Step[] {
  const promised = ["Dinner at the corner place", "A day in the mountains", "A new keyboard"];
  const commands = curriculum.phases.slice(0, promised.length).map(
    ({ number }, index): Command => ({
      do: "set-reward",
      reward: number,
      text: promised[index] ?? "",
    }),
  );
  return [{ at, commands }];
}

/** Four or five sessions a week, one paper after another; each paper is ticked when its work is done. */
function studySteps(curriculum: Curriculum, moment: (day: number, time: string) => Millis): Step[] {
  const random = generator(seed);
  const queue = curriculum.phases
    .flatMap((phase) => phase.papers)
    .flatMap((id) => workOf(curriculum, id));
  const steps: Step[] = [];
  let piece = queue.shift();
  for (let day = 0; day < weeksIn * 7 && piece !== undefined; day += 1) {
    if (random() > 0.68) continue;
    const minutes = 50 + Math.round(random() * 14) * 5;
    const at = moment(day, random() < 0.7 ? "19:00" : "07:15");
    const { paper, activity } = piece;
    const pass = activity === "read" ? piece.pass : undefined;
    const commands: Command[] = [
      {
        do: "log",
        paper,
        activity,
        ...(pass === undefined ? {} : { pass }),
        start: at,
        minutes,
      },
    ];
    piece.left -= minutes;
    while (piece !== undefined && piece.left <= 0) {
      if (piece.ends !== null) commands.push(...endOf(curriculum, paper, piece.ends));
      const over: number = piece.left;
      piece = queue.shift();
      if (piece !== undefined && piece.paper === paper) piece.left += over;
      else break;
    }
    steps.push({ at: at + minutes * 60_000, commands });
  }
  return steps;
}

/** A paper with exercises is implemented when all of them pass; the last one ticks it. */
function endOf(curriculum: Curriculum, paper: PaperId, aspect: Aspect): readonly Command[] {
  const exercises = curriculum.papers.find(({ id }) => id === paper)?.exercises ?? [];
  if (aspect !== "implemented" || exercises.length === 0) {
    return [{ do: "mark-paper", paper, aspect, done: true }];
  }
  return exercises.map(({ id }, index) => ({
    do: "record-check",
    paper,
    exercise: id,
    passed: true,
    seed: seed + index,
    verdict: "passed",
    mistakes: [],
    digest: "example",
    took: 240 + 15 * index,
  }));
}

interface Piece {
  readonly paper: PaperId;
  readonly activity: Activity;
  readonly pass?: 1 | 2 | 3;
  left: number;
  readonly ends: Aspect | null;
}

function workOf(curriculum: Curriculum, paper: PaperId): Piece[] {
  const minutes = curriculum.papers.find(({ id }) => id === paper)?.minutes;
  if (minutes === undefined) return [];
  const { read, implement } = minutes;
  return [
    { paper, activity: "read", pass: 1, left: read * 0.15, ends: null },
    { paper, activity: "read", pass: 2, left: read * 0.4, ends: null },
    { paper, activity: "read", pass: 3, left: read * 0.2, ends: "read" },
    { paper, activity: "notes", left: read * 0.2, ends: "notes" },
    { paper, activity: "implement", left: implement * 0.9, ends: "implemented" },
  ];
}

/** Most tasks of the past weeks are ticked, some of the present one's. */
function taskSteps(curriculum: Curriculum, moment: (week: number, time: string) => Millis): Step[] {
  const random = generator(seed + 1);
  const steps: Step[] = curriculum.weeks
    .filter(({ number }) => number < weeksIn)
    .map(({ number, tasks }) => ({
      at: moment(number, "21:00"),
      commands: tasks.filter(() => random() < 0.85).map(({ id }) => tick(id)),
    }));
  const present = curriculum.weeks.find(({ number }) => number === weeksIn)?.tasks[0];
  if (present !== undefined) {
    steps.push({ at: moment(weeksIn - 1, "21:15"), commands: [tick(present.id)] });
  }
  const first = curriculum.milestones[0];
  if (first !== undefined) {
    steps.push({ at: moment(3, "21:30"), commands: [tick(first.id)] });
  }
  return steps;
}

function tick(item: ItemId): Command {
  return { do: "mark-item", item, done: true };
}
