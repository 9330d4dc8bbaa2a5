/** The phases with their tables of papers, and the bonus papers. */
import type { Paper } from "../../core/content/curriculum.ts";
import { namedPaper } from "../../core/content/paper-source.ts";
import { type Aspect, aspects } from "../../core/entries/entry.ts";
import type { PaperProgress } from "../../core/progress/paper-progress.ts";
import { strings } from "../strings.ts";
import { AddLine, Begun, Section, Tick, useTracker, Verified } from "./parts.tsx";
import { partWords } from "./words.ts";

export function Phases() {
  const { situation, run } = useTracker();
  const { curriculum, progress } = situation;
  return (
    <Section title={partWords.sections.phases}>
      {progress.phases.map(({ number, title, target, weeks, papers, complete, counted }) => (
        <article key={number} className="phase">
          <header>
            <h3>
              Phase {number}: {title}
            </h3>
            <span className="faint">{strings.weeks(weeks.least, weeks.most)}</span>
          </header>
          <p className="faint">{target}</p>
          <Papers caption={`Phase ${number}: ${title}`} papers={papers} />
          <div className="figure wide">
            <span>{partWords.phaseProgress(complete, counted)}</span>
            <progress aria-label={`Phase ${number}`} max={Math.max(counted, 1)} value={complete} />
          </div>
        </article>
      ))}
      <article className="phase">
        <header>
          <h3>{curriculum.bonus.title}</h3>
        </header>
        <Papers caption={curriculum.bonus.title} papers={progress.bonus} />
        <AddLine
          label={strings.addPaper}
          add={(line) => run({ do: "add-paper", ...namedPaper(line), phase: null })}
        />
      </article>
    </Section>
  );
}

function Papers({
  caption,
  papers,
}: {
  readonly caption: string;
  readonly papers: readonly PaperProgress[];
}) {
  const { situation } = useTracker();
  const known = new Map(situation.curriculum.papers.map((paper) => [paper.id, paper]));
  return (
    <table>
      <caption className="hidden">{caption}</caption>
      <thead>
        <tr>
          <th scope="col">{partWords.columns.paper}</th>
          {aspects.map((aspect) => (
            <th scope="col" key={aspect}>
              {partWords.columns[aspect]}
            </th>
          ))}
          <th scope="col" className="number">
            {partWords.columns.hours}
          </th>
        </tr>
      </thead>
      <tbody>
        {papers.map((paper) => (
          <Row key={paper.id} paper={paper} record={known.get(paper.id)} />
        ))}
      </tbody>
    </table>
  );
}

function Row({
  paper,
  record,
}: {
  readonly paper: PaperProgress;
  readonly record: Paper | undefined;
}) {
  const { run, locked } = useTracker();
  const mark = (aspect: Aspect) => (done: boolean) =>
    ({ do: "mark-paper", paper: paper.id, aspect, done }) as const;
  return (
    <tr className={paper.complete ? "complete" : ""}>
      <th scope="row">
        <PaperName paper={paper} record={record} />
        {paper.own && !locked && (
          <button
            type="button"
            className="quiet"
            aria-label={strings.removeOf(paper.name)}
            onClick={() => void run({ do: "remove-paper", paper: paper.id })}
          >
            {strings.remove}
          </button>
        )}
      </th>
      {aspects.map((aspect) => (
        <td key={aspect} data-label={partWords.columns[aspect]}>
          <Tick
            label={strings.tickOf(paper.name, strings.aspects[aspect])}
            done={paper.done[aspect]}
            command={mark(aspect)}
          />
          <Begun state={paper.state[aspect]} />
          {aspect === "implemented" && paper.verified && <Verified />}
        </td>
      ))}
      <td className="number" data-label={partWords.columns.hours}>
        {strings.hours(paper.minutes)}
      </td>
    </tr>
  );
}

function PaperName({
  paper,
  record,
}: {
  readonly paper: PaperProgress;
  readonly record: Paper | undefined;
}) {
  if (record === undefined) return <>{paper.name}</>;
  const address = record.arxiv === null ? record.url : `https://arxiv.org/abs/${record.arxiv}`;
  const [first] = record.authors;
  return (
    <details>
      <summary>{paper.name}</summary>
      <p className="record">
        {record.title}. {first}
        {record.authors.length > 1 && " et al."}, {record.venue}, {record.year}.{" "}
        {address !== null && (
          <a href={address} target="_blank" rel="noreferrer">
            {record.arxiv === null ? "PDF" : `arXiv:${record.arxiv}`}
          </a>
        )}
      </p>
    </details>
  );
}
