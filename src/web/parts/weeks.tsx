/** The weekly goals: one week at a time, this one first. */
import { useState } from "react";
import { weekList } from "../../core/progress/lists.ts";
import { weekStart } from "../../core/progress/schedule.ts";
import { addDays } from "../../core/time/calendar.ts";
import { daySpan } from "../format.ts";
import { strings } from "../strings.ts";
import { AddLine, Editable, ItemList, Section, useTracker } from "./parts.tsx";

export function Weeks() {
  const { situation, run } = useTracker();
  const { progress } = situation;
  const last = progress.weeks.at(-1)?.number ?? 1;
  const current = Math.min(Math.max(progress.week ?? 1, 1), last);
  const [chosen, setChosen] = useState<number | null>(null);
  const number = chosen ?? current;
  const week = progress.weeks.find((candidate) => candidate.number === number);
  if (week === undefined) return null;
  const { start } = progress;
  const from = start === null ? null : weekStart(start, number);
  const go = (to: number) => setChosen(to === current ? null : to);
  return (
    <Section title={strings.sections.week}>
      <PrintedWeeks />
      <div className="no-print">
        <div className="weekbar">
          <button
            type="button"
            aria-label={strings.previousWeek}
            disabled={number <= 1}
            onClick={() => go(number - 1)}
          >
            ←
          </button>
          <select
            aria-label={strings.chooseWeek}
            value={number}
            onChange={({ target }) => go(Number(target.value))}
          >
            {progress.weeks.map(({ number: option, title }) => (
              <option key={option} value={option}>
                {strings.weekTitle(option, title)}
              </option>
            ))}
          </select>
          <button
            type="button"
            aria-label={strings.nextWeek}
            disabled={number >= last}
            onClick={() => go(number + 1)}
          >
            →
          </button>
        </div>
        <h3>{strings.weekTitle(number, week.title)}</h3>
        {from !== null && (
          <p className="faint">
            {daySpan(from, addDays(from, 6))}
            {number === progress.week && ` · ${strings.thisWeek}`}
          </p>
        )}
        {week.tasks.length === 0 ? (
          <p className="faint">{strings.noTasks}</p>
        ) : (
          <ItemList items={week.tasks} />
        )}
        <AddLine
          key={number}
          label={strings.addTask}
          add={(text) => run({ do: "add-item", kind: "task", list: weekList(number), text })}
        />
        <p className="goal">
          <b>{strings.goal}</b>{" "}
          <Editable
            key={number}
            label={strings.goal}
            text={week.goal}
            save={(text) => run({ do: "set-goal", week: number, text })}
          />
        </p>
      </div>
    </Section>
  );
}

/** On paper all weeks stand one after another, as in TRACKER.md. */
function PrintedWeeks() {
  const { progress } = useTracker().situation;
  return (
    <div className="print-only">
      {progress.weeks.map(({ number, title, tasks, goal }) => (
        <section key={number}>
          <h3>{strings.weekTitle(number, title)}</h3>
          {tasks.map(({ id, text, done }) => (
            <p key={id} className="printed-task">
              {done ? "☑" : "☐"} {text}
            </p>
          ))}
          {goal !== "" && (
            <p>
              <b>{strings.goal}</b> {goal}
            </p>
          )}
        </section>
      ))}
    </div>
  );
}
