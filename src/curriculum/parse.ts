/** From the texts of a curriculum's files to a curriculum, or to all of its faults. */

import type * as v from "valibot";
import type { Curriculum, ItemId, Paper, PaperId, Task } from "../core/content/curriculum.ts";
import { check } from "./check.ts";
import { type Exercises, readExercises } from "./exercises.ts";
import { type Fault, inOrder } from "./faults.ts";
import { linkFaults } from "./links.ts";
import { meaningFaults, meaningOf } from "./meanings.ts";
import { texts } from "./mentions.ts";
import {
  type CurriculumFile,
  curriculumFile,
  type PaperFile,
  paperFile,
  type WeeksFile,
  weeksFile,
} from "./schema.ts";
import { readingOf, type Source } from "./source.ts";
import { didYouMean, quote } from "./suggest.ts";
import { templateFaults, templateFile } from "./template.ts";

export type Parsed =
  | { readonly ok: true; readonly curriculum: Curriculum }
  | { readonly ok: false; readonly faults: readonly Fault[] };

/** `files` by their path in the curriculum's folder, with `/` between the parts. */
export function parseCurriculum(files: ReadonlyMap<string, string>, version: string): Parsed {
  const faults: Fault[] = [];
  const read = <S extends v.GenericSchema>(file: string, schema: S): Read<v.InferOutput<S>> => {
    const reading = readingOf(files, file);
    if (reading === null) {
      faults.push(missing(file));
      return { source: null, value: null };
    }
    const { source, faults: broken } = reading;
    faults.push(...broken);
    if (source === null) return { source, value: null };
    const checked = check(source, schema);
    if (checked.ok) return { source, value: checked.value };
    faults.push(...checked.faults);
    return { source, value: null };
  };

  const curriculum = read("curriculum.yaml", curriculumFile);
  const weeks = read("weeks.yaml", weeksFile);
  const template = files.get(templateFile);
  if (template === undefined) faults.push(missing(templateFile));
  else faults.push(...templateFaults(template));
  const papers = new Map(
    paperFolders(files).map((folder) => [folder, read(`papers/${folder}/paper.yaml`, paperFile)]),
  );
  faults.push(
    ...linkFaults({
      curriculum: curriculum.source,
      weeks: weeks.source,
      papers: new Map([...papers].map(([folder, { source }]) => [folder, source])),
    }),
  );
  const exercises = readExercises(files);
  faults.push(
    ...exercises.faults,
    ...strangers(exercises, curriculum.source),
    ...meaningFaults(weeks.source, [...papers.keys()], exercises.papers),
  );
  if (faults.length > 0 || !curriculum.value || !weeks.value || template === undefined) {
    return { ok: false, faults: inOrder(faults) };
  }
  const values = new Map([...papers].map(([folder, { value }]) => [folder, value]));
  return {
    ok: true,
    curriculum: assemble(
      curriculum.value,
      weeks.value,
      values,
      exercises,
      { template, document: files.get(documentFile) ?? null },
      version,
    ),
  };
}

/** The document that TRACKER.md begins as, where the curriculum has one of its own. */
const documentFile = "tracker.md";

interface Read<T> {
  /** Null when the file can't be read at all. */
  readonly source: Source | null;
  /** Null when it doesn't have its form. */
  readonly value: T | null;
}

function missing(file: string): Fault {
  return { file, line: 1, column: 1, message: "this file is missing" };
}

/** Exercises of milestones that the curriculum does not have. */
function strangers(exercises: Exercises, source: Source | null): readonly Fault[] {
  if (source === null) return [];
  const known = texts(source, "milestones.*.id").map(({ value }) => value);
  return [...exercises.milestones.keys()]
    .filter((id) => !known.includes(id))
    .map((id) => ({
      file: `milestones/${id}/exercise.md`,
      line: 1,
      column: 1,
      message: `there is no milestone ${quote(id)}${didYouMean(id, known)}`,
    }));
}

function paperFolders(files: ReadonlyMap<string, string>): readonly string[] {
  const folders = [...files.keys()].map((file) => /^papers\/([^/]+)\//.exec(file)?.[1] ?? []);
  return [...new Set(folders.flat())].sort();
}

function assemble(
  { deck: _, document: parts, ...value }: CurriculumFile,
  weeks: WeeksFile,
  papers: ReadonlyMap<string, PaperFile | null>,
  exercises: Exercises,
  { template, document }: { readonly template: string; readonly document: string | null },
  version: string,
): Curriculum {
  const ids = (list: readonly string[]) => list as readonly PaperId[];
  const items = <T extends { readonly id: string }>(list: readonly T[]) =>
    list.map((item) => ({ ...item, id: item.id as ItemId }));
  const order = [...value.phases.flatMap((phase) => phase.papers), ...value.bonus.papers];
  return {
    ...value,
    version,
    phases: value.phases.map(({ target, ...phase }) => ({
      ...phase,
      target: target ?? "",
      papers: ids(phase.papers),
    })),
    bonus: { title: value.bonus.title, papers: ids(value.bonus.papers) },
    papers: order.flatMap((id) => {
      const paper = papers.get(id);
      return paper ? [{ ...paperOf(paper), exercises: exercises.papers.get(id) ?? [] }] : [];
    }),
    weeks: weeks
      .map(({ goal, ...week }) => ({ ...week, goal: goal ?? "", tasks: week.tasks.map(taskOf) }))
      .toSorted((a, b) => a.number - b.number),
    noteTemplate: template,
    document:
      parts === undefined || document === null
        ? null
        : {
            text: document,
            parts: parts.map(({ heading, week, phase }) => ({
              heading,
              week: week ?? null,
              phase: phase ?? null,
            })),
          },
    milestones: items(value.milestones).map((milestone) => ({
      ...milestone,
      exercise: exercises.milestones.get(milestone.id) ?? null,
    })),
    resources: value.resources.map(({ title, items: list }) => ({
      title,
      items: items(list).map((item) => ({
        ...item,
        now: item.now ?? null,
        url: item.url ?? null,
      })),
    })),
  };
}

function taskOf({ id, text, means }: WeeksFile[number]["tasks"][number]): Task {
  return { id: id as ItemId, text, means: (means ?? []).map(meaningOf) };
}

function paperOf({
  hours,
  arxiv,
  url,
  aliases = [],
  topics = [],
  id,
  year,
  venue,
  ...rest
}: PaperFile): Omit<Paper, "exercises"> {
  return {
    ...rest,
    id: id as PaperId,
    year: year ?? null,
    venue: venue ?? null,
    arxiv: arxiv ?? null,
    url: url ?? null,
    aliases: [...aliases, ...topics],
    topics,
    minutes: { read: Math.round(hours.read * 60), implement: Math.round(hours.implement * 60) },
  };
}
