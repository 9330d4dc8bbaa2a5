/** `mark`, `skip`, `task`, `tick`, `goal`: what is recorded of papers and weeks. */
import { plainName } from "../../core/content/names.ts";
import { weekList } from "../../core/progress/lists.ts";
import { nameIn, takeAspect, takeWord, type Words } from "./arguments.ts";
import {
  type Asked,
  asksFor,
  nameOf,
  noPaper,
  type Offer,
  papersNamed,
  runs,
  type Verb,
} from "./offer.ts";
import { paletteWords as words } from "./words.ts";

function mark(said: Words, asked: Asked): readonly Offer[] {
  const not = takeWord(said, "not", "un");
  const aspect = takeAspect(not.rest);
  if (aspect.value === null) return asksFor(words.whatToMark, "mark read bert");
  const found = papersMeant(["mark", ...said], nameIn(aspect.rest), "mark read bert", asked);
  if (!found.ok) return found.offers;
  const [what, done] = [aspect.value, not.value === null];
  return found.papers.map((paper) =>
    runs(words.mark(nameOf(paper, asked), words.aspects[what], done), {
      do: "mark-paper",
      paper,
      aspect: what,
      done,
    }),
  );
}

function skip(skipped: boolean): Verb["read"] {
  return (said, asked) => {
    const verb = skipped ? "skip" : "unskip";
    const found = papersMeant([verb, ...said], nameIn(said), `${verb} palm`, asked);
    if (!found.ok) return found.offers;
    return found.papers.map((paper) =>
      runs(words.skip(nameOf(paper, asked), skipped), { do: "skip-paper", paper, skipped }),
    );
  };
}

type Meant =
  | { readonly ok: true; readonly papers: ReturnType<typeof papersNamed> }
  | { readonly ok: false; readonly offers: readonly Offer[] };

function papersMeant(said: Words, name: string, example: string, asked: Asked): Meant {
  if (name === "") return { ok: false, offers: asksFor(words.whichPaper, example) };
  const papers = papersNamed(name, asked);
  return papers.length > 0
    ? { ok: true, papers }
    : { ok: false, offers: noPaper(said, name, example, asked) };
}

/** As many tasks as words that fit several offer. */
const mostTasks = 5;

function tick(said: Words, { situation }: Asked): readonly Offer[] {
  const name = said.join(" ");
  if (name === "") return asksFor(words.whichTask, "tick write notes");
  const plain = plainName(name);
  const { weeks, workWeek } = situation.progress;
  const inOrder = weeks.toSorted(
    (a, b) => Number(b.number === workWeek) - Number(a.number === workWeek),
  );
  const open = inOrder.flatMap(({ tasks }) => tasks.filter(({ done }) => !done));
  const fitting = open.filter(({ text }) => plain !== "" && plainName(text).includes(plain));
  if (fitting.length === 0) return asksFor(words.noTaskNamed(name), "tick write notes");
  return fitting
    .slice(0, mostTasks)
    .map(({ id, text }) => runs(words.tick(text), { do: "mark-item", item: id, done: true }));
}

function addTask(said: Words, { situation }: Asked): readonly Offer[] {
  const text = said.join(" ");
  const week = situation.progress.workWeek;
  if (text === "") return asksFor(words.whatTask, "task Reread section 3");
  return [
    runs(words.addTask(text, week), { do: "add-item", kind: "task", list: weekList(week), text }),
  ];
}

function goal(said: Words, { situation }: Asked): readonly Offer[] {
  const text = said.join(" ");
  const week = situation.progress.workWeek;
  if (text === "") return asksFor(words.whatGoal, "goal Understand attention");
  return [runs(words.goal(text, week), { do: "set-goal", week, text })];
}

export const recordVerbs: readonly Verb[] = [
  {
    id: "mark",
    names: ["mark", "mark as"],
    label: words.verbs.mark,
    example: "mark read bert",
    read: mark,
  },
  {
    id: "tick",
    names: ["tick", "done"],
    label: words.verbs.tick,
    example: "tick write notes",
    read: tick,
  },
  {
    id: "task",
    names: ["task", "add task", "new task"],
    label: words.verbs.task,
    example: "task Reread section 3",
    read: addTask,
  },
  {
    id: "goal",
    names: ["goal"],
    label: words.verbs.goal,
    example: "goal Understand attention",
    read: goal,
  },
  {
    id: "skip",
    names: ["skip", "leave out"],
    label: words.verbs.skip,
    example: "skip palm",
    read: skip(true),
  },
  {
    id: "unskip",
    names: ["unskip", "take in"],
    label: words.verbs.unskip,
    example: "unskip palm",
    read: skip(false),
  },
];
