/** Milestones and rewards, resources, and the study tips. */
import type { ResourceGroup } from "../../core/content/curriculum.ts";
import { namedNow, resourceList } from "../../core/progress/lists.ts";
import { strings } from "../strings.ts";
import { AddLine, Editable, ItemList, Section, useTracker } from "./parts.tsx";
import { partWords } from "./words.ts";

export function Milestones() {
  const { situation, run } = useTracker();
  const { progress } = situation;
  return (
    <Section title={partWords.sections.milestones}>
      <ItemList items={progress.milestones} />
      <h3>{partWords.rewards}</h3>
      <dl className="rewards">
        {progress.rewards.map(({ after, label, text, earned }) => (
          <div key={label} className={earned ? "earned" : ""}>
            <dt>
              {label} {earned && <i>{partWords.earned}</i>}
            </dt>
            <dd>
              <Editable
                label={label}
                text={text}
                hint={partWords.rewardHint}
                save={(promised) => run({ do: "set-reward", reward: after, text: promised })}
              />
            </dd>
          </div>
        ))}
      </dl>
    </Section>
  );
}

export function Resources() {
  const { situation, run } = useTracker();
  const { curriculum, progress } = situation;
  const shipped = new Map<string, ResourceGroup["items"][number]>(
    curriculum.resources.flatMap(({ items }) => items.map((item) => [item.id, item] as const)),
  );
  return (
    <Section title={partWords.sections.resources}>
      {progress.resources.map(({ title, items }) => (
        <div key={title}>
          <h3>{title}</h3>
          <ItemList
            items={items.map((item) => ({ ...item, text: namedNow(item, shipped.get(item.id)) }))}
            link={(id) => shipped.get(id)?.url ?? null}
          />
          <AddLine
            label={`${strings.add}: ${title}`}
            add={(text) =>
              run({ do: "add-item", kind: "resource", list: resourceList(title), text })
            }
          />
        </div>
      ))}
    </Section>
  );
}

export function Tips() {
  const { situation } = useTracker();
  const { reading, guidelines, notePractices } = situation.curriculum;
  return (
    <Section title={partWords.sections.tips}>
      <h3>{partWords.reading}</h3>
      <ol>
        {reading.map(({ name, what, minutes }) => (
          <li key={name}>
            <b>{name}</b>: {what}{" "}
            <span className="faint">({strings.minutes(minutes.least, minutes.most)})</span>
          </li>
        ))}
      </ol>
      <h3>{strings.guidelines}</h3>
      <ul>
        {guidelines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      <h3>{partWords.notePractices}</h3>
      <ul>
        {notePractices.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </Section>
  );
}
