/** A badge that says how far the learner is: `study | 7 of 15 papers`. */
import { percent } from "../../core/progress/progress.ts";
import { escapedHtml } from "../cards.ts";
import type { WriteForm } from "../form.ts";

export const form: WriteForm = {
  name: "badge: how many papers are read and verified",
  endings: ["svg"],
  write: async ({ progress }) => {
    const tasks = progress.weeks.flatMap((week) => week.tasks);
    const done = progress.counted > 0 ? progress.read : tasks.filter((task) => task.done).length;
    const all = progress.counted > 0 ? progress.counted : tasks.length;
    const verified = progress.papers.filter((paper) => paper.verified).length;
    const what = progress.counted > 0 ? "papers read" : "tasks done";
    const more = verified === 0 ? "" : `, ${verified} verified`;
    return badge("study", `${done} of ${all} ${what}${more}`, percent(done, all));
  },
};

/** About what a sign takes in eleven pixels of a common face. */
const signWidth = 6.3;

function badge(label: string, value: string, share: number): string {
  const [left, right] = [label, value].map((text) => Math.round(text.length * signWidth) + 14);
  const width = (left ?? 0) + (right ?? 0);
  const colour = share >= 100 ? "#2f7d32" : share >= 50 ? "#3f6fb5" : "#5c6670";
  const said = escapedHtml(`${label}: ${value}`);
  const text = (x: number, words: string) =>
    `<text x="${x}" y="14" fill="#fff" font-family="Verdana,DejaVu Sans,sans-serif" font-size="11">${escapedHtml(words)}</text>`;
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="20" role="img" aria-label="${said}"><title>${said}</title><rect width="${width}" height="20" rx="3" fill="${colour}"/><path d="M0 3a3 3 0 0 1 3-3h${(left ?? 0) - 3}v20H3a3 3 0 0 1-3-3z" fill="#2b3036"/>${text(7, label)}${text((left ?? 0) + 7, value)}</svg>\n`;
}
