/** `checkin`: the reviews of the schedule. */

import { checkinKey } from "../../core/entries/tally.ts";
import { checkinsBetween } from "../../core/progress/schedule.ts";
import { addDays, type Day, weekdayOf } from "../../core/time/calendar.ts";
import type { Look, Workspace } from "../../workspace/workspace.ts";
import { chooseDay } from "../choose.ts";
import { type CommonOptions, inWorkspace, lookFresh, perform, printJson, Stop } from "../run.ts";
import type { Terminal } from "../terminal.ts";

export async function checkin(
  terminal: Terminal,
  which: string | undefined,
  options: CommonOptions & {
    readonly on?: string;
    readonly undo?: boolean;
    readonly answer?: readonly string[];
  },
): Promise<void> {
  await inWorkspace(terminal, options, async (workspace) => {
    const look = await lookFresh(terminal, workspace);
    if (which === undefined) {
      showCheckins(terminal, workspace, look, options);
      return;
    }
    const name = checkinName(which, workspace);
    const now = terminal.now();
    const on =
      options.on === undefined
        ? nearestDay(name, workspace, look, options)
        : await dayNamed(options.on, name, workspace, look, now);
    const questions = questionsOf(name, workspace);
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
  });
}

function checkinName(said: string, { curriculum }: Workspace): string {
  const plain = said.toLowerCase();
  const names = [
    ...curriculum.weekly.map(({ kind, weekday }) => ({
      name: kind as string,
      also: weekday as string,
    })),
    ...curriculum.monthly.map(({ month }) => ({ name: `month:${month}`, also: `month${month}` })),
  ];
  const found = names.find(
    ({ name, also }) =>
      name.startsWith(plain) || also.startsWith(plain) || name.replace(":", " ") === plain,
  );
  if (found !== undefined) return found.name;
  const known = names.map(({ name, also }) => `${name} (${also})`).join(", ");
  throw new Stop(`There is no check-in "${said}": use ${known}.`);
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
 * The scheduled day that is most likely meant: the nearest, a week or a month each way. Where that one is done
 * already, the last that was missed: saying it twice must not do the one after.
 */
function nearestDay(
  name: string,
  { curriculum }: Workspace,
  { today, tally }: Look,
  options: { readonly undo?: boolean; readonly answer?: readonly string[] },
): Day {
  const reach = name.startsWith("month") ? 31 : 7;
  const days = checkinsBetween(curriculum, tally, addDays(today, -reach), addDays(today, reach))
    .filter(({ checkin: kind }) => kind === name)
    .sort((a, b) => Math.abs(distance(a.on, today)) - Math.abs(distance(b.on, today)));
  const [nearest] = days;
  const meant = options.undo
    ? days.find(({ done }) => done)
    : nearest?.done && options.answer === undefined
      ? days.find(({ done, on }) => !done && on < today)
      : nearest;
  return (meant ?? nearest)?.on ?? today;
}

/** A day of the schedule, or one that was marked when the schedule was another. */
async function dayNamed(
  said: string,
  name: string,
  { curriculum }: Workspace,
  { tally, progress }: Look,
  now: number,
): Promise<Day> {
  const day = await chooseDay(said, now, progress);
  if (tally.checkins[checkinKey(name, day)] !== undefined) return day;
  const reach = name.startsWith("month") ? 40 : 7;
  const near = checkinsBetween(curriculum, tally, addDays(day, -reach), addDays(day, reach))
    .filter(({ checkin: kind }) => kind === name)
    .map(({ on }) => on);
  if (near.includes(day)) return day;
  const those =
    near.length === 0 ? "" : `; ${near.join(" and ")} ${near.length > 1 ? "are" : "is"}`;
  throw new Stop(`${day} is not a day of "${name}" in the schedule${those}.`);
}

function distance(a: string, b: string): number {
  return (Date.parse(a) - Date.parse(b)) / 86_400_000;
}

async function ask(terminal: Terminal, questions: readonly string[]): Promise<readonly string[]> {
  if (!terminal.person || questions.length === 0) return [];
  const { text, isCancel } = await import("@clack/prompts");
  const answers: string[] = [];
  for (const message of questions) {
    const answer = await text({ message, placeholder: "Enter leaves it out" });
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
  const around = checkinsBetween(curriculum, tally, addDays(today, -7), addDays(today, 14));
  if (options.json) {
    printJson(terminal, { checkins: around, kept: Object.values(tally.checkins) });
    return;
  }
  if (around.length === 0) terminal.print("No check-ins yet: they begin with the start date.");
  for (const { on, what, done, checkin: name } of around) {
    const state = done ? "done" : on < today ? "missed" : on === today ? "today" : "";
    const text = `${on} ${weekdayOf(on).slice(0, 3)}  ${state.padEnd(6)}  ${name.padEnd(15)} ${what}`;
    terminal.print(
      terminal.paint(done ? "good" : on < today ? "late" : on === today ? "strong" : "faint", text),
    );
  }
}
