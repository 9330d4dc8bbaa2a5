import { expect, test } from "bun:test";
import { readExercises } from "./exercises.ts";
import { sayFault } from "./faults.ts";

const folder = "papers/p/exercises/one";
const front = `---
title: The sum
function: add
order: 1
source: Section 1
tolerance: { relative: 1e-4, absolute: 1e-5 }
hints:
  - A weak one
  - "A strong one"
---
Write \`add(a, b)\`.
`;
const whole = new Map([
  [`${folder}/exercise.md`, front],
  [`${folder}/starter.py`, 'def add(a, b):\n    raise NotImplementedError("add")\n'],
  [`${folder}/reference.py`, "def add(a, b):\n    return a + b\n"],
  [`${folder}/mistakes.py`, '@mistake("minus", "A minus.")\ndef minus(a, b):\n    return a - b\n'],
  [`${folder}/properties.py`, "def cases(rng):\n    yield 'one', {'a': 1, 'b': 2}\n"],
]);

function faultsWith(path: string, text: string | null): readonly string[] {
  const files = new Map(whole);
  if (text === null) files.delete(path);
  else files.set(path, text);
  return readExercises(files).faults.map(sayFault);
}

test("a whole folder is an exercise", () => {
  const { papers, faults } = readExercises(whole);
  expect(faults).toEqual([]);
  expect(papers.get("p")).toEqual([
    {
      id: "one",
      title: "The sum",
      function: "add",
      order: 1,
      source: "Section 1",
      level: "core",
    } as never,
  ]);
});

test("an exercise is core unless it says bonus, and a paper has one that is core", () => {
  const of = (text: string, more: readonly (readonly [string, string])[] = []) =>
    readExercises(new Map([...whole, ...more, [`${folder}/exercise.md`, text]]));
  const bonus = front.replace("order: 1", "order: 1\nlevel: bonus");
  const other = [...whole].map(
    ([path, text]) =>
      [path.replace("/one/", "/two/"), text.replace("order: 1", "order: 2")] as const,
  );
  const both = of(bonus, other);
  expect(both.faults).toEqual([]);
  expect(both.papers.get("p")?.map(({ level }) => level)).toEqual(["bonus", "core"]);
  expect(of(bonus).faults.map(sayFault)).toEqual([
    `${folder}/exercise.md:1:1: all exercises of this paper are bonus; one at least must be core`,
  ]);
  expect(of(bonus.replace("bonus", "extra")).faults.map(sayFault)).toEqual([
    `${folder}/exercise.md:5:8: "level" must be "core" or "bonus"`,
  ]);
});

test("what is wrong is told with file and line", () => {
  const md = `${folder}/exercise.md`;
  const cases: readonly (readonly [string, string | null, readonly string[]])[] = [
    [`${folder}/mistakes.py`, null, [`${folder}/mistakes.py:1:1: this file is missing`]],
    [
      `${folder}/notes.txt`,
      "",
      [
        `${folder}/notes.txt:1:1: this file is not part of an exercise; it holds exercise.md, starter.py, reference.py, mistakes.py, properties.py`,
      ],
    ],
    [
      md,
      front.replace('  - "A strong one"\n', ""),
      [`${md}:8:3: "hints" must hold two hints or more, the weakest first`],
    ],
    [
      md,
      front.replace("order:", "oder:"),
      [
        `${md}:4:1: "oder" is not known here; did you mean "order"?`,
        `${md}:2:1: "order" is missing`,
      ],
    ],
    [
      md,
      front.replace("order: 1", "order: 2"),
      [`${md}:1:1: the order 2 leaves a gap; the orders of a paper go from 1 to 1`],
    ],
    [md, "Just text\n", [`${md}:1:1: it must begin with front matter between two lines of ---`]],
    [
      `${folder}/starter.py`,
      "def plus(a, b):\n    pass\n",
      [
        `${folder}/starter.py:1:1: it does not define add`,
        `${folder}/starter.py:1:1: it must raise NotImplementedError`,
      ],
    ],
    [
      "papers/p/exercises/readme.md",
      "",
      [
        "papers/p/exercises/readme.md:1:1: a file may not stand here, only a folder for each exercise",
      ],
    ],
  ];
  for (const [path, text, expected] of cases) {
    expect(faultsWith(path, text).toSorted()).toEqual(expected.toSorted());
  }
});

test("an edit that does not match the reference exactly once is told with file and line", () => {
  const file = `${folder}/mistakes.py`;
  const said = (text: string) => faultsWith(file, `from study_lab import wrong\n\n${text}`);
  expect(said('wrong("minus", "a + b", "a - b", "It is a sum.")\n')).toEqual([]);
  expect(
    said(
      'wrong(\n    "two", "a + ", "a - ",  # sign\n    "return ", \'return "\' "\\"" \'\', "It " "is.",\n)\n',
    ),
  ).toEqual([]);
  expect(said('wrong("minus", "a * b", "a - b", "It is a sum.")\n')).toEqual([
    `${file}:3:1: minus: "a * b" stands nowhere in reference.py; an edit must match exactly once`,
  ]);
  expect(said('wrong("other", "a", "c", "It is a.")\n')).toEqual([
    `${file}:3:1: other: "a" stands 3 times in reference.py; an edit must match exactly once`,
  ]);
  expect(said('wrong("both", "a + b", "a", "return a", "return b", "It is a sum.")\n')).toEqual([
    `${file}:3:1: both: two edits overlap at "return a"`,
  ]);
  expect(said('wrong("same", "a + b", "a + b", "It is a sum.")\n')).toEqual([
    `${file}:3:1: same: "a + b" is replaced by itself`,
  ]);
  for (const call of [
    'wrong("x", "a + b", "It is a sum.")',
    'wrong("x", "a + b", minus, "It is a sum.")',
  ]) {
    expect(said(`${call}\n`)).toEqual([
      `${file}:3:1: wrong holds a name, old and new for each place, and a sentence, all of them plain text in quotes`,
    ]);
  }
  const once = 'wrong("minus", "a + b", "a - b", "It is a sum.")\n';
  expect(said(once + once)).toEqual([
    `${file}:3:1: the mistake "minus" appears twice`,
    `${file}:4:1: the mistake "minus" appears twice`,
  ]);
});

test("a hint may answer to a mistake, a law or a step of the exercise, and to nothing else", () => {
  const md = `${folder}/exercise.md`;
  const said = (answers: string) =>
    faultsWith(md, front.replace("hints:\n", `answers:\n${answers}hints:\n`));
  expect(
    said(
      "  - mistake: minus\n    hint: Add.\n  - { step: a, hint: Add. }\n  - { law: yield 'one', hint: Add. }\n",
    ),
  ).toEqual([]);
  expect(said("  - { mistake: plus, hint: Add. }\n")).toEqual([
    `${md}:1:1: a hint answers to the mistake "plus", and mistakes.py names no such mistake`,
  ]);
  expect(said("  - { step: c, hint: Add. }\n  - { law: grows, hint: Add. }\n")).toEqual([
    `${md}:1:1: a hint answers to the step "c", and reference.py has no such name`,
    `${md}:1:1: a hint answers to the law "grows", and no law of properties.py has these words`,
  ]);
  for (const entry of ["  - { hint: Add. }\n", "  - { step: a, law: one, hint: Add. }\n"]) {
    expect(said(entry)).toEqual([
      `${md}:8:5: entry 1 must name one of mistake, law and step, and its hint`,
    ]);
  }
});

test("an exercise inherits from one that is there", () => {
  const file = `${folder}/mistakes.py`;
  expect(faultsWith(file, 'inherits("one")\ninherits("p/one", without=["minus"])\n')).toEqual([]);
  expect(faultsWith(file, 'inherits("two")\ninherits("q/one")\n')).toEqual([
    `${file}:1:1: it inherits from "two", which is not an exercise`,
    `${file}:2:1: it inherits from "q/one", which is not an exercise`,
  ]);
});
