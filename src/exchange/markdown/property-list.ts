/** Properties below a heading or an item, a line each: `Status: Done`, `Time: 3h`, `Link: https://arxiv.org/…`. */
import type { Day } from "../../core/time/calendar.ts";
import type { Minutes } from "../../core/time/duration.ts";
import { roleOfHead } from "./columns.ts";
import { arxivIn, leadsToPaper } from "./links.ts";
import { type State, stateOfCell } from "./marks.ts";
import type { Link, Piece, Said } from "./pieces.ts";
import { readDays } from "./read-days.ts";
import { hoursIn, saysNoTime } from "./times.ts";

export interface Properties {
  readonly state: State | null;
  readonly notes: State | null;
  readonly implemented: State | null;
  readonly done: Day | null;
  readonly minutes: Minutes | null;
  readonly links: readonly Link[];
  readonly arxiv: string | null;
  /** Whose these are is a paper: it has a paper's link, authors or place. */
  readonly ofPaper: boolean;
  /** All of these pieces, and the lines of those that say a state, a day or a time. */
  readonly pieces: ReadonlySet<Piece>;
  readonly owned: readonly number[];
}

const form = /^([\p{L}][^:：|]{0,30}?)\s*[:：]{1,2}\s*(.*)$/su;
const ofPapers =
  /^(?:authors?|venue|conference|journal|citation|doi|arxiv|abstract|autor(?:en|es)?|作者|저자)$/iu;
const others =
  /^(?:rating|score|tags?|topics?|priority|difficulty|year|published|started|created|created time|last edited time|owner|due|type|category|importance|comments?|summary|key ideas?|title|评分|标签)$/iu;

interface Field {
  readonly piece: Piece;
  readonly said: Said;
  readonly key: string;
  readonly value: string;
}

function fieldIn(piece: Piece | undefined): Field | null {
  if (piece === undefined || (piece.is !== "item" && piece.is !== "line")) return null;
  if (piece.is === "item" ? piece.box !== null : piece.quoted) return null;
  const [, key = "", value = ""] = form.exec(piece.said.text.replace(/^[^\p{L}]+/u, "")) ?? [];
  const role = key === "" ? "other" : roleOfHead(key);
  const isField = role !== "other" && role !== "number" && role !== "task" && role !== "paper";
  if (!isField && !ofPapers.test(key) && !others.test(key)) return null;
  return { piece, said: piece.said, key, value: value.trim() };
}

/** What stands right below the piece at that place as properties of it; null where nothing does. */
export function propertiesBelow(
  pieces: readonly Piece[],
  at: number,
  today: Day,
): Properties | null {
  const of = pieces[at];
  const fields: Field[] = [];
  for (let next = at + 1; next < pieces.length; next += 1) {
    const piece = pieces[next];
    if (of?.is === "item") {
      if (piece?.is !== "item" || piece.depth <= of.depth) break;
      const field = piece.depth === of.depth + 1 ? fieldIn(piece) : null;
      if (field !== null) fields.push(field);
    } else {
      const field = piece?.is === "item" && piece.depth > 0 ? null : fieldIn(piece);
      if (field === null) break;
      fields.push(field);
    }
  }
  return fields.length === 0 ? null : taken(fields, today);
}

function taken(fields: readonly Field[], today: Day): Properties | null {
  const found = { state: null as State | null, done: null as Day | null };
  const told: { notes: State | null; implemented: State | null } = {
    notes: null,
    implemented: null,
  };
  let minutes: Minutes | null = null;
  const owned: number[] = [];
  for (const { key, value, said } of fields) {
    const role = roleOfHead(key);
    const [day] = /\d/.test(value) ? readDays([value], today) : [];
    const isDay = day?.ok && day.day.is === "day";
    if (role === "done date" || (role === "status" && isDay)) {
      if (!isDay || day.day.is !== "day") continue;
      found.done = day.day.on;
      found.state ??= "done";
    } else if (role === "status" || role === "notes" || role === "implemented") {
      const state = stateOfCell(value);
      if (state === null) continue;
      const known = state === "blank" ? "none" : state;
      if (role === "status") found.state = known;
      else told[role] = known;
    } else if (role === "hours" || role === "minutes") {
      const time = saysNoTime(value) ? null : hoursIn(value, role);
      if (time === null) continue;
      minutes = (minutes ?? 0) + time;
    } else continue;
    owned.push(said.line);
  }
  if (owned.length === 0) return null;
  const links = fields.flatMap(({ said }) => said.links);
  const arxiv = arxivIn(
    fields
      .map(({ said }) => `${said.text} ${said.links.map(({ url }) => url).join(" ")}`)
      .join(" "),
  );
  return {
    ...found,
    ...told,
    minutes,
    links,
    arxiv,
    ofPaper:
      arxiv !== null || links.some(leadsToPaper) || fields.some(({ key }) => ofPapers.test(key)),
    pieces: new Set(fields.map(({ piece }) => piece)),
    owned,
  };
}
