/**
 * Ids that were released. Journals refer to them, so one that is gone takes progress or memory with it. The file
 * is written by `study curriculum release` and only ever grows.
 */
import * as v from "valibot";
import { check } from "./check.ts";
import type { Fault } from "./faults.ts";
import { texts } from "./mentions.ts";
import { readingOf, sourceOf } from "./source.ts";
import { quote } from "./suggest.ts";

export const releasedFile = "released.yaml";

export const idKinds = [
  "papers",
  "tasks",
  "milestones",
  "resources",
  "cards",
  "exercises",
] as const;
export type IdKind = (typeof idKinds)[number];
export type Ids = Readonly<Record<IdKind, readonly string[]>>;

const words: Readonly<Record<IdKind, string>> = {
  papers: "paper",
  tasks: "task",
  milestones: "milestone",
  resources: "resource",
  cards: "card",
  exercises: "exercise",
};

const schema = v.strictObject(
  v.entriesFromList(idKinds, v.optional(v.array(v.string("must be text"), "must be a list"))),
);

/** All ids that a journal may hold. */
export function idsOf(files: ReadonlyMap<string, string>): Ids {
  const values = (file: string, place: string) =>
    texts(sourceOf(files, file), place).map(({ value }) => value);
  const papers = matches(files, /^papers\/([^/]+)\/paper\.yaml$/).map(([, paper = ""]) => paper);
  return {
    papers,
    tasks: values("weeks.yaml", "*.tasks.*.id"),
    milestones: values("curriculum.yaml", "milestones.*.id"),
    resources: values("curriculum.yaml", "resources.*.items.*.id"),
    cards: papers.flatMap((paper) =>
      values(`papers/${paper}/deck.yaml`, "*.id").map((id) => `${paper}.${id}`),
    ),
    exercises: matches(files, /^papers\/([^/]+)\/exercises\/([^/]+)\/exercise\.md$/).map(
      ([, paper, exercise]) => `${paper}/${exercise}`,
    ),
  };
}

function matches(files: ReadonlyMap<string, string>, form: RegExp): readonly RegExpExecArray[] {
  return [...files.keys()].map((file) => form.exec(file)).filter((found) => found !== null);
}

export function releasedFaults(files: ReadonlyMap<string, string>): readonly Fault[] {
  const reading = readingOf(files, releasedFile);
  if (reading === null) return [];
  const { source, faults } = reading;
  if (source === null) return faults;
  const checked = check(source, schema);
  if (!checked.ok) return [...faults, ...checked.faults];
  const there = idsOf(files);
  const lost = idKinds.flatMap((kind) => {
    const known = new Set(there[kind]);
    return texts(source, `${kind}.*`)
      .filter(({ value }) => !known.has(value))
      .map(({ value, fault }) =>
        fault(`the ${words[kind]} ${quote(value)} was released and is gone; journals refer to it`),
      );
  });
  return [...faults, ...lost];
}

/** The file with every id of today added; what it held stays, whether or not it is there. */
export function releaseAll(files: ReadonlyMap<string, string>): {
  readonly text: string;
  readonly added: number;
} {
  const source = sourceOf(files, releasedFile);
  const there = idsOf(files);
  let added = 0;
  const lists = idKinds.flatMap((kind) => {
    const known = texts(source, `${kind}.*`).map(({ value }) => value);
    const fresh = there[kind].filter((id) => !known.includes(id));
    added += fresh.length;
    const all = [...known, ...fresh];
    return all.length === 0 ? [] : [`${kind}:`, ...all.map((id) => `  - ${JSON.stringify(id)}`)];
  });
  const head =
    "# Ids that journals may hold. This file only grows; `study curriculum release` adds to it.";
  return { text: `${[head, ...lists].join("\n")}\n`, added };
}
