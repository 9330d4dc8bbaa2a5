/** Tools that change nothing. */

import * as v from "valibot";
import { drawCards } from "../../core/recall/draw-cards.ts";
import { paperNamed } from "../../core/words/named.ts";
import { allNotes } from "../../workspace/notes.ts";
import { indexOf } from "../../workspace/search.ts";
import { type Answer, type Asked, refused, said, value } from "../asked.ts";
import { whole, words } from "../takes.ts";
import { tool } from "../tool.ts";
import { guideView, notesView, queueNow, viewNames, views } from "../views.ts";

const look = tool({
  name: "look",
  title: "Look at the tracker",
  about: viewNames.map((name) => `${name}: ${views[name].about}`).join(" "),
  changes: "nothing",
  takes: v.strictObject({ at: v.pipe(v.picklist(viewNames), v.description("What to look at.")) }),
  run: async (asked, { at }) => value(await views[at].see(asked)),
});

const read = tool({
  name: "read",
  title: "Read a guide or notes",
  about: "The guide of a paper (passes, equations, glossary, misreadings), or the learner's notes.",
  changes: "nothing",
  takes: v.strictObject({
    what: v.pipe(v.picklist(["guide", "notes"]), v.description("Which of the two.")),
    paper: words("A paper's name, alias or arXiv id."),
  }),
  async run(asked, { what, paper }): Promise<Answer> {
    const { curriculum } = asked.workspace;
    const named = paperNamed(paper, curriculum, asked.look.progress);
    if (!named.ok) return refused(named.message);
    if (what === "notes") return said(notesView(asked, named.meant));
    const guide = await guideView(asked, named.meant);
    return guide === null ? refused(`There is no guide for "${paper}".`) : value(guide);
  },
});

const search = tool({
  name: "search",
  title: "Search",
  about: "Finds words in papers, tasks, cards, guides and notes. Words may be unfinished.",
  changes: "nothing",
  takes: v.strictObject({
    words: words("What to look for."),
    most: v.optional(whole("How many results; 10 by default.", 1, 50)),
  }),
  async run({ workspace, look }, { words, most }) {
    const { curriculum, layout } = workspace;
    const { progress, tally } = look;
    const material = await workspace.material();
    const index = indexOf({ curriculum, progress, tally, material, notes: allNotes(layout) });
    const found = index.find(words, most ?? 10);
    index.close();
    return value(found.map((one) => ({ ...one, excerpt: one.excerpt.replace(marks, "") })));
  },
});

/** Around what was found. */
const marks = /[\u2068\u2069]/g;

const dueCards = tool({
  name: "due_cards",
  title: "Cards that are due",
  about:
    "The fronts of the cards to answer now, in their order. Ask one, let the learner answer, then use card_back.",
  changes: "nothing",
  takes: v.strictObject({ most: v.optional(whole("How many; 10 by default.", 1, 100)) }),
  async run(asked, { most }) {
    const { cards, due, fresh, held } = await queueNow(asked);
    const first = cards.slice(0, most ?? 10);
    const fronts = (await drawCards(first)).map(({ id, paper, kind, front }, at) => ({
      id,
      paper,
      kind,
      front,
      stage: first[at]?.memory.stage,
    }));
    return value({ due, new: fresh, leftForAnotherDay: held, cards: fronts });
  },
});

const cardBack = tool({
  name: "card_back",
  title: "The back of a card",
  about:
    "The answer to one card, for after the learner has tried. Judge with them, then use answer_card.",
  changes: "nothing",
  takes: v.strictObject({ card: words("The card's id.") }),
  async run(asked: Asked, { card }): Promise<Answer> {
    const { cards } = await queueNow(asked);
    const found = cards.find((held) => held.card.id === card);
    if (found === undefined) return refused(`No card "${card}" is due; due_cards lists them.`);
    const [drawn = found.card] = await drawCards([found]);
    const { id, front, back, source } = drawn;
    return value({ id, front, back, source });
  },
});

export const lookingTools = [look, read, search, dueCards, cardBack];
