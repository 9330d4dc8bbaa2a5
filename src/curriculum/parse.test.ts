import { describe, expect, test } from "bun:test";
import { join } from "node:path";
import fc from "fast-check";
import { sayFault } from "./faults.ts";
import { readFolder } from "./folder.ts";
import { parseCurriculum } from "./parse.ts";

const folder = await readFolder(join(import.meta.dir, "..", "..", "curricula", "llm"));
if (!folder.ok) throw new Error(folder.faults.map(sayFault).join("\n"));
const shipped = folder.files;

/** The faults, in words, after one file was changed; null takes the file away. */
function faultsAfter(file: string, change: (text: string) => string | null): readonly string[] {
  const files = new Map(shipped);
  const changed = change(files.get(file) ?? "");
  if (changed === null) files.delete(file);
  else files.set(file, changed);
  return faultsOf(files);
}

function faultsOf(files: ReadonlyMap<string, string>): readonly string[] {
  const parsed = parseCurriculum(files, "test");
  return parsed.ok ? [] : parsed.faults.map(sayFault);
}

describe("a fault is reported with its file, line and column", () => {
  const cases: readonly (readonly [
    string,
    string,
    (text: string) => string | null,
    readonly string[],
  ])[] = [
    ["a missing file", "weeks.yaml", () => null, ["weeks.yaml:1:1: this file is missing"]],
    ["a file that is empty", "weeks.yaml", () => "", ["weeks.yaml:1:1: the file must be a list"]],
    [
      "a file of the wrong kind",
      "papers/bert/paper.yaml",
      () => "- id: bert\n",
      ["papers/bert/paper.yaml:1:1: the file must hold keys and values"],
    ],
    [
      "YAML that is none",
      "weeks.yaml",
      (text) => text.replace("goal: Master self-attention mechanism", "goal: [Master"),
      [
        "weeks.yaml:5:3: flow sequence in block collection must be sufficiently indented and end with a ]",
      ],
    ],
    [
      "a key given twice",
      "curriculum.yaml",
      (text) => text.replace("id: llm\n", "id: llm\nid: llm\n"),
      ["curriculum.yaml:2:1: map keys must be unique"],
    ],
    [
      "an alias of YAML",
      "papers/bert/paper.yaml",
      (text) => text.replace("venue: NAACL", "venue: *bert"),
      ['papers/bert/paper.yaml:10:8: the alias "*bert" is not read here; write the value out'],
    ],
    [
      "a tag of YAML",
      "papers/bert/paper.yaml",
      (text) => text.replace("venue: NAACL", "venue: !!binary NAACL"),
      ['papers/bert/paper.yaml:10:17: the tag "tag:yaml.org,2002:binary" is not read here'],
    ],
    [
      "an unknown key that is near a known one",
      "papers/bert/paper.yaml",
      (text) => text.replace("aliases:", "alias:"),
      ['papers/bert/paper.yaml:12:1: "alias" is not known here; did you mean "aliases"?'],
    ],
    [
      "an unknown key that is near none",
      "papers/bert/paper.yaml",
      (text) => `${text}colour: blue\n`,
      [
        'papers/bert/paper.yaml:15:1: "colour" is not known here; known are id, name, title, authors, year, venue, arxiv, url, aliases, topics, hours',
      ],
    ],
    [
      "several unknown keys of one mapping",
      "papers/bert/paper.yaml",
      (text) => text.replace("implement: 5", "implement: 5, write: 1, rest: 2"),
      [
        'papers/bert/paper.yaml:14:33: "write" is not known here; known are read, implement',
        'papers/bert/paper.yaml:14:43: "rest" is not known here; known are read, implement',
      ],
    ],
    [
      "a missing key",
      "papers/bert/paper.yaml",
      (text) => text.replace(/^title.*\n/m, ""),
      ['papers/bert/paper.yaml:1:1: "title" is missing'],
    ],
    [
      "a missing key of an entry",
      "curriculum.yaml",
      (text) => text.replace("    title: Foundations\n", ""),
      ['curriculum.yaml:5:5: "title" is missing'],
    ],
    [
      "a wrong type",
      "papers/bert/paper.yaml",
      (text) => text.replace("year: 2019", "year: then"),
      ['papers/bert/paper.yaml:9:7: "year" must be a number'],
    ],
    [
      "an empty value",
      "papers/bert/paper.yaml",
      (text) => text.replace("venue: NAACL", "venue:"),
      ['papers/bert/paper.yaml:10:1: "venue" must be text'],
    ],
    [
      "an empty name",
      "papers/bert/paper.yaml",
      (text) => text.replace("name: BERT", 'name: ""'),
      ['papers/bert/paper.yaml:2:7: "name" must not be empty'],
    ],
    [
      "a name without a letter",
      "papers/bert/paper.yaml",
      (text) => text.replace("name: BERT", 'name: "?!"'),
      ['papers/bert/paper.yaml:2:7: "name" must hold a letter or a digit'],
    ],
    [
      "a bar in a table's name",
      "papers/bert/paper.yaml",
      (text) => text.replace("name: BERT", "name: BE|RT"),
      ['papers/bert/paper.yaml:2:7: "name" must not contain "|"'],
    ],
    [
      "a line break in a task",
      "weeks.yaml",
      (text) => text.replace("text: Blog about key insights", 'text: "Blog\\nabout"'),
      ['weeks.yaml:10:28: "text" must be on one line'],
    ],
    [
      "an empty list",
      "curriculum.yaml",
      (text) => text.replace(/items:\n( {6}- .*\n( {8}.*\n)*)+/, "items: []\n"),
      [expect.stringMatching(/^curriculum.yaml:\d+:12: "items" must not be empty$/)],
    ],
    [
      "an arXiv id that is none",
      "papers/bert/paper.yaml",
      (text) => text.replace('"1810.04805"', '"bert"'),
      ['papers/bert/paper.yaml:11:8: "arxiv" must be an arXiv id in quotes, such as "1706.03762"'],
    ],
    [
      "an arXiv id without quotes",
      "papers/bert/paper.yaml",
      (text) => text.replace('"1810.04805"', "1810.04805"),
      ['papers/bert/paper.yaml:11:8: "arxiv" must be text; write it in quotes'],
    ],
    [
      "an address that no browser opens",
      "curriculum.yaml",
      (text) => text.replace("https://course.fast.ai/", "javascript:alert(1)"),
      ['curriculum.yaml:159:14: "url" must be an address, https://…'],
    ],
    [
      "hours that are none",
      "papers/bert/paper.yaml",
      (text) => text.replace("read: 4", "read: 0"),
      ['papers/bert/paper.yaml:14:16: "read" must be more than 0'],
    ],
    [
      "a range that goes backwards",
      "curriculum.yaml",
      (text) => text.replace("minutes: 180-300", "minutes: 300-180"),
      [
        'curriculum.yaml:48:14: "minutes" must be a whole number or a range, such as 60-120, from 1 to 10000',
      ],
    ],
    [
      "an id with capitals",
      "weeks.yaml",
      (text) => text.replace("id: w1-blog", "id: W1 Blog"),
      ['weeks.yaml:10:13: "id" must be of small letters, digits, dots and hyphens'],
    ],
    [
      "an unknown weekday",
      "curriculum.yaml",
      (text) => text.replace("weekday: friday", "weekday: fridy"),
      [
        'curriculum.yaml:76:14: "weekday" must be monday, tuesday, wednesday, thursday, friday, saturday or sunday; did you mean "friday"?',
      ],
    ],
    [
      "a paper without a folder",
      "curriculum.yaml",
      (text) => text.replace("[bert,", "[brt,"),
      [
        'curriculum.yaml:14:14: phase 2 names the paper "brt", but papers/brt/paper.yaml does not exist; did you mean "bert"?',
        'papers/bert/paper.yaml:1:1: no phase and no bonus list names the paper "bert"',
      ],
    ],
    [
      "a paper that nothing names",
      "curriculum.yaml",
      (text) => text.replace("palm, ", ""),
      ['papers/palm/paper.yaml:1:1: no phase and no bonus list names the paper "palm"'],
    ],
    [
      "a paper named twice",
      "curriculum.yaml",
      (text) => text.replace("palm, ", "palm, lora, "),
      ['curriculum.yaml:33:36: the paper "lora" is named twice'],
    ],
    [
      "an id that is not the folder's",
      "papers/bert/paper.yaml",
      (text) => text.replace("id: bert", "id: bort"),
      ['papers/bert/paper.yaml:1:5: the id "bort" is not the folder\'s name "bert"'],
    ],
    [
      "an alias of another paper",
      "papers/bert/paper.yaml",
      (text) => text.replace("[devlin]", "[GPT 1]"),
      ['papers/bert/paper.yaml:12:11: "GPT 1" is a name of the paper "gpt-1" already'],
    ],
    [
      "the name of another paper",
      "papers/palm/paper.yaml",
      (text) => text.replace("name: PaLM", "name: lora"),
      ['papers/palm/paper.yaml:2:7: "lora" is a name of the paper "lora" already'],
    ],
    [
      "a task id used twice",
      "weeks.yaml",
      (text) => text.replace("id: w2-read-papers", "id: w1-read-paper"),
      ['weeks.yaml:16:13: the id "w1-read-paper" is used twice'],
    ],
    [
      "a task with a milestone's id",
      "weeks.yaml",
      (text) => text.replace("id: w2-read-papers", "id: milestone-1"),
      ['curriculum.yaml:114:9: the id "milestone-1" is used twice'],
    ],
    [
      "a milestone id used twice",
      "curriculum.yaml",
      (text) => text.replace("id: milestone-6", "id: milestone-5"),
      [
        'curriculum.yaml:129:9: the id "milestone-5" is used twice',
        'milestones/milestone-6/exercise.md:1:1: there is no milestone "milestone-6"; did you mean "milestone-1"?',
      ],
    ],
    [
      "a resource id used twice",
      "curriculum.yaml",
      (text) => text.replace("id: book-deep-learning", "id: course-cs224n"),
      ['curriculum.yaml:165:13: the id "course-cs224n" is used twice'],
    ],
    [
      "a line that stands twice in a list",
      "weeks.yaml",
      (text) =>
        text.replace("text: Blog about key insights", "text: Test implementation on toy problem"),
      ["weeks.yaml:10:28: the same line appears in this list twice"],
    ],
    [
      "a week used twice and one left out",
      "weeks.yaml",
      (text) => text.replace("- number: 12", "- number: 11"),
      [
        "curriculum.yaml:28:12: phase 5 has week 12, which weeks.yaml lacks",
        "weeks.yaml:110:11: there are two weeks 11",
      ],
    ],
    [
      "a phase used twice",
      "curriculum.yaml",
      (text) =>
        text
          .replace("- number: 5", "- number: 4")
          .replace("phases: [5]", "phases: [4]")
          .replace("after: 5", "after: 1"),
      ["curriculum.yaml:25:13: there are two phases 4", 'curriculum.yaml:142:12: "1" stands twice'],
    ],
    [
      "a week outside every phase",
      "weeks.yaml",
      (text) => text.replace("- number: 12", "- number: 13"),
      [
        "curriculum.yaml:28:12: phase 5 has week 12, which weeks.yaml lacks",
        "weeks.yaml:110:11: week 13 is in no phase",
      ],
    ],
    [
      "phases with a gap",
      "curriculum.yaml",
      (text) => text.replace("weeks: 4-6", "weeks: 5-6"),
      [
        "curriculum.yaml:13:12: phase 2 begins with week 5; week 4 is next",
        "weeks.yaml:30:11: week 4 is in no phase",
      ],
    ],
    [
      "phases that overlap",
      "curriculum.yaml",
      (text) => text.replace("weeks: 4-6", "weeks: 3-6"),
      ["curriculum.yaml:13:12: phase 2 begins with week 3; week 4 is next"],
    ],
    [
      "a reward for no phase",
      "curriculum.yaml",
      (text) => text.replace("after: 5", "after: 9"),
      ["curriculum.yaml:142:12: there is no phase 9"],
    ],
    [
      "a check-in of a kind that is there",
      "curriculum.yaml",
      (text) => text.replace("kind: quiz", "kind: progress"),
      ['curriculum.yaml:82:11: "progress" stands twice'],
    ],
    [
      "an unknown placeholder",
      "note-template.md",
      (text) => text.replace("{{authors}}", "{{author}}"),
      [
        'note-template.md:3:16: the placeholder "author" is not known here; did you mean "authors"?',
      ],
    ],
    [
      "an empty note template",
      "note-template.md",
      () => "\n",
      ["note-template.md:1:1: this file is empty"],
    ],
  ];
  for (const [name, file, change, sentences] of cases) {
    test(name, () => expect(faultsAfter(file, change)).toEqual(sentences));
  }

  test("a paper's folder without its file", () => {
    const files = new Map(shipped).set("papers/t5/guide.md", "# T5\n");
    expect(faultsOf(files)).toEqual([
      "papers/t5/paper.yaml:1:1: this file is missing",
      'papers/t5/paper.yaml:1:1: no phase and no bonus list names the paper "t5"',
    ]);
  });
});

test("five faults of different files and kinds are all reported, in order", () => {
  const files = new Map(shipped);
  const change = (file: string, from: string, to: string) =>
    files.set(file, (files.get(file) ?? "").replace(from, to));
  change("curriculum.yaml", "title: LLM", "titel: LLM");
  change("curriculum.yaml", "[lora,", "[loro,");
  change("weeks.yaml", "id: w2-read-papers", "id: w1-read-paper");
  change("papers/gpt-1/paper.yaml", "[generative pre-training]", "[rlhf]");
  change("papers/bert/paper.yaml", "year: 2019", "year: then");
  expect(faultsOf(files)).toEqual([
    'curriculum.yaml:1:1: "title" is missing',
    'curriculum.yaml:2:1: "titel" is not known here; did you mean "title"?',
    'curriculum.yaml:29:14: phase 5 names the paper "loro", but papers/loro/paper.yaml does not exist; did you mean "lora"?',
    'papers/bert/paper.yaml:9:7: "year" must be a number',
    'papers/instructgpt/paper.yaml:29:10: "rlhf" is a name of the paper "gpt-1" already',
    'papers/lora/paper.yaml:1:1: no phase and no bonus list names the paper "lora"',
    'weeks.yaml:16:13: the id "w1-read-paper" is used twice',
  ]);
});

test("a file that can't be read hides no fault of the others", () => {
  const files = new Map(shipped).set("curriculum.yaml", "id: [").set("weeks.yaml", "[]");
  expect(faultsOf(files)).toEqual([
    "curriculum.yaml:1:6: flow sequence in block collection must be sufficiently indented and end with a ]",
    "weeks.yaml:1:1: the file must not be empty",
  ]);
});

test("a range is written as a number, with a hyphen or as a mapping", () => {
  const text = (shipped.get("curriculum.yaml") ?? "")
    .replace("weeks: 1-3", "weeks: { first: 1, last: 3 }")
    .replace("minutes: 60-120", "minutes: { least: 60, most: 120 }");
  const parsed = parseCurriculum(new Map(shipped).set("curriculum.yaml", text), "test");
  if (!parsed.ok) throw new Error(parsed.faults.map(sayFault).join("\n"));
  expect(parsed.curriculum.phases[0]?.weeks).toEqual({ least: 1, most: 3 });
  expect(parsed.curriculum.reading.slice(0, 2).map(({ minutes }) => minutes)).toEqual([
    { least: 30, most: 30 },
    { least: 60, most: 120 },
  ]);
});

test("a range too long to count through is refused at once", () => {
  const sentences = faultsAfter("curriculum.yaml", (text) =>
    text.replace("weeks: 11-12", "weeks: 11-99999"),
  );
  expect(sentences).toEqual([
    'curriculum.yaml:28:12: "weeks" must be a whole number or a range, such as 1-3, from 1 to 520',
  ]);
});

test("brackets without end are a fault like any other", () => {
  const sentences = faultsAfter("weeks.yaml", () => "[".repeat(2000));
  expect(sentences.length).toBeGreaterThan(0);
  for (const sentence of sentences) expect(sentence).toStartWith("weeks.yaml:1:");
});

test("files that nothing reads are ignored", () => {
  const files = new Map(shipped).set("papers/bert/guide.md", "# BERT\n").set("x.yaml", "[");
  expect(faultsOf(files)).toEqual([]);
});

test("no mutilation of a file makes the reading fail", () => {
  // Without the exercises, whose reading takes most of the time and is the same in each run.
  const light = new Map([...shipped].filter(([file]) => !file.includes("/exercises/")));
  const names = [...light.keys()].filter((file) => file.endsWith(".yaml"));
  fc.assert(
    fc.property(
      fc.constantFrom(...names),
      fc.nat(),
      fc.nat(30),
      fc.oneof(
        fc.string({ maxLength: 6 }),
        fc.constantFrom(
          "\n",
          ": ",
          "- ",
          "[",
          "{",
          "&a ",
          "*a",
          "!!set ",
          "<<: ",
          "|\n",
          "? ",
          "'",
        ),
      ),
      (file, at, length, put) => {
        const text = shipped.get(file) ?? "";
        const from = at % (text.length + 1);
        const mutilated = text.slice(0, from) + put + text.slice(from + length);
        const parsed = parseCurriculum(new Map(light).set(file, mutilated), "test");
        if (parsed.ok) return;
        expect(parsed.faults.length).toBeGreaterThan(0);
        for (const { line, column } of parsed.faults) {
          expect(line).toBeGreaterThan(0);
          expect(column).toBeGreaterThan(0);
        }
      },
    ),
    { numRuns: 300 },
  );
});
