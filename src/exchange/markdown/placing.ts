/** What a tracker that was read brings to a workspace: each finding as a wish, or the reason why it has no place. */
import type { ItemId, PaperId } from "../../core/content/curriculum.ts";
import type { Command } from "../../core/decide/command.ts";
import type { Situation } from "../../core/decide/decision.ts";
import type { Aspect, Body } from "../../core/entries/entry.ts";
import { type ItemProgress, weekList } from "../../core/progress/lists.ts";
import { addDays, type Day, daysBetween } from "../../core/time/calendar.ts";
import { plainWords } from "../../tracker/plain.ts";
import type { Placed } from "../form.ts";
import {
  byItsName,
  byNameOrTopic,
  type PaperIndex,
  paperIndex,
  paperMeant,
} from "../paper-index.ts";
import type { Wish } from "../wishes.ts";
import { foreignVerbs } from "./languages.ts";
import { placeSessions } from "./placing-sessions.ts";
import type { Left, PaperFound, Reading, TaskFound } from "./reading.ts";

export function placed(reading: Reading, situation: Situation): Placed {
  const index = paperIndex(situation);
  const items = itemsByWords(situation);
  const wishes: Wish[] = [];
  const homeless: Left[] = [];
  const used = new Set<ItemId>();
  const hours = hoursPlan(reading, situation, index);
  let week: number | null = null;
  let weekLevel = 0;
  for (const found of reading.findings) {
    switch (found.is) {
      case "heading":
        if (found.unit?.kind === "week") {
          week = found.unit.number;
          weekLevel = found.level;
        } else if (found.level <= weekLevel) week = null;
        break;
      case "paper":
        wishes.push(...paperWishes(found, index, hours));
        break;
      case "task":
        placeTask(found, week);
        break;
      case "session":
        break;
      default:
        found satisfies never;
    }
  }
  const sessions = placeSessions(reading, situation, index);
  return {
    wishes: [...furthest(wishes, situation), ...sessions.wishes],
    homeless: [...homeless, ...sessions.homeless, ...hours.homeless],
  };

  function placeTask(found: TaskFound, inWeek: number | null): void {
    const same = (items.get(plainWords(found.text).toLowerCase()) ?? []).filter(
      ({ item }) => !used.has(item.id),
    );
    const one = same.find(({ week: at }) => at === inWeek) ?? same[0];
    if (one !== undefined) {
      used.add(one.item.id);
      if (found.state === "done") wishes.push(markItem(one.item.id, found));
      placeTime(found, null);
      return;
    }
    const work = workOn(
      found.text,
      index,
      found.links.map(({ url }) => url),
    );
    if (work !== null) {
      wishes.push(...paperState(work.paper, work.aspect, found.state, found.line, found.done));
      placeTime(found, work.paper);
      return;
    }
    // An open line, as a list without boxes has it, brings nothing that could be taken.
    if (!found.boxed || found.state === "dropped") return;
    if (inWeek !== null && situation.progress.weeks.some(({ number }) => number === inWeek)) {
      wishes.push(addItem(found, inWeek));
      placeTime(found, null);
      return;
    }
    placeTime(found, null);
    homeless.push({
      line: found.line,
      kind: found.from === "table" ? "row" : "box",
      text: found.text.slice(0, 80),
      reason: "no task or paper of this workspace has these words",
    });
  }

  function placeTime(found: TaskFound, paper: PaperId | null): void {
    const reason = found.minutes === null ? null : hours.elsewhere(paper);
    if (reason === null) wishes.push(...timeOf(found, paper));
    else homeless.push(twice(found.line, found.text, reason));
  }
}

const logCounts = "the file logs its days as well, and the log counts";
const rowCounts = "a row of its paper says its hours as well";

/** What is done, here or elsewhere in the file, is not begun again by a line that is behind it. */
function furthest(wishes: readonly Wish[], { progress }: Situation): readonly Wish[] {
  const done = new Set(
    wishes.flatMap(({ command }) =>
      command.do === "mark-paper" && command.done ? [`${command.aspect} ${command.paper}`] : [],
    ),
  );
  const isDone = (paper: PaperId, aspect: Aspect) =>
    done.has(`${aspect} ${paper}`) ||
    progress.papers.find(({ id }) => id === paper)?.done[aspect] === true;
  return wishes.filter(
    ({ command }) => command.do !== "progress-paper" || !isDone(command.paper, command.aspect),
  );
}

interface KnownItem {
  readonly item: ItemProgress;
  readonly week: number | null;
}

/** All lines of the workspace's lists by their words, with and without a milestone's label. */
function itemsByWords({ progress }: Situation): ReadonlyMap<string, readonly KnownItem[]> {
  const all: readonly (KnownItem & { readonly label: string | null })[] = [
    ...progress.weeks.flatMap(({ number, tasks }) =>
      tasks.map((item) => ({ item, week: number, label: null })),
    ),
    ...progress.milestones.map((item) => ({ item, week: null, label: item.label })),
    ...progress.resources.flatMap(({ items }) =>
      items.map((item) => ({ item, week: null, label: null })),
    ),
  ];
  const pairs = all.flatMap(({ item, week, label }) =>
    [item.text, ...(label === null ? [] : [`${label}: ${item.text}`])].map(
      (text) => [plainWords(text).toLowerCase(), { item, week }] as const,
    ),
  );
  return new Map(
    [...Map.groupBy(pairs, ([words]) => words)].map(([words, found]) => [
      words,
      found.map(([, known]) => known),
    ]),
  );
}

function markItem(item: ItemId, { line, done }: TaskFound): Wish {
  return {
    line,
    key: `item:${item}`,
    command: { do: "mark-item", item, done: true },
    on: done ?? undefined,
  };
}

function addItem(found: TaskFound, week: number): Wish {
  const { line, text, state } = found;
  return {
    line,
    key: `task:week ${week}:${plainWords(text).toLowerCase()}`,
    command: { do: "add-item", kind: "task", list: weekList(week), text },
    followUp: (made) =>
      made.type === "item.added" && state === "done" ? [markItem(made.item, found)] : [],
  };
}

function timeOf(found: TaskFound, paper: PaperId | null = null): readonly Wish[] {
  const { line, minutes, text, done } = found;
  if (minutes === null || minutes === 0) return [];
  const key = `time:${plainWords(text).toLowerCase().slice(0, 300)}`;
  const command: Command = {
    do: "adjust-hours",
    paper,
    activity: "read",
    minutes,
    ...(done === null ? {} : { on: done }),
  };
  return [{ line, key, command }];
}

const verbs: readonly (readonly [RegExp, Aspect])[] = [
  [
    /^(?:re-?)?(?:implement(?:ed|ing)?|code|coded|build|reproduce|write code for)\b/i,
    "implemented",
  ],
  [
    /^(?:(?:take|write|make|finish)\s+)?(?:detailed\s+)?notes?\s+(?:on|for|about|of)\b|^summari[sz]e\b/i,
    "notes",
  ],
  [/^(?:re-?)?(?:read|reading|study|skim|finish(?: reading)?|go through)\b/i, "read"],
  ...foreignVerbs,
];

/** `Read the BERT paper`, `Implement LoRA`, or a paper's name alone. */
function workOn(
  text: string,
  index: PaperIndex,
  addresses: readonly string[],
): { readonly paper: PaperId; readonly aspect: Aspect } | null {
  // An issue's number, who has it, a tag and a reference to a block say nothing of the paper.
  const bare = text
    .replace(/^#\d+\s+(?=\S)/, "")
    .replace(/\s+(?:\(?@[\w-]+\)?|#\p{L}[\p{L}\d/_-]*|\(\([\w-]+\)\))(?=\s|$)/gu, "");
  const words = plainWords(bare);
  const verb = verbs.find(([form]) => form.test(words));
  const rest = (verb === undefined ? words : words.replace(verb[0], " "))
    .trim()
    .replace(/^\s*[:–-]?\s*(?:the\s+)?(?:papers?\s*[:–-]?\s*)?/i, "")
    .replace(/\s+(?:papers?|notes?|thoroughly|again|from scratch|in full|carefully)$/i, "")
    .replace(/^["“]|["”]$/g, "");
  const paper = /\bpapers?\b/i.test(words) ? byNameOrTopic(index, rest) : byItsName(index, rest);
  if (paper !== null) return { paper, aspect: verb?.[1] ?? "read" };
  const led = addresses.flatMap((address) => index.byAddress.get(address) ?? []);
  return led[0] === undefined ? null : { paper: led[0], aspect: verb?.[1] ?? "read" };
}

function paperState(
  paper: PaperId,
  aspect: Aspect,
  state: TaskFound["state"],
  line: number,
  on: Day | null,
): readonly Wish[] {
  if (state === "none") return [];
  if (state === "dropped") {
    return [{ line, key: `skip:${paper}`, command: { do: "skip-paper", paper, skipped: true } }];
  }
  const key = `${aspect}:${state}:${paper}`;
  const command: Command =
    state === "done"
      ? { do: "mark-paper", paper, aspect, done: true }
      : { do: "progress-paper", paper, aspect, state };
  return [{ line, key, command, on: on ?? undefined }];
}

function meantBy({ links, name, arxiv }: PaperFound, index: PaperIndex): PaperId | null {
  return paperMeant(index, { name, arxiv, addresses: links.map(({ url }) => url) });
}

function paperWishes(found: PaperFound, index: PaperIndex, hours: HoursPlan): readonly Wish[] {
  const addresses = found.links.map(({ url }) => url);
  const known = meantBy(found, index);
  const about = (paper: PaperId): readonly Wish[] => [
    ...(["read", "notes", "implemented"] as const).flatMap((aspect) =>
      paperState(
        paper,
        aspect,
        found.states[aspect] ?? "none",
        found.line,
        aspect === "read" ? found.done : null,
      ),
    ),
    ...(found.dropped ? paperState(paper, "read", "dropped", found.line, null) : []),
    ...hours.of(found, paper),
  ];
  if (known !== null) return about(known);
  const several = severalIn(found, index);
  if (several.length > 1) return several.flatMap(about);
  const name = found.name.replaceAll("|", "/").trim();
  const url = addresses.find((address) => /^https?:/.test(address));
  const record = {
    ...(found.arxiv === null ? {} : { arxiv: found.arxiv }),
    ...(url === undefined || url.length > 1900 ? {} : { url }),
  };
  const wish: Wish = {
    line: found.line,
    key: `paper:${found.arxiv ?? plainWords(name).toLowerCase()}`,
    command: {
      do: "add-paper",
      name: name.slice(0, 300),
      phase: null,
      ...(Object.keys(record).length === 0 ? {} : { record }),
    },
    followUp: (made: Body) => (made.type === "paper.added" ? about(made.paper) : []),
  };
  return [wish];
}

/** `GPT-1, GPT-2`: all of them known, and no time that would have to be divided. */
function severalIn({ name, hours }: PaperFound, index: PaperIndex): readonly PaperId[] {
  if (hours.read !== null || hours.implement !== null) return [];
  const parts = name.split(/\s*(?:[,;+&\n]|\band\b)\s*/).filter((part) => part !== "");
  const papers = parts.map((part) => byNameOrTopic(index, part));
  return papers.every((paper) => paper !== null) ? papers.filter((paper) => paper !== null) : [];
}

/** Why hours do not count that another place of the file counts already. */
function twice(
  line: number,
  text: string,
  reason = "a row of its paper says its hours as well",
): Left {
  return {
    line,
    kind: "hours",
    text: text.slice(0, 80),
    reason: `${reason}; these hours would count twice`,
  };
}

interface HoursPlan {
  /** Where the file tells the same hours again; null where it does not. */
  readonly elsewhere: (paper: PaperId | null) => string | null;
  readonly of: (found: PaperFound, paper: PaperId) => readonly Wish[];
  readonly homeless: readonly Left[];
}

/**
 * Hours of papers that have no day are laid out in the order of the rows, from the start to today. Where the file logs
 * its days as well, the log is the same time told more closely, and counts alone.
 */
function hoursPlan(
  reading: Reading,
  { progress, curriculum }: Situation,
  index: PaperIndex,
): HoursPlan {
  const papers = reading.findings.filter((one): one is PaperFound => one.is === "paper");
  const timed = papers.filter(({ hours }) => (hours.read ?? 0) + (hours.implement ?? 0) > 0);
  const logs = reading.findings.some(({ is }) => is === "session");
  if (logs) {
    const homeless = timed.map(({ line, name }) => twice(line, name, logCounts));
    return { of: () => [], homeless, elsewhere: () => null };
  }
  const start = reading.start ?? progress.start;
  const total = timed.reduce(
    (sum, { hours }) => sum + (hours.read ?? 0) + (hours.implement ?? 0),
    0,
  );
  let before = 0;
  const days = new Map<PaperFound, Day>();
  for (const paper of timed) {
    const minutes = (paper.hours.read ?? 0) + (paper.hours.implement ?? 0);
    const share = (before + minutes / 2) / total;
    before += minutes;
    const on =
      paper.done ??
      (start === null || start >= progress.today
        ? null
        : addDays(start, Math.floor(share * daysBetween(start, progress.today))));
    if (on !== null) days.set(paper, on);
  }
  const of = (found: PaperFound, paper: PaperId): readonly Wish[] =>
    (["read", "implement"] as const).flatMap((activity) => {
      const said = found.hours[activity];
      // A curriculum that was made from trackers has taken their hours over; what grew since is more.
      const held =
        curriculum.document === null
          ? 0
          : (progress.papers.find(({ id }) => id === paper)?.minutesBy[activity] ?? 0);
      const minutes = Math.max(0, (said ?? 0) - held);
      if (minutes === 0) return [];
      const on = days.get(found);
      const command: Command = {
        do: "adjust-hours",
        paper,
        activity,
        minutes,
        ...(on === undefined ? {} : { on }),
      };
      return [
        {
          line: found.line,
          key: `hours:${plainWords(reading.title ?? "")
            .toLowerCase()
            .slice(0, 100)}:${activity}:${paper}`,
          command,
        },
      ];
    });
  const told = new Set(timed.map((found) => meantBy(found, index)));
  return {
    of,
    homeless: [],
    elsewhere: (paper) => (paper !== null && told.has(paper) ? rowCounts : null),
  };
}
