/** Tools that tick, add, answer and take back. */
import * as v from "valibot";
import { type Aspect, aspects } from "../../core/entries/entry.ts";
import { weekList } from "../../core/progress/lists.ts";
import { describeAll } from "../../core/words/describe.ts";
import { itemNamed, paperNamed } from "../../core/words/named.ts";
import { type Answer, perform, refused, said } from "../asked.ts";
import { whole, words } from "../takes.ts";
import { tool } from "../tool.ts";
import { queueNow } from "../views.ts";

const state = v.optional(v.pipe(v.picklist(["done", "open"]), v.description("done by default.")));

const tickPaper = tool({
  name: "tick_paper",
  title: "Tick a paper",
  about: "Marks a paper as read, its notes as written or its key parts as implemented.",
  changes: "the journal",
  takes: v.strictObject({
    paper: words("A paper's name, alias or arXiv id."),
    what: v.pipe(v.picklist(aspects), v.description("Which of its three boxes.")),
    state,
  }),
  async run(asked, { paper, what, state = "done" }): Promise<Answer> {
    const named = paperNamed(paper, asked.workspace.curriculum, asked.look.progress);
    if (!named.ok) return refused(named.message);
    const aspect: Aspect = what;
    const done = state === "done";
    return perform(asked, [{ do: "mark-paper", paper: named.meant, aspect, done }]);
  },
});

const week = v.optional(whole("The week; the one at hand by default.", 1, 520));

const tickTask = tool({
  name: "tick_task",
  title: "Tick a task",
  about: "Marks a task of a week as done or open, by its number or a part of its words.",
  changes: "the journal",
  takes: v.strictObject({
    task: words("Its number in the week, or some of its words."),
    week,
    state,
  }),
  async run(asked, { task, week, state = "done" }): Promise<Answer> {
    const { weeks, workWeek } = asked.look.progress;
    const number = week ?? workWeek;
    const tasks = weeks.find((one) => one.number === number)?.tasks;
    if (tasks === undefined) return refused(`There is no week ${number}.`);
    const named = itemNamed(task, tasks);
    if (!named.ok) return refused(named.message);
    return perform(asked, [{ do: "mark-item", item: named.meant.id, done: state === "done" }]);
  },
});

const addTask = tool({
  name: "add_task",
  title: "Add a task",
  about: "Adds a line to a week's checklist.",
  changes: "the journal",
  takes: v.strictObject({ text: words("The task, in one line."), week }),
  async run(asked, { text, week }): Promise<Answer> {
    const list = weekList(week ?? asked.look.progress.workWeek);
    return perform(asked, [{ do: "add-item", kind: "task", list, text }]);
  },
});

const gradeNames = ["again", "hard", "good", "easy"] as const;

const answerCard = tool({
  name: "answer_card",
  title: "Answer a card",
  about:
    "Keeps how well the learner knew a card, in their own judgment; it decides when the card comes back.",
  changes: "the journal",
  takes: v.strictObject({
    card: words("The card's id."),
    grade: v.pipe(v.picklist(gradeNames), v.description("How well it was known.")),
  }),
  async run(asked, { card, grade }): Promise<Answer> {
    const { cards } = await queueNow(asked);
    const held = cards.find((one) => one.card.id === card);
    if (held === undefined) return refused(`No card "${card}" is due; due_cards lists them.`);
    const { id, paper } = held.card;
    const given = (gradeNames.indexOf(grade) + 1) as 1 | 2 | 3 | 4;
    return perform(asked, [{ do: "review-card", card: id, paper, grade: given }]);
  },
});

const undo = tool({
  name: "undo",
  title: "Undo",
  about: "Takes back the last change, where an assistant made it. What the learner did stays.",
  changes: "the journal",
  takes: v.strictObject({}),
  async run({ workspace, look, now }): Promise<Answer> {
    const { journal } = workspace;
    const command = (await journal.picture()).settled.undoable;
    const entries = command === null ? [] : await journal.command(command);
    const what = describeAll(entries, { ...workspace, ...look }).join("; ");
    if (command === null || entries.length === 0) return refused("There is nothing to undo.");
    if (entries[0]?.by !== "mcp") {
      return refused(
        `The last change is no assistant's: ${what}. The learner takes it back with \`study undo\`.`,
      );
    }
    const outcome = await workspace.run([{ do: "undo", command }], "mcp", now);
    if (!outcome.ok) return refused(outcome.message);
    return said(`Undone: ${what}. The learner brings it back with \`study redo\`.`);
  },
});

export const keepingTools = [tickPaper, tickTask, addTask, answerCard, undo];
