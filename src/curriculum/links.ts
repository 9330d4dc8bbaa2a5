/** What no schema sees: whether the files agree with each other. */
import { plainName } from "../core/content/names.ts";
import type { Fault } from "./faults.ts";
import { mentions, numbers, repeated, type TextMention, texts } from "./mentions.ts";
import type { Source } from "./source.ts";
import { didYouMean, quote } from "./suggest.ts";
import { weekFaults } from "./week-links.ts";

/** The files, as far as they can be read. */
export interface Parts {
  readonly curriculum: Source | null;
  readonly weeks: Source | null;
  /** By the name of its folder. */
  readonly papers: ReadonlyMap<string, Source | null>;
}

export function linkFaults(parts: Parts): readonly Fault[] {
  return [
    ...paperFaults(parts),
    ...nameFaults(parts),
    ...weekFaults(parts.curriculum, parts.weeks),
    ...itemFaults(parts),
    ...otherFaults(parts),
  ];
}

function paperFaults({ curriculum, papers }: Parts): readonly Fault[] {
  const uses = [...texts(curriculum, "phases.*.papers.*"), ...texts(curriculum, "bonus.papers.*")];
  const used = new Set(uses.map(({ value }) => value));
  const missing = uses
    .filter(({ value }) => !papers.has(value))
    .map((use) => {
      const { value } = use;
      const hint = didYouMean(value, [...papers.keys()]);
      return use.fault(
        `${sayUser(use, curriculum)} names the paper ${quote(value)}, but papers/${value}/paper.yaml does not exist${hint}`,
      );
    });
  const misnamed = [...papers].flatMap(([folder, source]) =>
    texts(source, "id")
      .filter(({ value }) => value !== folder)
      .map(({ value, fault }) =>
        fault(`the id ${quote(value)} is not the folder's name ${quote(folder)}`),
      ),
  );
  // Without any list of papers every paper would be told to be unused.
  const unused = [...papers.keys()]
    .filter((folder) => used.size > 0 && !used.has(folder))
    .map((folder) => ({
      file: `papers/${folder}/paper.yaml`,
      line: 1,
      column: 1,
      message: `no phase and no bonus list names the paper ${quote(folder)}`,
    }));
  const twice = repeated(uses, (value) => `the paper "${value}" is named twice`);
  return [...missing, ...misnamed, ...unused, ...twice];
}

/** `phase 2`, by its number or else its place in the list. */
function sayUser({ path }: TextMention, curriculum: Source | null): string {
  if (path[0] === "bonus") return "the bonus list";
  const index = Number(path[1]);
  const number = numbers(curriculum, "phases.*.number").find(
    (mention) => mention.path[1] === index,
  );
  return `phase ${number?.value ?? index + 1}`;
}

/**
 * Names in the table are what a tracker file is read by, so no two papers may share one. Ids come first and
 * aliases last, as an alias is the easiest to change.
 */
function nameFaults({ papers }: Parts): readonly Fault[] {
  const owners = new Map<string, string>();
  return ["id", "name", "title", "aliases.*", "topics.*"].flatMap((place) =>
    [...papers].flatMap(([folder, source]) =>
      texts(source, place).flatMap(({ value, fault }) => {
        const plain = plainName(value);
        const owner = owners.get(plain) ?? folder;
        if (plain !== "") owners.set(plain, owner);
        return owner === folder
          ? []
          : [fault(`${quote(value)} is a name of the paper "${owner}" already`)];
      }),
    ),
  );
}

/** Journals refer to checklist lines by id, and tracker files by text. */
function itemFaults({ curriculum, weeks }: Parts): readonly Fault[] {
  const lists: readonly (readonly [Source | null, string])[] = [
    [weeks, "*.tasks"],
    [curriculum, "milestones"],
    [curriculum, "resources.*.items"],
  ];
  const all = (key: string) => lists.flatMap(([source, list]) => texts(source, `${list}.*.${key}`));
  const byList = Map.groupBy(
    all("text"),
    ({ file, path }) => `${file}:${path.slice(0, -2).join(".")}`,
  );
  return [
    ...repeated(all("id"), (id) => `the id "${id}" is used twice`),
    // In a document of its own, lines of the same words are told apart by their order.
    ...(mentions(curriculum, "document").length > 0 ? [] : [...byList.values()]).flatMap((list) =>
      repeated(list, () => "the same line appears in this list twice"),
    ),
  ];
}

function otherFaults({ curriculum }: Parts): readonly Fault[] {
  const phases = numbers(curriculum, "phases.*.number").map(({ value }) => value);
  const twice = (place: string) =>
    repeated(mentions(curriculum, place), (value) => `"${String(value)}" stands twice`);
  return [
    ...twice("weekly.*.kind"),
    ...twice("monthly.*.month"),
    ...twice("milestones.*.label"),
    ...twice("rewards.*.after"),
    ...twice("rewards.*.label"),
    ...twice("resources.*.title"),
    ...[...numbers(curriculum, "rewards.*.after"), ...numbers(curriculum, "monthly.*.phases.*")]
      .filter(({ value }) => phases.length > 0 && !phases.includes(value))
      .map(({ value, fault }) => fault(`there is no phase ${value}`)),
  ];
}
