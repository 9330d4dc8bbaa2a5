/** The weeks that members are in: each task, and who of those that share ticks has done it. */
import type { WeekTogether } from "../../core/group/together.ts";
import type { GroupView } from "../../core/group/view.ts";
import { Section } from "../parts/parts.tsx";
import { strings } from "../strings.ts";
import { groupWords } from "./words.ts";

export function WeekSection({ view }: { readonly view: GroupView }) {
  const { weeks, ticking } = view;
  return (
    <Section title={groupWords.week}>
      {weeks.length === 0 && <p className="faint">{groupWords.noWeek}</p>}
      {weeks.map((week) => (
        <Week key={week.number} week={week} ticking={ticking} />
      ))}
    </Section>
  );
}

function Week(props: { readonly week: WeekTogether; readonly ticking: readonly string[] }) {
  const { week, ticking } = props;
  const title = strings.weekTitle(week.number, week.title);
  return (
    <>
      <h3>{title}</h3>
      <p className="faint">{groupWords.inWeek(week.at)}</p>
      {ticking.length === 0 ? (
        <p className="faint">{groupWords.noTicks}</p>
      ) : (
        // Many members are scrolled to, beside the tasks; so it has to be reached by keys too.
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls takes the arrow keys.
        <section className="table-scroll group-week" aria-label={title} tabIndex={0}>
          <table className="data">
            <thead>
              <tr>
                <th scope="col">{groupWords.task}</th>
                {ticking.map((name) => (
                  <th key={name} scope="col">
                    {name}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {week.tasks.map(({ id, text, done }) => (
                <tr key={id}>
                  <th scope="row">{text}</th>
                  {ticking.map((name) => (
                    <Box key={name} done={done.includes(name)} />
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      )}
    </>
  );
}

function Box({ done }: { readonly done: boolean }) {
  return (
    <td className={done ? "is-done" : "faint"}>
      <span role="img" aria-label={done ? groupWords.ticked : groupWords.notTicked}>
        {done ? "☑" : "☐"}
      </span>
    </td>
  );
}
