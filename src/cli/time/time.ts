/** `log`, `start`, `stop`, `pause`, `resume`: time spent. */

import type { Timer } from "../../core/entries/tally.ts";
import { startFrom, untimedStart, type Work } from "../../core/progress/free-time.ts";
import { sayTimerSince, timerElapsed } from "../../core/progress/open-timers.ts";
import type { EntryId } from "../../core/time/clock.ts";
import { sayDuration } from "../../core/time/duration.ts";
import { harmlessPlain } from "../../core/words/harmless.ts";
import type { Look, Workspace } from "../../workspace/workspace.ts";
import {
  chooseActivity,
  chooseDuration,
  chooseFirstDuration,
  choosePaper,
  choosePast,
} from "../choose.ts";
import type { Chosen } from "../day-words.ts";
import {
  type CommonOptions,
  inWorkspace,
  lookFresh,
  perform,
  Stop,
  sayWhoseClock,
} from "../run.ts";
import type { Terminal } from "../terminal.ts";

export interface WorkOptions extends CommonOptions {
  readonly activity?: string;
  readonly pass?: string;
}

function work(options: WorkOptions) {
  const pass = options.pass === undefined ? undefined : readPass(options.pass);
  const activity = chooseActivity(options.activity ?? "read");
  if (pass !== undefined && activity !== "read") {
    throw new Stop("--pass counts readings of a paper; leave it out or use --activity read.", 2);
  }
  return { activity, ...(pass === undefined ? {} : { pass }) };
}

export function readPass(said: string): 1 | 2 | 3 {
  const pass = ([1, 2, 3] as const).find((known) => String(known) === said);
  if (pass === undefined) throw new Stop(`"${said}" is not a pass: use 1, 2 or 3.`, 2);
  return pass;
}

export async function log(
  terminal: Terminal,
  duration: string,
  paper: readonly string[],
  options: WorkOptions & { readonly at?: string },
): Promise<void> {
  const minutes = chooseFirstDuration(duration, paper, "study log");
  const kind = work(options);
  await inWorkspace(terminal, options, async (workspace) => {
    const look = await lookFresh(terminal, workspace);
    const now = terminal.now();
    const at = options.at === undefined ? null : await choosePast(options.at, now, look.progress);
    const id = paper.length === 0 ? null : choosePaper(paper.join(" "), workspace, look);
    const did = { paper: id, ...kind, minutes };
    const start = startOf(at, did, look, now);
    await perform(terminal, workspace, [{ do: "log", ...did, start }]);
    if (at?.timed) sayWhoseClock(terminal, look);
  });
}

function startOf(at: Chosen | null, did: Work, look: Look, now: number) {
  const around = { now, span: look.span };
  if (at?.timed) return at.start;
  if (at === null || at.partBegins === null) {
    return untimedStart(look.tally, at?.on ?? null, did, around);
  }
  return startFrom(look.tally, at.start, did, around);
}

export async function start(
  terminal: Terminal,
  paper: readonly string[],
  options: WorkOptions & { readonly for?: string },
): Promise<void> {
  const kind = work(options);
  const ring = options.for === undefined ? {} : { ring: chooseDuration(options.for) };
  await inWorkspace(terminal, options, async (workspace) => {
    const look = await lookFresh(terminal, workspace);
    const id = paper.length === 0 ? null : choosePaper(paper.join(" "), workspace, look);
    await perform(terminal, workspace, [{ do: "start-timer", paper: id, ...kind, ...ring }]);
  });
  if (options.for !== undefined && terminal.person) await ringLater(terminal, options);
}

/** Waits as long as this timer runs, and rings when it is time. Ctrl-C leaves the timer running. */
async function ringLater(terminal: Terminal, options: CommonOptions): Promise<void> {
  const timersNow = () =>
    inWorkspace(terminal, options, async (workspace) => {
      const { progress } = await workspace.look(terminal.now());
      return progress.timers;
    });
  const begun = (await timersNow()).at(-1);
  terminal.print(terminal.paint("faint", "Ctrl-C leaves the timer running, without a ring."));
  for (let timer = begun; timer !== undefined; ) {
    const { ringsAfter } = timer;
    if (ringsAfter === undefined) return;
    const left = ringsAfter * 60_000 - timerElapsed(timer, terminal.now());
    if (left <= 0) {
      terminal.print(`\u0007${sayDuration(ringsAfter)} is up; \`study stop\` logs it.`);
      return;
    }
    // A pause or another device may change what is left.
    await Bun.sleep(Math.min(left, 5000));
    timer = (await timersNow()).find(({ id }) => id === begun?.id);
  }
}

export interface TimerOptions extends CommonOptions {
  /** Its number in `study status`, where several are open. */
  readonly timer?: string;
}

/** Works on the timer that is meant: the only one, the one that was named, or the one that a person picks. */
async function onTimer(
  terminal: Terminal,
  options: TimerOptions,
  work: (workspace: Workspace, timer: { readonly timer?: EntryId }) => Promise<void>,
): Promise<void> {
  await inWorkspace(terminal, options, async (workspace) => {
    const look = await lookFresh(terminal, workspace);
    const { timers } = look.progress;
    if (options.timer !== undefined) {
      return work(workspace, { timer: numbered(options.timer, timers).id });
    }
    if (timers.length < 2 || !terminal.person) return work(workspace, {});
    return work(workspace, { timer: await pickTimer(terminal, look) });
  });
}

function numbered(said: string, timers: readonly Timer[]): Timer {
  const timer = /^[1-9]\d*$/.test(said) ? timers[Number(said) - 1] : undefined;
  if (timer !== undefined) return timer;
  const open = timers.length === 1 ? "1 is" : `${timers.length} are`;
  throw new Stop(`There is no timer "${said}": ${open} open. \`study status\` lists them.`, 2);
}

async function pickTimer(terminal: Terminal, look: Look): Promise<EntryId> {
  const { select, isCancel } = await import("@clack/prompts");
  const at = { ...look, now: terminal.now() };
  const picked = await select({
    message: "Which timer?",
    options: look.progress.timers.map((timer) => ({
      value: timer.id,
      label: harmlessPlain(sayTimerSince(timer, at)),
    })),
  });
  if (isCancel(picked)) throw new Stop("Nothing was changed.");
  return picked;
}

export async function stop(
  terminal: Terminal,
  duration: string | undefined,
  options: TimerOptions & { readonly discard?: boolean },
): Promise<void> {
  const minutes = duration === undefined ? undefined : chooseDuration(duration);
  await onTimer(terminal, options, async (workspace, timer) => {
    await perform(terminal, workspace, [
      options.discard
        ? { do: "discard-timer", ...timer }
        : { do: "stop-timer", ...timer, ...(minutes === undefined ? {} : { minutes }) },
    ]);
  });
}

export async function pause(terminal: Terminal, options: TimerOptions): Promise<void> {
  await onTimer(terminal, options, async (workspace, meant) => {
    const look = await perform(
      terminal,
      workspace,
      [{ do: "pause-timer", ...meant }],
      "It is already paused.",
    );
    const { timers } = look.progress;
    const timer = timers.find(({ id }) => id === (meant.timer ?? timers[0]?.id));
    if (timer === undefined) return;
    const counted = Math.round(timerElapsed(timer, terminal.now()) / 60_000);
    terminal.print(`${sayDuration(counted)} so far; \`study resume\` goes on.`);
  });
}

export async function resume(terminal: Terminal, options: TimerOptions): Promise<void> {
  await onTimer(terminal, options, async (workspace, timer) => {
    await perform(
      terminal,
      workspace,
      [{ do: "resume-timer", ...timer }],
      "It is already running.",
    );
  });
}
