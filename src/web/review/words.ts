/** What the writing of cards says. */
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
