/** What no schema sees: whether the files agree with each other. */
import { editDistance, plainName } from "../core/names.ts";
import type { Fault } from "./faults.ts";
import type { CurriculumFile, PaperFile, WeeksFile } from "./schema.ts";
import type { Path, Source } from "./source.ts";

export interface Read<T> {
  readonly source: Source;
  readonly value: T;
}

export interface Parts {
  readonly curriculum: Read<CurriculumFile>;
  readonly weeks: Read<WeeksFile>;
  /** By the name of its folder. */
  readonly papers: ReadonlyMap<string, Read<PaperFile>>;
  /** Folders whose paper.yaml is there but faulty: not missing. */
  readonly broken: ReadonlySet<string>;
}

export function linkFaults(parts: Parts): readonly Fault[] {
  return [
    ...paperFaults(parts),
    ...nameFaults(parts),
    ...weekFaults(parts),
    ...itemFaults(parts),
    ...otherFaults(parts),
  ];
}

interface Use {
  readonly paper: string;
  readonly path: Path;
}

function uses({ value }: Read<CurriculumFile>): readonly Use[] {
  const list = (papers: readonly string[], path: Path) =>
    papers.map((paper, index) => ({ paper, path: [...path, index] }));
  return [
    ...value.phases.flatMap(({ papers }, index) => list(papers, ["phases", index, "papers"])),
    ...list(value.bonus.papers, ["bonus", "papers"]),
  ];
}

function paperFaults({ curriculum, papers, broken }: Parts): readonly Fault[] {
  const { source } = curriculum;
  const faults: Fault[] = [];
  const used = new Set<string>();
  for (const { paper, path } of uses(curriculum)) {
    if (used.has(paper)) faults.push(source.faultAt(path, `the paper "${paper}" is named twice`));
    used.add(paper);
    if (papers.has(paper) || broken.has(paper)) continue;
    const near = [...papers.keys()].find((known) => editDistance(known, paper) <= 2);
    const hint = near === undefined ? "" : `; did you mean "${near}"?`;
    faults.push(source.faultAt(path, `papers/${paper}/paper.yaml does not exist${hint}`));
  }
  for (const [folder, { source: file, value }] of papers) {
    if (value.id !== folder) {
      faults.push(
        file.faultAt(["id"], `the id "${value.id}" is not the folder's name "${folder}"`),
      );
    }
    if (!used.has(folder)) {
      faults.push(file.faultAt([], `no phase and no bonus list names the paper "${folder}"`));
    }
  }
  return faults;
}

/** Names in the table are what a tracker file is read by, so no two papers may share one. */
function nameFaults({ papers }: Parts): readonly Fault[] {
  const faults: Fault[] = [];
  const taken = new Map<string, string>();
  for (const [folder, { source, value }] of papers) {
    const own = new Set<string>();
    const names: readonly (readonly [string, Path])[] = [
      [value.name, ["name"]],
      [value.title, ["title"]],
      [folder, ["id"]],
      ...(value.aliases ?? []).map((alias, index) => [alias, ["aliases", index]] as const),
    ];
    for (const [name, path] of names) {
      const plain = plainName(name);
      const other = taken.get(plain);
      if (other !== undefined && !own.has(plain)) {
        faults.push(source.faultAt(path, `"${name}" is a name of the paper "${other}" already`));
      }
      own.add(plain);
    }
    for (const plain of own) taken.set(plain, taken.get(plain) ?? folder);
  }
  return faults;
}

function weekFaults({ curriculum, weeks }: Parts): readonly Fault[] {
  const { source, value } = curriculum;
  const faults: Fault[] = [];
  const phaseNumbers = new Set<number>();
  let next = 1;
  value.phases.forEach(({ number, weeks: { least, most } }, index) => {
    if (phaseNumbers.has(number)) {
      faults.push(source.faultAt(["phases", index, "number"], `there are two phases ${number}`));
    }
    phaseNumbers.add(number);
    if (least !== next) {
      const message = `phase ${number} begins with week ${least}; week ${next} is next`;
      faults.push(source.faultAt(["phases", index, "weeks"], message));
    }
    next = most + 1;
  });
  const numbers = new Set<number>();
  weeks.value.forEach(({ number }, index) => {
    if (numbers.has(number)) {
      faults.push(weeks.source.faultAt([index, "number"], `there are two weeks ${number}`));
    }
    numbers.add(number);
    if (!value.phases.some((phase) => phase.weeks.least <= number && number <= phase.weeks.most)) {
      faults.push(weeks.source.faultAt([index, "number"], `week ${number} is in no phase`));
    }
  });
  for (let number = 1; number < next; number += 1) {
    if (!numbers.has(number)) {
      faults.push(weeks.source.faultAt([], `week ${number} is missing`));
    }
  }
  return faults;
}

/** Journals refer to checklist lines by id, and tracker files by text. */
function itemFaults({ curriculum, weeks }: Parts): readonly Fault[] {
  const { milestones, resources } = curriculum.value;
  const lists: readonly {
    readonly source: Source;
    readonly path: Path;
    readonly items: readonly { readonly id: string; readonly text: string }[];
  }[] = [
    ...weeks.value.map(({ tasks }, index) => ({
      source: weeks.source,
      path: [index, "tasks"],
      items: tasks,
    })),
    { source: curriculum.source, path: ["milestones"], items: milestones },
    ...resources.map(({ items }, index) => ({
      source: curriculum.source,
      path: ["resources", index, "items"],
      items,
    })),
  ];
  const faults: Fault[] = [];
  const ids = new Set<string>();
  for (const { source, path, items } of lists) {
    const texts = new Set<string>();
    items.forEach(({ id, text }, index) => {
      if (ids.has(id))
        faults.push(source.faultAt([...path, index, "id"], `the id "${id}" is used twice`));
      if (texts.has(text)) {
        faults.push(
          source.faultAt([...path, index, "text"], "the same line stands in this list twice"),
        );
      }
      ids.add(id);
      texts.add(text);
    });
  }
  return faults;
}

function otherFaults({ curriculum: { source, value } }: Parts): readonly Fault[] {
  const faults: Fault[] = [];
  const twice = <T>(list: readonly T[], key: (entry: T) => string, path: Path, field: string) => {
    const seen = new Set<string>();
    list.forEach((entry, index) => {
      const name = key(entry);
      if (seen.has(name))
        faults.push(source.faultAt([...path, index, field], `"${name}" stands twice`));
      seen.add(name);
    });
  };
  twice(value.weekly, ({ kind }) => kind, ["weekly"], "kind");
  twice(value.monthly, ({ month }) => String(month), ["monthly"], "month");
  twice(value.rewards, ({ after }) => String(after), ["rewards"], "after");
  twice(value.rewards, ({ label }) => label, ["rewards"], "label");
  twice(value.resources, ({ title }) => plainName(title), ["resources"], "title");
  value.rewards.forEach(({ after }, index) => {
    if (after !== "program" && !value.phases.some(({ number }) => number === after)) {
      faults.push(source.faultAt(["rewards", index, "after"], `there is no phase ${after}`));
    }
  });
  return faults;
}
