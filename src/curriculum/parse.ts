/** From the texts of a curriculum's files to a curriculum, or to all of its faults. */

import type * as v from "valibot";
import type { Curriculum, ItemId, Paper, PaperId } from "../core/curriculum.ts";
import { check } from "./check.ts";
import { type Fault, inOrder } from "./faults.ts";
import { linkFaults, type Parts, type Read } from "./links.ts";
import { curriculumFile, type PaperFile, paperFile, weeksFile } from "./schema.ts";
import { readSource } from "./source.ts";

export type Parsed =
  | { readonly ok: true; readonly curriculum: Curriculum }
  | { readonly ok: false; readonly faults: readonly Fault[] };

const noteTemplate = "note-template.md";

/** `files` by their path in the curriculum's folder, with `/` between the parts. */
export function parseCurriculum(files: ReadonlyMap<string, string>, version: string): Parsed {
  const faults: Fault[] = [];
  const read = <S extends v.GenericSchema>(
    file: string,
    schema: S,
  ): Read<v.InferOutput<S>> | null => {
    const text = files.get(file);
    if (text === undefined) {
      faults.push({ file, line: 1, column: 1, message: "this file is missing" });
      return null;
    }
    const { source, faults: broken } = readSource(file, text);
    faults.push(...broken);
    if (broken.length > 0) return null;
    const checked = check(source, schema);
    if (checked.ok) return { source, value: checked.value };
    faults.push(...checked.faults);
    return null;
  };

  const curriculum = read("curriculum.yaml", curriculumFile);
  const weeks = read("weeks.yaml", weeksFile);
  const template = files.get(noteTemplate);
  if (template === undefined) {
    faults.push({ file: noteTemplate, line: 1, column: 1, message: "this file is missing" });
  }
  const papers = new Map<string, Read<PaperFile>>();
  const broken = new Set<string>();
  for (const file of files.keys()) {
    const folder = /^papers\/([^/]+)\/paper\.yaml$/.exec(file)?.[1];
    if (folder === undefined) continue;
    const paper = read(file, paperFile);
    if (paper === null) broken.add(folder);
    else papers.set(folder, paper);
  }
  if (curriculum !== null && weeks !== null) {
    faults.push(...linkFaults({ curriculum, weeks, papers, broken }));
  }
  if (faults.length > 0 || curriculum === null || weeks === null || template === undefined) {
    return { ok: false, faults: inOrder(faults) };
  }
  const parts = { curriculum, weeks, papers, broken };
  return { ok: true, curriculum: assemble(parts, template, version) };
}

function assemble(
  { curriculum, weeks, papers }: Parts,
  template: string,
  version: string,
): Curriculum {
  const { value } = curriculum;
  const ids = (list: readonly string[]) => list as readonly PaperId[];
  const items = <T extends { readonly id: string }>(list: readonly T[]) =>
    list.map((item) => ({ ...item, id: item.id as ItemId }));
  const order = [...value.phases.flatMap((phase) => phase.papers), ...value.bonus.papers];
  return {
    ...value,
    version,
    phases: value.phases.map((phase) => ({ ...phase, papers: ids(phase.papers) })),
    bonus: { title: value.bonus.title, papers: ids(value.bonus.papers) },
    papers: order.flatMap((id) => {
      const paper = papers.get(id);
      return paper === undefined ? [] : [paperOf(paper.value)];
    }),
    weeks: weeks.value
      .map((week) => ({ ...week, tasks: items(week.tasks) }))
      .toSorted((a, b) => a.number - b.number),
    noteTemplate: template,
    milestones: items(value.milestones),
    resources: value.resources.map(({ title, items: list }) => ({
      title,
      items: items(list).map((item) => ({ ...item, url: item.url ?? null })),
    })),
  };
}

function paperOf({ hours, arxiv, url, aliases, id, ...rest }: PaperFile): Paper {
  return {
    ...rest,
    id: id as PaperId,
    arxiv: arxiv ?? null,
    url: url ?? null,
    aliases: aliases ?? [],
    minutes: { read: Math.round(hours.read * 60), implement: Math.round(hours.implement * 60) },
  };
}
