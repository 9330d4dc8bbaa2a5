/**
 * A learner of twelve weeks, made up and seeded, who does nothing but what Next says: on a terminal and on a page that is
 * now and then without its server, late at night, with days left out and a week off. At every step the terminal, the
 * page and TRACKER.md say the same.
 */
import { expect, test } from "bun:test";
import type { Situation } from "../src/core/decide/decision.ts";
import type { Body, Entry } from "../src/core/entries/entry.ts";
import { advance, emptySnapshot, fold, type Ledger, settle } from "../src/core/entries/ledger.ts";
import { generator } from "../src/core/forecast/random.ts";
import type { NextStep } from "../src/core/progress/next-step.ts";
import {
  acknowledge,
  batchOf,
  begin,
  load,
  make,
  type Replica,
  take,
  type WorkspaceId,
} from "../src/core/replica/replica.ts";
import { stampEntries } from "../src/core/replica/stamp.ts";
import { addDays, type Day, day, type Millis, momentOf } from "../src/core/time/calendar.ts";
import { type DeviceId, type Stamp, stampOf } from "../src/core/time/clock.ts";
import { endingOf } from "../src/core/words/ending.ts";
import { bringUpToDate, readTracker, takeIn, writeAnew } from "../src/tracker/tracker.ts";
import { createShow, emptyModel } from "../src/web/store/model.ts";
import { llm } from "./fixtures/llm.ts";
import { accepted, obey, situationOf, stepIn } from "./fixtures/obeying.ts";

const zone = "Europe/Zurich";
/** A Tuesday; the clocks go forward in the eighth week. */
const start = day("2026-02-03");
const minute = 60_000;
const hour = 60 * minute;

/** What a server has: its journal, and how far it has come. */
interface Server {
  readonly arrived: readonly Entry[];
  readonly ledger: Ledger;
  readonly stamp: Stamp | null;
}

function received(server: Server, entries: readonly Entry[]): Server {
  const arrived = [...server.arrived, ...entries];
  const tail = [...server.ledger.tail, ...entries].sort((a, b) => (a.id < b.id ? -1 : 1));
  const last = tail.at(-1);
  return { arrived, ledger: { ...server.ledger, tail }, stamp: last ? stampOf(last.id) : null };
}

function tallyOf({ ledger }: Server) {
  const settlement = settle(ledger);
  if (!settlement.ok) throw new Error("nothing is undone here");
  return settlement.settled.tally;
}

const workspace = "00000000a-000-abcdefgh" as WorkspaceId;
const about = {
  curriculum: llm,
  problems: [],
  concerns: [],
  demo: false,
  served: { is: "computer" } as const,
  folder: "",
  workspace,
  formerly: workspace,
  version: "0",
};
const base = ({ ledger, arrived }: Server) => ({
  workspace,
  formerly: workspace,
  ledger,
  arrival: arrived.length,
});

/** The page meets its server: what waits is sent, what arrived is taken. */
function met(page: Replica, server: Server): { page: Replica; server: Server } {
  const batch = batchOf(page, 10_000);
  const there = batch.length === 0 ? server : received(server, batch);
  const heard = take(page, {
    after: page.heard,
    arrival: server.arrived.length,
    entries: server.arrived.slice(page.heard),
  });
  const known = acknowledge(heard, batch, there.arrived.length);
  // Now and then a page is opened anew; its ledger then ends with a snapshot.
  const settled = there.ledger.tail.length > 300;
  const ledger = settled ? { snapshot: advance(there.ledger, 0), tail: [] } : there.ledger;
  const anew = settled ? { ...there, ledger: { ...ledger, tail: afterOf(ledger, there) } } : there;
  return { page: load(known, base(anew)), server: anew };
}

function afterOf({ snapshot }: Ledger, { ledger }: Server): readonly Entry[] {
  return ledger.tail.filter(({ id }) => snapshot.through === null || id > snapshot.through);
}

/** One life in the short run, more in a soak. */
const seeds = process.env.STUDY_SOAK ? [1, 2, 3, 4] : [1];
/** What an evening has time for. */
const enough = 9;

class Life {
  server: Server = { arrived: [], ledger: { snapshot: emptySnapshot, tail: [] }, stamp: null };
  page: Replica;
  file: { text: string; agreed: ReturnType<typeof writeAnew>["agreed"] };
  steps = 0;
  readonly show = createShow();
  constructor(readonly random: () => number) {
    const now = momentOf(start, "18:00", zone);
    this.atTerminal(
      [
        {
          type: "workspace.started",
          curriculum: "llm",
          timeZone: zone,
          start,
          target: null,
          minutesAWeek: 600,
        },
        { type: "day.begins", at: 240 },
      ],
      now,
    );
    this.page = begin("pagepage" as DeviceId, base(this.server), []);
    const { progress } = situationOf(tallyOf(this.server), now);
    this.file = writeAnew(llm, progress);
  }

  atTerminal(bodies: readonly Body[], now: Millis): void {
    const made = {
      by: "cli",
      device: "terminal" as DeviceId,
      last: this.server.stamp,
      now,
    } as const;
    this.server = received(this.server, stampEntries(bodies, made).entries);
  }

  meet(): void {
    const { page, server } = met(this.page, this.server);
    this.page = page;
    this.server = server;
  }

  shown(now: Millis): Situation {
    const model = { ...emptyModel(now), known: { about, replica: this.page } };
    const shown = this.show(model);
    if (shown.state !== "ready") throw new Error("there is something to show");
    return shown.situation;
  }

  /** Terminal, page and file, all of which know the same, say the same. */
  agree(now: Millis): void {
    const terminal = situationOf(tallyOf(this.server), now);
    const page = this.shown(now);
    expect(page.progress).toEqual(terminal.progress);
    expect(stepIn(page)).toEqual(stepIn(terminal));
    const { text, agreed } = this.file;
    const written = bringUpToDate(
      readTracker(text, llm),
      { is: "named", agreed, before: null },
      llm,
      terminal.progress,
      new Set(),
      0,
    );
    this.file = written;
    // What the file says, read as that of somebody else, is what is known.
    const again = takeIn(readTracker(this.file.text, llm), { is: "none" }, terminal);
    expect([again.bodies, again.problems]).toEqual([[], []]);
  }

  /** One step on the device at hand; null at the end. */
  step(onPage: boolean, now: Millis): NextStep | null {
    const at = onPage ? this.shown(now) : situationOf(tallyOf(this.server), now);
    const next = stepIn(at);
    if (next === null || next.kind === "away") return next;
    const bodies = accepted(obey(next, at, this.random), at);
    expect(bodies.length).toBeGreaterThan(0);
    if (onPage) this.page = make(this.page, bodies, now).replica;
    else this.atTerminal(bodies, now);
    this.steps += 1;
    return next;
  }
}

/** An evening: from its first hour until there is enough, or nothing more to do. */
function evening(life: Life, on: Day): "goes on" | "finished" {
  const { random } = life;
  const late = random() < 0.3;
  let now = momentOf(on, late ? "22:50" : "18:30", zone);
  const onPage = random() < 0.5;
  const offline = onPage && random() < 0.4;
  let said = "";
  for (
    let steps = 0;
    steps < enough ||
    situationOf(tallyOf(life.server), now).tally.timers.length > 0 ||
    life.page.waiting.length > 0;
    steps++
  ) {
    const next = life.step(onPage, now);
    if (!offline || steps >= enough) life.meet();
    if (!offline || steps >= enough) life.agree(now);
    if (next === null) return "finished";
    if (next.kind === "away") return "goes on";
    // What is asked again at once would have changed nothing; cards may come back in the sitting.
    if (next.kind !== "cards") expect(`${next.command}: ${next.what}`).not.toBe(said);
    said = `${next.command}: ${next.what}`;
    now +=
      next.command === "study stop" ? 2 * minute : next.session === null ? 4 * minute : 50 * minute;
    if (steps > 40) throw new Error(`no bedtime: ${said}`);
  }
  return "goes on";
}

test("next.1 twelve weeks of doing what Next says, on two devices, come to the end, and all views agree", () => {
  for (const seed of seeds) {
    const life = new Life(generator(seed));
    let on = start;
    let finished = false;
    for (let days = 0; days < 12 * 7 && !finished; days++, on = addDays(start, days)) {
      if (days === 30) {
        const stretch = { from: addDays(start, 32), until: addDays(start, 38), away: true };
        const at = situationOf(tallyOf(life.server), momentOf(on, "12:00", zone));
        life.atTerminal(accepted([{ do: "set-away", ...stretch }], at), at.now);
      }
      if (life.random() < 0.15) continue;
      life.meet();
      finished = evening(life, on) === "finished";
    }
    life.meet();
    const end = momentOf(on, "12:00", zone) + 12 * hour;
    life.agree(end);
    const at = situationOf(
      fold([...life.server.arrived].sort((a, b) => (a.id < b.id ? -1 : 1))),
      end,
    );
    expect(at.progress).toEqual(situationOf(tallyOf(life.server), end).progress);
    expect(finished).toBe(true);
    expect(at.progress.phases.every(({ complete, counted }) => complete === counted)).toBe(true);
    expect(at.progress.milestones.every(({ done }) => done)).toBe(true);
    expect(Object.keys(at.tally.quizzes).length).toBeGreaterThan(3);
    expect(endingOf(llm, at.progress)[0]).toStartWith("All 12 papers");
  }
}, 240_000);
