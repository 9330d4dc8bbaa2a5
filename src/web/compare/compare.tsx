/** Models side by side: what the papers report, what follows from it, and the learner's own figures. */
import { X } from "lucide-react";
import { type CSSProperties, useMemo } from "react";
import { Link } from "wouter";
import {
  type ComparedModel,
  comparedModels,
  comparedRows,
  comparison,
  comparisonCsv,
  comparisonMarkdown,
  figureText,
} from "../../core/compare/compare.ts";
import { trainedForSize } from "../../core/compare/trained.ts";
import type { Curriculum } from "../../core/content/curriculum.ts";
import { grouped, ratioText } from "../format.ts";
import { useChoice } from "../parts/address.ts";
import { Section, useTracker } from "../parts/parts.tsx";
import { saveText } from "../stats/export.ts";
import { strings } from "../strings.ts";
import { AddMeasurement } from "./add-measurement.tsx";
import { compareWords } from "./words.ts";

/** How many stand side by side at first: one of each paper, the largest. */
const atFirst = 4;

export default function Compare() {
  const { situation, material, materialLoaded, locked } = useTracker();
  const { tally, curriculum } = situation;
  const all = useMemo(
    () => comparedModels(material, tally.measurements),
    [material, tally.measurements],
  );
  const [chosen, setChosen] = useChoice("models");
  const shown = chosen === null ? largestOfEach(all) : new Set(chosen.split("~"));
  const compared = comparison(all.filter(({ model }) => shown.has(model)));
  const choose = (model: string, on: boolean) => {
    const next = new Set(shown);
    if (on) next.add(model);
    else next.delete(model);
    setChosen([...next].join("~"));
  };
  if (!materialLoaded) return <p role="status">{strings.loading}</p>;
  return (
    <>
      <h1>{strings.places.compare}</h1>
      <p className="faint">{compareWords.compareIs}</p>
      {all.length === 0 && <p>{compareWords.noFigures}</p>}
      <Section title={compareWords.models}>
        <Chosen models={compared.models} choose={choose} />
        <details className="model-choices" open={compared.models.length === 0}>
          <summary>{compareWords.choose(compared.models.length, all.length)}</summary>
          <Choice all={all} shown={shown} choose={choose} curriculum={curriculum} />
        </details>
        {!locked && <AddMeasurement added={(model) => choose(model, true)} />}
      </Section>
      {compared.models.length > 0 && (
        <Section title={compareWords.sideBySide}>
          <Question models={compared.models} />
          <ComparedTable models={compared.models} rows={comparedRows(compared)} />
          <p className="buttons no-print">
            <button
              type="button"
              className="quiet"
              onClick={() => saveText("comparison.md", comparisonMarkdown(compared))}
            >
              Markdown
            </button>
            <button
              type="button"
              className="quiet"
              onClick={() => saveText("comparison.csv", comparisonCsv(compared))}
            >
              CSV
            </button>
          </p>
        </Section>
      )}
    </>
  );
}

/** What stands side by side now, each taken away by a press. */
function Chosen(props: {
  readonly models: readonly ComparedModel[];
  readonly choose: (model: string, on: boolean) => void;
}) {
  return (
    <ul className="chosen">
      {props.models.map(({ model }) => (
        <li key={model}>
          <button
            type="button"
            aria-label={compareWords.takeAway(model)}
            onClick={() => props.choose(model, false)}
          >
            {model} <X className="icon" aria-hidden />
          </button>
        </li>
      ))}
    </ul>
  );
}

/** What the table is for: an answer that takes two of its rows. */
function Question({ models }: { readonly models: readonly ComparedModel[] }) {
  const trained = trainedForSize(models);
  if (trained.length < 2) return null;
  const said = trained.map(
    ({ model, tokensPerParameter }) => [model, ratioText(tokensPerParameter)] as const,
  );
  return (
    <p>
      <b>{compareWords.question}</b> {compareWords.answer(said)}{" "}
      <span className="faint">{compareWords.rule}</span>
    </p>
  );
}

/** The largest models, one a paper, of which both size and data are known, and all of the learner's. */
function largestOfEach(all: readonly ComparedModel[]): ReadonlySet<string> {
  const size = ({ facts }: ComparedModel) =>
    typeof facts.parameters?.value === "number" ? facts.parameters.value : 0;
  const byPaper = Map.groupBy(all, ({ paper }) => paper);
  const own = byPaper.get(null) ?? [];
  const largest = [...byPaper]
    .filter(([paper]) => paper !== null)
    .map(([, models]) => models.reduce((a, b) => (size(b) > size(a) ? b : a)))
    .filter(({ rule }) => rule !== null)
    .toSorted((a, b) => size(b) - size(a))
    .slice(0, atFirst);
  return new Set([...largest, ...own].map(({ model }) => model));
}

function Choice(props: {
  readonly all: readonly ComparedModel[];
  readonly shown: ReadonlySet<string>;
  readonly choose: (model: string, on: boolean) => void;
  readonly curriculum: Curriculum;
}) {
  const { run, locked } = useTracker();
  const groups = Map.groupBy(props.all, ({ paper }) => paper);
  return (
    <div className="model-groups">
      {[...groups].map(([paper, models]) => {
        const name = props.curriculum.papers.find(({ id }) => id === paper)?.name;
        return (
          <fieldset key={paper ?? "own"}>
            <legend>
              {paper === null ? (
                compareWords.ownFigures
              ) : (
                <Link href={`/paper/${paper}`}>{name}</Link>
              )}
            </legend>
            {models.map(({ model }) => (
              <span key={model} className="model-choice">
                <label>
                  <input
                    type="checkbox"
                    checked={props.shown.has(model)}
                    onChange={({ target }) => props.choose(model, target.checked)}
                  />
                  {model}
                </label>
                {paper === null && !locked && (
                  <button
                    type="button"
                    className="quiet"
                    aria-label={strings.removeOf(model)}
                    onClick={() => void run({ do: "remove-measurement", model })}
                  >
                    {strings.remove}
                  </button>
                )}
              </span>
            ))}
          </fieldset>
        );
      })}
    </div>
  );
}

function ComparedTable(props: {
  readonly models: readonly ComparedModel[];
  readonly rows: ReturnType<typeof comparedRows>;
}) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region is reached by the keyboard.
    <section className="table-scroll" tabIndex={0} aria-label={strings.dataOf(compareWords.models)}>
      <table className="compared" style={{ "--models": props.models.length } as CSSProperties}>
        <thead>
          <tr>
            <td />
            {props.models.map(({ model }) => (
              <th key={model} scope="col">
                {model}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {props.rows.map(({ label, cells }) => (
            <tr key={label}>
              <th scope="row">{label}</th>
              {cells.map((fact, index) => (
                <td key={props.models[index]?.model}>
                  {fact === null ? (
                    <span className="faint">{compareWords.unknown}</span>
                  ) : (
                    <>
                      {grouped(figureText(fact))}
                      <small className="faint">
                        {fact.source}
                        {"note" in fact && fact.note !== undefined && `; ${fact.note}`}
                      </small>
                    </>
                  )}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
