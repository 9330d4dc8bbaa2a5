/** Made-up sessions, the same for us and for the peers: from a seeded generator. */

import type { PaperId } from "../src/core/content/curriculum.ts";
import { type Entry, entryVersion } from "../src/core/entries/entry.ts";
import { generator } from "../src/core/forecast/random.ts";
import { dateAt } from "../src/core/time/calendar.ts";
import { type DeviceId, entryId } from "../src/core/time/clock.ts";

const papers = ["attention", "resnet", "bert", "gpt-2", "lora", "llama"] as const;
const device = "bench000" as DeviceId;
const hour = 3_600_000;

export interface Session {
  readonly start: number;
  readonly minutes: number;
  readonly paper: string;
}

/** `count` sessions, one after another without overlap, that end before `until`. */
export function sessions(count: number, until: number): readonly Session[] {
  const random = generator(1);
  return Array.from({ length: count }, (_, index) => ({
    start: until - (count - index) * hour,
    minutes: 10 + Math.floor(random() * 45),
    paper: papers[Math.floor(random() * papers.length)] ?? "bert",
  }));
}

/** The same as entries. The days repeat over twelve weeks, as those of one course do. */
export function entriesOf(list: readonly Session[], first: number): readonly Entry[] {
  const weeks12 = 84 * 24 * hour;
  return list.map(({ start, minutes, paper }, index) => {
    const id = entryId({ wall: first + index, counter: 0 }, device);
    const at = first - weeks12 + (start % weeks12);
    return {
      v: entryVersion,
      id,
      command: id,
      by: "cli",
      type: "session.logged",
      paper: paper as PaperId,
      activity: index % 3 === 0 ? "implement" : "read",
      start: at,
      on: dateAt(at, "UTC"),
      minutes,
    };
  });
}
