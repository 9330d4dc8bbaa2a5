/** The three passes: what to read, what to look at, what to be able to answer, and a clock for each. */

import { useState } from "react";
import { useSearch } from "wouter";
import type { PaperId } from "../../core/content/curriculum.ts";
import { guideOf } from "../../core/content/material.ts";
import { openPass } from "../../core/progress/paper-progress.ts";
import { useTracker } from "../parts/parts.tsx";
import { strings } from "../strings.ts";
import { Answers } from "./answer-box.tsx";
import { type Seek, Source } from "./source.tsx";
import { paperWords } from "./words.ts";

const passes = [1, 2, 3] as const;

export function Passes({ id, seek }: { readonly id: PaperId; readonly seek: Seek | null }) {
  const { situation, material, run, locked } = useTracker();
  const { curriculum, tally, progress } = situation;
  const guide = guideOf(material, id);
  const spent = tally.papers[id]?.passes ?? {};
  const paper = progress.papers.find((one) => one.id === id);
  const next = (paper && openPass(paper, curriculum.reading)) ?? 3;
  const asked = new URLSearchParams(useSearch()).get("pass");
  const [chosen, setChosen] = useState(passes.find((one) => String(one) === asked) ?? null);
  const { timer, timers } = progress;
  const running = timers.find(({ paper, activity }) => paper === id && activity === "read")?.pass;
  const pass = chosen ?? running ?? next;
  const step = curriculum.reading[pass - 1];
  const plan = guide?.passes[pass - 1];
  return (
    <section className="passes" aria-label={paperWords.passes}>
      <h2 className="hidden">{paperWords.passes}</h2>
      <div className="pass-tabs">
        {passes.map((one) => (
          <button
            key={one}
            type="button"
            aria-pressed={one === pass}
            onClick={() => setChosen(one)}
          >
            {strings.pass(one)}
            <small>
              {spent[one] === undefined ? "" : strings.hours(spent[one] ?? 0)}
              {running === one && ` ${strings.running}`}
            </small>
          </button>
        ))}
      </div>
      {step !== undefined && (
        <p>
          <b>{step.name}.</b> {step.what}{" "}
          <span className="faint">
            {plan === undefined
              ? strings.minutes(step.minutes.least, step.minutes.most)
              : strings.hours(plan.hours * 60)}
          </span>
        </p>
      )}
      {/* The next pass is started above; here, one out of its turn. */}
      {!locked && timer === null && pass !== next && (
        <button
          type="button"
          onClick={() => void run({ do: "start-timer", paper: id, activity: "read", pass })}
        >
          {paperWords.startPass(pass)}
        </button>
      )}
      {plan !== undefined && (
        <>
          <h3>{paperWords.toRead}</h3>
          <ul>
            {plan.read.map((one) => (
              <li key={one}>
                <Source text={one} seek={seek} />
              </li>
            ))}
          </ul>
          {plan.look.length > 0 && (
            <>
              <h3>{paperWords.toLookAt}</h3>
              <ul>
                {plan.look.map((one) => (
                  <li key={one}>
                    <Source text={one} seek={seek} />
                  </li>
                ))}
              </ul>
            </>
          )}
          <Answers paper={id} questions={plan.answer} solutions={plan.answers} />
        </>
      )}
    </section>
  );
}
