/**
 * What a file brings, as commands with the keys that things have there, and what they come to: what was taken before is
 * left out, what can't be is told by line. Pure.
 */
import type { Command } from "../core/decide/command.ts";
import type { Situation } from "../core/decide/decision.ts";
import { decideEach } from "../core/decide/rehearse.ts";
import type { Body, Entry, Spent } from "../core/entries/entry.ts";
import { spentOf } from "../core/progress/sessions.ts";
import type { Day } from "../core/time/calendar.ts";
import type { EntryId } from "../core/time/clock.ts";
import { sayDuration } from "../core/time/duration.ts";

export interface Wish {
  /** Where it stands in the file, from 1; null where the file has no lines. */
  readonly line: number | null;
  /** Its name in files of that form, wherever they lie. */
  readonly key: string;
  readonly command: Command;
  /** The day on which it was done. */
  readonly on?: Day | undefined;
  /** What follows from what it adds. */
  readonly followUp?: (made: Body) => readonly Wish[];
  /** Of a session: the file names its start, which is not laid out over its day. */
  readonly exact?: true;
  /** Hours that grew since bring the difference, unless their key names the amount. */
  readonly again?: "never";
}

/** What an earlier import brought: the entry, and for hours how many minutes all of them have. */
export interface Brought {
  readonly body: Body;
  readonly minutes: number;
  /** Of a session: its entry, what it was logged as, and what an import last said that it is. */
  readonly session?: { readonly id: EntryId; readonly logged: Spent; readonly said: Spent };
}

export type Known = ReadonlyMap<string, Brought>;

/** What entries brought, by their keys. */
export function broughtBy(entries: Iterable<Body | Entry>, from: string): Known {
  const known = new Map<string, Brought>();
  for (const entry of entries) {
    const key = keyOf(entry, from);
    if (key === null) continue;
    const minutes = entry.type === "hours.adjusted" ? entry.minutes : 0;
    const before = known.get(key);
    const session = sessionOf(entry, before?.session);
    known.set(key, {
      body: before?.body ?? entry,
      minutes: (before?.minutes ?? 0) + minutes,
      ...(session === undefined ? {} : { session }),
    });
  }
  return known;
}

function sessionOf(entry: Body | Entry, before: Brought["session"]): Brought["session"] {
  if (entry.type === "session.edited") return before && { ...before, said: entry.now };
  if (entry.type !== "session.logged" || !("id" in entry)) return before;
  const logged = spentOf(entry);
  return { id: entry.id, logged, said: logged };
}

export interface Refused {
  readonly line: number | null;
  readonly message: string;
}

export interface Decided {
  readonly bodies: readonly Body[];
  readonly refused: readonly Refused[];
  /** How many of the wishes an earlier import brought. */
  readonly known: number;
  /** What they leave. */
  readonly situation: Situation;
}

export function decideWishes(
  from: string,
  wishes: readonly Wish[],
  before: Known,
  situation: Situation,
): Decided {
  const bodies: Body[] = [];
  const refused: Refused[] = [];
  let known = 0;
  let now = situation;
  let open = wishes;
  // What is added first is there for what follows from it.
  while (open.length > 0) {
    const following: Wish[] = [];
    const asked = open.flatMap((wish) => {
      const left = remaining(wish, before, now);
      if (left?.is === "open") return [left.wish];
      if (left?.is === "refused") {
        refused.push({ line: wish.line, message: left.message });
        return [];
      }
      known += 1;
      const body = before.get(wish.key)?.body;
      if (body !== undefined) following.push(...(wish.followUp?.(body) ?? []));
      return [];
    });
    const { decisions, situation: next } = decideEach(
      asked.map(({ command }) => command),
      now,
    );
    now = next;
    const added = asked.flatMap((wish, index) => {
      const decision = decisions[index];
      if (decision === undefined) return [];
      if (!decision.ok) {
        refused.push({ line: wish.line, message: decision.message });
        return [];
      }
      const made = decision.bodies.map((body) => withSource(body, from, wish));
      bodies.push(...made);
      const [first] = made;
      return first === undefined ? [] : (wish.followUp?.(first) ?? []);
    });
    open = [...following, ...added];
  }
  return { bodies, refused, known, situation: now };
}

type Remaining =
  | { readonly is: "open"; readonly wish: Wish }
  | { readonly is: "refused"; readonly message: string };

/** What of a wish was not brought before; null for nothing. */
function remaining(wish: Wish, before: Known, now: Situation): Remaining | null {
  const taken = before.get(wish.key);
  if (taken === undefined) return { is: "open", wish };
  if (wish.command.do === "log" && taken.session !== undefined) {
    return changed(wish, wish.command, taken.session, now);
  }
  if (wish.command.do !== "adjust-hours" || wish.again === "never") return null;
  const minutes = wish.command.minutes - taken.minutes;
  return minutes === 0
    ? null
    : { is: "open", wish: { ...wish, command: { ...wish.command, minutes } } };
}

/** A session that has another length or start in the file by now. One that was changed here as well stays as it is. */
function changed(
  wish: Wish,
  { start, minutes }: Extract<Command, { do: "log" }>,
  { id, logged, said }: NonNullable<Brought["session"]>,
  { tally }: Situation,
): Remaining | null {
  const moved = wish.exact === true && start !== undefined && start !== said.start;
  if (minutes === said.minutes && !moved) return null;
  const revised = tally.revised[id];
  const here = revised === undefined ? logged : revised.is === "edited" ? revised.now : null;
  if (here === null) return null;
  if (here.minutes !== said.minutes || here.start !== said.start) {
    const message = `the session has ${sayDuration(minutes)} by now; it was changed here as well, and stays as it is here.`;
    return { is: "refused", message };
  }
  const { paper, activity, pass } = here;
  const to = {
    paper,
    activity,
    ...(pass === undefined ? {} : { pass }),
    start: moved && start !== undefined ? start : here.start,
    minutes,
  };
  return {
    is: "open",
    wish: { ...wish, command: { do: "edit-session", session: id, logged, to } },
  };
}

function withSource(body: Body, from: string, { key, on }: Wish): Body {
  const source = { from, key: key.slice(0, 500) };
  switch (body.type) {
    case "paper.marked":
    case "item.marked":
      return { ...body, source, ...(on === undefined || !body.done ? {} : { on }) };
    case "paper.progressed":
    case "paper.added":
    case "session.logged":
    case "session.edited":
    case "hours.adjusted":
    case "item.added":
    case "card.reviewed":
      return { ...body, source };
    case "card.added":
      return { ...body, from: source };
    default:
      return body;
  }
}

/** The key under which what an entry brought is known; null for what was made here. */
export function keyOf(entry: Body, from: string): string | null {
  // An answer is the same wherever it was kept: its card and its moment name it.
  if (entry.type === "card.reviewed") return answerKey(entry.card, entry.at);
  const source =
    entry.type === "card.added" ? entry.from : "source" in entry ? entry.source : undefined;
  return source?.from === from ? source.key : null;
}

export function answerKey(card: string, at: number): string {
  return `answer:${card}:${at}`;
}
