/** Tools that keep time. */
import * as v from "valibot";
import { activities } from "../../core/entries/entry.ts";
import { untimedStart } from "../../core/progress/free-time.ts";
import { dayAt } from "../../core/time/calendar.ts";
import { durationFault, parseDuration } from "../../core/time/duration.ts";
import { readWrittenDay } from "../../core/time/written.ts";
import { paperNamed } from "../../core/words/named.ts";
import { type Answer, type Asked, perform, refused } from "../asked.ts";
import { words } from "../takes.ts";
import { tool } from "../tool.ts";

const work = {
  paper: v.optional(words("A paper's name, alias or arXiv id; none for time without a paper.")),
  activity: v.optional(v.pipe(v.picklist(activities), v.description("read by default."))),
};
type Work = v.InferOutput<ReturnType<typeof v.strictObject<typeof work>>>;

/** What was worked on, or why it can't be told. */
function workOf({ workspace, look }: Asked, { paper, activity = "read" }: Work) {
  if (paper === undefined) return { ok: true, meant: { paper: null, activity } } as const;
  const named = paperNamed(paper, workspace.curriculum, look.progress);
  return named.ok ? ({ ok: true, meant: { paper: named.meant, activity } } as const) : named;
}

function minutesIn(said: string): number | null {
  const minutes = parseDuration(said, "refuse");
  return minutes !== null && minutes > 0 ? minutes : null;
}

const noDuration = (said: string) => refused(durationFault(said));

const log = tool({
  name: "log",
  title: "Log time",
  about: "Records time that the learner spent. Ask before you record what they did not say.",
  changes: "the journal",
  takes: v.strictObject({
    ...work,
    duration: words("How long: 90m, 1h30 or 1.5h."),
    on: v.optional(words("The day, as 2026-11-20; today by default.")),
  }),
  async run(asked, { duration, on, ...did }): Promise<Answer> {
    const minutes = minutesIn(duration);
    if (minutes === null) return noDuration(duration);
    const { look, now } = asked;
    const day = on === undefined ? null : readWrittenDay(on);
    if (day !== null && day.is === "fault") return refused(day.message);
    if (day !== null && day.is !== "day") return refused(`"${on}" is not a day: write 2026-11-20.`);
    if (day !== null && day.on > dayAt(now, look.tally)) {
      return refused(`${day.on} is in the future; log what has been done.`);
    }
    const meant = workOf(asked, did);
    if (!meant.ok) return refused(meant.message);
    const spent = { ...meant.meant, minutes };
    const start = untimedStart(look.tally, day?.on ?? null, spent, { now, span: look.span });
    return perform(asked, [{ do: "log", ...spent, start }]);
  },
});

const start = tool({
  name: "start",
  title: "Start a timer",
  about: "Starts counting time, until stop.",
  changes: "the journal",
  takes: v.strictObject(work),
  async run(asked, did): Promise<Answer> {
    const meant = workOf(asked, did);
    if (!meant.ok) return refused(meant.message);
    return perform(asked, [{ do: "start-timer", ...meant.meant }]);
  },
});

const stop = tool({
  name: "stop",
  title: "Stop the timer",
  about: "Stops the timer and logs its time, or the time that the learner says it was.",
  changes: "the journal",
  takes: v.strictObject({
    duration: v.optional(words("How long it really was: 90m, 1h30 or 1.5h.")),
  }),
  async run(asked, { duration }): Promise<Answer> {
    if (duration === undefined) return perform(asked, [{ do: "stop-timer" }]);
    const minutes = minutesIn(duration);
    if (minutes === null) return noDuration(duration);
    return perform(asked, [{ do: "stop-timer", minutes }]);
  },
});

export const timeTools = [log, start, stop];
