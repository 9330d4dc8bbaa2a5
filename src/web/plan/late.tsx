/** What earlier weeks left open, to be moved to this one: one line above the weeks until it is opened. */
import type { Command } from "../../core/decide/command.ts";
import { type LateTask, lateTasks } from "../../core/progress/late-tasks.ts";
import { weekList } from "../../core/progress/lists.ts";
import { Tick, useTracker } from "../parts/parts.tsx";
import { strings } from "../strings.ts";
import { planWords as words } from "./words.ts";

export function Late() {
  const { situation, run, locked } = useTracker();
  const { progress } = situation;
  const late = lateTasks(progress);
  if (late.length === 0 || locked) return null;
  const tasks = progress.weeks.find(({ number }) => number === progress.workWeek)?.tasks ?? [];
  const last = tasks.at(-1)?.id ?? null;
  const list = weekList(progress.workWeek);
  const move = (moved: readonly LateTask[]) => {
    const commands = moved.map(
      ({ task }, index): Command => ({
        do: "move-item",
        item: task.id,
        list,
        after: moved[index - 1]?.task.id ?? last,
      }),
    );
    void run(...commands);
  };
  return (
    <details className="late-tasks">
      <summary>{words.lateIs(late.length)}</summary>
      {late.length > 1 && (
        <p>
          <button type="button" className="quiet" onClick={() => move(late)}>
            {words.moveAll}
          </button>
        </p>
      )}
      <ul className="items">
        {late.map((one) => (
          <li key={one.task.id}>
            <Tick
              label={one.task.text}
              done={one.task.done}
              command={(done) => ({ do: "mark-item", item: one.task.id, done })}
              visible={
                <>
                  {one.task.text} <span className="faint">{strings.ofWeek(one.week)}</span>
                </>
              }
            />
            <button
              type="button"
              className="quiet"
              aria-label={words.moveHereOf(one.task.text)}
              onClick={() => move([one])}
            >
              {words.moveHere}
            </button>
          </li>
        ))}
      </ul>
    </details>
  );
}
