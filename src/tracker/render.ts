/** The whole tracker document for one progress, in the form of the tracker specification. */
import type { Curriculum } from "../core/content/curriculum.ts";
import type { WeekProgress } from "../core/progress/lists.ts";
import { resourceList, weekList } from "../core/progress/lists.ts";
import type { PaperProgress } from "../core/progress/paper-progress.ts";
import type { Progress } from "../core/progress/progress.ts";
import { withMark } from "./base.ts";
import {
  type Desired,
  type DesiredItem,
  desiredOf,
  itemLine,
  paperField,
  shownWeeks,
} from "./desired.ts";
import { type FixedSection, reviewSchedule, studyTips } from "./fixed.ts";
import { columns, labels, sections } from "./form.ts";

/** `mark` names what the text agrees on; null leaves it out, as the tracker's specification does. */
export function renderTracker(
  curriculum: Curriculum,
  progress: Progress,
  mark: string | null,
): string {
  const weeks = shownWeeks(progress);
  const desired = desiredOf(progress, weeks);
  const shown = progress.weeks.filter(({ number }) => weeks.has(number));
  return [
    [`# ${curriculum.title}`, ...overall(desired)],
    phasesSection(curriculum, progress, desired),
    [`## 🎯 ${sections.goals}`, "", ...shown.flatMap((week) => [...weekBlock(week, desired), ""])],
    fixed("📝 Study Tips", studyTips(curriculum)),
    fixed("🔄 Review Schedule", reviewSchedule(curriculum)),
    milestones(progress, desired),
    resources(progress, desired),
    [
      `**${labels.updated}**: ${mark === null ? text(desired, "updated") : withMark(text(desired, "updated"), mark)}  `,
      `**${labels.nextReview}**: ${text(desired, "nextReview")} `,
    ],
  ]
    .map((lines) => lines.join("\n"))
    .join("\n---\n\n");
}

function text(desired: Desired, key: string): string {
  return desired.fields[key]?.text ?? "";
}

function overall(desired: Desired): readonly string[] {
  const hardBreak = (key: "start" | "target") => `**${labels[key]}**: ${text(desired, key)}  `;
  const bullet = (key: "read" | "implemented" | "hours" | "implementHours") =>
    `- **${labels[key]}**: ${text(desired, key)}`;
  return [
    "",
    `## 📊 ${sections.overall}`,
    "",
    hardBreak("start"),
    hardBreak("target"),
    `**${labels.phase}**: ${text(desired, "phase")}`,
    "",
    `### ${sections.overview}`,
    bullet("read"),
    bullet("implemented"),
    bullet("hours"),
    bullet("implementHours"),
    "",
  ];
}

function phasesSection(
  curriculum: Curriculum,
  progress: Progress,
  desired: Desired,
): readonly string[] {
  return [
    `## 📈 ${sections.phases}`,
    "",
    ...progress.phases.flatMap((phase) => [
      `### Phase ${phase.number}: ${phase.title} (Weeks ${phase.weeks.least}-${phase.weeks.most})`,
      `**Target**: ${phase.target}`,
      "",
      ...table(phase.papers, desired),
      "",
      `**Phase ${phase.number} Progress**: ${text(desired, `phase:${phase.number}`)}`,
      "",
    ]),
    ...bonus(curriculum.bonus.title, progress, desired),
  ];
}

function bonus(title: string, progress: Progress, desired: Desired): readonly string[] {
  return [`### ${title}`, ...table(progress.bonus, desired), ""];
}

function table(papers: readonly PaperProgress[], desired: Desired): readonly string[] {
  const names = Object.values(columns);
  return [
    `| ${names.join(" | ")} |`,
    `|${names.map((name) => "-".repeat(name.length + 2)).join("|")}|`,
    ...papers.map((paper) => tableRow(paper, desired)),
  ];
}

function tableRow(paper: Pick<PaperProgress, "id" | "name">, desired: Desired): string {
  const cells = (["read", "notes", "implemented", "hours"] as const).map((column) =>
    text(desired, paperField(paper.id, column)),
  );
  return `| ${[paper.name, ...cells].join(" | ")} |`;
}

/** One week, as it stands in the document: heading, tasks, goal. */
export function weekBlock(
  week: Pick<WeekProgress, "number" | "title">,
  desired: Desired,
): readonly string[] {
  return [
    `### Week ${week.number}: ${week.title}`,
    ...checklist(desired.lists[weekList(week.number)] ?? []),
    "",
    `**${labels.goal}**: ${text(desired, `goal:${week.number}`)}`,
  ];
}

/** `bullet` with the blank behind it. */
export function checklistLine(item: DesiredItem, bullet: string): string {
  return `${bullet}[${item.done ? "x" : " "}] ${itemLine(item)}`;
}

function checklist(items: readonly DesiredItem[]): readonly string[] {
  return items.map((item) => checklistLine(item, "- "));
}

/** A section that has nothing to fill in. */
function fixed(title: string, parts: readonly FixedSection[]): readonly string[] {
  return [`## ${title}`, "", ...parts.flatMap((part) => [`### ${part.title}`, ...part.lines, ""])];
}

function milestones(progress: Progress, desired: Desired): readonly string[] {
  return [
    "## 🏆 Milestones",
    "",
    `### ${sections.milestones}`,
    ...checklist(desired.lists.milestones ?? []),
    "",
    `### ${sections.rewards}`,
    ...progress.rewards.map(
      ({ after, label }) => `- ${label}: ${text(desired, `reward:${after}`)}`,
    ),
    "",
  ];
}

function resources(progress: Progress, desired: Desired): readonly string[] {
  return [
    "## 📚 Additional Resources",
    "",
    ...progress.resources.flatMap((group) => [
      `### ${group.title}`,
      ...checklist(desired.lists[resourceList(group.title)] ?? []),
      "",
    ]),
  ];
}
