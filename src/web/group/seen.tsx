/** Who is where on the map, what came since the last check-in, and what a mentor sees. */
import { Link } from "wouter";
import type { Stuck, StuckOne } from "../../core/group/stuck.ts";
import type { Digest, Whereabouts } from "../../core/group/together.ts";
import type { GroupView } from "../../core/group/view.ts";
import { aspectWork } from "../../core/words/describe.ts";
import { longDay } from "../format.ts";
import { Section } from "../parts/parts.tsx";
import { strings } from "../strings.ts";
import { groupWords } from "./words.ts";

export function MapSection({ map }: { readonly map: readonly Whereabouts[] }) {
  return (
    <Section title={groupWords.map}>
      {map.length === 0 && <p className="faint">{groupWords.noMap}</p>}
      <dl className="group-list">
        {map.map((one) => (
          <div key={one.paper}>
            <dt>
              <Link href={`/paper/${one.paper}`}>{one.name}</Link>
            </dt>
            {one.begun.length > 0 && <dd>{one.begun.map(begun).join("; ")}</dd>}
            {one.complete.length > 0 && <dd>{groupWords.complete(one.complete)}</dd>}
            {one.verified.length > 0 && (
              <dd className="is-done">{groupWords.verified(one.verified)}</dd>
            )}
          </div>
        ))}
      </dl>
    </Section>
  );
}

function begun({ name, aspects }: Whereabouts["begun"][number]): string {
  return groupWords.begun(
    name,
    aspects.map((aspect) => aspectWork[aspect]),
  );
}

export function DigestSection({ view }: { readonly view: GroupView }) {
  const { digests, span } = view;
  const shown = digests.flatMap((digest) => {
    const said = sayDigest(digest);
    return said === null ? [] : [{ name: digest.name, said }];
  });
  return (
    <Section title={groupWords.digest(longDay(span.until))}>
      <p className="faint">{groupWords.since(longDay(span.from))}</p>
      {shown.length === 0 && <p className="faint">{groupWords.nothingShared}</p>}
      <dl className="group-list">
        {shown.map(({ name, said }) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{said.length === 0 ? groupWords.nothingYet : said.join("; ")}</dd>
          </div>
        ))}
      </dl>
    </Section>
  );
}

/** Null where nothing of it is shared. */
function sayDigest(digest: Digest): readonly string[] | null {
  const { papers, tasks, verified, milestones, teachBacks, minutes } = digest;
  if ([papers, verified, milestones, teachBacks, minutes].every((one) => one === null)) return null;
  return [
    ...(papers ?? []).map(begun),
    ...(tasks ? [groupWords.tasks(tasks)] : []),
    ...(verified ?? []).map(groupWords.passed),
    ...(milestones ?? []).map(groupWords.milestone),
    ...(teachBacks?.length ? [groupWords.taught(teachBacks.length)] : []),
    ...(minutes ? [strings.hours(minutes)] : []),
  ];
}

export function StuckSection({ stuck }: { readonly stuck: readonly Stuck[] }) {
  return (
    <Section title={groupWords.stuck}>
      <p className="faint">{groupWords.stuckIs}</p>
      {stuck.length === 0 && <p>{groupWords.nobodyStuck}</p>}
      <dl className="group-list">
        {stuck.map(({ paper, exercise, title, who }) => (
          <div key={`${paper}/${exercise}`}>
            <dt>
              {paper === null ? title : <Link href={`/paper/${paper}/implement`}>{title}</Link>}
            </dt>
            {who.map((one) => (
              <dd key={one.name}>{sayStuck(one)}</dd>
            ))}
          </div>
        ))}
      </dl>
    </Section>
  );
}

function sayStuck(one: StuckOne): string {
  if (one.is === "begun") return groupWords.begunOnly(one.name);
  return groupWords.failing(one.name, one.runs, longDay(one.last), one.mistakes);
}
