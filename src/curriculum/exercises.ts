/** The exercises of papers and milestones: from their folders' files to what a curriculum knows of them. */
import * as v from "valibot";
import type { Answer } from "../core/check/hint.ts";
import { coreOf } from "../core/check/verified.ts";
import { type Exercise, type ExerciseId, exerciseLevels } from "../core/content/curriculum.ts";
import { check } from "./check.ts";
import type { Fault } from "./faults.ts";
import { editFaults, readMistakes } from "./mistakes.ts";
import { id, some, text } from "./schema.ts";
import { readSource } from "./source.ts";

const positive = v.pipe(v.number("must be a number"), v.minValue(0, "must be 0 or more"));

/** `{ mistake, hint }`, `{ law, hint }` or `{ step, hint }`. */
const answer = v.pipe(
  v.strictObject({
    mistake: v.optional(text),
    law: v.optional(text),
    step: v.optional(text),
    hint: text,
  }),
  v.rawTransform(({ dataset, addIssue, NEVER }): Answer => {
    const { hint, ...said } = dataset.value;
    const named = (["mistake", "law", "step"] as const).flatMap((by) => {
      const name = said[by];
      return name === undefined ? [] : [{ by, name }];
    });
    const [to, ...more] = named;
    if (to !== undefined && more.length === 0) return { to, hint };
    addIssue({ message: "must name one of mistake, law and step, and its hint" });
    return NEVER;
  }),
);

const exerciseFront = v.strictObject({
  title: text,
  function: v.pipe(text, v.regex(/^[a-z_]\w*$/i, "must be the name of a Python function")),
  order: v.pipe(
    v.number("must be a number"),
    v.integer("must be a whole number"),
    v.minValue(1, "must be 1 or more"),
  ),
  source: text,
  level: v.optional(v.picklist(exerciseLevels, 'must be "core" or "bonus"'), "core"),
  tolerance: v.optional(v.strictObject({ relative: positive, absolute: positive })),
  hints: v.pipe(some(text), v.minLength(2, "must hold two hints or more, the weakest first")),
  /** Hints that answer to a failure. */
  answers: v.optional(v.array(answer, "must be a list"), []),
});
export type ExerciseFront = v.InferOutput<typeof exerciseFront>;

const paperFiles = ["exercise.md", "starter.py", "reference.py", "mistakes.py", "properties.py"];
const milestoneFiles = ["exercise.md", "starter.py", "source.py", "verify.py"];

export interface Exercises {
  /** By paper, in their order. */
  readonly papers: ReadonlyMap<string, readonly Exercise[]>;
  /** By milestone. */
  readonly milestones: ReadonlyMap<string, Exercise>;
  readonly faults: readonly Fault[];
}

interface Folder {
  readonly path: string;
  /** Null for a milestone's. */
  readonly paper: string | null;
  readonly name: string;
}

export function readExercises(files: ReadonlyMap<string, string>): Exercises {
  const papers = new Map<string, Exercise[]>();
  const milestones = new Map<string, Exercise>();
  const faults: Fault[] = [...strayFiles(files)];
  for (const folder of foldersIn(files)) {
    const read = readOne(folder, files);
    faults.push(...read.faults);
    if (read.exercise === null) continue;
    if (folder.paper === null) milestones.set(folder.name, read.exercise);
    else papers.set(folder.paper, [...(papers.get(folder.paper) ?? []), read.exercise]);
  }
  for (const [paper, list] of papers) {
    faults.push(...orderFaults(paper, list), ...levelFaults(paper, list));
    list.sort((a, b) => a.order - b.order);
  }
  return { papers, milestones, faults };
}

const inPaper = /^papers\/([^/]+)\/exercises\/([^/]+)\/(.+)$/;
const inMilestone = /^milestones\/([^/]+)\/(.+)$/;

/** The folder of an exercise and the name within it; null for every other file. */
function placeOf(path: string): (Folder & { readonly file: string }) | null {
  const [, paper, name = "", file = ""] = inPaper.exec(path) ?? [];
  if (paper !== undefined) {
    return { path: `papers/${paper}/exercises/${name}`, paper, name, file };
  }
  const [, milestone, rest = ""] = inMilestone.exec(path) ?? [];
  if (milestone === undefined) return null;
  return { path: `milestones/${milestone}`, paper: null, name: milestone, file: rest };
}

function foldersIn(files: ReadonlyMap<string, string>): readonly Folder[] {
  const found = new Map<string, Folder>();
  for (const path of files.keys()) {
    const place = placeOf(path);
    if (place !== null) found.set(place.path, place);
  }
  return [...found.values()].sort((a, b) => (a.path < b.path ? -1 : 1));
}

function strayFiles(files: ReadonlyMap<string, string>): readonly Fault[] {
  return [...files.keys()].flatMap((path) => {
    const place = placeOf(path);
    if (place === null) {
      return /(^|\/)(exercises|milestones)\//.test(path)
        ? [atTop(path, "a file may not stand here, only a folder for each exercise")]
        : [];
    }
    const known = place.paper === null ? milestoneFiles : paperFiles;
    if (known.includes(place.file)) return [];
    return [atTop(path, `this file is not part of an exercise; it holds ${known.join(", ")}`)];
  });
}

function atTop(file: string, message: string): Fault {
  return { file, line: 1, column: 1, message };
}

interface ReadOne {
  readonly exercise: Exercise | null;
  readonly faults: readonly Fault[];
}

function readOne({ path, paper, name }: Folder, files: ReadonlyMap<string, string>): ReadOne {
  const wanted = paper === null ? milestoneFiles : paperFiles;
  const missing = wanted
    .filter((file) => !files.has(`${path}/${file}`))
    .map((file) => atTop(`${path}/${file}`, "this file is missing"));
  const misnamed = v.safeParse(id, name).success
    ? []
    : [
        atTop(
          path,
          `the folder's name ${JSON.stringify(name)} must be of small letters, digits, dots and hyphens`,
        ),
      ];
  const text = files.get(`${path}/exercise.md`);
  if (text === undefined) return { exercise: null, faults: [...missing, ...misnamed] };
  const { front, faults } = frontOf(`${path}/exercise.md`, text);
  const code = front === null ? [] : codeFaults(path, front, files);
  const exercise =
    front === null
      ? null
      : {
          id: name as ExerciseId,
          title: front.title,
          function: front.function,
          order: front.order,
          source: front.source,
          level: front.level,
        };
  return { exercise, faults: [...missing, ...misnamed, ...faults, ...code] };
}

const fence = /^---\r?\n([\s\S]*?)^---\r?\n?/m;

/** An exercise.md in its two parts; null for one without front matter. */
export function splitExercise(
  text: string,
): { readonly front: string; readonly body: string } | null {
  const [whole, front] = fence.exec(text) ?? [];
  if (whole === undefined || front === undefined || !text.startsWith("---")) return null;
  return { front, body: text.slice(whole.length).trim() };
}

/** The front matter of an exercise.md, held to its form. */
export function frontOf(
  file: string,
  text: string,
): { readonly front: ExerciseFront | null; readonly faults: readonly Fault[] } {
  const parts = splitExercise(text);
  if (parts === null) {
    return {
      front: null,
      faults: [atTop(file, "it must begin with front matter between two lines of ---")],
    };
  }
  // The line of the first fence stays, so that faults keep their lines.
  const { source, faults } = readSource(file, `\n${parts.front}`);
  if (source === null) return { front: null, faults };
  const checked = check(source, exerciseFront);
  const empty = parts.body === "" ? [atTop(file, "it says nothing below its front matter")] : [];
  if (!checked.ok) return { front: null, faults: [...faults, ...checked.faults, ...empty] };
  return { front: checked.value, faults: [...faults, ...empty] };
}

/** What can be told of the Python without running it. */
function codeFaults(
  path: string,
  front: ExerciseFront,
  files: ReadonlyMap<string, string>,
): readonly Fault[] {
  const faults: Fault[] = [];
  const needs = (name: string, pattern: RegExp, message: string) => {
    const text = files.get(`${path}/${name}`);
    if (text !== undefined && !pattern.test(text)) faults.push(atTop(`${path}/${name}`, message));
  };
  const define = new RegExp(`^def ${front.function}\\(`, "m");
  needs("starter.py", define, `it does not define ${front.function}`);
  needs("starter.py", /\braise NotImplementedError\b/, "it must raise NotImplementedError");
  needs("reference.py", define, `it does not define ${front.function}`);
  needs("mistakes.py", /^(@mistake|wrong|inherits)\(/m, "it names no mistake");
  needs("properties.py", /^def cases\(/m, "it does not define cases");
  needs("verify.py", /^def verify\(/m, "it does not define verify");
  return [...faults, ...mistakeFaults(path, files), ...answerFaults(path, front, files)];
}

/** What is wrong with the mistakes: edits that do not match the reference exactly once, parts that are not there. */
function mistakeFaults(path: string, files: ReadonlyMap<string, string>): readonly Fault[] {
  const file = `${path}/mistakes.py`;
  const [text, reference] = [files.get(file), files.get(`${path}/reference.py`)];
  if (text === undefined || reference === undefined) return [];
  const said = readMistakes(text);
  const parts = said.inherits.flatMap(({ part, line }) =>
    files.has(`${folderOfPart(path, part)}/mistakes.py`)
      ? []
      : [{ line, message: `it inherits from ${JSON.stringify(part)}, which is not an exercise` }],
  );
  const edits = said.wrongs.flatMap((wrong) => editFaults(reference, wrong));
  return [...said.faults, ...edits, ...parts].map((fault) => ({ file, column: 1, ...fault }));
}

/** What is wrong with the hints that answer to a failure: nothing of the exercise can fail in that way. */
function answerFaults(
  path: string,
  { answers }: ExerciseFront,
  files: ReadonlyMap<string, string>,
): readonly Fault[] {
  const of = (name: string) => files.get(`${path}/${name}`) ?? "";
  return answers.flatMap(({ to: { by, name } }) => {
    const known = {
      mistake: () => mistakesAt(path, files).has(name),
      law: () => of("properties.py").includes(name),
      step: () => new RegExp(`\\b${RegExp.escape(name)}\\b`).test(of("reference.py")),
    }[by]();
    const where = {
      mistake: "mistakes.py names no such mistake",
      law: "no law of properties.py has these words",
      step: "reference.py has no such name",
    }[by];
    const message = `a hint answers to the ${by} ${JSON.stringify(name)}, and ${where}`;
    return known ? [] : [atTop(`${path}/exercise.md`, message)];
  });
}

/** The names of an exercise's mistakes, those of its parts among them. */
function mistakesAt(
  path: string,
  files: ReadonlyMap<string, string>,
  passed: ReadonlySet<string> = new Set(),
): ReadonlySet<string> {
  const text = files.get(`${path}/mistakes.py`);
  if (text === undefined || passed.has(path)) return new Set();
  const { wrongs, functions, inherits } = readMistakes(text);
  const parts = inherits.flatMap(({ part }) => [
    ...mistakesAt(folderOfPart(path, part), files, new Set([...passed, path])),
  ]);
  return new Set([...wrongs.map(({ id }) => id), ...functions, ...parts]);
}

/** The folder that `inherits` means in the exercise at `path`: `component`, or `paper/component`. */
export function folderOfPart(path: string, part: string): string {
  const [paper, component] = part.includes("/") ? part.split("/") : [path.split("/")[1], part];
  return `papers/${paper}/exercises/${component}`;
}

/** A paper that has bonus exercises alone could never be verified. */
function levelFaults(paper: string, list: readonly Exercise[]): readonly Fault[] {
  const [first] = list;
  if (first === undefined || coreOf(list).length > 0) return [];
  const file = `papers/${paper}/exercises/${first.id}/exercise.md`;
  return [atTop(file, "all exercises of this paper are bonus; one at least must be core")];
}

function orderFaults(paper: string, list: readonly Exercise[]): readonly Fault[] {
  const orders = list.map(({ order }) => order).sort((a, b) => a - b);
  return list.flatMap(({ id: name, order }) => {
    const file = `papers/${paper}/exercises/${name}/exercise.md`;
    if (orders.filter((other) => other === order).length > 1) {
      return [
        atTop(
          file,
          `the order ${order} appears twice; the orders of a paper go from 1 to ${list.length}`,
        ),
      ];
    }
    return order > list.length
      ? [
          atTop(
            file,
            `the order ${order} leaves a gap; the orders of a paper go from 1 to ${list.length}`,
          ),
        ]
      : [];
  });
}
