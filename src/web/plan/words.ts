/** What the plan says. */
export const planWords = {
  timeOff: "Time off",
  noTimeOff: "Nothing is asked on days off; the plan and the cards wait for you.",
  awayFrom: "First day",
  awayUntil: "Last day",
  takeOff: "Take time off",
  removeTimeOff: (stretch: string) => `Remove: ${stretch}`,
  timeLine: "Time line",
  timeLineSaid: (
    phases: readonly {
      number: number;
      title: string;
      weeks: { least: number; most: number };
      complete: number;
      counted: number;
    }[],
  ) =>
    phases
      .map(
        ({ number, title, weeks, complete, counted }) =>
          `Phase ${number}, ${title}, weeks ${weeks.least} to ${weeks.most}: ${complete} of ${counted} papers complete.`,
      )
      .join(" "),
  beyond: "not within ten years at this pace",
  between: (early: string, late: string) => (early === late ? early : `${early} to ${late}`),
  likely: (finish: string) => `most likely ${finish}`,
  doneSoFar: "Work done",
  plannedSoFar: "Planned by today",
  dates: "Dates and hours",
  effect: "With this:",
  finishMoves: (was: string, will: string) => `The likely finish moves from ${was} to ${will}.`,
  todayIsWeek: (week: number) => `Today is in week ${week}.`,
  saveDates: "Save the plan",
  addTaskTo: (week: number) => `Add a task to week ${week}`,
  moveOf: (text: string) => `Move: ${text}`,
  moveHelp:
    "Drag a task by its dots, or focus the dots and press Alt with an arrow: up and down in the week, left and right to another week.",
  dragHelp:
    "Press space to pick the task up, the arrows to move it, space to put it down, escape to cancel. Alt with an arrow moves it at once.",
  movePicked: (task: string) => `Picked up: ${task}.`,
  moveOver: (task: string, place: string) => `${task} is over ${place}.`,
  moveNowhere: (task: string) => `${task} is over no week.`,
  moveDropped: (task: string, place: string) => `${task} was put down at ${place}.`,
  moveLeft: (task: string) => `${task} stays where it was.`,
  finished: (weeks: number) =>
    weeks === 1 ? "One week that is over" : `${weeks} weeks that are over`,
  lateIs: (tasks: number) =>
    tasks === 1
      ? "One task of an earlier week is open."
      : `${tasks} tasks of earlier weeks are open.`,
  moveHere: "Move to this week",
  moveAll: "Move all to this week",
  moveHereOf: (text: string) => `Move to this week: ${text}`,
} as const;
