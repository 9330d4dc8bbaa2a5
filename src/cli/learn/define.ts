/** `guide`, `cards`, `review`, `quiz`, `teach-back`, `compare`, `search`: learning a paper and keeping it. */
import type { Command } from "commander";
import { type Define, defineGroup } from "../define.ts";
import type { Terminal } from "../terminal.ts";

export function defineLearn(program: Command, terminal: Terminal, define: Define): void {
  define(program, "guide <paper...>", {
    summary: "a paper's guide: why, passes, equations, misreadings, links",
    examples: [
      "study guide bert",
      "study guide bert --section equations",
      "study guide bert --section passes --answers",
      "study guide bert --json",
    ],
    json: "json",
  })
    .option("-s, --section <name>", "one section only")
    .option("--answers", "with the answers to the questions of the passes")
    .action(async (paper, options) =>
      (await import("./guide.ts")).showGuide(terminal, paper, options),
    );
  defineCards(program, terminal, define);
  define(program, "review [paper...]", {
    summary: "answer the cards that are due",
    examples: [
      "study review",
      "study review bert",
      "printf '\\n3\\nq\\n' | study review   # without a terminal: a line stands for a key",
    ],
    json: "json",
  })
    .option("-p, --paper <name>", "the cards of one paper")
    .action(async (paper: readonly string[], options) =>
      (await import("./review.ts")).review(terminal, paper, options),
    );
  define(program, "quiz", {
    summary: "the week's quiz: ten cards, the result kept",
    examples: ["study quiz", "study quiz --month 1", "study quiz --list"],
    json: "json",
  })
    .option("--on <day>", "the day it was scheduled for")
    .option("--month <number>", "the cards of a month's review instead")
    .option("--list", "show the questions and ask none")
    .action(async (options) => (await import("./quiz.ts")).quiz(terminal, options));
  define(program, "teach-back <paper...>", {
    summary: "explain a paper without notes, then score yourself",
    examples: [
      "study teach-back bert",
      "study teach-back bert --text 'It masks …' --points 1,2,4",
      "study teach-back bert --list",
    ],
    json: "json",
  })
    .option("--text <text>", "the explanation; by default from the editor or the input")
    .option("--points <numbers>", "the points that it covers, such as 1,2,4, or none")
    .option("--list", "show the earlier ones")
    .action(async (paper, options) =>
      (await import("./teach-back.ts")).teachBack(terminal, paper, options),
    );
  define(program, "compare [names...]", {
    summary: "models side by side, with sources; your own measurements too",
    examples: [
      "study compare gpt-2 gpt-3 llama",
      "study compare palm --markdown",
      "study compare --add tiny parameters=10M tokens=200M loss=3.1",
      "study compare tiny palm",
    ],
    json: "json",
  })
    .option("--markdown", "print a Markdown table")
    .option("--csv", "print CSV, one line per model")
    .option("--add <name>", "keep your own figures under a name; then key=value")
    .option("--remove <name>", "remove your own figures")
    .action(async (names, options) =>
      (await import("./compare.ts")).compare(terminal, names, options),
    );
  define(program, "search <words...>", {
    summary: "find words in papers, tasks, cards, guides and notes",
    examples: ["study search residual connection", "study search masked --limit 5"],
    json: "json",
  })
    .option("--limit <number>", "how many at most", "20")
    .action(async (words, options) =>
      (await import("./search.ts")).search(terminal, words, options),
    );
}

function defineCards(program: Command, terminal: Terminal, define: Define): void {
  const cards = defineGroup(
    program,
    "cards",
    "the cards: list, add, edit, split, suspend, resume, remove, settings, fit",
    [
      "study cards",
      "study cards list bert",
      "study cards add --paper bert 'What is masked?' '15 % of the tokens'",
    ],
  );
  define(cards, "list [paper...]", {
    summary: "the cards with their state",
    examples: [
      "study cards",
      "study cards list bert",
      "study cards list bert --answers",
      "study cards list bert.mismatch   # one card, with its back",
      "study cards --aside",
    ],
    json: "json",
    stands: "for its group",
  })
    .option("--answers", "with their backs")
    .option("--aside", "those that kept failing and were set aside")
    .action(async (paper, options) =>
      (await import("./cards.ts")).listCards(terminal, paper, options),
    );
  define(cards, "add <front> <back>", {
    summary: "add a card of your own",
    examples: [
      "study cards add --paper bert 'What is masked?' '15 % of the tokens'",
      "study cards add 'Weights of {{n in 2..8 step 2}} layers of width {{d in 64, 128}}?' '{{w := 12 * n * d^2}}'   # numbers that change",
    ],
  })
    .option("-p, --paper <name>", "the paper it belongs to")
    .option("--source <place>", "where the answer is found")
    .action(async (front, back, options) =>
      (await import("./cards.ts")).addCard(terminal, front, back, options),
    );
  define(cards, "edit <card>", {
    summary: "change a card's words; the curriculum's own stay as they are for others",
    examples: ["study cards edit bert.masking --back 'In your own words'"],
  })
    .option("--front <text>", "the question")
    .option("--back <text>", "the answer")
    .action(async (card, options) =>
      (await import("./cards.ts")).editCard(terminal, card, options),
    );
  define(cards, "split <card> <front> <back> <front2> <back2>", {
    summary: "make two cards of one that asks too much; the first keeps its memory",
    examples: [
      "study cards split bert.masking 'How many tokens are masked?' '15 %' 'What replaces them?' '80 % [MASK], 10 % random, 10 % the same'",
    ],
  }).action(async (card, front, back, front2, back2, options) =>
    (await import("./cards.ts")).splitCard(
      terminal,
      card,
      [
        { front, back },
        { front: front2, back: back2 },
      ],
      options,
    ),
  );
  define(cards, "settings", {
    summary: "how many cards a day, and how well they are kept; with options, change them",
    examples: [
      "study cards settings",
      "study cards settings --retention 92",
      "study cards settings --new 5 --reviews 40",
    ],
    json: "json",
  })
    .option("--retention <percent>", "how many of the due cards you want to know, 70 to 99")
    .option("--new <number>", "new cards a day")
    .option("--reviews <number>", "answers a day")
    .option("-y, --yes", "ask nothing")
    .action(async (options) =>
      (await import("./recall-settings.ts")).recallSettings(terminal, options),
    );
  define(cards, "fit", {
    summary: "fit the schedule to your answers, where that predicts them better",
    examples: ["study cards fit", "study cards fit --defaults   # back to FSRS's own"],
    json: "json",
  })
    .option("--defaults", "go back to FSRS's own parameters")
    .action(async (options) => (await import("./fit.ts")).fitRecall(terminal, options));
  const actions = [
    ["suspend", "stop asking a card"],
    ["resume", "ask a suspended card again, or one that was set aside"],
    ["remove", "remove a card of your own"],
  ] as const;
  for (const [action, summary] of actions) {
    define(cards, `${action} <card>`, {
      summary,
      examples: [`study cards ${action} ${action === "remove" ? "own.my-card" : "bert.masking"}`],
    }).action(async (card, options) =>
      (await import("./cards.ts")).changeCard(terminal, action, card, options),
    );
  }
}
