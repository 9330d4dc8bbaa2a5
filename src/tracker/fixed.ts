/** What the tracker shows of the curriculum and nobody fills in: the study tips and the review schedule. */
import type { Curriculum, Range } from "../core/content/curriculum.ts";

export interface FixedSection {
  readonly title: string;
  /** As they are written, with bullets and numbers. */
  readonly lines: readonly string[];
}

export function fixedSections(curriculum: Curriculum): readonly FixedSection[] {
  return [...studyTips(curriculum), ...reviewSchedule(curriculum)];
}

export function studyTips(curriculum: Curriculum): readonly FixedSection[] {
  return [
    {
      title: "Effective Reading Strategy",
      lines: curriculum.reading.map(
        (step, index) => `${index + 1}. **${step.name}**: ${step.what} (${sayRange(step.minutes)})`,
      ),
    },
    {
      title: "Implementation Guidelines",
      lines: curriculum.guidelines.map((line) => `- ${line}`),
    },
    {
      title: "Note-Taking Best Practices",
      lines: curriculum.notePractices.map((line) => `- ${line}`),
    },
  ];
}

export function reviewSchedule(curriculum: Curriculum): readonly FixedSection[] {
  const capital = (word: string) => `${word.charAt(0).toUpperCase()}${word.slice(1)}`;
  return [
    {
      title: "Weekly Reviews",
      lines: curriculum.weekly.map(
        (checkin) => `- **Every ${capital(checkin.weekday)}**: ${checkin.what}`,
      ),
    },
    {
      title: "Monthly Reviews",
      lines: curriculum.monthly.map((checkin) => `- **Month ${checkin.month}**: ${checkin.what}`),
    },
  ];
}

/** `30 min`, `1-2 hours`. */
export function sayRange({ least, most }: Range): string {
  const inHours = least % 60 === 0 && most % 60 === 0;
  const [from, to] = inHours ? [least / 60, most / 60] : [least, most];
  const amount = from === to ? `${from}` : `${from}-${to}`;
  if (!inHours) return `${amount} min`;
  return `${amount} ${to === 1 ? "hour" : "hours"}`;
}
