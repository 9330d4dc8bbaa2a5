/** A question of a pass: its answer is hidden until it is asked for. */
import { Rich } from "../markdown/rich.tsx";
import { strings } from "../strings.ts";

export function PassQuestion(props: { readonly question: string; readonly answer: string | null }) {
  const { question, answer } = props;
  return (
    <>
      <Rich text={question} inline />
      {answer !== null && (
        <details className="answer">
          <summary>{strings.showTheAnswer}</summary>
          <Rich text={answer} />
        </details>
      )}
    </>
  );
}
