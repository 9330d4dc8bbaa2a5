/** Everything that a group shows one of its members, as terminal, page and programs have it. */
import type { Curriculum } from "../content/curriculum.ts";
import type { TeachBack } from "../entries/tally.ts";
import type { Day } from "../time/calendar.ts";
import { type Stuck, stuckAt } from "./stuck.ts";
import {
  type Companion,
  checkinSpan,
  type Digest,
  digestOf,
  mapTogether,
  type Span,
  type WeekTogether,
  type Whereabouts,
  weekAt,
  weeksTogether,
} from "./together.ts";
import type { Role, Topic } from "./topic.ts";

/** A group as one of its members is told of it. */
export interface GroupTold {
  readonly name: string;
  /** The one curriculum that all go by, `llm@1a2b`; null for any. */
  readonly curriculum: string | null;
  /** The weekday of its check-in; null for the curriculum's first. */
  readonly checkin: string | null;
  readonly role: Role;
  /** Who looks. */
  readonly me: string;
  readonly members: readonly {
    readonly name: string;
    readonly role: Role;
    readonly topics: readonly Topic[];
  }[];
}

export interface MemberShown {
  readonly name: string;
  readonly role: Role;
  readonly shares: readonly Topic[];
  /** Null for who does not share it, or has no start date. */
  readonly week: number | null;
}

export interface Taught extends TeachBack {
  readonly member: string;
  /** What the paper is called. */
  readonly title: string;
}

export interface GroupView {
  readonly group: Pick<GroupTold, "name" | "me" | "role" | "curriculum" | "checkin">;
  /** The viewer's own curriculum where the group goes by another; else null. */
  readonly other: string | null;
  readonly members: readonly MemberShown[];
  readonly weeks: readonly WeekTogether[];
  /** Who shares ticks: only of these a box says anything. */
  readonly ticking: readonly string[];
  readonly map: readonly Whereabouts[];
  readonly span: Span;
  readonly digests: readonly Digest[];
  readonly teachBacks: readonly Taught[];
  /** What a mentor sees of the others; null for who is none. */
  readonly stuck: readonly Stuck[] | null;
}

export function groupViewOf(
  group: GroupTold,
  companions: readonly Companion[],
  curriculum: Curriculum,
  today: Day,
): GroupView {
  const { name, me, role, checkin, curriculum: fixed } = group;
  const own = `${curriculum.id}@${curriculum.version}`;
  const span = checkinSpan(curriculum, checkin, today);
  const sharesOf = (one: Companion) =>
    group.members.find((member) => member.name === one.name)?.topics ?? [];
  return {
    group: { name, me, role, curriculum: fixed, checkin },
    other: fixed === null || fixed === own ? null : own,
    members: companions.map((one) => ({
      name: one.name,
      role: one.role,
      shares: sharesOf(one),
      week: weekAt(one),
    })),
    weeks: weeksTogether(companions),
    ticking: companions.filter(({ topics }) => topics.has("progress")).map((one) => one.name),
    map: mapTogether(companions),
    span,
    digests: companions.map((one) => digestOf(one, span)),
    teachBacks: companions.flatMap((one) => taughtBy(one)),
    stuck: role === "mentor" ? stuckAt(companions.filter((one) => one.name !== me)) : null,
  };
}

function taughtBy({ name, tally, progress }: Companion): readonly Taught[] {
  return tally.teachBacks.map((written) => {
    const title = progress.papers.find(({ id }) => id === written.paper)?.name ?? written.paper;
    return { ...written, member: name, title };
  });
}
