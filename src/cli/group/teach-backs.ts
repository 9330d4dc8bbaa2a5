/** `group teach-backs`: the explanations that members share. */
import { groupView } from "../../sync/companions.ts";
import { layProse } from "../prose.ts";
import { type CommonOptions, inWorkspace, lookFresh, printJson, Stop } from "../run.ts";
import type { Terminal } from "../terminal.ts";
import { meet } from "./meet.ts";

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
    const { teachBacks } = await groupView(met, workspace, look);
    const all = teachBacks.filter(({ member }) => [undefined, member].includes(options.of));
    if (options.json) {
      printJson(
        terminal,
        all.map(({ title: _, ...written }) => written),
      );
      return;
    }
    if (all.length === 0)
      terminal.print("No teach-backs are shared yet: `study share on teach-backs`.");
    for (const { member, title, on, text } of all) {
      terminal.print(terminal.paint("strong", `${member} on ${title}, ${on}`));
      terminal.print(`${layProse(text)}\n`);
    }
  });
}
