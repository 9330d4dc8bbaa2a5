/** What a learner asks for, with what came before it: each is met at its writing calls. */

export interface Scenario {
  readonly title: string;
  /** Commands before it. */
  readonly before: readonly (readonly string[])[];
  /** The learner's own change of TRACKER.md before it. */
  readonly edit?: (text: string) => string;
  readonly words: readonly string[];
}

function daysAgo(days: number): string {
  return new Date(Date.now() - days * 86_400_000).toISOString().slice(0, 10);
}

const some: Scenario["before"] = [
  ["log", "45m", "attention"],
  ["task", "add", "A line of my own", "--week", "2"],
  ["read", "attention"],
];

export const log: Scenario = {
  title: "log",
  before: some,
  words: ["log", "1h17", "bert", "--at", daysAgo(4)],
};

export const fileEdit: Scenario = {
  title: "an edit of TRACKER.md",
  before: some,
  edit: (text) =>
    text
      .replace("- [ ] Read paper thoroughly", "- [x] Read paper thoroughly")
      .replace("| GPT-2 | ☐ | ☐ | ☐ | 0 |", "| GPT-2 | ☐ | ☑ | ☐ | 1.5 |")
      .replace("- [ ] Blog about key insights\n", "- [ ] Blog about key insights\n- [ ] Ask Ana\n")
      .replace("### Week 2:", "A paragraph of my own.\n\n### Week 2:"),
  words: ["status"],
};

export const editAndCommand: Scenario = {
  title: "a command behind an edit of TRACKER.md",
  before: some,
  ...(fileEdit.edit && { edit: fileEdit.edit }),
  words: log.words,
};

/** The other commands that write, one of a kind. */
export const others: readonly Scenario[] = [
  { title: "start", words: ["start", "bert"] },
  {
    title: "stop",
    before: [...some, ["log", "30m", "lora"], ["start", "bert"]],
    words: ["stop", "40m"],
  },
  { title: "task add", words: ["task", "add", "Another line", "--week", "2"] },
  { title: "task edit", words: ["task", "edit", "5", "In other words", "--week", "2"] },
  { title: "task remove", words: ["task", "remove", "5", "--week", "2"] },
  { title: "task done", words: ["task", "done", "1", "--week", "2"] },
  { title: "read", words: ["read", "bert"] },
  { title: "reward", words: ["reward", "1", "Dinner out"] },
  { title: "goal", words: ["goal", "2", "A goal of my own"] },
  { title: "plan", words: ["plan", "--target", "2027-03-01"] },
  { title: "paper add", words: ["paper", "add", "Mamba", "--phase", "2"] },
  { title: "checkin", words: ["checkin", "quiz", "--answer", "Well"] },
  { title: "undo", words: ["undo"] },
].map((scenario) => ({ before: some, ...scenario }));
