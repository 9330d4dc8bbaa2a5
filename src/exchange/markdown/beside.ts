/**
 * Times that stand beside a thing without saying whether they were planned or spent: `Read BERT (3h)`, `Time: 6h` below
 * a week. Where one stands beside what nobody has begun, they are plans; where none does, they were spent.
 */
import type { Minutes } from "../../core/time/duration.ts";
import { roleOfHead } from "./columns.ts";
import { session } from "./read-table.ts";
import type { Finding, Left, PaperFound, TaskFound } from "./reading.ts";
import { hoursIn, saysNoTime, timeBehind } from "./times.ts";

export interface Beside {
  readonly line: number;
  readonly minutes: Minutes;
  /** The place of what it stands behind, and its words without the time; or the week that it stands below. */
  readonly of:
    | { readonly is: "finding"; readonly at: number; readonly words: string }
    | { readonly is: "week"; readonly week: number; readonly from: number };
  /** It says itself that it was spent. */
  readonly spent: boolean;
}

const spentWords = /spent|logged|studied|actual|tracked|worked|gelernt|dedicad|pass[ée]|gast/i;

/** `⏱ Time: 6h 30m`, on a line of its own. `minutes` is null where nobody has filled it in. */
export function labelledTime(
  text: string,
): { readonly minutes: Minutes | null; readonly spent: boolean } | null {
  const [, key = "", value = ""] =
    /^[^\p{L}\p{N}]*([\p{L}][\p{L} ]{2,24})\s*[:：]\s*(.{0,30})$/u.exec(text) ?? [];
  if (key === "" || /^(?:total|overall)/i.test(key) || roleOfHead(key) !== "hours") return null;
  if (saysNoTime(value.replace(/^[_.\s]*$/, ""))) return { minutes: null, spent: false };
  if (/\d\s*[-–]\s*\d/.test(value)) return { minutes: null, spent: false };
  const minutes = hoursIn(value, "hours");
  return minutes === null ? null : { minutes, spent: spentWords.test(key) };
}

export interface Settled {
  readonly findings: readonly Finding[];
  readonly hours: number;
  readonly left: readonly Left[];
}

export function settledBeside(findings: readonly Finding[], all: readonly Beside[]): Settled {
  const open = all.filter(({ spent }) => !spent);
  const logs = findings.some(({ is }) => is === "session");
  const planned = logs || open.some((one) => !isBegun(one, findings));
  const counted = all.filter(({ spent }) => spent || !planned);
  const taken = withTimes(findings, counted);
  const begun = planned ? open.filter((one) => isBegun(one, findings)) : [];
  const [first] = begun;
  const left: Left[] =
    first === undefined
      ? []
      : [
          {
            line: first.line,
            kind: "hours",
            text: begun.length === 1 ? "a time" : `${begun.length} times`,
            reason: logs
              ? "the file logs its days as well, and the log counts; it would count twice"
              : "such times stand beside what is open too, so they are taken for plans; write `(spent: 3h)` for what you spent",
          },
        ];
  return { findings: taken, hours: counted.length + left.length, left };
}

function isBegun({ of }: Beside, findings: readonly Finding[]): boolean {
  if (of.is === "finding") return begun(findings[of.at]);
  const inside: Finding[] = [];
  const heading = findings[of.from];
  const level = heading?.is === "heading" ? heading.level : 0;
  for (let at = of.from + 1; at < findings.length; at += 1) {
    const one = findings[at];
    if (one === undefined || (one.is === "heading" && one.level <= level)) break;
    inside.push(one);
  }
  return inside.some(begun);
}

function begun(found: Finding | undefined): boolean {
  if (found?.is === "task") return found.state !== "none";
  return (
    found?.is === "paper" && (found.dropped || !["none", undefined].includes(found.states.read))
  );
}

function withTimes(findings: readonly Finding[], all: readonly Beside[]): readonly Finding[] {
  const behind = new Map(
    all.flatMap(({ of, minutes }) =>
      of.is === "finding" ? [[of.at, { minutes, words: of.words }] as const] : [],
    ),
  );
  const timed = findings.map((found, at) => {
    const time = behind.get(at);
    if (time === undefined) return found;
    const { minutes, words } = time;
    if (found.is === "task") return { ...found, minutes, text: words } satisfies TaskFound;
    if (found.is !== "paper") return found;
    const name = timeBehind(found.name)?.words ?? found.name;
    return { ...found, name, hours: { ...found.hours, read: minutes } } satisfies PaperFound;
  });
  const weeks = all.flatMap(({ of, line, minutes }) =>
    of.is === "week"
      ? [session(line, { is: "week", week: of.week }, minutes, "", [], findings)]
      : [],
  );
  return [...timed, ...weeks];
}
