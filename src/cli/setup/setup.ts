/** `init`, `open`: beginning, and getting to a file. */
import { existsSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import type { PaperId } from "../../core/content/curriculum.ts";
import { orderFault } from "../../core/decide/decide-plan.ts";
import type { Entry } from "../../core/entries/entry.ts";
import { dayAt, type LearnersClock, sayDay } from "../../core/time/calendar.ts";
import { sayClock } from "../../core/time/duration.ts";
import { asSentence, describeAll } from "../../core/words/describe.ts";
import { carryOn } from "../../workspace/carry-on.ts";
import { defaultCurriculum } from "../../workspace/content.ts";
import { createWorkspace, type NewWorkspace } from "../../workspace/create.ts";
import { requireNoLoss } from "../../workspace/find.ts";
import { type Layout, layoutOf } from "../../workspace/layout.ts";
import { ensureNote, noticeNotes } from "../../workspace/notes.ts";
import { openWorkspace } from "../../workspace/open.ts";
import type { Workspace } from "../../workspace/workspace.ts";
import { chooseDay, choosePaper } from "../choose.ts";
import { editorOf, editWith, openWithSystem } from "../other-programs.ts";
import { checkedZone, dayStartMinutes, weeklyMinutes } from "../plan/plan.ts";
import { type CommonOptions, inWorkspace, lookFresh, Stop } from "../run.ts";
import { systemZone } from "../system-zone.ts";
import type { Terminal } from "../terminal.ts";
import { refuseForeign } from "./foreign-folder.ts";

export interface InitOptions extends CommonOptions {
  readonly start?: string;
  readonly target?: string;
  readonly hours?: string;
  readonly curriculum?: string;
  readonly zone?: string;
  readonly after?: string;
  readonly dayStarts?: string;
  readonly yes?: boolean;
  /** A place that another device syncs with. */
  readonly from?: string;
  readonly passphrase?: boolean;
}

export async function init(
  terminal: Terminal,
  folder: string | undefined,
  options: InitOptions,
): Promise<void> {
  const layout = layoutOf(resolve(terminal.cwd, folder ?? options.dir ?? "."));
  if (existsSync(layout.journal)) {
    throw new Stop(`${layout.folder} is a workspace already. \`study status\` shows it.`);
  }
  requireNoLoss(layout);
  if (options.from !== undefined) {
    await initFrom(terminal, layout, options.from, options);
    return;
  }
  const now = terminal.now();
  const former = options.after === undefined ? null : await formerOf(terminal, options.after);
  const was = former === null ? null : (await former.look(now)).progress;
  const zone = was?.timeZone ?? systemZone();
  const timeZone = options.zone === undefined ? zone : checkedZone(options.zone);
  const asked = terminal.person && !options.yes;
  const before = was === null ? null : sayClock(was.dayStarts);
  const starts = options.dayStarts ?? before ?? (asked ? await askDayStart(terminal) : "0:00");
  const clock = { timeZone, dayStarts: dayStartMinutes(starts) };
  const said = asked ? await askPlan(terminal, options, clock) : options;
  const start = await chooseDay(said.start ?? "today", now, clock);
  const wanted: NewWorkspace = {
    curriculum: options.curriculum ?? (former === null ? defaultCurriculum : curriculumIn(former)),
    start,
    target: !said.target ? null : await chooseDay(said.target, now, clock),
    minutesAWeek:
      said.hours === undefined ? (was?.minutesAWeek ?? null) : weeklyMinutes(said.hours),
    ...clock,
    kind: "own",
  };
  const fault = orderFault(start, wanted.target);
  if (fault !== null) throw new Stop(fault.message);
  const linesBefore = linesIn(layout.tracker);
  const workspace = await createWorkspace(layout, wanted, now);
  const { progress } = await workspace.look(now);
  terminal.print(`Made a workspace in ${layout.folder}.`);
  if (linesBefore !== null) {
    await sayTakenOver(terminal, workspace, now);
    const added = (linesIn(layout.tracker) ?? 0) - linesBefore;
    if (added > 0)
      terminal.print(`Its lists lacked ${added} lines of the curriculum; they have been added.`);
  }
  if (former !== null) {
    const { sessions, answers } = await carryOn(former, workspace, now);
    terminal.print(
      `From ${former.layout.folder}: ${count(sessions, "session")}, ${count(answers, "answer")} to cards, and your settings. It stays as it is.`,
    );
    former.close();
  }
  workspace.close();
  if (progress.start && progress.target) {
    terminal.print(`Start ${sayDay(progress.start)}, target ${sayDay(progress.target)}.`);
  }
  terminal.print("`study` shows what is next; TRACKER.md is yours to edit.");
}

/** The workspace that this one goes on from. */
async function formerOf(terminal: Terminal, folder: string): Promise<Workspace> {
  const layout = layoutOf(resolve(terminal.cwd, folder));
  if (!existsSync(layout.journal)) {
    throw new Stop(`${layout.folder} is not a workspace; --after names the folder of one.`, 2);
  }
  return openWorkspace(layout);
}

/** Its folder, where it is the learner's own. */
function curriculumIn({ layout, curriculum }: Workspace): string {
  return existsSync(layout.curriculum) ? layout.curriculum : curriculum.id;
}

/** Another device of a workspace: its plan and all that was done come from there. */
async function initFrom(
  terminal: Terminal,
  layout: Layout,
  from: string,
  options: InitOptions,
): Promise<void> {
  const { join, requirePlace } = await import("../sync/sync.ts");
  const place = requirePlace(terminal, from, layout.folder);
  if (place.is === "folder" && !existsSync(place.path)) throw new Stop(`${from} does not exist.`);
  refuseForeign(layout);
  await join(terminal, layout, place, options);
}

/** Null for a file that is not there or is no text. */
function linesIn(path: string): number | null {
  try {
    return readFileSync(path, "utf8").split("\n").length;
  } catch {
    return null;
  }
}

/** What of a tracker that lay there became part of the record, and what of it was not understood. */
async function sayTakenOver(terminal: Terminal, workspace: Workspace, now: number): Promise<void> {
  const taken: Entry[] = [];
  for await (const { entry } of workspace.journal.lines()) {
    if (entry?.by === "file") taken.push(entry);
  }
  const { problems, look } = await workspace.syncTracker(now);
  const lines = describeAll(taken, { ...workspace, ...look });
  terminal.print(
    lines.length === 0
      ? "TRACKER.md was there; nothing in it was filled in."
      : asSentence(`Imported from TRACKER.md: ${lines.join("; ")}`),
  );
  for (const { line, column, message } of problems) {
    terminal.warn(`TRACKER.md:${line}:${column}: ${message}`);
  }
}

/** Asked before everything else: whether it is still yesterday depends on it. */
async function askDayStart(terminal: Terminal): Promise<string> {
  const { text, isCancel } = await import("@clack/prompts");
  for (;;) {
    const answer = await text({
      message: "When does your day begin? If you study past midnight, say 04:00.",
      initialValue: "00:00",
    });
    if (isCancel(answer)) throw new Stop("Nothing was made.", 130);
    try {
      dayStartMinutes(answer);
      return answer;
    } catch (error) {
      if (!(error instanceof Stop)) throw error;
      terminal.warn(error.message);
    }
  }
}

async function askPlan(
  terminal: Terminal,
  options: InitOptions,
  clock: LearnersClock,
): Promise<{ start?: string; target?: string; hours?: string }> {
  const { text, isCancel } = await import("@clack/prompts");
  const now = terminal.now();
  const today = dayAt(now, clock);
  const ask = async (
    given: string | undefined,
    message: string,
    shown: { readonly initialValue?: string; readonly placeholder?: string },
    read: (said: string) => Promise<unknown>,
  ): Promise<string> => {
    if (given !== undefined) return given;
    for (;;) {
      const answer = await text({ message, ...shown });
      if (isCancel(answer)) throw new Stop("Nothing was made.", 130);
      try {
        await read(answer ?? "");
        return answer ?? "";
      } catch (error) {
        if (!(error instanceof Stop)) throw error;
        terminal.warn(error.message);
      }
    }
  };
  const readDay = (said: string) => chooseDay(said, now, clock);
  const start = await ask(options.start, "When do you start?", { initialValue: today }, readDay);
  const hours = await ask(
    options.hours,
    "How many hours a week?",
    { initialValue: "8" },
    async (said) => weeklyMinutes(said),
  );
  const first = await chooseDay(start, now, clock);
  const target = await ask(
    options.target,
    "By when do you want to be done?",
    { placeholder: "Enter for the end of the curriculum" },
    async (said) => {
      const fault = said === "" ? null : orderFault(first, await readDay(said));
      if (fault !== null) throw new Stop(fault.message);
    },
  );
  return { start, target, hours };
}

export async function open(
  terminal: Terminal,
  what: readonly string[],
  options: CommonOptions & { readonly print?: boolean },
): Promise<void> {
  await inWorkspace(terminal, options, async (workspace) => {
    const look = await lookFresh(terminal, workspace);
    const noteOf = (paper: PaperId) => {
      const name = look.progress.papers.find(({ id }) => id === paper)?.name;
      return ensureNote(workspace.layout, workspace.curriculum, paper, terminal.now(), name);
    };
    const path =
      what.length === 0 || what.join(" ").toLowerCase() === "tracker"
        ? join(workspace.folder, "TRACKER.md")
        : noteOf(choosePaper(what.join(" "), workspace, look));
    const editor = editorOf(terminal);
    if (options.print || (!terminal.person && editor === null)) {
      terminal.print(path);
      return;
    }
    noticeNotes(workspace.layout, terminal.now());
    if (editor !== null) {
      if (!(await editWith(editor, path)))
        throw new Stop(`The editor "${editor}" ended with an error.`);
      noticeNotes(workspace.layout, terminal.now());
      await lookFresh(terminal, workspace);
    } else if (!openWithSystem(path)) terminal.print(path);
  });
}

function count(number: number, what: string): string {
  return `${number} ${what}${number === 1 ? "" : "s"}`;
}
