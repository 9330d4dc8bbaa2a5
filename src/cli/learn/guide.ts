/** `guide`: what a tutor would hand over with a paper, laid out as wide as the terminal. */

import type { Guide, PaperLink } from "../../core/content/material.ts";
import { guideOf } from "../../core/content/material.ts";
import type { Progress } from "../../core/progress/progress.ts";
import { plainMath } from "../../core/words/plain-math.ts";
import { choosePaper } from "../choose.ts";
import { layProse } from "../prose.ts";
import { type CommonOptions, inWorkspace, lookFresh, printJson, Stop } from "../run.ts";
import type { Paint, Terminal } from "../terminal.ts";
import { wrap } from "../wrap.ts";

interface Asked {
  readonly nameOf: (id: string) => string;
  /** Whether the answers to the passes' questions are shown. */
  readonly answers: boolean;
}

type Show = (guide: Guide, paint: Paint, asked: Asked) => readonly string[];

/** In the order in which they are read. */
const sections: Readonly<Record<string, { readonly title: string; readonly show: Show }>> = {
  why: { title: "Why it matters", show: ({ why }) => [layProse(why, "  ")] },
  needs: {
    title: "Read before",
    show: ({ needs }, paint, { nameOf }) =>
      needs.map((need) => {
        const what = need.paper === undefined ? need.concept : nameOf(need.paper);
        return point(`${paint("strong", what)}: ${need.why}`);
      }),
  },
  ahead: {
    title: "Comes later; enough to know",
    show: ({ ahead }, paint, { nameOf }) =>
      ahead.map(({ paper, enough }) => point(`${paint("strong", nameOf(paper))}: ${enough}`)),
  },
  passes: { title: "Three passes", show: showPasses },
  equations: { title: "Equations", show: showEquations },
  walkthrough: { title: "Worked through with numbers", show: showWalkthrough },
  glossary: {
    title: "Glossary",
    show: ({ glossary }, paint) =>
      glossary.map(({ term, meaning }) => point(`${paint("strong", term)}: ${meaning}`)),
  },
  later: {
    title: "What later work changed",
    show: ({ later }, paint) =>
      later.map(({ text, source }) => point(`${text} ${paint("faint", `[${source}]`)}`)),
  },
  companions: { title: "Read alongside it", show: showCompanions },
  misreadings: {
    title: "Common misreadings",
    show: ({ misreadings }, paint) =>
      misreadings.flatMap(({ claim, instead, source }) => [
        point(paint("late", `"${claim}"`)),
        wrap(`    ${instead} ${paint("faint", `[${source}]`)}`, "    "),
      ]),
  },
  prompts: {
    title: "Prompts for your notes",
    show: ({ prompts }, paint) =>
      prompts.map(({ section, prompt }) => point(`${paint("strong", section)}: ${prompt}`)),
  },
  "teach-back": {
    title: "Teach-back",
    show: ({ teachBack }) => [
      layProse(teachBack.prompt, "  "),
      "  A good answer says:",
      ...teachBack.points.map((text, index) => wrap(`  ${index + 1} ${text}`, "    ")),
    ],
  },
  links: {
    title: "Links",
    show: ({ links }, paint, { nameOf }) =>
      links.map(({ kind, paper, why }) =>
        point(`${linkWords[kind]} ${paint("strong", nameOf(paper))}: ${why}`),
      ),
  },
};

const linkWords: Readonly<Record<PaperLink["kind"], string>> = {
  "builds-on": "Builds on",
  "compared-with": "Compared with",
  "leads-to": "Leads to",
};

const point = (text: string) => wrap(`  - ${text}`, "    ");

function showPasses({ passes }: Guide, paint: Paint, asked: Asked): readonly string[] {
  const hidden = !asked.answers && passes.some(({ answers }) => answers.some(Boolean));
  const shown = passes.flatMap(({ hours, read, look, answer, answers }, index) => [
    `  ${paint("strong", `Pass ${index + 1}`)} (about ${hours} h)`,
    wrap(`    Read    ${read.join("; ")}`, " ".repeat(12)),
    ...(look.length === 0 ? [] : [wrap(`    Look    ${look.join("; ")}`, " ".repeat(12))]),
    "    Afterwards you can answer:",
    ...answer.flatMap((question, at) => {
      const said = asked.answers ? (answers[at] ?? null) : null;
      return [
        wrap(`    - ${question}`, "      "),
        ...(said === null ? [] : [paint("faint", layProse(said, "        "))]),
      ];
    }),
  ]);
  return hidden ? [...shown, paint("faint", "  --answers shows the answers.")] : shown;
}

function showWalkthrough({ walkthrough }: Guide, paint: Paint): readonly string[] {
  if (walkthrough === null) return [];
  return [
    `  ${paint("strong", walkthrough.title)}`,
    ...walkthrough.steps.map(({ text }, at) => `${layProse(`${at + 1}. ${text}`, "    ")}`),
  ];
}

function showCompanions({ companions }: Guide, paint: Paint): readonly string[] {
  return companions.flatMap(({ title, by, arxiv, url, reading, why, read, text, source }, at) => [
    ...(at === 0 ? [] : [""]),
    wrap(
      `  ${paint("strong", title)} (${by}), ${reading === "required" ? "required" : "further reading"}`,
      "    ",
    ),
    paint("faint", `    ${arxiv === null ? url : `https://arxiv.org/abs/${arxiv}`}`),
    wrap(`    ${why}`, "    "),
    ...(read.length === 0 ? [] : [wrap(`    Read ${read.join("; ")}`, "    ")]),
    layProse(text, "    "),
    paint("faint", wrap(`    [${source}]`, "    ")),
  ]);
}

function showEquations({ equations }: Guide, paint: Paint): readonly string[] {
  return equations.flatMap(({ name, latex, source, symbols, cards, exercises }, index) => [
    ...(index === 0 ? [] : [""]),
    wrap(`  ${paint("strong", name)} ${paint("faint", `[${source}]`)}`, "    "),
    wrap(
      `      ${paint("accent", plainMath(latex) ?? latex.trim().replaceAll(/\s+/g, " "))}`,
      " ".repeat(8),
    ),
    ...symbols.map(({ symbol, meaning }) =>
      layProse(`${plainMath(symbol) ?? symbol}: ${meaning}`, "    "),
    ),
    ...(cards.length === 0
      ? []
      : [paint("faint", wrap(`    Cards: ${cards.join(", ")}`, "      "))]),
    ...(exercises.length === 0
      ? []
      : [paint("faint", wrap(`    Exercise: ${exercises.join(", ")}`, "      "))]),
  ]);
}

export async function showGuide(
  terminal: Terminal,
  said: readonly string[],
  options: CommonOptions & { readonly section?: string; readonly answers?: boolean },
): Promise<void> {
  const wanted = options.section === undefined ? null : sectionNamed(options.section);
  await inWorkspace(terminal, options, async (workspace) => {
    const look = await lookFresh(terminal, workspace);
    const id = choosePaper(said.join(" "), workspace, look);
    const guide = guideOf(await workspace.material(), id);
    const record = workspace.curriculum.papers.find((paper) => paper.id === id);
    if (guide === null) {
      throw new Stop(`There is no guide for ${record?.name ?? id} in this curriculum.`);
    }
    if (options.json) {
      printJson(terminal, { paper: id, ...record, ...pick(guide, wanted) });
      return;
    }
    const { paint } = terminal;
    if (wanted === null && record !== undefined) {
      terminal.print(wrap(paint("strong", record.title)));
      terminal.print(
        wrap(
          `${[record.authors.join(", "), [record.venue, record.year].filter(Boolean).join(", ")].filter(Boolean).join(". ")}. Read: ${guide.record.version}.`,
        ),
      );
      if (guide.record.code !== null) terminal.print(`Code: ${guide.record.code}`);
    }
    const nameOf = (paper: string) => paperName(look.progress, paper);
    const asked = { nameOf, answers: options.answers === true };
    for (const [name, { title, show }] of Object.entries(sections)) {
      if (wanted !== null && name !== wanted) continue;
      const lines = show(guide, paint, asked);
      if (lines.length === 0) continue;
      terminal.print(`${wanted === null ? "\n" : ""}${paint("strong", title)}`);
      terminal.print(lines.join("\n"));
    }
  });
}

function paperName(progress: Progress, id: string): string {
  return progress.papers.find((paper) => paper.id === id)?.name ?? id;
}

export const sectionNames = Object.keys(sections);

function sectionNamed(said: string): string {
  const plain = said.toLowerCase();
  const known = sectionNames;
  const found = known.filter((name) => name.startsWith(plain));
  if (found.length === 1 && found[0] !== undefined) return found[0];
  throw new Stop(`There is no section "${said}": use ${known.join(", ")}.`, 2);
}

/** The guide, or one section of it under its own key. */
function pick(guide: Guide, wanted: string | null): Partial<Guide> {
  if (wanted === null) return guide;
  const key = (wanted === "teach-back" ? "teachBack" : wanted) as keyof Guide;
  return { [key]: guide[key] };
}
