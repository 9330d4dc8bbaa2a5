/** `group teach-backs`: the explanations that members share. */
import { layProse } from "../prose.ts";
import { type CommonOptions, inWorkspace, lookFresh, printJson, Stop } from "../run.ts";
import type { Terminal } from "../terminal.ts";
import { companionsOf, meet } from "./meet.ts";

export async function teachBacks(
  terminal: Terminal,
  name: string | undefined,
  options: CommonOptions & { readonly of?: string },
): Promise<void> {
  await inWorkspace(terminal, options, async (workspace) => {
    const look = await lookFresh(terminal, workspace);
    const met = await meet(workspace, name);
    const { members } = met.group;
    if (options.of !== undefined && !members.some((one) => one.name === options.of)) {
      const names = members.map((one) => one.name).join(", ");
      throw new Stop(`There is no ${options.of} in ${met.group.name}: there is ${names}.`);
    }
    const all = (await companionsOf(met, workspace, look))
      .filter((one) => options.of === undefined || one.name === options.of)
      .flatMap((one) => one.tally.teachBacks.map((written) => ({ member: one.name, ...written })));
    if (options.json) {
      printJson(terminal, all);
      return;
    }
    if (all.length === 0)
      terminal.print("No teach-backs are shared yet: `study share on teach-backs`.");
    for (const { member, paper, on, text } of all) {
      const title = look.progress.papers.find(({ id }) => id === paper)?.name ?? paper;
      terminal.print(terminal.paint("strong", `${member} on ${title}, ${on}`));
      terminal.print(`${layProse(text)}\n`);
    }
  });
}
