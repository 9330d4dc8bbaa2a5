/** The tasks of every week. They are moved by dragging, or with keys, within a week and between weeks. */
import {
  type Announcements,
  closestCorners,
  DndContext,
  type DragEndEvent,
  KeyboardSensor,
  PointerSensor,
  type UniqueIdentifier,
  useDroppable,
  useSensor,
  useSensors,
} from "@dnd-kit/core";
import {
  SortableContext,
  sortableKeyboardCoordinates,
  useSortable,
  verticalListSortingStrategy,
} from "@dnd-kit/sortable";
import { GripVertical } from "lucide-react";
import {
  type CSSProperties,
  type KeyboardEvent,
  type ReactNode,
  useId,
  useSyncExternalStore,
} from "react";
import type { ItemId } from "../../core/content/curriculum.ts";
import { type ItemProgress, type WeekProgress, weekList } from "../../core/progress/lists.ts";
import { courseOf, weekStart } from "../../core/progress/schedule.ts";
import { minutesInWeek } from "../../core/progress/spent.ts";
import { addDays } from "../../core/time/calendar.ts";
import { daySpan } from "../format.ts";
import { WeekDays } from "../parts/day-plan.tsx";
import { EditForm, ItemTools, Tick, useEditing, useTracker } from "../parts/parts.tsx";
import { AddTask, Goal } from "../parts/weeks.tsx";
import { strings } from "../strings.ts";
import { Late } from "./late.tsx";
import { planWords } from "./words.ts";

export function WeekBoards() {
  const { situation, run, locked } = useTracker();
  const { weeks, week: now, workWeek } = situation.progress;
  const wanted = useWantedWeek();
  // The plan opens at this week; what is over lies folded beneath.
  const isOver = (week: WeekProgress) => now !== null && week.number < Math.min(now, workWeek);
  const [over, ahead] = [weeks.filter(isOver), weeks.filter((week) => !isOver(week))];
  const sensors = useSensors(
    useSensor(PointerSensor, { activationConstraint: { distance: 6 } }),
    useSensor(KeyboardSensor, { coordinateGetter: sortableKeyboardCoordinates }),
  );
  const onDragEnd = ({ active, over }: DragEndEvent) => {
    if (over === null || active.id === over.id) return;
    const place = placeAt(weeks, active.id as ItemId, String(over.id));
    if (place !== null) void run({ do: "move-item", item: active.id as ItemId, ...place });
  };
  // Said by their names: an id says nothing to somebody who listens.
  const nameOf = (id: UniqueIdentifier) => {
    const week = weeks.find(({ number }) => weekList(number) === id);
    if (week !== undefined) return strings.weekTitle(week.number, week.title);
    return weeks.flatMap(({ tasks }) => tasks).find((task) => task.id === id)?.text ?? "";
  };
  const announcements: Announcements = {
    onDragStart: ({ active }) => planWords.movePicked(nameOf(active.id)),
    onDragOver: ({ active, over }) => {
      if (over === null) return planWords.moveNowhere(nameOf(active.id));
      // Over itself, as at the beginning: that would drown what was said of picking it up.
      if (over.id === active.id) return undefined;
      return planWords.moveOver(nameOf(active.id), nameOf(over.id));
    },
    onDragEnd: ({ active, over }) =>
      over === null
        ? planWords.moveLeft(nameOf(active.id))
        : planWords.moveDropped(nameOf(active.id), nameOf(over.id)),
    onDragCancel: ({ active }) => planWords.moveLeft(nameOf(active.id)),
  };
  return (
    <DndContext
      sensors={sensors}
      collisionDetection={closestCorners}
      onDragEnd={onDragEnd}
      accessibility={{
        announcements,
        screenReaderInstructions: { draggable: planWords.dragHelp },
      }}
    >
      <div className="late no-print">
        <Late />
      </div>
      <div className="boards">
        {ahead.map((week) => (
          <Board key={week.number} week={week} />
        ))}
      </div>
      {!locked && <p className="faint move-help">{planWords.moveHelp}</p>}
      {over.length > 0 && (
        <Folded count={over.length} opens={over.some(({ number }) => number === wanted)}>
          {over.map((week) => (
            <Board key={week.number} week={week} />
          ))}
        </Folded>
      )}
    </DndContext>
  );
}

function Folded(props: {
  readonly count: number;
  readonly opens: boolean;
  readonly children: ReactNode;
}) {
  return (
    <details className="weeks-over" open={props.opens}>
      <summary>{planWords.finished(props.count)}</summary>
      <div className="boards">{props.children}</div>
    </details>
  );
}

/** The week that the address leads into: `#week-2`. */
function useWantedWeek(): number | null {
  const hash = useSyncExternalStore(whenMoved, () => window.location.hash);
  const week = /^#week-(\d+)$/.exec(hash)?.[1];
  return week === undefined ? null : Number(week);
}

const moves = ["pushState", "replaceState", "popstate", "hashchange"] as const;

function whenMoved(listener: () => void): () => void {
  for (const move of moves) window.addEventListener(move, listener);
  return () => {
    for (const move of moves) window.removeEventListener(move, listener);
  };
}

interface Place {
  readonly list: string;
  readonly after: ItemId | null;
}

/** Where a task lands when it is let go over another task or over a week's empty room. */
function placeAt(weeks: readonly WeekProgress[], item: ItemId, over: string): Place | null {
  const board = /^week:(\d+)$/.exec(over);
  if (board !== null) {
    const week = weeks.find(({ number }) => number === Number(board[1]));
    const rest = week?.tasks.filter(({ id }) => id !== item) ?? [];
    return week === undefined
      ? null
      : { list: weekList(week.number), after: rest.at(-1)?.id ?? null };
  }
  const week = weeks.find(({ tasks }) => tasks.some(({ id }) => id === over));
  if (week === undefined) return null;
  const to = week.tasks.findIndex(({ id }) => id === over);
  const from = week.tasks.findIndex(({ id }) => id === item);
  // Moved down within a week it takes the place behind the other, else the place before it.
  const down = from !== -1 && from < to;
  const rest = week.tasks.filter(({ id }) => id !== item);
  const at = rest.findIndex(({ id }) => id === over);
  const after = down ? rest[at] : rest[at - 1];
  return { list: weekList(week.number), after: after?.id ?? null };
}

function Board({ week }: { readonly week: WeekProgress }) {
  const { progress, tally } = useTracker().situation;
  const { number, title, tasks } = week;
  const { setNodeRef, isOver } = useDroppable({ id: weekList(number) });
  const isNow = progress.week === number;
  const course = courseOf(progress);
  const from = course === null ? null : weekStart(course, number);
  const spent = minutesInWeek(tally, number);
  const done = tasks.filter((task) => task.done).length;
  return (
    <section
      ref={setNodeRef}
      id={`week-${number}`}
      tabIndex={-1}
      className={`board ${isNow ? "is-now" : ""} ${isOver ? "is-over" : ""}`}
      aria-label={strings.weekTitle(number, title)}
    >
      <h2>{strings.weekTitle(number, title)}</h2>
      <p className="faint">
        {[
          from !== null && daySpan(from, addDays(from, 6)),
          isNow && strings.thisWeek,
          spent > 0 && strings.hours(spent),
          tasks.length > 0 && `${done}/${tasks.length}`,
        ]
          .filter(Boolean)
          .join(" · ")}
      </p>
      <SortableContext items={tasks.map(({ id }) => id)} strategy={verticalListSortingStrategy}>
        <ul className="items">
          {tasks.map((task) => (
            <Task key={task.id} task={task} week={week} />
          ))}
        </ul>
      </SortableContext>
      {tasks.length === 0 && <p className="faint">{strings.noTasks}</p>}
      <AddTask week={number} label={planWords.addTaskTo(number)} />
      <WeekDays week={number} />
      <Goal week={week} label={strings.goalOf(number, title)} />
    </section>
  );
}

function Task({ task, week }: { readonly task: ItemProgress; readonly week: WeekProgress }) {
  const { situation, run, locked } = useTracker();
  const id = useId();
  const [editing, setEditing] = useEditing(id);
  const remove = () => void run({ do: "remove-item", item: task.id });
  const { attributes, listeners, setNodeRef, transform, transition, isDragging } = useSortable({
    id: task.id,
    disabled: locked,
  });
  const style: CSSProperties = {
    ...(transform === null
      ? {}
      : {
          transform: `translate3d(${Math.round(transform.x)}px, ${Math.round(transform.y)}px, 0)`,
        }),
    ...(transition === undefined ? {} : { transition }),
  };
  /** Alt with an arrow: up and down in the week, left and right to the weeks beside it. */
  const onKeyDown = (event: KeyboardEvent<HTMLButtonElement>) => {
    if (!event.altKey) return listeners?.onKeyDown?.(event);
    const place = placeByKey(situation.progress.weeks, week, task.id, event.key);
    if (place === null) return;
    event.preventDefault();
    void run({ do: "move-item", item: task.id, ...place });
    // The line is drawn anew in its place; its handle keeps the focus.
    window.setTimeout(() => document.getElementById(`move-${task.id}`)?.focus(), 50);
  };
  if (editing) {
    return (
      <li>
        <EditForm
          label={strings.editOf(task.text)}
          text={task.text}
          save={(text) => run({ do: "edit-item", item: task.id, text })}
          remove={remove}
          close={() => setEditing(false)}
        />
      </li>
    );
  }
  return (
    <li ref={setNodeRef} style={style} className={isDragging ? "is-dragged" : ""}>
      {!locked && (
        <button
          type="button"
          id={`move-${task.id}`}
          className="handle"
          {...attributes}
          {...listeners}
          onKeyDown={onKeyDown}
          aria-label={planWords.moveOf(task.text)}
        >
          <GripVertical className="icon" aria-hidden />
        </button>
      )}
      <Tick
        label={task.text}
        done={task.done}
        command={(done) => ({ do: "mark-item", item: task.id, done })}
        visible={task.text}
      />
      <ItemTools id={id} item={task} edit={() => setEditing(true)} />
    </li>
  );
}

function placeByKey(
  weeks: readonly WeekProgress[],
  week: WeekProgress,
  item: ItemId,
  key: string,
): Place | null {
  const at = week.tasks.findIndex(({ id }) => id === item);
  const rest = week.tasks.filter(({ id }) => id !== item);
  const list = weekList(week.number);
  if (key === "ArrowUp") return at <= 0 ? null : { list, after: rest[at - 2]?.id ?? null };
  if (key === "ArrowDown") return at >= rest.length ? null : { list, after: rest[at]?.id ?? null };
  const step = key === "ArrowLeft" ? -1 : key === "ArrowRight" ? 1 : 0;
  const other = weeks.find(({ number }) => number === week.number + step);
  if (step === 0 || other === undefined) return null;
  return { list: weekList(other.number), after: other.tasks.at(-1)?.id ?? null };
}
