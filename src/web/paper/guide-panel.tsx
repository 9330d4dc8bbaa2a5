/** The rest of a paper's guide: why it matters, what to know first, terms, equations, what came later. */

import { type ReactNode, useState } from "react";
import { Link } from "wouter";
import type { PaperId } from "../../core/content/curriculum.ts";
import { type Equation, guideOf } from "../../core/content/material.ts";
import { Rich } from "../markdown/rich.tsx";
import { useTracker } from "../parts/parts.tsx";
import { strings } from "../strings.ts";
import { Companions } from "./companions.tsx";
import { Joined } from "./joined.tsx";
import { type Seek, Source } from "./source.tsx";
import { WalkthroughSteps } from "./walkthrough.tsx";
import { paperWords } from "./words.ts";

export function GuidePanel({ id, seek }: { readonly id: PaperId; readonly seek: Seek | null }) {
  const { situation, material, materialLoaded } = useTracker();
  const guide = guideOf(material, id);
  const nameOf = (paper: PaperId) =>
    situation.progress.papers.find((known) => known.id === paper)?.name ?? paper;
  if (guide === null) {
    return <p className="faint">{materialLoaded ? paperWords.noGuide : strings.loading}</p>;
  }
  return (
    <section className="guide" aria-label={paperWords.guide}>
      <h2 className="hidden">{paperWords.guide}</h2>
      <Rich text={guide.why} />
      <Fold title={paperWords.knowFirst} open>
        <ul>
          {guide.needs.map((need) => (
            <li key={need.paper ?? need.concept}>
              {need.paper === undefined ? (
                <b>{need.concept}</b>
              ) : (
                <Link href={`/paper/${need.paper}`}>{nameOf(need.paper)}</Link>
              )}
              : <Rich text={need.why} inline />
            </li>
          ))}
        </ul>
      </Fold>
      {guide.ahead.length > 0 && (
        <Fold title={paperWords.comesLater} open>
          <ul>
            {guide.ahead.map(({ paper, enough }) => (
              <li key={paper}>
                <Link href={`/paper/${paper}`}>{nameOf(paper)}</Link>: <Rich text={enough} inline />
              </li>
            ))}
          </ul>
        </Fold>
      )}
      <h3>{paperWords.misreadings}</h3>
      {guide.misreadings.map(({ claim, instead, source }) => (
        <div key={claim} className="misreading">
          <p>
            <s>
              <Rich text={claim} inline />
            </s>
          </p>
          <p>
            <Rich text={instead} inline />{" "}
            <small className="faint">
              <Source text={source} seek={seek} />
            </small>
          </p>
        </div>
      ))}
      <Fold title={paperWords.equations}>
        {guide.equations.map((equation) => (
          <EquationView key={equation.name} paper={id} equation={equation} seek={seek} />
        ))}
      </Fold>
      {guide.walkthrough !== null && (
        <Fold title={paperWords.walkedThrough}>
          <WalkthroughSteps walkthrough={guide.walkthrough} />
        </Fold>
      )}
      {guide.companions.length > 0 && (
        <Fold title={paperWords.readBeside}>
          <Companions companions={guide.companions} />
        </Fold>
      )}
      <Fold title={paperWords.glossary}>
        <dl className="glossary">
          {guide.glossary.map(({ term, meaning }) => (
            <div key={term}>
              <dt>{term}</dt>
              <dd>
                <Rich text={meaning} inline />
              </dd>
            </div>
          ))}
        </dl>
      </Fold>
      <Fold title={paperWords.cameLater}>
        <ul>
          {guide.later.map(({ text, source }) => (
            <li key={text}>
              <Rich text={text} inline /> <small className="faint">{source}</small>
            </li>
          ))}
        </ul>
      </Fold>
      <Fold title={paperWords.linked}>
        <ul>
          {guide.links.map(({ kind, paper, why }) => (
            <li key={`${kind}${paper}`}>
              {paperWords.linkKinds[kind]} <Link href={`/paper/${paper}`}>{nameOf(paper)}</Link>:{" "}
              <Rich text={why} inline />
            </li>
          ))}
        </ul>
      </Fold>
      <Fold title={paperWords.cite}>
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: long lines are scrolled with the keyboard. */}
        <pre tabIndex={0}>{guide.record.bibtex}</pre>
      </Fold>
    </section>
  );
}

/** An equation, where it stands, and what belongs to it. */
function EquationView(props: {
  readonly paper: PaperId;
  readonly equation: Equation;
  readonly seek: Seek | null;
}) {
  const { paper, equation, seek } = props;
  const { name, latex, source, symbols } = equation;
  return (
    <div className="equation">
      <h4>
        {name}{" "}
        <small className="faint">
          <Source text={source} seek={seek} />
        </small>
      </h4>
      <Rich text={`$$\n${latex}\n$$`} />
      <ul>
        {symbols.map(({ symbol, meaning }) => (
          <li key={symbol}>
            <Rich text={`$${symbol}$: ${meaning}`} inline />
          </li>
        ))}
      </ul>
      <Joined paper={paper} equation={equation} />
    </div>
  );
}

/** Its content, formulas above all, is set only once it has been opened. */
function Fold(props: {
  readonly title: string;
  readonly open?: boolean;
  readonly children: ReactNode;
}) {
  const [opened, setOpened] = useState(props.open === true);
  return (
    <details
      open={props.open}
      onToggle={({ currentTarget }) => currentTarget.open && setOpened(true)}
    >
      <summary>{props.title}</summary>
      {opened && props.children}
    </details>
  );
}
