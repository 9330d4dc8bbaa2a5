/** One page to show: what was read, what is implemented, and the evidence of each check. It asks nothing of the net. */
import type { PaperProgress } from "../../core/progress/paper-progress.ts";
import { sayDay } from "../../core/time/calendar.ts";
import { sayDuration } from "../../core/time/duration.ts";
import { escapedHtml } from "../cards.ts";
import type { WriteForm, Written } from "../form.ts";

export const form: WriteForm = {
  name: "page to show: what was read and verified, with the evidence",
  endings: ["html", "htm"],
  write: async (from) => page(from),
};

function page(from: Written): string {
  const { curriculum, progress } = from;
  const papers = progress.papers.filter(
    ({ state, minutes, exercises }) =>
      minutes > 0 ||
      Object.values(state).some((one) => one !== "none") ||
      exercises.some(({ last }) => last !== null),
  );
  const verified = papers.filter((paper) => paper.verified).length;
  const milestones = progress.milestones.filter(({ done }) => done);
  const tasks = progress.weeks.flatMap((week) => week.tasks);
  const title = escapedHtml(curriculum.title);
  const sums = [
    progress.counted > 0 ? `${progress.read} of ${progress.counted} papers read` : null,
    progress.counted > 0 ? `${progress.implemented} implemented, ${verified} verified` : null,
    tasks.length > 0
      ? `${tasks.filter(({ done }) => done).length} of ${tasks.length} tasks done`
      : null,
    `${sayDuration(progress.minutes)} of study`,
    progress.start === null ? null : `since ${sayDay(progress.start)}`,
  ].filter((one) => one !== null);
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${title}</title>
<style>${style}</style>
</head>
<body>
<main>
<h1>${title}</h1>
<p>${escapedHtml(sums.join(" · "))}. As of ${sayDay(progress.today)}.</p>
${papers.length === 0 ? "<p>Nothing is read yet.</p>" : papers.map((paper) => section(paper, from)).join("\n")}
${milestones.length === 0 ? "" : `<h2>Milestones</h2>\n<ul>${milestones.map(({ label, text, verified: is }) => `<li>${escapedHtml(label === null ? text : `${label}: ${text}`)}${is ? " <b>verified</b>" : ""}</li>`).join("")}</ul>`}
<footer>Verified means that the code agreed with the paper's reference on fresh inputs; the seed repeats the run.</footer>
</main>
</body>
</html>
`;
}

function section(paper: PaperProgress, { curriculum }: Written): string {
  const known = curriculum.papers.find(({ id }) => id === paper.id);
  const by =
    known === undefined
      ? []
      : [
          known.authors.slice(0, 3).join(", ") + (known.authors.length > 3 ? " et al." : ""),
          known.venue,
          known.year,
        ];
  const said = by.filter((one) => one !== null && one !== "").join(", ");
  const states = [
    paper.state.read === "done" ? "read" : paper.state.read === "started" ? "being read" : null,
    paper.done.notes ? "notes written" : null,
    paper.verified ? "implemented and verified" : paper.done.implemented ? "implemented" : null,
    paper.minutes > 0 ? sayDuration(paper.minutes) : null,
  ].filter((one) => one !== null);
  const checks = paper.exercises.filter(({ last }) => last !== null);
  const evidence = checks.map(({ title, passed, last }) => {
    const at = last === null ? "" : new Date(last.at).toISOString().slice(0, 10);
    const code = last === null ? "" : `, code ${last.digest.slice(0, 12)}, seed ${last.seed}`;
    return `<li>${passed ? "✓" : "✗"} ${escapedHtml(title)}: ${passed ? "passed" : escapedHtml(last?.verdict.replaceAll("-", " ") ?? "")}${escapedHtml(` (${at}${code})`)}</li>`;
  });
  return `<section>
<h2>${escapedHtml(known?.title ?? paper.name)}</h2>
${said === "" ? "" : `<p class="by">${escapedHtml(said)}</p>`}
<p>${escapedHtml(states.join(" · "))}</p>
${evidence.length === 0 ? "" : `<ul>${evidence.join("")}</ul>`}
</section>`;
}

const style =
  ":root{color-scheme:light dark}body{font:16px/1.5 system-ui,sans-serif;margin:0}main{max-width:44rem;margin:2rem auto;padding:0 1rem}h1{font-size:1.6rem}h2{font-size:1.1rem;margin:1.6rem 0 0}p{margin:.2rem 0}.by,footer{opacity:.7;font-size:.9rem}ul{margin:.3rem 0;padding-left:1.2rem}footer{margin-top:2rem}";
