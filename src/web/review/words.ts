/** What cards, their review and the quiz say. */
export const cardWords = {
  newCard: "New card",
  editCard: "Edit the card",
  notSaved:
    "This is not saved yet. Escape once more closes it; your words are kept here as a draft.",
  draft: "A draft from before.",
  dropDraft: "Discard the draft",
  front: "Question",
  back: "Answer",
  numbersHint:
    "Names in double braces are numbers that are drawn anew each time. Keep those that you want to go on changing.",
  numbers:
    "Numbers that change each time: {{d in 64, 128, 256}}, {{n in 10..100 step 10}}, and in the answer {{w := d^2, digits 3}}.",
  hint: "One fact or one step of reasoning. Markdown, and LaTeX between dollar signs.",
} as const;

export const reviewWords = {
  nothingFound: "Nothing found.",
  quiz: "Quiz",
  allCards: (cards: number) => `All cards (${cards})`,
  card: "Card",
  grades: { 1: "Again", 2: "Hard", 3: "Good", 4: "Easy" },
  cardKinds: { recall: "recall", derive: "derive", compare: "compare", apply: "apply" },
  showAnswer: "Show the answer",
  space: "Space",
  howWell: "How well did you know it?",
  suspendCard: "Suspend",
  resumeCard: "Ask it again",
  undoAnswer: "Take the answer back",
  toGo: (cards: number) => (cards === 1 ? "1 card to go" : `${cards} cards to go`),
  heldBack: (cards: number) =>
    `${cards === 1 ? "1 more is" : `${cards} more are`} left for another day by the daily limits.`,
  allAnswered: "All of today's cards are answered.",
  nextCardAt: (time: string) => `The next one comes at ${time}.`,
  changeLimits: "Change the limits",
  cardsCome: "The cards of a paper come once you have begun it. You can also write your own.",
  noQuizCards: "There are no cards to ask yet: begin a paper, and its cards come.",
  question: (index: number, all: number) => `Question ${index} of ${all}`,
  quizKept: (day: string) => `Kept as the quiz of ${day}.`,
  missedCards: "Missed",
  answerQuestions: "Answer the quiz's questions",
  noCards: "No cards yet.",
  filterCards: "Find a card",
  showMore: (cards: number) => `Show ${cards} more`,
  suspended: "suspended",
  isNew: "new",
  isDue: "due",
  isAside: "set aside",
  asideTitle: (cards: number) =>
    cards === 1 ? "One card is set aside" : `${cards} cards are set aside`,
  asideWhy: (cards: number) =>
    `${cards === 1 ? "It was forgotten on four days, as often as known, and is" : "They were forgotten on four days, as often as known, and are"} not asked. Other words help, or two cards that ask one thing each.`,
  splitCard: "Split",
  secondFront: "The second card's question",
  secondBack: "Its answer",
  askAgain: "Ask it again",
  dueIn: (interval: string) => `in ${interval}`,
  answeredTimes: (answered: number, lapses: number) =>
    `answered ${answered === 1 ? "once" : `${answered} times`}${lapses > 0 ? `, forgotten ${lapses === 1 ? "once" : `${lapses} times`}` : ""}`,
  readAgain: "Read again:",
} as const;
