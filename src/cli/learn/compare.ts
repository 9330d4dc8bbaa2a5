/** `compare`: figures of models side by side, each with its source. */
import {
  type ComparedModel,
  type Comparison,
  comparedModels,
  comparedRows,
  comparison,
  comparisonCsv,
  comparisonMarkdown,
  figureText,
  keyLabel,
  numberText,
} from "../../core/compare/compare.ts";
import { readFigures } from "../../core/compare/figures.ts";
import { findByName, plainName } from "../../core/content/names.ts";
import type { Look, Workspace } from "../../workspace/workspace.ts";
import { type CommonOptions, inWorkspace, lookFresh, perform, printJson, Stop } from "../run.ts";
import type { Terminal } from "../terminal.ts";
import { columns } from "../width.ts";
import { wrap } from "../wrap.ts";

interface CompareOptions extends CommonOptions {
  readonly markdown?: boolean;
  readonly csv?: boolean;
  readonly add?: string;
  readonly remove?: string;
}

export async function compare(
  terminal: Terminal,
  names: readonly string[],
  options: CompareOptions,
): Promise<void> {
  const { add, remove } = options;
  if (options.markdown && options.csv) {
    throw new Stop("--markdown and --csv do not go together.", 2);
  }
  const values = add === undefined ? {} : readValues(names);
  await inWorkspace(terminal, options, async (workspace) => {
    const look = await lookFresh(terminal, workspace);
    if (add !== undefined) {
      await perform(terminal, workspace, [{ do: "keep-measurement", model: add, values }]);
      return;
    }
    if (remove !== undefined) {
      await perform(terminal, workspace, [{ do: "remove-measurement", model: remove }]);
      return;
    }
    const all = comparedModels(await workspace.material(), look.tally.measurements);
    if (names.length === 0) {
      listModels(terminal, all, options);
      return;
    }
    const chosen = [...new Set(names.flatMap((name) => choose(name, all, workspace, look)))];
    const compared = comparison(chosen);
    if (options.json) printJson(terminal, compared);
    else if (options.markdown) terminal.verbatim(comparisonMarkdown(compared));
    else if (options.csv) terminal.verbatim(comparisonCsv(compared));
    else show(terminal, compared);
  });
}

function listModels(
  terminal: Terminal,
  all: readonly ComparedModel[],
  options: CompareOptions,
): void {
  if (options.json) printJson(terminal, comparison(all));
  else if (options.markdown) terminal.verbatim(comparisonMarkdown(comparison(all)));
  else if (options.csv) terminal.verbatim(comparisonCsv(comparison(all)));
  else {
    if (all.length === 0) terminal.print("No figures yet.");
    const width = Math.max(0, ...all.map(({ model }) => model.length)) + 2;
    for (const { model, paper, facts } of all) {
      const { parameters } = facts;
      const size = parameters === undefined ? "–" : figureText(parameters);
      terminal.print(`${model.padEnd(width)}${size.padEnd(10)}${paper ?? "your own"}`);
    }
    terminal.print(terminal.paint("faint", "`study compare NAME NAME` puts them side by side."));
  }
}

/** A model by its name, or all models of a paper. */
function choose(
  said: string,
  all: readonly ComparedModel[],
  { curriculum }: Workspace,
  { progress }: Look,
): readonly ComparedModel[] {
  const exact = all.filter(({ model }) => plainName(model) === plainName(said));
  if (exact.length > 0) return exact;
  const papers = progress.papers.map(({ id, name }) => {
    const record = curriculum.papers.find((paper) => paper.id === id);
    return { id: `paper:${id}`, names: [id, name, ...(record?.aliases ?? [])] };
  });
  const models = all.map(({ model }) => ({ id: `model:${model}`, names: [model] }));
  // A paper's own name means the paper, even where its models' names begin with it.
  const lookup = [papers, models, [...papers, ...models]]
    .map((candidates) => findByName(said, candidates))
    .find(({ found }) => found === "one");
  if (lookup?.found !== "one") throw new Stop(unknown(said, all));
  const [kind, id] = [lookup.id.slice(0, 5), lookup.id.slice(6)];
  const chosen = all.filter(({ model, paper }) => (kind === "paper" ? paper : model) === id);
  if (chosen.length > 0) return chosen;
  const name = progress.papers.find((paper) => paper.id === id)?.name ?? id;
  throw new Stop(`No figures are kept for ${name}. \`study compare\` lists the models.`);
}

function unknown(said: string, all: readonly ComparedModel[]): string {
  const plain = plainName(said);
  const near = all.filter(({ model }) => plainName(model).includes(plain)).slice(0, 8);
  return near.length > 1
    ? `"${said}" may be ${near.map(({ model }) => model).join(", ")}; be more specific.`
    : `There is no model or paper "${said}". \`study compare\` lists the models.`;
}

function show(terminal: Terminal, compared: Comparison): void {
  const { print, paint } = terminal;
  const rows = comparedRows(compared);
  const label = Math.max(...rows.map((row) => row.label.length)) + 2;
  const width = Math.floor((columns() - label) / compared.models.length);
  const texts = rows.map(({ cells }) =>
    cells.map((cell) => (cell === null ? "unknown" : figureText(cell))),
  );
  const widest = Math.max(
    ...texts.flat().map((text) => text.length),
    ...compared.models.map(({ model }) => model.length),
  );
  if (widest + 2 > width) {
    showOverview(terminal, compared);
    showOneByOne(terminal, compared);
    return;
  }
  print(
    paint(
      "strong",
      " ".repeat(label) + compared.models.map(({ model }) => model.padEnd(width)).join(""),
    ),
  );
  rows.forEach(({ label: name }, index) => {
    const cells = texts[index]?.map((text) => text.padEnd(width)).join("") ?? "";
    print(`${name.padEnd(label)}${cells}`.trimEnd());
  });
  print(paint("strong", "\nSources"));
  for (const { label: name, cells } of rows) {
    const known = cells.flatMap((cell, index) =>
      cell === null
        ? []
        : [{ model: compared.models[index]?.model ?? "", source: sourceText(cell) }],
    );
    const [first] = known;
    const alike =
      known.length === cells.length && known.every(({ source }) => source === first?.source);
    const said = alike
      ? (first?.source ?? "")
      : known.map(({ model, source }) => `${model}: ${source}`).join("; ");
    print(wrap(`  ${name.padEnd(label)}${said}`, " ".repeat(label + 2)));
  }
}

/** A line a model, with as many columns of bare numbers as fit: more than can stand side by side in full. */
function showOverview({ print, paint }: Terminal, { keys, models }: Comparison): void {
  if (models.length < 2) return;
  const column = (head: string, values: readonly (number | null)[]) => {
    const cells = values.map((value) => (value === null ? "–" : numberText(value)));
    return { head, cells, width: Math.max(head.length, ...cells.map((cell) => cell.length)) + 2 };
  };
  const numeric = keys.flatMap((key) => {
    const values = models.map(({ facts }) => facts[key]?.value ?? null);
    return values.every((value) => value === null || typeof value === "number")
      ? [column(keyLabel(key), values as (number | null)[])]
      : [];
  });
  const rules = column(
    "6ND",
    models.map(({ rule }) => rule),
  );
  const names = Math.max(...models.map(({ model }) => model.length)) + 2;
  let room = columns() - names - rules.width;
  const shown = [
    ...numeric.filter(({ width }) => {
      if (width > room) return false;
      room -= width;
      return true;
    }),
    rules,
  ];
  const line = (name: string, cells: readonly string[]) =>
    name.padEnd(names) + cells.map((cell, at) => cell.padStart(shown[at]?.width ?? 0)).join("");
  print(
    paint(
      "strong",
      line(
        "",
        shown.map(({ head }) => head),
      ),
    ),
  );
  models.forEach(({ model }, index) => {
    print(
      line(
        model,
        shown.map(({ cells }) => cells[index] ?? ""),
      ),
    );
  });
  print(paint("faint", "– is unknown. Each figure with its source:\n"));
}

/** Where they do not fit side by side, a model after another, every figure with its source beside it. */
function showOneByOne({ print, paint }: Terminal, compared: Comparison): void {
  const rows = comparedRows(compared);
  const label = Math.max(...rows.map((row) => row.label.length)) + 2;
  compared.models.forEach(({ model }, index) => {
    print(`${index === 0 ? "" : "\n"}${paint("strong", model)}`);
    for (const { label: name, cells } of rows) {
      const cell = cells[index] ?? null;
      const text = cell === null ? "unknown" : `${figureText(cell)} [${sourceText(cell)}]`;
      print(wrap(`  ${name.padEnd(label)}${text}`, " ".repeat(label + 2)));
    }
  });
}

function sourceText(fact: { readonly source: string; readonly note?: string | undefined }): string {
  return fact.note === undefined ? fact.source : `${fact.source} (${fact.note})`;
}

/** `parameters=10M`, `loss=3.1`, `hardware="one laptop"`. */
function readValues(pairs: readonly string[]): Readonly<Record<string, number | string>> {
  if (pairs.length === 0) {
    throw new Stop("Say what you measured: study compare --add tiny parameters=10M loss=3.1", 2);
  }
  const read = readFigures(pairs);
  if (!read.ok) throw new Stop(read.message, 2);
  return read.values;
}
