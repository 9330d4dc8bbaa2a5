/** The files of a curriculum that was made from a document. */
import { stringify } from "yaml";
import { plainName } from "../../core/content/names.ts";
import { noteTemplate } from "../../curriculum/starter.ts";
import { withFoot } from "./document.ts";
import type { CurriculumMade, PaperMade } from "./from-document.ts";

/** What a paper is taken to need where nobody has said: hours of reading and of implementing. */
export const guessedHours = { read: 3, implement: 3 } as const;

export function curriculumFiles(
  id: string,
  document: string,
  made: CurriculumMade,
): ReadonlyMap<string, string> {
  const { title, phases, weeks, papers, parts } = made;
  const names = new Set(papers.flatMap((paper) => [plainName(paper.name), plainName(paper.id)]));
  const curriculum = {
    id,
    title,
    phases: phases.map(({ weeks: { least, most }, ...phase }) => ({
      ...phase,
      weeks: `${least}-${most}`,
    })),
    bonus: { title: "Bonus Papers (Optional)", papers: [] },
    reading: [
      { name: "First Pass", what: "Skim abstract, intro, conclusion", minutes: 30 },
      { name: "Second Pass", what: "Read methodology carefully", minutes: "60-120" },
      { name: "Third Pass", what: "Study experiments and details", minutes: "60-120" },
    ],
    guidelines: [],
    notePractices: [],
    weekly: [],
    monthly: [],
    milestones: [],
    rewards: [],
    resources: [],
    document: parts.map(({ heading, week, phase }) => ({
      heading,
      ...(week === null ? {} : { week }),
      ...(phase === null ? {} : { phase }),
    })),
  };
  const yaml = (value: unknown) => stringify(value, { lineWidth: 0 });
  return new Map([
    [
      "curriculum.yaml",
      `# The form is explained in docs/curriculum.md; tracker.md is what TRACKER.md begins as.\n${yaml(curriculum)}`,
    ],
    ["weeks.yaml", yaml(weeks)],
    ["note-template.md", noteTemplate],
    ["tracker.md", withFoot(document)],
    ...papers.map(
      (paper) => [`papers/${paper.id}/paper.yaml`, yaml(paperFile(paper, names))] as const,
    ),
  ]);
}

function paperFile({ id, name, arxiv, url, known }: PaperMade, names: Set<string>): object {
  const fresh = (text: string | undefined) => {
    const plain = plainName(text ?? "");
    if (text === undefined || plain === "" || names.has(plain)) return false;
    names.add(plain);
    return true;
  };
  const title = fresh(known?.title) ? known?.title : name;
  const said = (known === null ? [] : [known.name, ...known.aliases]).filter(fresh);
  const topics = said.filter((name) => known?.topics.includes(name));
  const aliases = said.filter((name) => !topics.includes(name));
  const number = known?.arxiv ?? arxiv;
  const year = known?.year ?? yearOf(number);
  const address = known?.url ?? url;
  const hours =
    known === null
      ? guessedHours
      : { read: known.minutes.read / 60, implement: known.minutes.implement / 60 };
  return {
    id,
    name,
    title,
    authors: known?.authors ?? [],
    ...(year === null ? {} : { year }),
    ...(known?.venue == null
      ? number === null
        ? {}
        : { venue: "arXiv" }
      : { venue: known.venue }),
    ...(number === null ? {} : { arxiv: number }),
    ...(address === null || number !== null || !URL.canParse(address) ? {} : { url: address }),
    ...(aliases.length === 0 ? {} : { aliases }),
    ...(topics.length === 0 ? {} : { topics }),
    hours,
  };
}

/** The year in which an arXiv number was given out. */
function yearOf(arxiv: string | null): number | null {
  const digits = /^(\d{2})\d{2}\./.exec(arxiv ?? "")?.[1];
  return digits === undefined ? null : 2000 + Number(digits);
}
