/** `search`: words in papers, tasks, cards, guides and notes. */
import { allNotes } from "../../workspace/notes.ts";
import { indexOf } from "../../workspace/search.ts";
import { type CommonOptions, inWorkspace, lookFresh, printJson, Stop } from "../run.ts";
import type { Terminal } from "../terminal.ts";
import { wrap } from "../wrap.ts";

export async function search(
  terminal: Terminal,
  words: readonly string[],
  options: CommonOptions & { readonly limit?: string },
): Promise<void> {
  const limit = Number(options.limit);
  if (!(Number.isInteger(limit) && limit >= 1)) {
    throw new Stop(`"${options.limit}" is not a number of results.`, 2);
  }
  const said = words.join(" ").trim();
  if (said === "") throw new Stop("There is nothing to search for: name a word.", 2);
  await inWorkspace(terminal, options, async (workspace) => {
    const { progress, tally } = await lookFresh(terminal, workspace);
    const { curriculum, layout } = workspace;
    const material = await workspace.material();
    const index = indexOf({ curriculum, progress, tally, material, notes: allNotes(layout) });
    const found = index.find(said, limit);
    index.close();
    if (options.json) {
      printJson(
        terminal,
        found.map((one) => ({ ...one, excerpt: marked(one.excerpt, (word) => word) })),
      );
      return;
    }
    if (found.length === 0) terminal.print(`Nothing holds "${said}".`);
    const { paint } = terminal;
    for (const { kind, title, excerpt } of found) {
      terminal.print(`${paint("strong", title)} ${paint("faint", kind)}`);
      const line = marked(excerpt, (word) => paint("accent", word)).replaceAll(/\s+/g, " ");
      terminal.print(wrap(`  ${line}`, "  "));
    }
  });
}

/** The index puts matches between two marks. */
function marked(excerpt: string, mark: (word: string) => string): string {
  return excerpt.replaceAll(/\u2068([^\u2069]*)\u2069/g, (_, word: string) => mark(word));
}
