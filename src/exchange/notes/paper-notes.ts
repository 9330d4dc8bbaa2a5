/**
 * Notes of papers, here or in a vault: what their properties say is taken, their text stays where it is. `hours` says
 * how long the paper took in all, so it brings what the journal lacks of that and never less; a state that is behind
 * the journal's brings nothing.
 */

import type { PaperId } from "../../core/content/curriculum.ts";
import { partFrontMatter } from "../../core/content/front-matter.ts";
import type { Situation } from "../../core/decide/decision.ts";
import type { Day } from "../../core/time/calendar.ts";
import type { Minutes } from "../../core/time/duration.ts";
import type { FoundIn, Placed } from "../form.ts";
import type { State } from "../markdown/marks.ts";
import type { Left } from "../markdown/reading.ts";
import { type Known, type PaperIndex, paperIndex, paperMeant } from "../paper-index.ts";
import type { Wish } from "../wishes.ts";
import { noProperties, type Properties, readProperties } from "./properties.ts";

export interface GivenNote {
  /** As it was said, for messages. */
  readonly file: string;
  readonly text: string;
  /** Whether it is one of this workspace's own `notes/`, whose names are papers' ids. */
  readonly place: "own" | "elsewhere";
}

export interface ReadNote {
  readonly given: GivenNote;
  readonly properties: Properties;
  readonly left: readonly Left[];
}

export function readNote(given: GivenNote): ReadNote {
  const { matter } = partFrontMatter(given.text);
  const read = matter === null ? { properties: noProperties, left: [] } : readProperties(matter);
  return { given, ...read };
}

/** Whether its properties speak of a paper's state or time, be it in words that can't be read. */
export function speaks({ properties, left }: ReadNote): boolean {
  return left.length > 0 || saysState(properties) || properties.hours !== null;
}

const saysState = ({ status, finished }: Properties) => status !== null || finished !== null;

/** The paper that a note is of: by its file's name, its arXiv id or address, its title, its aliases or its heading. */
export function paperOf(note: ReadNote, known: Known, index: PaperIndex): PaperId | null {
  const { given, properties } = note;
  const stem =
    given.file
      .split(/[\\/]/)
      .at(-1)
      ?.replace(/\.(?:md|markdown)$/i, "") ?? "";
  const own = known.progress.papers.find(({ id }) => given.place === "own" && id === stem);
  if (own !== undefined) return own.id;
  const heading = /^#[ \t]+(.{1,300})$/m.exec(partFrontMatter(given.text).body)?.[1];
  const { arxiv, addresses, names } = properties;
  const byLink = paperMeant(index, { name: "", arxiv, addresses });
  if (byLink !== null) return byLink;
  for (const name of [...names, stem, ...(heading === undefined ? [] : [heading])]) {
    const found = paperMeant(index, { name, arxiv: null, addresses: [] });
    if (found !== null) return found;
  }
  return null;
}

/** What a note of one paper brings; null for Markdown that is none. */
export function foundIfNote(note: ReadNote, known: Known): FoundIn | null {
  if (!speaks(note) || paperOf(note, known, paperIndex(known)) === null) return null;
  return foundNotes([note]);
}

export function foundNotes(notes: readonly ReadNote[]): FoundIn {
  const count = (is: (one: ReadNote) => boolean, what: string) => {
    const number = notes.filter(is).length;
    return number === 0 ? [] : [`${number} ${what}`];
  };
  const many = notes.length === 1 ? "note" : "notes";
  return {
    from: "note",
    has: [
      `${notes.length} ${many} with properties`,
      ...count(({ properties }) => saysState(properties), "with a state"),
      ...count(({ properties }) => properties.hours !== null, "with hours"),
    ],
    left: notes.flatMap(({ left, given }) => left.map((one) => ({ ...one, file: given.file }))),
    place: (situation) => placed(notes, situation),
  };
}

/** What all notes of one paper say of it together: the furthest state, the most hours. */
interface Together {
  readonly line: number;
  readonly state: State;
  readonly finished: Day | null;
  readonly minutes: Minutes;
}

const ranks: readonly State[] = ["dropped", "none", "started", "done"];
const further = (one: State, other: State) =>
  ranks.indexOf(one) >= ranks.indexOf(other) ? one : other;

function placed(notes: readonly ReadNote[], situation: Situation): Placed {
  const index = paperIndex(situation);
  const papers = new Map<PaperId, Together>();
  const homeless: Left[] = [];
  for (const note of notes) {
    const { status, hours, finished } = note.properties;
    if (status === null && hours === null && finished === null) continue;
    const line = status?.line ?? hours?.line ?? 1;
    const paper = paperOf(note, situation, index);
    if (paper === null) {
      const reason =
        "its name, title, aliases and arXiv id name no paper of this workspace; give it an alias that does";
      homeless.push({ line, kind: "property", text: "", reason, file: note.given.file });
      continue;
    }
    const state = status?.state ?? (finished === null ? "none" : "done");
    const before = papers.get(paper);
    papers.set(paper, {
      line,
      state: before === undefined ? state : further(before.state, state),
      finished: before?.finished ?? finished,
      minutes: Math.max(before?.minutes ?? 0, hours?.minutes ?? 0),
    });
  }
  const each = [...papers].map(([paper, said]) => [
    ...stateWishes(paper, said, situation),
    ...hoursWishes(paper, said, situation),
  ]);
  return { wishes: each.flat(), homeless, held: each.filter((all) => all.length === 0).length };
}

function stateWishes(
  paper: PaperId,
  { line, state, finished }: Together,
  { progress }: Situation,
): readonly Wish[] {
  const now = progress.papers.find(({ id }) => id === paper);
  const key = `property:${state}:${paper}`;
  if (state === "dropped") {
    const command = { do: "skip-paper", paper, skipped: true } as const;
    const begun = now !== undefined && (now.skipped || now.state.read !== "none");
    return begun ? [] : [{ line, key, command }];
  }
  if (now !== undefined && ranks.indexOf(now.state.read) >= ranks.indexOf(state)) return [];
  if (state === "done") {
    const command = { do: "mark-paper", paper, aspect: "read", done: true } as const;
    return [{ line, key, command, on: finished ?? undefined }];
  }
  return [{ line, key, command: { do: "progress-paper", paper, aspect: "read", state } }];
}

/** The key names the amount: what the note says now was brought once, whatever became of it since. */
function hoursWishes(
  paper: PaperId,
  { line, finished, minutes }: Together,
  { progress }: Situation,
): readonly Wish[] {
  const held = progress.papers.find(({ id }) => id === paper)?.minutes ?? 0;
  if (minutes <= held) return [];
  const on = finished === null || finished > progress.today ? {} : { on: finished };
  return [
    {
      line,
      key: `property:hours:${minutes}:${paper}`,
      command: { do: "adjust-hours", paper, activity: "read", minutes: minutes - held, ...on },
      again: "never",
    },
  ];
}
