/** Everything that the palette knows by name: papers and their rooms, actions, weeks, verbs. */
import type { Curriculum } from "../../core/content/curriculum.ts";
import type { Progress } from "../../core/progress/progress.ts";
import { type Room, rooms } from "../../wire/screens.ts";
import type { Action } from "../shell/actions.ts";
import { strings } from "../strings.ts";
import { verbs } from "./asked.ts";
import type { Nameable } from "./matching.ts";
import { paletteWords as words } from "./words.ts";

export type Group = keyof Pick<
  typeof words.groups,
  "do" | "papers" | "notes" | "actions" | "weeks"
>;

export interface Item extends Nameable {
  readonly group: Group;
  /** Keys that do the same, or words to type. */
  readonly keys?: string;
  readonly example?: string;
  readonly does:
    | { readonly is: "go"; readonly path: string }
    | { readonly is: "run"; readonly run: () => void }
    /** The palette's field says these words then. */
    | { readonly is: "say"; readonly words: string };
}

export function itemsOf(
  curriculum: Curriculum,
  { papers, weeks }: Progress,
  actions: readonly Action[],
): readonly Item[] {
  return [
    ...verbs.map(
      ({ id, label, names, example }): Item => ({
        id: `verb ${id}`,
        group: "do",
        names: [label, ...names],
        example,
        does: { is: "say", words: `${names[0]} ` },
      }),
    ),
    ...papers.flatMap(({ id, name }) => {
      const known = curriculum.papers.find((paper) => paper.id === id);
      const names = [name, id, ...(known === undefined ? [] : [known.title, ...known.aliases])];
      return [
        item("papers", `paper ${id}`, names, `/paper/${id}`),
        ...rooms.map((room) => roomOf(room, id, name)),
      ];
    }),
    ...actions.map(
      ({ id, label, keys, chord, run }): Item => ({
        id: `action ${id}`,
        group: "actions",
        names: [label],
        ...((keys ?? chord) === undefined ? {} : { keys: keys ?? chord }),
        does: { is: "run", run },
      }),
    ),
    ...weeks.map(({ number, title }) =>
      item("weeks", `week ${number}`, [strings.weekTitle(number, title)], `/plan#week-${number}`),
    ),
  ];
}

function item(group: Group, id: string, names: readonly string[], path: string): Item {
  return { id, group, names, does: { is: "go", path } };
}

function roomOf(room: Room, paper: string, name: string): Item {
  const group = room === "notes" ? "notes" : "papers";
  return item(group, `${room} ${paper}`, [words.rooms[room](name)], `/paper/${paper}/${room}`);
}
