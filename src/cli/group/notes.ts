/** `group notes`: the notes that members share, as they have written them. */
import { type CommonOptions, inWorkspace, printJson, Stop } from "../run.ts";
import type { Terminal } from "../terminal.ts";
import { meet } from "./meet.ts";

export async function notes(
  terminal: Terminal,
  name: string | undefined,
  options: CommonOptions & { readonly of?: string },
): Promise<void> {
  await inWorkspace(terminal, options, async (workspace) => {
    const { group, groups } = await meet(workspace, name);
    const { me, members } = group;
    if (options.of !== undefined && !members.some((one) => one.name === options.of)) {
      const names = members.map((one) => one.name).join(", ");
      throw new Stop(`There is no ${options.of} in ${group.name}: there is ${names}.`);
    }
    const sharing = members
      .filter(({ topics }) => topics.includes("notes"))
      .filter((one) => (options.of === undefined ? one.name !== me : one.name === options.of));
    const all = [];
    for (const { name: member } of sharing) {
      for (const note of await groups.notesBy(group.name, member)) all.push({ member, ...note });
    }
    if (options.json) {
      printJson(terminal, all);
      return;
    }
    if (all.length === 0) {
      terminal.print("No notes of others are shared yet: `study share on notes` shares yours.");
    }
    for (const { member, paper, text } of all) {
      terminal.print(terminal.paint("strong", `${member}: ${paper}`));
      terminal.print(`${text.trimEnd()}\n`);
    }
  });
}
