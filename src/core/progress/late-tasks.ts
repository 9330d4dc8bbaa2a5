/** Tasks of weeks that are over and were not done: they can be moved to the week at hand. */
import type { ItemProgress } from "./lists.ts";
import type { Progress } from "./progress.ts";

export interface LateTask {
  readonly week: number;
  readonly task: ItemProgress;
}

export function lateTasks({ weeks, week, workWeek }: Progress): readonly LateTask[] {
  if (week === null) return [];
  return weeks
    .filter(({ number }) => number < Math.min(week, workWeek))
    .flatMap(({ number, tasks }) =>
      tasks.filter(({ done }) => !done).map((task) => ({ week: number, task })),
    );
}
