/** The weekly goals: one week at a time, this one first. */
import { useState } from "react";
import { type WeekProgress, weekList } from "../../core/progress/lists.ts";
import { courseOf, weekStart } from "../../core/progress/schedule.ts";
import { addDays } from "../../core/time/calendar.ts";
import { daySpan } from "../format.ts";
import { strings } from "../strings.ts";
import { AddLine, Editable, ItemList, Section, useTracker } from "./parts.tsx";
import { partWords } from "./words.ts";

export function Weeks() {
  const { progress } = useTracker().situation;
  const last = progress.weeks.at(-1)?.number ?? 1;
  const current = progress.workWeek;
  const [chosen, setChosen] = useState<number | null>(null);
  const number = chosen ?? current;
  const week = progress.weeks.find((candidate) => candidate.number === number);
  if (week === undefined) return null;
  const course = courseOf(progress);
  const from = course === null ? null : weekStart(course, number);
  const go = (to: number) => setChosen(to === current ? null : to);
  return (
    <Section title={partWords.sections.week}>
      <PrintedWeeks />
      <div className="no-print">
        <div className="weekbar">
          <button
            type="button"
            aria-label={partWords.previousWeek}
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
            aria-label={partWords.nextWeek}
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
        <AddTask key={`task ${number}`} week={number} label={strings.addTask} />
        <Goal key={`goal ${number}`} week={week} label={strings.goal} />
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

export function AddTask({ week, label }: { readonly week: number; readonly label: string }) {
  const { run } = useTracker();
  return (
    <AddLine
      label={label}
      add={(text) => run({ do: "add-item", kind: "task", list: weekList(week), text })}
    />
  );
}

export function Goal({ week, label }: { readonly week: WeekProgress; readonly label: string }) {
  const { run } = useTracker();
  return (
    <p className="goal">
      <b>{strings.goal}</b>{" "}
      <Editable
        label={label}
        text={week.goal}
        save={(text) => run({ do: "set-goal", week: week.number, text })}
      />
    </p>
  );
}
