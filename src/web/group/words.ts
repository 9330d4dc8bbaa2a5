/** What the group's screen says. */

const listed = (names: readonly string[]) => names.join(", ");
const count = (number: number, one: string, many: string) =>
  `${number} ${number === 1 ? one : many}`;

export const groupWords = {
  noHub:
    "People who study together see of each other what each of them chose, and nothing else. They meet at a hub, which one of you runs; docs/together.md says how, in ten minutes. This workspace syncs with none yet: an invitation's link leads there.",
  join: "study sync 'https://…/#…'",
  noGroup:
    "You are in no group yet. Whoever runs the hub takes you in; nothing of yours is seen before you turn it on here.",
  noAnswer: "The hub did not answer, and nothing of others is kept here.",
  which: "Group",
  you: "you",
  mentor: "mentor",
  sharesNothing: "shares nothing yet",
  youShareNothing:
    "You share nothing with this group yet. What you can share is at the foot of this screen.",
  otherVersion: (group: string, own: string) =>
    `The group goes by the curriculum ${group}; yours is ${own}. Tasks and exercises may differ until both are the same.`,
  members: "Members",
  week: "The week side by side",
  noWeek: "Nobody shares a plan that has begun.",
  inWeek: (names: readonly string[]) => `Here now: ${listed(names)}.`,
  task: "Task",
  ticked: "done",
  notTicked: "not done",
  noTicks: "Nobody shares ticks here.",
  map: "Who is where",
  noMap: "Nobody shares progress with a paper yet.",
  complete: (names: readonly string[]) => `complete: ${listed(names)}`,
  verified: (names: readonly string[]) => `verified by their code: ${listed(names)}`,
  begun: (name: string, aspects: readonly string[]) => `${name} (${listed(aspects)})`,
  digest: (day: string) => `For the check-in on ${day}`,
  since: (day: string) => `What came since ${day}.`,
  nothingShared: "Nothing that is shared yet.",
  nothingYet: "nothing yet",
  tasks: (number: number) => count(number, "task", "tasks"),
  taught: (number: number) => count(number, "teach-back", "teach-backs"),
  passed: (title: string) => `verified ${title}`,
  milestone: (text: string) => `milestone: ${text}`,
  stuck: "Who is stuck",
  stuckIs:
    "For mentors alone. Failed checks and their mistakes are those of members who consented.",
  nobodyStuck: "Nobody, as far as it is shared.",
  begunOnly: (name: string) => `${name} has begun it, and no check has passed.`,
  failing: (name: string, runs: number, last: string, mistakes: readonly string[]) =>
    `${name}: ${count(runs, "run", "runs")} failed, the last on ${last}${
      mistakes.length === 0 ? "" : `; mistakes named: ${listed(mistakes)}`
    }.`,
  written: "Teach-backs and notes",
  taughtOn: (member: string, title: string, day: string) => `${member} on ${title}, ${day}`,
  notesOf: (member: string) => `Notes of ${member}`,
  noNotes: "No note yet.",
  nothingWritten: "Nobody shares teach-backs or notes yet.",
  share: "What you share",
  shareIs:
    "Each counts from the moment that you turn it on, for all that you did before too, and is gone for the others as soon as you turn it off. Cards, marks, code and settings are never shared.",
  topics: {
    plan: "Plan",
    progress: "Progress",
    hours: "Hours",
    verified: "Verified exercises",
    milestones: "Milestones",
    "teach-backs": "Teach-backs",
    notes: "Notes",
    answers: "Answers",
    "failed-checks": "Failed checks",
  },
  leave: "Leave this group",
  leaveSure: (group: string) =>
    `Leave ${group}? Nobody in it sees anything of yours from then on, and you see nothing of theirs.`,
  leaveYes: "Leave it",
  left: (group: string) => `You left ${group}.`,
} as const;
