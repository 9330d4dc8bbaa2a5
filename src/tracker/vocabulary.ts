/** The names that the scanner looks for, from a curriculum and the learner's own additions. */
import type { Curriculum, PaperId } from "../core/content/curriculum.ts";
import { plainName } from "../core/content/names.ts";
import { resourceList } from "../core/progress/lists.ts";
import type { Progress } from "../core/progress/progress.ts";
import type { Desired } from "./desired.ts";
import { fixedSections } from "./fixed.ts";
import { plainWords } from "./plain.ts";
import type { Vocabulary } from "./scan.ts";

export function vocabularyOf(curriculum: Curriculum): Vocabulary {
  return {
    bonusTitle: curriculum.bonus.title,
    phases: curriculum.phases,
    weeks: curriculum.weeks,
    resources: curriculum.resources.map(({ title }) => ({ title, list: resourceList(title) })),
    rewards: curriculum.rewards.map(({ label, after }) => ({ label, key: `reward:${after}` })),
    fixed: fixedSections(curriculum),
    document: curriculum.document?.parts ?? null,
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
  // A name of signs alone names nothing.
  names.delete("");
  return names;
}

/** The paper's name in a cell, without Markdown's emphasis, code and link marks. */
export function cellName(cell: string): string {
  return namesIn(cell)[0] ?? "";
}

/** What a cell may call its paper: what it shows, and where its link leads. */
export function namesIn(cell: string): readonly string[] {
  if (cell.length > mostNamed) return [cell];
  const shown = plainWords(cell).replace(/`/g, "").trim();
  const targets = [...cell.matchAll(/\[\[([^\][|\\]{1,200})|\]\(([^()\s]{1,300})/g)].flatMap(
    ([, wiki, address]) => {
      const target = (wiki ?? address ?? "").replace(/[#?].*$/, "");
      const last = target.split("/").findLast((piece) => piece !== "") ?? "";
      return [decoded(last.replace(/\.(?:md|pdf|html)$/i, ""))];
    },
  );
  return [shown, ...targets.filter((target) => target !== ""), ...bareNames(shown)];
}

/** What people put around a name: a number, a year, a tag, a footnote, HTML, signs. */
function bareNames(shown: string): readonly string[] {
  const bare = shown
    .replace(/<[^<>]{0,100}>/g, " ")
    .replace(/\[\^[^\]]{0,40}\]/g, "")
    .replace(/(?:^|\s)#[\p{L}\p{N}_/-]+/gu, " ")
    .replace(/^\s*(?:\d{1,3}[.)]|#\d{1,3})\s+/, "")
    .replace(/\s*[([](?:19|20)\d{2}[)\]]\s*$/, "")
    .trim();
  return bare === "" || bare === shown ? [] : [bare];
}

const mostNamed = 1000;

function decoded(address: string): string {
  try {
    return decodeURIComponent(address);
  } catch {
    return address;
  }
}
