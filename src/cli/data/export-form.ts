/** `export` in a form of another tool. */
import { resolve } from "node:path";
import type { WriteForm } from "../../exchange/form.ts";
import { writeForms } from "../../exchange/forms.ts";
import { writtenFrom } from "../../exchange/written.ts";
import { type CommonOptions, inWorkspace, lookFresh, Stop, sayNewer } from "../run.ts";
import type { Terminal } from "../terminal.ts";
import { writeWhole } from "./write-whole.ts";

export interface ExportOptions extends CommonOptions {
  readonly csv?: string;
}

export async function exportForm(
  terminal: Terminal,
  file: string | undefined,
  options: ExportOptions,
): Promise<void> {
  const forms = await writeForms();
  const { form, kind } = chosen(forms, file, options);
  await inWorkspace(terminal, options, async (workspace) => {
    await lookFresh(terminal, workspace);
    await sayNewer(terminal, workspace.journal);
    const data = await form.write(await writtenFrom(workspace, terminal.now()), kind);
    async function* pieces() {
      yield data;
    }
    if (file === undefined || file === "-") {
      if (typeof data !== "string") throw new Stop(`A ${form.name} is not text: name a file.`, 2);
      await terminal.pourData(pieces() as AsyncIterable<string>);
      return;
    }
    await writeWhole(resolve(terminal.cwd, file), pieces());
    terminal.print(`Wrote ${file} (${form.name}).`);
  });
}

interface Chosen {
  readonly form: WriteForm;
  readonly kind: string | null;
}

function chosen(
  forms: readonly WriteForm[],
  file: string | undefined,
  options: ExportOptions,
): Chosen {
  const table =
    options.csv === undefined ? undefined : forms.find(({ option }) => option === "csv");
  const ending = /\.([^./\\]+)$/.exec(file ?? "")?.[1]?.toLowerCase() ?? "";
  const form = table ?? forms.find(({ endings }) => endings.includes(ending));
  if (form === undefined) {
    const said = ending === "" ? `"${file}" has no ending` : `No form has the ending ".${ending}"`;
    throw new Stop(`${said}: use ${endingsOf(forms)}. Nothing was written.`, 2);
  }
  if (table !== undefined && file !== undefined && file !== "-" && !form.endings.includes(ending)) {
    throw new Stop(`${file} is to be a table: name it with the ending .csv.`, 2);
  }
  const { kinds = [] } = form;
  const kind = options.csv ?? null;
  if (kinds.length > 0 && (kind === null || !kinds.includes(kind))) {
    const what =
      kind === null
        ? `A .${form.endings[0]} can hold several things`
        : `There is no table "${kind}"`;
    throw new Stop(
      `${what}: say --${form.option} ${kinds.join(", ").replace(/, (?=[^,]*$)/, " or ")}.`,
      2,
    );
  }
  return { form, kind };
}

/** `.jsonl (journal: …), .ics (calendar: …)`. */
function endingsOf(forms: readonly WriteForm[]): string {
  const all = forms.map(({ endings, name }) => `.${endings[0]} (${name})`);
  return [".jsonl (journal: everything)", ...all].join(", ");
}
