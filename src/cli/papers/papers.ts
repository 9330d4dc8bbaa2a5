/** `papers`, `paper add`, `read`, `notes`, `implemented`. */

import { namedPaper } from "../../core/content/paper-source.ts";
import type { Aspect } from "../../core/entries/entry.ts";
import { sayDuration } from "../../core/time/duration.ts";
import { choosePaper } from "../choose.ts";
import { stateBox } from "../picture.ts";
import { type CommonOptions, inWorkspace, lookFresh, perform, printJson, Stop } from "../run.ts";
import type { Terminal } from "../terminal.ts";
import { fit } from "../wrap.ts";

export async function markPaper(
  terminal: Terminal,
  aspect: Aspect,
  paper: readonly string[],
  options: CommonOptions & { readonly started?: boolean; readonly undo?: boolean },
): Promise<void> {
  if (options.started && options.undo) {
    throw new Stop("--started and --undo contradict each other; give one of them.", 2);
  }
  const state = options.undo ? "none" : options.started ? "started" : "done";
  await inWorkspace(terminal, options, async (workspace) => {
    const look = await lookFresh(terminal, workspace);
    const id = choosePaper(paper.join(" "), workspace, look);
    await perform(terminal, workspace, [{ do: "progress-paper", paper: id, aspect, state }]);
  });
}

export async function listPapers(terminal: Terminal, options: CommonOptions): Promise<void> {
  await inWorkspace(terminal, options, async (workspace) => {
    const { progress } = await lookFresh(terminal, workspace);
    if (options.json) {
      const known = new Map(workspace.curriculum.papers.map((paper) => [paper.id, paper]));
      printJson(
        terminal,
        progress.papers.map((paper) => ({ ...known.get(paper.id), ...paper })),
      );
      return;
    }
    const width = Math.max(...progress.papers.map(({ id }) => id.length));
    const { paint } = terminal;
    for (const { title, papers } of [
      ...progress.phases.map((phase) => ({
        ...phase,
        title: `Phase ${phase.number}: ${phase.title}`,
      })),
      { title: workspace.curriculum.bonus.title, papers: progress.bonus },
    ]) {
      terminal.print(fit(paint("strong", title)));
      for (const paper of papers) {
        const boxes = (["read", "notes", "implemented"] as const)
          .map((aspect) => stateBox(paint, paper.state[aspect]))
          .join(" ");
        const hours = sayDuration(paper.minutes).padStart(6);
        const line = `  ${paper.id.padEnd(width)}  ${boxes} ${hours}  ${paper.name}${paper.verified ? paint("good", "  verified") : ""}${paper.skipped ? paint("faint", "  skipped") : ""}`;
        terminal.print(fit(line));
      }
    }
    terminal.print(
      fit(paint("faint", "The boxes: read, notes, implementation; ◐ is in progress.")),
    );
  });
}

export async function addPaper(
  terminal: Terminal,
  name: readonly string[],
  options: CommonOptions & { readonly phase?: string },
): Promise<void> {
  const phase = options.phase === undefined ? null : Number(options.phase);
  if (phase !== null && !Number.isInteger(phase)) {
    throw new Stop(`"${options.phase}" is not a phase's number.`, 2);
  }
  await inWorkspace(terminal, options, async (workspace) => {
    await perform(terminal, workspace, [{ do: "add-paper", ...namedPaper(name.join(" ")), phase }]);
  });
}

export async function removePaper(
  terminal: Terminal,
  name: readonly string[],
  options: CommonOptions,
): Promise<void> {
  await inWorkspace(terminal, options, async (workspace) => {
    const look = await lookFresh(terminal, workspace);
    const paper = choosePaper(name.join(" "), workspace, look);
    await perform(terminal, workspace, [{ do: "remove-paper", paper }]);
  });
}

export async function renamePaper(
  terminal: Terminal,
  paper: string,
  name: readonly string[],
  options: CommonOptions,
): Promise<void> {
  await inWorkspace(terminal, options, async (workspace) => {
    const look = await lookFresh(terminal, workspace);
    const id = choosePaper(paper, workspace, look);
    await perform(terminal, workspace, [{ do: "rename-paper", paper: id, name: name.join(" ") }]);
  });
}

export async function skipPaper(
  terminal: Terminal,
  name: readonly string[],
  options: CommonOptions & { readonly undo?: boolean },
): Promise<void> {
  await inWorkspace(terminal, options, async (workspace) => {
    const look = await lookFresh(terminal, workspace);
    const paper = choosePaper(name.join(" "), workspace, look);
    const skipped = options.undo !== true;
    const { progress } = await perform(terminal, workspace, [{ do: "skip-paper", paper, skipped }]);
    terminal.print(`${progress.counted} papers count now.`);
  });
}
