/** `sessions`: the time that was spent, and putting it right. */
import type { CommandOf } from "../../core/decide/command.ts";
import type { Entry } from "../../core/entries/entry.ts";
import { activityWords } from "../../core/progress/activity-words.ts";
import { nameOfPaper } from "../../core/progress/named-paper.ts";
import { courseOf, weekSpan } from "../../core/progress/schedule.ts";
import { isOfTime, type Past, type PastSession, pastTime } from "../../core/progress/sessions.ts";
import {
  addDays,
  type Day,
  dateAt,
  momentIn,
  timeAt,
  weekdayOf,
} from "../../core/time/calendar.ts";
import { sayDuration } from "../../core/time/duration.ts";
import { dayNow } from "../../core/time/elsewhere.ts";
import { momentShown } from "../../core/time/written.ts";
import type { Look, Workspace } from "../../workspace/workspace.ts";
import {
  chooseActivity,
  chooseDay,
  chooseDuration,
  choosePaper,
  choosePast,
  chooseWeek,
} from "../choose.ts";
import {
  type CommonOptions,
  inWorkspace,
  lookFresh,
  perform,
  printJson,
  Stop,
  sayNewer,
} from "../run.ts";
import type { Terminal } from "../terminal.ts";
import { fit } from "../wrap.ts";
import { readPass } from "./time.ts";

export interface ListOptions extends CommonOptions {
  readonly week?: string;
  readonly from?: string;
  readonly to?: string;
  readonly all?: boolean;
}

/** How far back the list goes when nothing is said. */
const usualDays = 14;

export async function listSessions(
  terminal: Terminal,
  paper: readonly string[],
  options: ListOptions,
): Promise<void> {
  await inWorkspace(terminal, options, async (workspace) => {
    const look = await lookFresh(terminal, workspace);
    await sayNewer(terminal, workspace.journal);
    const id = paper.length === 0 ? null : choosePaper(paper.join(" "), workspace, look);
    const { from, to } = await daysAsked(terminal, look, id !== null, options);
    const all = await pastOf(workspace);
    const shown = all.filter(
      (one) =>
        (id === null || one.paper === id) &&
        (from === null || from <= one.on) &&
        (to === null || one.on <= to),
    );
    if (options.json)
      printJson(
        terminal,
        shown.map((one) => asJson(one, look)),
      );
    else printPast(terminal, shown, look, all.length > shown.length && from !== null);
  });
}

async function pastOf({ journal }: Workspace): Promise<readonly Past[]> {
  const entries: Entry[] = [];
  for await (const { entry } of journal.lines()) {
    if (entry !== null && isOfTime(entry)) entries.push(entry);
  }
  return pastTime(entries, await journal.reversals());
}

async function daysAsked(
  terminal: Terminal,
  look: Look,
  ofPaper: boolean,
  { week, from, to, all }: ListOptions,
): Promise<{ readonly from: Day | null; readonly to: Day | null }> {
  const course = courseOf(look.progress);
  if (week !== undefined) {
    if (from !== undefined || to !== undefined) {
      throw new Stop("--week and --from or --to contradict each other; give one of them.", 2);
    }
    if (course === null)
      throw new Stop("Weeks begin with a start date: `study plan --start today`.");
    return weekSpan(course, chooseWeek(week, look));
  }
  const day = (said: string) => chooseDay(said, terminal.now(), look.progress);
  const last = to === undefined ? null : await day(to);
  const first = from === undefined ? null : await day(from);
  if (first !== null && last !== null && last < first) {
    throw new Stop(`${last} is before ${first}; --from is the earlier day.`, 2);
  }
  const everything = all || ofPaper || from !== undefined || to !== undefined;
  return { from: everything ? first : addDays(look.today, 1 - usualDays), to: last };
}

function asJson(past: Past, look: Look) {
  const paper = past.paper === null ? null : nameOfPaper(past.paper, look);
  if (past.is === "correction") return { ...past, name: paper };
  const { logged: _, ...session } = past;
  return { ...session, name: paper };
}

function printPast(
  { print, paint }: Terminal,
  shown: readonly Past[],
  look: Look,
  more: boolean,
): void {
  const { timeZone } = look.progress;
  const earlier = paint("faint", "Earlier ones: `study sessions --all`.");
  if (shown.length === 0) {
    print("No time was logged in these days.");
    if (more) print(earlier);
    return;
  }
  const width = String(
    Math.max(...shown.map((one) => (one.is === "session" ? one.number : 0))),
  ).length;
  for (const [on, ofDay] of Map.groupBy(shown, (one) => one.on)) {
    const sum = ofDay.reduce((all, { minutes }) => all + minutes, 0);
    print(
      `${paint("strong", `${on} ${weekdayOf(on).slice(0, 3)}`)}  ${paint("faint", saySigned(sum))}`,
    );
    for (const one of ofDay) {
      const name = one.paper === null ? "no paper" : nameOfPaper(one.paper, look);
      const pass = one.is === "session" && one.pass !== undefined ? `, pass ${one.pass}` : "";
      const now = one.is === "session" ? dayNow(one, look.progress) : null;
      const moved = now === null ? "" : `; ${now} in ${timeZone}`;
      const what = `${name} (${activityWords[one.activity]}${pass}${moved})`;
      const number = one.is === "session" ? String(one.number).padStart(width) : " ".repeat(width);
      const when = one.is === "session" ? timeAt(one.start, timeZone) : "hours";
      print(
        fit(
          `  ${paint("accent", number)}  ${when}  ${saySigned(one.minutes).padStart(6)}  ${what}`,
        ),
      );
    }
  }
  const all = shown.reduce((sum, { minutes }) => sum + minutes, 0);
  const corrected = shown.some((one) => one.is === "correction");
  const hours = corrected ? ' A line marked "hours" is a corrected total.' : "";
  print(paint("faint", `${sayDuration(all)} in all.${hours}`));
  if (more) print(earlier);
}

function saySigned(minutes: number): string {
  return minutes < 0 ? `−${sayDuration(-minutes)}` : sayDuration(minutes);
}

async function withSession(
  terminal: Terminal,
  said: string,
  options: CommonOptions,
  next: (session: PastSession, workspace: Workspace, look: Look) => Promise<void>,
): Promise<void> {
  await inWorkspace(terminal, options, async (workspace) => {
    const look = await lookFresh(terminal, workspace);
    const sessions = (await pastOf(workspace)).filter((one) => one.is === "session");
    const session = sessions.find(({ number }) => String(number) === said.trim());
    if (session === undefined) {
      throw new Stop(
        sessions.length === 0
          ? "No session has been logged yet."
          : `There is no session "${said}"; \`study sessions\` shows their numbers, 1 is the latest.`,
      );
    }
    await next(session, workspace, look);
  });
}

export interface EditOptions extends CommonOptions {
  readonly paper?: string;
  readonly activity?: string;
  readonly pass?: string;
  readonly at?: string;
  readonly for?: string;
}

export async function editSession(
  terminal: Terminal,
  said: string,
  options: EditOptions,
): Promise<void> {
  const { paper, activity, pass, at } = options;
  const minutes = options.for === undefined ? null : chooseDuration(options.for);
  if ([paper, activity, pass, at].every((one) => one === undefined) && minutes === null) {
    throw new Stop("Say what is to change: --for, --at, --paper, --activity or --pass.", 2);
  }
  await withSession(terminal, said, options, async (session, workspace, look) => {
    const doing = activity === undefined ? session.activity : chooseActivity(activity);
    const reading = passAfter(pass, doing, session);
    const to: CommandOf<"edit-session">["to"] = {
      paper:
        paper === undefined
          ? session.paper
          : paper === "none"
            ? null
            : choosePaper(paper, workspace, look),
      activity: doing,
      ...(reading === undefined ? {} : { pass: reading }),
      start: at === undefined ? session.start : await startAt(at, session, look, terminal.now()),
      minutes: minutes ?? session.minutes,
    };
    const { id, logged } = session;
    await perform(terminal, workspace, [{ do: "edit-session", session: id, logged, to }]);
  });
}

/** A pass is of a reading; with another activity it goes. */
function passAfter(said: string | undefined, activity: string, session: PastSession) {
  if (said !== undefined && said !== "none") {
    if (activity === "read") return readPass(said);
    throw new Stop("--pass counts readings of a paper; add --activity read.", 2);
  }
  return said === "none" || activity !== "read" ? undefined : session.pass;
}

/** A day alone moves the session to that day of the learner's and leaves its time. */
async function startAt(said: string, session: PastSession, { progress }: Look, now: number) {
  const chosen = await choosePast(said, now, progress);
  if (chosen.timed || chosen.partBegins !== null) return chosen.start;
  const { timeZone } = progress;
  const time = timeAt(session.start, timeZone);
  const date = dateAt(momentIn(chosen.on, time, progress), timeZone);
  const moment = momentShown(`${date} ${time}`, date, time, timeZone);
  if (moment.is === "fault") throw new Stop(moment.message, 2);
  return moment.at;
}

export async function removeSession(
  terminal: Terminal,
  said: string,
  options: CommonOptions,
): Promise<void> {
  await withSession(terminal, said, options, async ({ id, logged }, workspace) => {
    await perform(terminal, workspace, [{ do: "remove-session", session: id, logged }]);
  });
}

export async function splitSession(
  terminal: Terminal,
  said: string,
  first: string | undefined,
  options: CommonOptions,
): Promise<void> {
  const asked = first === undefined ? null : chooseDuration(first);
  await withSession(terminal, said, options, async ({ id, logged, minutes }, workspace) => {
    const half = Math.floor(minutes / 2);
    if (asked === null && half < 1) throw new Stop("One minute can't be split.");
    await perform(terminal, workspace, [
      { do: "split-session", session: id, logged, minutes: asked ?? half },
    ]);
    terminal.print("`study sessions` shows both; edit each of them.");
  });
}
