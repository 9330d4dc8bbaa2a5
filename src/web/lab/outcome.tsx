/** What a check came to, line by line while it runs: cases, verdict, mistakes, laws, pictures, prints. */
import { mistakesOf, type Verdict } from "../../core/check/check.ts";
import { verdictWords } from "../../core/check/verdict.ts";
import { Rich } from "../markdown/rich.tsx";
import type { Run } from "../store/checks.ts";
import { strings } from "../strings.ts";
import { Picture } from "./picture.tsx";
import { labWords } from "./words.ts";

const words = labWords;

export function Outcome(props: {
  readonly run: Run;
  /** Repeats one case of this run alone, with its input. */
  readonly alone: (at: number) => void;
}) {
  const { events, running, fault } = props.run;
  const input = events.find((event) => event.event === "input")?.lines ?? [];
  const cases = events.filter((event) => event.event === "case");
  const verdict = events.find((event) => event.event === "verdict")?.verdict ?? null;
  const pictures = events.filter((event) => event.event === "picture");
  const printed = events
    .flatMap((event) => (event.event === "printed" ? [event.text] : []))
    .join("");
  return (
    <div aria-live="polite" aria-busy={running}>
      {cases.length > 0 && (
        <ul className="cases">
          {cases.map(({ at, label, passed }) => (
            <li key={at}>
              <span aria-hidden className={passed ? "is-right" : "is-wrong"}>
                {passed ? "✓" : "✗"}
              </span>{" "}
              {label} <span className="hidden">{passed ? words.agrees : words.differs}</span>
              {!passed && !running && cases.length > 1 && (
                <button type="button" className="quiet" onClick={() => props.alone(at)}>
                  {words.alone}
                </button>
              )}
            </li>
          ))}
        </ul>
      )}
      {running && <p className="faint">{words.running}</p>}
      {fault !== null && <p role="alert">{fault === "" ? strings.noServer : fault}</p>}
      {verdict !== null && <Said verdict={verdict} />}
      {(verdict === null || !("shown" in verdict)) && <Input lines={input} />}
      {pictures.map((picture) => (
        <Picture key={picture.title} picture={picture} />
      ))}
      {printed.trim() !== "" && (
        <details>
          <summary>{words.printed}</summary>
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: long output is scrolled with the keyboard. */}
          <pre tabIndex={0} className="printed">
            {printed}
          </pre>
        </details>
      )}
    </div>
  );
}

/** The arguments of the case that fails, small enough to read. */
function Input({ lines }: { readonly lines: readonly string[] }) {
  if (lines.length === 0) return null;
  return (
    <details>
      <summary>{words.input}</summary>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: long output is scrolled with the keyboard. */}
      <pre tabIndex={0} className="printed">
        {lines.join("\n")}
      </pre>
    </details>
  );
}

function Said({ verdict }: { readonly verdict: Verdict }) {
  const passed = verdict.kind === "passed";
  const laws = "laws" in verdict ? verdict.laws.filter((law) => law !== verdict.sentence) : [];
  const trace = "trace" in verdict ? verdict.trace.slice(-4) : [];
  return (
    <>
      <p>
        <b className={passed ? "is-right" : "is-wrong"}>{verdictWords[verdict.kind]}:</b>{" "}
        {verdict.sentence}
        {"case" in verdict && verdict.case !== undefined && ` ${words.inCase(verdict.case)}`}
      </p>
      {trace.length > 0 && (
        <ul className="path">
          {trace.map(({ file, line, text }) => (
            <li key={`${file}:${line}:${text}`}>
              {file}:{line ?? "?"} {text.trim()}
            </li>
          ))}
        </ul>
      )}
      {"explains" in verdict && verdict.explains !== undefined && (
        <p className="faint">{words.explains[verdict.explains]}</p>
      )}
      {mistakesOf(verdict).map(({ id, sentence }) => (
        <p key={id} role="note" className="named-mistake">
          <b>{words.mistake(id)}</b> <Rich text={sentence} inline />
        </p>
      ))}
      {"shown" in verdict && <Input lines={verdict.shown} />}
      {"step" in verdict && verdict.step !== undefined && (
        <p>
          <b>{words.step}:</b> <Rich text={verdict.step.sentence} inline />
        </p>
      )}
      {"remarks" in verdict &&
        verdict.remarks.map((remark) => (
          <p key={remark} className="faint">
            {remark}
          </p>
        ))}
      {laws.length > 0 && (
        <>
          <p>
            <b>{words.laws}:</b>
          </p>
          <ul aria-label={words.laws}>
            {laws.map((law) => (
              <li key={law}>{law}</li>
            ))}
          </ul>
        </>
      )}
    </>
  );
}
