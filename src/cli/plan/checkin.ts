/** `checkin`: the reviews of the schedule. */

import { monthOf } from "../../core/progress/period.ts";
import {
  checkinsBetween,
  courseOf,
  isSkipped,
  keptCheckin,
  monthDays,
  monthlyCheckins,
} from "../../core/progress/schedule.ts";
import { learntIn, sayLearnt } from "../../core/recall/learnt.ts";
import { heldCards } from "../../core/recall/recall.ts";
import { addDays, type Day, weekdayOf } from "../../core/time/calendar.ts";
import { harmlessPlain } from "../../core/words/harmless.ts";
import { checkinNamed } from "../../core/words/named.ts";
import { allNotes } from "../../workspace/notes.ts";
import type { Look, Workspace } from "../../workspace/workspace.ts";
import { chooseDay, orStop } from "../choose.ts";
import { layProse } from "../prose.ts";
import { type CommonOptions, inWorkspace, lookFresh, perform, printJson, Stop } from "../run.ts";
import type { Terminal } from "../terminal.ts";
import { fit } from "../wrap.ts";

export async function checkin(
  terminal: Terminal,
  which: string | undefined,
  options: CommonOptions & {
    readonly on?: string;
    readonly undo?: boolean;
    readonly skip?: boolean;
    readonly answer?: readonly string[];
  },
): Promise<void> {
  await inWorkspace(terminal, options, async (workspace) => {
    const look = await lookFresh(terminal, workspace);
    if (which === undefined) {
      showCheckins(terminal, workspace, look, options);
      return;
    }
    const name = orStop(checkinNamed(which, workspace.curriculum));
    const now = terminal.now();
    const on =
      options.on === undefined
        ? meantDay(name, workspace, look, options)
        : await dayNamed(options.on, name, workspace, look, now);
    const opensSkipped = options.undo === true && isSkipped(look.tally, name, on);
    if (options.skip === true && (options.undo === true || options.answer !== undefined)) {
      throw new Stop("--skip stands alone, without --answer and --undo; nothing was kept.", 2);
    }
    if (options.skip === true || opensSkipped) {
      const skipped = options.undo !== true;
      await perform(terminal, workspace, [{ do: "skip-checkin", checkin: name, on, skipped }]);
      return;
    }
    const questions = questionsOf(name, workspace);
    const asked = options.answer?.length ?? 0;
    if (asked > questions.length) {
      throw new Stop(
        `This check-in asks ${questions.length} questions, and ${asked} answers were given; nothing was kept.`,
        2,
      );
    }
    if (!options.undo && options.answer === undefined)
      await sayMonth(terminal, name, workspace, look);
    const said = options.answer ?? (options.undo ? [] : await ask(terminal, questions));
    const answers = questions
      .slice(0, said.length)
      .map((question, index) => ({ question, answer: said[index] ?? "" }))
      .filter(({ answer }) => answer !== "");
    await perform(terminal, workspace, [
      {
        do: "mark-checkin",
        checkin: name,
        on,
        done: options.undo !== true,
        ...(answers.length > 0 ? { answers } : {}),
      },
    ]);
    if (monthOf(name) !== null && options.undo !== true && on > look.today) {
      terminal.print(
        `It is due on ${on}, when the last week of its phases ends. \`study undo\` opens it again.`,
      );
    }
  });
}

/** What the questions of a month's review look back on. */
async function sayMonth(
  terminal: Terminal,
  name: string,
  { curriculum, layout, material }: Workspace,
  { tally, progress }: Look,
): Promise<void> {
  const month = monthOf(name);
  const course = courseOf(progress);
  const days = month === null || course === null ? null : monthDays(curriculum, course, month);
  if (days === null) return;
  const held = heldCards(await material(), tally);
  const studied = { curriculum, tally, progress, held, notes: allNotes(layout) };
  for (const line of sayLearnt(learntIn(studied, days))) terminal.print(layProse(line));
}

function questionsOf(name: string, { curriculum }: Workspace): readonly string[] {
  const weekly = curriculum.weekly.find(({ kind }) => kind === name);
  return (
    weekly?.questions ??
    curriculum.monthly.find(({ month }) => `month:${month}` === name)?.questions ??
    []
  );
}

/**
 * The day that is meant when none is said: the latest that has come. One that was missed is named by its day, and so
 * is one that has not come, which is refused as such.
 */
function meantDay(
  name: string,
  { curriculum }: Workspace,
  { today, tally }: Look,
  options: { readonly undo?: boolean; readonly skip?: boolean },
): Day {
  if (name.startsWith("month:")) {
    return monthlyCheckins(curriculum, tally).find(({ checkin }) => checkin === name)?.on ?? today;
  }
  const days = checkinsBetween(curriculum, tally, addDays(today, -reach), addDays(today, reach))
    .filter(({ checkin }) => checkin === name)
    .reverse();
  const past = days.filter(({ on }) => on <= today);
  const [last] = past;
  const meant = options.undo
    ? past.find(({ done, skipped }) => done || skipped)
    : options.skip
      ? past.find(({ done, skipped }) => !done && !skipped)
      : last;
  return (meant ?? last ?? days.at(-1))?.on ?? today;
}

/** Two weeks: what is further back is named by its day. */
const reach = 14;

/** A day of the schedule, or one that was marked when the schedule was another. */
async function dayNamed(
  said: string,
  name: string,
  { curriculum }: Workspace,
  { tally, progress }: Look,
  now: number,
): Promise<Day> {
  const day = await chooseDay(said, now, progress);
  if (keptCheckin(tally, name, day) !== undefined || name.startsWith("month:")) return day;
  const near = checkinsBetween(curriculum, tally, addDays(day, -reach), addDays(day, reach))
    .filter(({ checkin: kind }) => kind === name)
    .map(({ on }) => on);
  if (near.includes(day)) return day;
  const beside = [near.findLast((on) => on < day), near.find((on) => on > day)].filter(
    (on) => on !== undefined,
  );
  const those =
    near.length === 0 ? "" : `; ${beside.join(" and ")} ${beside.length > 1 ? "are" : "is"}`;
  throw new Stop(`${day} is not a day of "${name}" in the schedule${those}.`);
}

async function ask(terminal: Terminal, questions: readonly string[]): Promise<readonly string[]> {
  if (!terminal.person || questions.length === 0) return [];
  const { text, isCancel } = await import("@clack/prompts");
  const answers: string[] = [];
  for (const message of questions) {
    const answer = await text({
      message: harmlessPlain(message),
      placeholder: "Enter skips it",
    });
    if (isCancel(answer)) throw new Stop("Left as it was.", 130);
    answers.push(answer ?? "");
  }
  return answers;
}

function showCheckins(
  terminal: Terminal,
  { curriculum }: Workspace,
  look: Look,
  options: CommonOptions,
): void {
  const { today } = look;
  const { tally } = look;
  const weekly = checkinsBetween(curriculum, tally, addDays(today, -7), addDays(today, 14)).filter(
    ({ checkin }) => !checkin.startsWith("month:"),
  );
  const around = [...weekly, ...monthlyCheckins(curriculum, tally)];
  if (options.json) {
    printJson(terminal, { checkins: around, kept: Object.values(tally.checkins) });
    return;
  }
  if (around.length === 0) terminal.print("No check-ins yet: they begin with the start date.");
  for (const { on, what, done, skipped, checkin: name } of around) {
    const [state, look] = done
      ? (["done", "good"] as const)
      : skipped
        ? (["skipped", "faint"] as const)
        : on < today
          ? (["missed", "late"] as const)
          : on === today
            ? (["today", "strong"] as const)
            : (["", "faint"] as const);
    const text = `${on} ${weekdayOf(on).slice(0, 3)}  ${state.padEnd(7)}  ${name.padEnd(15)} ${what}`;
    terminal.print(terminal.paint(look, fit(text)));
  }
}
