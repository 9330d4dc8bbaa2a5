import { describe, expect, test } from "bun:test";
import { join } from "node:path";
import fc from "fast-check";
import { sayFault } from "./faults.ts";
import { readFolder } from "./folder.ts";
import { parseCurriculum } from "./parse.ts";

const shipped = readFolder(join(import.meta.dir, "..", "..", "curricula", "llm"));

/** The faults, in words, after one file was changed; null takes the file away. */
function faultsAfter(file: string, change: (text: string) => string | null): readonly string[] {
  const files = new Map(shipped);
  const changed = change(files.get(file) ?? "");
  if (changed === null) files.delete(file);
  else files.set(file, changed);
  const parsed = parseCurriculum(files, "test");
  return parsed.ok ? [] : parsed.faults.map(sayFault);
}

describe("the shipped curriculum", () => {
  const parsed = parseCurriculum(shipped, "test");
  if (!parsed.ok) throw new Error(parsed.faults.map(sayFault).join("\n"));
  const { curriculum } = parsed;

  test("has five phases with twelve papers, and three bonus papers", () => {
    expect(curriculum.phases.map(({ title, papers }) => [title, papers.length])).toEqual([
      ["Foundations", 3],
      ["Pre-training Era", 3],
      ["Scaling Laws", 2],
      ["Alignment and Safety", 2],
      ["Efficiency and Practical Techniques", 2],
    ]);
    expect(curriculum.bonus.papers).toHaveLength(3);
    expect(curriculum.papers).toHaveLength(15);
  });

  test("has tasks and a goal for each of its twelve weeks", () => {
    expect(curriculum.weeks.map(({ number }) => number)).toEqual([
      1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12,
    ]);
    for (const { tasks, goal } of curriculum.weeks) {
      expect(tasks.length).toBeGreaterThanOrEqual(4);
      expect(goal).not.toBe("");
    }
  });

  test("gives every paper authors, a venue, hours, and an arXiv id or an address", () => {
    for (const paper of curriculum.papers) {
      expect(paper.authors.length).toBeGreaterThan(0);
      expect(paper.minutes.read).toBeGreaterThan(0);
      expect(paper.arxiv ?? paper.url).not.toBeNull();
    }
  });

  test("has six milestones, six rewards, three check-ins a week and three resource groups", () => {
    expect(curriculum.milestones).toHaveLength(6);
    expect(curriculum.rewards).toHaveLength(6);
    expect(curriculum.weekly.map(({ weekday }) => weekday)).toEqual([
      "sunday",
      "friday",
      "wednesday",
    ]);
    expect(curriculum.resources.map(({ items }) => items.length)).toEqual([3, 3, 3]);
  });
});

describe("a fault is reported with its file, line and column", () => {
  const cases: readonly (readonly [string, string, (text: string) => string | null, string])[] = [
    ["a missing file", "weeks.yaml", () => null, "weeks.yaml:1:1: this file is missing"],
    [
      "a paper without a folder",
      "curriculum.yaml",
      (text) => text.replace("[bert,", "[brt,"),
      'curriculum.yaml:14:14: papers/brt/paper.yaml does not exist; did you mean "bert"?',
    ],
    [
      "an unknown key",
      "papers/bert/paper.yaml",
      (text) => text.replace("venue:", "venu:"),
      'papers/bert/paper.yaml:10:1: "venu" is not known here; did you mean "venue"?',
    ],
    [
      "a missing key",
      "papers/bert/paper.yaml",
      (text) => text.replace(/venue.*\n/, ""),
      'papers/bert/paper.yaml:1:1: "venue" is missing',
    ],
    [
      "a wrong type",
      "papers/bert/paper.yaml",
      (text) => text.replace("year: 2018", "year: then"),
      'papers/bert/paper.yaml:9:7: "year" must be a number',
    ],
    [
      "an arXiv id that is none",
      "papers/bert/paper.yaml",
      (text) => text.replace('"1810.04805"', '"bert"'),
      'papers/bert/paper.yaml:11:8: "arxiv" must be an arXiv id in quotes, such as "1706.03762"',
    ],
    [
      "an id that is not the folder's",
      "papers/bert/paper.yaml",
      (text) => text.replace("id: bert", "id: bort"),
      'papers/bert/paper.yaml:1:5: the id "bort" is not the folder\'s name "bert"',
    ],
    [
      "an alias of another paper",
      "papers/bert/paper.yaml",
      (text) => text.replace('"devlin"', '"GPT 1"'),
      'papers/gpt-1/paper.yaml:1:5: "gpt-1" is a name of the paper "bert" already',
    ],
    [
      "a bar in a table's name",
      "papers/bert/paper.yaml",
      (text) => text.replace('"BERT"', '"BE|RT"'),
      'papers/bert/paper.yaml:2:7: "name" must not contain "|"',
    ],
    [
      "an empty list",
      "weeks.yaml",
      (text) => text.replace(/tasks:\n( {4}- .*\n){5}/, "tasks: []\n"),
      'weeks.yaml:4:10: "tasks" must not be empty',
    ],
    [
      "a task id used twice",
      "weeks.yaml",
      (text) => text.replace("id: w2-read", "id: w1-read"),
      'weeks.yaml:15:13: the id "w1-read" is used twice',
    ],
    [
      "a week used twice",
      "weeks.yaml",
      (text) => text.replace("- number: 12", "- number: 11"),
      "weeks.yaml:110:11: there are two weeks 11",
    ],
    [
      "phases with a gap",
      "curriculum.yaml",
      (text) => text.replace("weeks: 4-6", "weeks: 5-6"),
      "curriculum.yaml:12:12: phase 2 begins with week 5; week 4 is next",
    ],
    [
      "a reward for no phase",
      "curriculum.yaml",
      (text) => text.replace("after: 5", "after: 9"),
      "curriculum.yaml:124:14: there is no phase 9",
    ],
    [
      "an unknown weekday",
      "curriculum.yaml",
      (text) => text.replace("weekday: friday", "weekday: freitag"),
      'curriculum.yaml:66:14: "weekday" must be monday, tuesday, wednesday, thursday, friday, saturday or sunday',
    ],
    [
      "a key given twice",
      "curriculum.yaml",
      (text) => text.replace("id: llm\n", "id: llm\nid: llm\n"),
      "curriculum.yaml:2:1: map keys must be unique",
    ],
  ];
  for (const [name, file, change, sentence] of cases) {
    test(name, () => expect(faultsAfter(file, change)).toContain(sentence));
  }

  test("YAML that is none", () => {
    const [fault] = faultsAfter("weeks.yaml", (text) =>
      text.replace("goal: Master", "goal: [Master"),
    );
    expect(fault).toStartWith("weeks.yaml:");
  });
});

test("all faults of all files are reported, not only the first", () => {
  const files = new Map(shipped);
  const change = (file: string, from: string, to: string) =>
    files.set(file, (files.get(file) ?? "").replace(from, to));
  change("curriculum.yaml", "after: 5", "after: 9");
  change("curriculum.yaml", "[lora,", "[loro,");
  change("weeks.yaml", "id: w2-read", "id: w1-read");
  change("papers/bert/paper.yaml", "year: 2018", "year: then");
  change("papers/palm/paper.yaml", "id: palm", "id: plam");
  const parsed = parseCurriculum(files, "test");
  if (parsed.ok) throw new Error("it should be refused");
  const faulty = parsed.faults.map(({ file }) => file);
  expect(new Set(faulty)).toEqual(
    new Set([
      "curriculum.yaml",
      "weeks.yaml",
      "papers/bert/paper.yaml",
      "papers/palm/paper.yaml",
      "papers/lora/paper.yaml",
    ]),
  );
  expect(parsed.faults.length).toBeGreaterThanOrEqual(6);
});

test("no mutilation of a file makes the reading fail", () => {
  const names = [...shipped.keys()].filter((file) => file.endsWith(".yaml"));
  fc.assert(
    fc.property(
      fc.constantFrom(...names),
      fc.nat(),
      fc.nat(30),
      fc.string({ maxLength: 6 }),
      (file, at, length, put) => {
        const text = shipped.get(file) ?? "";
        const from = at % (text.length + 1);
        const files = new Map(shipped).set(
          file,
          text.slice(0, from) + put + text.slice(from + length),
        );
        const parsed = parseCurriculum(files, "test");
        if (!parsed.ok) expect(parsed.faults.length).toBeGreaterThan(0);
      },
    ),
    { numRuns: 150 },
  );
});
