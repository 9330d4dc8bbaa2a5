/** Answers of earlier check-ins, quizzes and teach-backs, the newest first. */
import { longDay } from "../format.ts";
import { Section, useTracker } from "../parts/parts.tsx";
import { Answers, QuizResult } from "./guided.tsx";
import { checkInWords } from "./words.ts";

const shownAtOnce = 30;

export function Earlier() {
  const { situation } = useTracker();
  const { curriculum, tally } = situation;
  const whatOf = (checkin: string) =>
    curriculum.weekly.find(({ kind }) => kind === checkin)?.what ??
    curriculum.monthly.find(({ month }) => checkin === `month:${month}`)?.what ??
    checkin;
  const kept = Object.entries(tally.checkins)
    .map(([key, { on, answers }]) => ({ checkin: key.slice(0, key.lastIndexOf("@")), on, answers }))
    .filter(
      ({ checkin, on, answers }) => answers.length > 0 || (checkin === "quiz" && tally.quizzes[on]),
    )
    .sort((a, b) => (a.on < b.on ? 1 : -1))
    .slice(0, shownAtOnce);
  return (
    <Section title={checkInWords.earlier}>
      {kept.length === 0 && <p className="faint">{checkInWords.noEarlier}</p>}
      {kept.map(({ checkin, on, answers }) => (
        <details key={`${checkin}@${on}`}>
          <summary>
            {longDay(on)}: {whatOf(checkin)}
          </summary>
          {checkin === "quiz" ? <QuizResult on={on} /> : <Answers answers={answers} />}
        </details>
      ))}
    </Section>
  );
}
