/**
 * What a learner takes along when they start over, or go on to another curriculum: their time, what they remember, what
 * they wrote, and how they live. What was ticked stays where it was ticked: the new plan begins unticked.
 */
import * as v from "valibot";
import type { PaperId } from "../content/curriculum.ts";
import { type Body, bodySchemas, type Entry, type EntryType } from "../entries/entry.ts";
import type { Reversals } from "../entries/ledger.ts";
import { pastTime } from "../progress/sessions.ts";

const taken: ReadonlySet<EntryType> = new Set<EntryType>([
  "day.begins",
  "week.eased",
  "away.set",
  "settings.changed",
  "card.reviewed",
  "card.added",
  "card.edited",
  "card.suspended",
  "card.removed",
  "recall.fitted",
  "quiz.taken",
  "highlight.added",
  "highlight.removed",
  "teachback.written",
  "measurement.kept",
  "measurement.removed",
]);

/**
 * `entries` are the old journal's, in order; `papers` those of the new plan. Time that was spent on one of these before
 * counts as time, and not as work on it that is still to be done. Papers that the new plan does not have bring what
 * they are called, `nameOf` them.
 */
export function carriedOn(
  entries: readonly Entry[],
  reversals: Reversals,
  papers: ReadonlySet<PaperId>,
  nameOf: (paper: PaperId) => string,
): readonly Body[] {
  const counting = entries.filter(({ command }) => !reversals.undone.has(command));
  const of = (paper: PaperId | null) => (paper !== null && papers.has(paper) ? null : paper);
  const time = pastTime(entries, reversals).map((past): Body => {
    if (past.is === "correction") {
      const { activity, on, minutes } = past;
      return { type: "hours.adjusted", paper: of(past.paper), activity, on, minutes };
    }
    const { activity, pass, start, on, minutes } = past;
    const its = pass === undefined ? {} : { pass };
    return { type: "session.logged", paper: of(past.paper), activity, ...its, start, on, minutes };
  });
  const carried = [...time, ...counting.filter(({ type }) => taken.has(type)).map(bodyOf)];
  return [...namesIn(carried, papers, nameOf), ...carried];
}

function namesIn(
  bodies: readonly Body[],
  papers: ReadonlySet<PaperId>,
  nameOf: (paper: PaperId) => string,
): readonly Body[] {
  const strangers = new Set(
    bodies.flatMap((body) =>
      "paper" in body && body.paper != null && !papers.has(body.paper) ? [body.paper] : [],
    ),
  );
  return [...strangers]
    .map((paper): Body => ({ type: "paper.renamed", paper, name: nameOf(paper) }))
    .filter((body) => body.type === "paper.renamed" && body.name !== body.paper);
}

/** What is the entry's own, without who made it and when. */
function bodyOf(entry: Entry): Body {
  return v.parse(bodySchemas[entry.type], entry);
}
