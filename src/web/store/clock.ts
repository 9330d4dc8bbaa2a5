/** The time, and what is to be done after a while. Each thing has a name; asked for again, it is put off. */
import type { Millis } from "../../core/time/calendar.ts";

export interface Clock {
  readonly now: () => Millis;
  readonly after: (name: string, time: number, work: () => void) => void;
  readonly cancel: (name: string) => void;
}

export function windowClock(): Clock {
  const timers = new Map<string, number>();
  const cancel = (name: string) => window.clearTimeout(timers.get(name));
  return {
    now: () => Date.now(),
    after: (name, time, work) => {
      cancel(name);
      timers.set(name, window.setTimeout(work, time));
    },
    cancel,
  };
}
