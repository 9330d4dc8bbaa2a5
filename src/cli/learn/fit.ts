/** `cards fit`: FSRS's parameters, fitted to the learner's answers. */
import type { Entry } from "../../core/entries/entry.ts";
import { foretoldIn, leastAnswers, parted } from "../../core/recall/fitting.ts";
import { loadOptimizer } from "../../workspace/optimizer.ts";
import type { Workspace } from "../../workspace/workspace.ts";
import { type CommonOptions, inWorkspace, lookFresh, perform, printJson, Stop } from "../run.ts";
import type { Terminal } from "../terminal.ts";
import { wrap } from "../wrap.ts";

export async function fitRecall(
  terminal: Terminal,
  options: CommonOptions & { readonly defaults?: boolean },
): Promise<void> {
  await inWorkspace(terminal, options, async (workspace) => {
    await lookFresh(terminal, workspace);
    if (options.defaults) {
      const none = { weights: null, answers: 0, before: 0, after: 0 };
      await perform(
        terminal,
        workspace,
        [{ do: "fit-recall", ...none }],
        "FSRS's own parameters are already in use.",
      );
      return;
    }
    const all = await answersOf(workspace);
    if (all.length < leastAnswers) {
      throw new Stop(
        `Fitting needs ${leastAnswers} answers of later days; there are ${all.length}. Until then FSRS's own parameters are used.`,
      );
    }
    const optimizer = await loadOptimizer();
    if (optimizer === null) {
      throw new Stop("The optimizer does not run on this machine; FSRS's own parameters stay.");
    }
    const { seen, unseen } = parted(all);
    const trial = await optimizer.fit(seen);
    const weights = await optimizer.fit(all);
    const before = optimizer.loss(unseen, null);
    const after = trial === null ? null : optimizer.loss(unseen, trial);
    if (weights === null || before === null || after === null) {
      throw new Stop(
        "Your answers are too alike to fit anything to them: more cards are needed. FSRS's own parameters stay.",
      );
    }
    await keep(terminal, workspace, options, {
      weights: [...weights],
      answers: all.length,
      unseen: unseen.length,
      before: rounded(before),
      after: rounded(after),
    });
  });
}

interface Found {
  readonly weights: number[];
  readonly answers: number;
  readonly unseen: number;
  readonly before: number;
  readonly after: number;
}

/** Says what the fit gains, and keeps it if it does. */
async function keep(
  terminal: Terminal,
  workspace: Workspace,
  options: CommonOptions,
  { weights, answers, unseen, before, after }: Found,
): Promise<void> {
  const kept = after < before;
  const command = { do: "fit-recall" as const, weights, answers, before, after };
  if (options.json) {
    if (kept) await workspace.run([command], "cli", terminal.now());
    printJson(terminal, { answers, before, after, kept });
    return;
  }
  terminal.print(
    wrap(
      `${answers} answers. Of the last ${unseen}, which the fit did not see, FSRS's own parameters predict with a log loss of ${before}, yours with ${after}.`,
    ),
  );
  if (kept) await perform(terminal, workspace, [command]);
  else terminal.print("That is no gain, so nothing changes.");
}

function rounded(loss: number): number {
  return Math.round(loss * 10_000) / 10_000;
}

async function answersOf({ journal }: Workspace) {
  const entries: Entry[] = [];
  for await (const { entry } of journal.lines()) {
    if (entry?.type === "card.reviewed") entries.push(entry);
  }
  return foretoldIn(entries, await journal.reversals());
}
