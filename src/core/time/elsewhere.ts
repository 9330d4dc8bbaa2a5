/** Time zones as people name them, and what is said where the clock on the wall is another than the learner's. */
import {
  type Day,
  dayAt,
  isZone,
  type LearnersClock,
  type Millis,
  timeAt,
  type Zone,
} from "./calendar.ts";

export type ReadZone =
  | { readonly ok: true; readonly zone: Zone }
  | { readonly ok: false; readonly fault: string };

/** `Europe/Zurich`, in any case; a city alone is answered with its zone. */
export function readZone(said: string): ReadZone {
  const text = said.trim();
  if (isZone(text)) {
    return {
      ok: true,
      zone: new Intl.DateTimeFormat("en", { timeZone: text }).resolvedOptions().timeZone,
    };
  }
  const plain = text.toLowerCase().replaceAll(" ", "_");
  const near = Intl.supportedValuesOf("timeZone").filter((zone) =>
    zone.toLowerCase().split("/").includes(plain),
  );
  const hint = near.length === 1 ? `did you mean ${near[0]}?` : "write it as Europe/Zurich or UTC.";
  return {
    ok: false,
    fault: `"${said}" is not a time zone${near.length === 1 ? "; " : ": "}${hint}`,
  };
}

/** For a traveller: what this machine's clock shows, where it is not what the learner's does. Null where it is. */
export function elsewhere(clock: LearnersClock, here: Zone, now: Millis): string | null {
  const shown = timeAt(now, here);
  if (here === clock.timeZone || shown === timeAt(now, clock.timeZone)) return null;
  return `This machine is in ${here}, where it is ${shown}; your days go by ${clock.timeZone}. If you are there too, \`study plan --zone ${here}\` lets your days begin there.`;
}

/** The same where it even is another day. */
export function onAnotherDay(clock: LearnersClock, here: Zone, now: Millis): string | null {
  if (here === clock.timeZone) return null;
  const differs = dayAt(now, { ...clock, timeZone: here }) !== dayAt(now, clock);
  return differs ? elsewhere(clock, here, now) : null;
}

/** The day that a moment is of as the clock is set now, where it was written to another; null where it is the same. */
export function dayNow(
  { start, on }: { readonly start: Millis; readonly on: Day },
  clock: LearnersClock,
): Day | null {
  const now = dayAt(start, clock);
  return now === on ? null : now;
}
