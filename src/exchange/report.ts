/** What an import says: what the file has, what was taken of it, and what was not, by line and with the reason. */

import type { Body } from "../core/entries/entry.ts";
import { sayDuration } from "../core/time/duration.ts";
import { inShell } from "../core/words/in-shell.ts";
import type { FoundIn } from "./form.ts";
import type { Left } from "./markdown/reading.ts";
import type { TakenQuotes } from "./take-quotes.ts";
import type { Refused } from "./wishes.ts";

export interface Reported {
  readonly file: string;
  readonly found: Pick<FoundIn, "has" | "left">;
  readonly homeless: readonly Left[];
  readonly bodies: readonly Body[];
  readonly refused: readonly Refused[];
  /** How much of it an earlier import brought. */
  readonly known: number;
  readonly way: "record" | "trial";
  readonly quotes: TakenQuotes;
  /** Where it is read: how to take it back is said in that place's words. */
  readonly shownIn: ShownIn;
}

export type ShownIn = "terminal" | "page";

export interface Report {
  readonly lines: readonly string[];
  readonly warnings: readonly string[];
}

export function reportOf(reported: Reported): Report {
  const { file, found, homeless, bodies, refused, quotes, way, shownIn } = reported;
  const known = reported.known + quotes.known;
  const has = found.has.length === 0 ? "nothing that could be counted" : listed(found.has);
  const lines = [`${file} has ${has}.`];
  const taken = [...takenOf(bodies), ...quotesOf(quotes)];
  const missed = found.left.length + homeless.length + refused.length;
  if (taken.length > 0) {
    lines.push(`${way === "record" ? "Took" : "Would take"} ${listed(taken)}.`);
    if (way === "record") lines.push(undoSentences[shownIn](bodies.length, quotes.notes.length));
  } else if (missed > 0) {
    lines.push(
      known > 0
        ? "There is nothing new in it; what was not taken before is named below."
        : "None of it was taken; the reasons are named below.",
    );
  } else {
    lines.push("There is nothing in it that the journal does not have.");
  }
  if (homeless.some(({ kind }) => kind === "box" || kind === "row")) {
    const command = `study curriculum from ${inShell(file)}`;
    const words = shownIn === "page" ? `“${command}” in the terminal` : `\`${command}\``;
    lines.push(`${words} makes a curriculum in which its own tasks have a place.`);
  }
  const faults = found.left.map((left) => ({ ...left, said: sayLeft(left) }));
  const none = homeless.map((left) => ({ ...left, said: sayLeft(left) }));
  return {
    lines,
    warnings: [
      ...grouped(file, faults),
      ...grouped(file, none),
      ...refused.map(
        ({ line, message }) => `${file}${line === null ? "" : `:${line}`}: ${message}`,
      ),
    ],
  };
}

function quotesOf({ added, notes }: TakenQuotes): readonly string[] {
  if (added === 0) return [];
  return [`${added} ${added === 1 ? "quote" : "quotes"} into ${listed(notes)}`];
}

const undoSentences: Readonly<Record<ShownIn, (entries: number, notes: number) => string>> = {
  terminal: (entries, notes) => {
    if (notes === 0) return "They are one command: `study undo` takes them back.";
    if (entries === 0 && notes === 1) return "`study undo` takes them back.";
    return "`study undo` takes back the notes, one by one, and then the rest.";
  },
  page: (entries, notes) => {
    if (notes === 0) return "They are one command: Undo takes them back.";
    const before = "A note's text of before is among its earlier versions";
    return entries === 0 ? `${before}.` : `${before}; Undo takes back the rest.`;
  },
};

function sayLeft({ text, reason }: Left): string {
  return text === "" ? `${reason}.` : `"${text.replace(/\s+/g, " ").trim()}": ${reason}.`;
}

/** So many of one reason are told one by one; more are told with the first. */
const mostOfOne = 5;

function grouped(
  file: string,
  all: readonly (Left & { readonly said: string })[],
): readonly string[] {
  const kindOf = (one: Left) =>
    `${one.file ?? ""}\n${one.reason.replace(/"[^"]*"|\d[\d-]*/g, "…")}`;
  return [...Map.groupBy(all, kindOf).values()].flatMap((same) => {
    const at = same[0]?.file ?? file;
    if (same.length <= mostOfOne) return same.map(({ line, said }) => `${at}:${line}: ${said}`);
    const [first, ...rest] = same;
    if (first === undefined) return [];
    const where = ranges(rest.map(({ line }) => line));
    return [`${at}:${first.line}: ${first.said} So are ${rest.length} more: lines ${where}.`];
  });
}

/** `5-30, 33`. */
export function ranges(lines: readonly number[]): string {
  const parts: [number, number][] = [];
  for (const line of [...new Set(lines)].sort((a, b) => a - b)) {
    const last = parts.at(-1);
    if (last !== undefined && line <= last[1] + 1) last[1] = line;
    else parts.push([line, line]);
  }
  return parts.map(([from, to]) => (from === to ? `${from}` : `${from}-${to}`)).join(", ");
}

export function listed(all: readonly string[]): string {
  if (all.length < 2) return all[0] ?? "";
  return `${all.slice(0, -1).join(", ")} and ${all.at(-1)}`;
}

/** What entries add up to, in words. */
export function takenOf(bodies: readonly Body[]): readonly string[] {
  const of = <T extends Body["type"]>(type: T) =>
    bodies.filter((body): body is Extract<Body, { type: T }> => body.type === type);
  const sessions = of("session.logged");
  const minutes = sessions.reduce((sum, one) => sum + one.minutes, 0);
  const hours = of("hours.adjusted").reduce((sum, one) => sum + one.minutes, 0);
  const marks = of("paper.marked").length + of("paper.progressed").length;
  const count = (number: number, one: string, many: string) =>
    number === 0 ? [] : [`${number} ${number === 1 ? one : many}`];
  return [
    ...count(of("paper.added").length, "paper of your own", "papers of your own"),
    ...count(marks, "mark on a paper", "marks on papers"),
    ...count(of("paper.skipped").length, "paper left out", "papers left out"),
    ...count(of("item.added").length, "task of your own", "tasks of your own"),
    ...count(of("item.marked").length, "tick", "ticks"),
    ...(sessions.length === 0
      ? []
      : [
          `${sessions.length} ${sessions.length === 1 ? "session" : "sessions"} (${sayDuration(minutes)})`,
        ]),
    ...count(of("session.edited").length, "change of a session", "changes of sessions"),
    ...(hours === 0 ? [] : [`${sayDuration(hours)} on papers and tasks`]),
    ...count(of("card.added").length, "card", "cards"),
    ...count(of("card.edited").length, "card with other words", "cards with other words"),
    ...count(of("card.reviewed").length, "answer to a card", "answers to cards"),
    ...count(of("highlight.added").length, "highlight", "highlights"),
  ];
}
