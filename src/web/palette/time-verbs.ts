/** `log`, `start`, `stop`, `pause`, `resume`, `discard`. */
import type { PaperId } from "../../core/content/curriculum.ts";
import type { Activity } from "../../core/entries/entry.ts";
import type { Timer } from "../../core/entries/tally.ts";
import { untimedStart } from "../../core/progress/free-time.ts";
import { currentPaper, type Session, sessionOf } from "../../core/progress/next-step.ts";
import { sayTimer, timerDoubt, timerElapsed } from "../../core/progress/open-timers.ts";
import { type Minutes, sayDuration } from "../../core/time/duration.ts";
import { shortDay } from "../format.ts";
import {
  nameIn,
  takeActivity,
  takeAgo,
  takeDay,
  takeDuration,
  takePass,
  type Words,
} from "./arguments.ts";
import {
  type Asked,
  asksFor,
  nameOf,
  noPaper,
  type Offer,
  papersNamed,
  runs,
  type Verb,
} from "./offer.ts";
import { paletteWords as words } from "./words.ts";

const example = "log 40m bert";

function log(said: Words, asked: Asked): readonly Offer[] {
  const { tally, progress, now } = asked.situation;
  const ago = takeAgo(said, progress.today);
  const duration = takeDuration(ago.rest);
  const day = takeDay(duration.rest, progress.today);
  const pass = takePass(day.rest);
  const activity = takeActivity(pass.rest);
  const name = nameIn(activity.rest);
  if (day.fault !== null) return asksFor(day.fault, `${example} yesterday`);
  if (duration.fault !== null) return asksFor(duration.fault, example);
  const minutes = duration.value;
  if (minutes === null) {
    const bare = said.find((word) => /^\d+([.,]\d+)?$/.test(word));
    return asksFor(bare === undefined ? words.howLong : words.noUnit(bare), example);
  }
  const on = ago.value ?? day.value ?? progress.today;
  if (on > progress.today) return asksFor(words.ahead(shortDay(on)), `${example} yesterday`);
  const meant = meantPapers(name, asked);
  if (meant.length === 0) return noPaper(["log", ...said], name, example, asked);
  return meant.map((paper) => {
    const work = workOn(paper, { activity: activity.value, pass: pass.value }, asked);
    const start = untimedStart(tally, on, { ...work, minutes }, { now, span: null });
    const when = on === progress.today ? "" : words.onDay(shortDay(on));
    const label = words.log(sayDuration(minutes), nameOf(paper, asked), sayWork(work), when);
    return runs(label, { do: "log", ...work, start, minutes });
  });
}

/** Without a name the paper in hand, or none. */
function meantPapers(name: string, asked: Asked): readonly (PaperId | null)[] {
  if (name !== "") return papersNamed(name, asked);
  const inHand = currentPaper(asked.situation.progress);
  return inHand === null ? [null] : [inHand.id, null];
}

interface SaidWork {
  readonly activity: Activity | null;
  readonly pass: 1 | 2 | 3 | null;
}

interface Work {
  readonly paper: PaperId | null;
  readonly activity: Activity;
  readonly pass?: 1 | 2 | 3;
}

/** What was not said is what is open of the paper. */
function workOn(paper: PaperId | null, { activity, pass }: SaidWork, asked: Asked): Work {
  if (pass !== null) return { paper, activity: "read", pass };
  if (activity !== null && activity !== "read") return { paper, activity };
  const open = openWork(paper, asked);
  if (open !== null && (activity === null || activity === open.activity)) return open;
  return { paper, activity: "read" };
}

function openWork(paper: PaperId | null, { situation }: Asked): Session | null {
  return paper === null ? null : sessionOf(situation.curriculum, situation.progress, paper);
}

function sayWork({ activity, pass }: Work): string {
  return pass === undefined ? words.activities[activity] : words.passOf(pass);
}

function start(said: Words, asked: Asked): readonly Offer[] {
  const ring = takeDuration(said);
  if (ring.fault !== null) return asksFor(ring.fault, "start bert 25m");
  const pass = takePass(ring.rest);
  const activity = takeActivity(pass.rest);
  const name = nameIn(activity.rest);
  const meant = meantPapers(name, asked);
  if (meant.length === 0) return noPaper(["start", ...said], name, "start bert", asked);
  return meant.map((paper) => {
    const work = workOn(paper, { activity: activity.value, pass: pass.value }, asked);
    const minutes = ring.value;
    const label = words.start(
      nameOf(paper, asked),
      sayWork(work),
      minutes === null ? null : sayDuration(minutes),
    );
    return runs(label, {
      do: "start-timer",
      ...work,
      ...(minutes === null ? {} : { ring: minutes }),
    });
  });
}

function stop(said: Words, asked: Asked): readonly Offer[] {
  const { situation } = asked;
  const { timers } = situation.progress;
  if (timers.length === 0) return asksFor(words.noTimer, "start bert");
  const { value: minutes, rest, fault } = takeDuration(said);
  if (fault !== null) return asksFor(fault, "stop 1h30");
  if (minutes === null && nameIn(rest) !== "") return asksFor(words.howLong, "stop 1h30");
  return timers.flatMap((timer) => stopOne(timer, minutes, asked));
}

function stopOne(timer: Timer, minutes: Minutes | null, { situation }: Asked): readonly Offer[] {
  const { id } = timer;
  const which = sayTimer(timer, situation);
  if (minutes !== null) {
    const label = words.stopAt(sayDuration(minutes), which);
    return [runs(label, { do: "stop-timer", timer: id, minutes })];
  }
  if (timerDoubt(timer, situation) !== null) {
    const counted = sayDuration(Math.floor(timerElapsed(timer, situation.now) / 60_000));
    return asksFor(words.forgotten(counted), "stop 1h30");
  }
  return [runs(words.timer(words.timers.stop, which), { do: "stop-timer", timer: id })];
}

function each(verb: "pause" | "resume" | "discard", fits: (timer: Timer) => boolean): Verb["read"] {
  return (_, { situation }) => {
    const fitting = situation.progress.timers.filter(fits);
    if (fitting.length === 0) {
      return asksFor(verb === "resume" ? words.noneTo.resume : words.noneTo.pause, "start bert");
    }
    return fitting.map((timer) =>
      runs(words.timer(words.timers[verb], sayTimer(timer, situation)), {
        do: `${verb}-timer`,
        timer: timer.id,
      }),
    );
  };
}

const isRunning = ({ runningSince }: Timer) => runningSince !== null;

export const timeVerbs: readonly Verb[] = [
  { id: "log", names: ["log", "log time"], label: words.verbs.log, example, read: log },
  {
    id: "start",
    names: ["start", "start timer", "begin"],
    label: words.verbs.start,
    example: "start bert for 25m",
    read: start,
  },
  {
    id: "stop",
    names: ["stop", "stop timer"],
    label: words.verbs.stop,
    example: "stop",
    read: stop,
  },
  {
    id: "pause",
    names: ["pause"],
    label: words.verbs.pause,
    example: "pause",
    read: each("pause", isRunning),
  },
  {
    id: "resume",
    names: ["resume", "continue"],
    label: words.verbs.resume,
    example: "resume",
    read: each("resume", (timer) => !isRunning(timer)),
  },
  {
    id: "discard",
    names: ["discard", "discard timer"],
    label: words.verbs.discard,
    example: "discard",
    read: each("discard", () => true),
  },
];
