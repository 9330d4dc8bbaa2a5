/** The names that the scanner looks for, from a curriculum and the learner's own additions. */
import type { Curriculum, PaperId } from "../core/content/curriculum.ts";
import { plainName } from "../core/content/names.ts";
import { resourceList } from "../core/progress/lists.ts";
import type { Progress } from "../core/progress/progress.ts";
import type { Desired } from "./desired.ts";
import type { Vocabulary } from "./scan.ts";

export function vocabularyOf(curriculum: Curriculum): Vocabulary {
  return {
    bonusTitle: curriculum.bonus.title,
    phases: curriculum.phases.map((phase) => phase.number),
    weeks: curriculum.weeks.map((week) => week.number),
    resources: curriculum.resources.map(({ title }) => ({ title, list: resourceList(title) })),
    rewards: curriculum.rewards.map(({ label, after }) => ({ label, key: `reward:${after}` })),
  };
}

/** Which paper a table row is about, by any exact name of it. */
export type RowNames = ReadonlyMap<string, PaperId>;

/** `agreed` has the papers that the file knew and that may be gone from the progress since. */
export function rowNames(
  curriculum: Curriculum,
  progress: Progress,
  agreed: Pick<Desired, "papers"> | null,
): RowNames {
  const names = new Map<string, PaperId>();
  for (const paper of agreed?.papers ?? []) names.set(plainName(paper.name), paper.id);
  for (const paper of curriculum.papers) {
    for (const name of [...paper.aliases, paper.title]) names.set(plainName(name), paper.id);
  }
  for (const paper of progress.papers) names.set(plainName(paper.name), paper.id);
  return names;
}

/** The paper's name in a cell, without Markdown's emphasis, code and link marks. */
export function cellName(cell: string): string {
  return cell
    .replace(/!?\[([^\][]*)\]\([^()]*\)/g, "$1")
    .replace(/\\\|/g, "|")
    .replace(/[*_`~]/g, "")
    .trim();
}
