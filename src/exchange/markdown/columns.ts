/** What the columns of a table hold, by their heads and by what stands in them. */
import { plainName } from "../../core/content/names.ts";
import { bareWord, foreignHeads } from "./languages.ts";
import { stateOfCell, stateOfWord } from "./marks.ts";
import type { Said, TablePiece } from "./pieces.ts";
import { hoursIn, saysNoTime } from "./times.ts";

export type Role =
  | "paper"
  | "task"
  | "link"
  | "status"
  | "notes"
  | "implemented"
  | "hours"
  | "minutes"
  | "implement hours"
  | "estimate"
  | "date"
  | "done date"
  | "day"
  | "week"
  | "figure"
  | "number"
  | "other";

const heads: { readonly [R in Role]?: readonly string[] } = {
  paper: [
    "paper",
    "papers",
    "paper title",
    "paper name",
    "title",
    "article",
    "publication",
    "reading",
    "name",
    "research paper",
    "papertitle",
  ],
  task: [
    "task",
    "tasks",
    "topic",
    "topics",
    "subject",
    "activity",
    "item",
    "lesson",
    "lecture",
    "module",
    "chapter",
    "concept",
    "skill",
    "goal",
    "project",
    "exercise",
    "problem",
    "resource",
    "book",
    "course",
    "video",
    "assignment",
    "milestone",
    "todo",
    "deliverable",
    "step",
    "what to do",
    "unit",
    "section",
    "content",
    "theme",
    "assessment",
  ],
  link: [
    "arxiv",
    "arxiv id",
    "link",
    "links",
    "url",
    "pdf",
    "doi",
    "source",
    "paper link",
    "arxiv link",
    "id",
  ],
  status: [
    "status",
    "state",
    "progress",
    "done",
    "complete",
    "completed",
    "completion",
    "read",
    "finished",
    "stage",
    "check",
    "tick",
    "read status",
    "reading status",
    "✓",
    "☑",
    "studied",
    "learned",
  ],
  notes: ["notes", "note", "notes taken", "summary", "summarized", "notes written", "summarised"],
  implemented: [
    "implementation",
    "implemented",
    "code",
    "coded",
    "impl",
    "implement",
    "reimplemented",
  ],
  hours: [
    "hours",
    "hour",
    "hrs",
    "hr",
    "time",
    "time spent",
    "hours spent",
    "study time",
    "duration",
    "h",
    "actual",
    "actual hours",
    "actual time",
    "hours studied",
    "study hours",
    "hours logged",
    "logged",
    "hhmm",
    "total time",
    "reading time",
    "time hhmm",
    "studied for",
    "worked",
    "spent",
    "length",
    "reading hours",
  ],
  minutes: ["minutes", "mins", "min", "minutes spent", "time min", "time mins"],
  "implement hours": [
    "coding hours",
    "implementation hours",
    "coding time",
    "code hours",
    "impl hours",
  ],
  estimate: [
    "est",
    "est hours",
    "estimated",
    "estimate",
    "planned",
    "planned hours",
    "target hours",
    "budget",
    "est time",
    "estimated hours",
    "estimated time",
    "eta",
    "time estimate",
    "goal hours",
    "hours needed",
    "expected",
  ],
  date: ["date", "when", "on", "log date", "session date", "datum", "study date"],
  "done date": [
    "finished on",
    "completed on",
    "date read",
    "date completed",
    "date finished",
    "read on",
    "done on",
    "completed at",
    "finish date",
    "completion date",
    "end date",
    "end",
    "finished date",
    "last read",
  ],
  day: ["day", "days", "day no", "day number"],
  week: ["week", "wk", "week no", "weeks"],
  number: [
    "",
    "no",
    "nr",
    "num",
    "number",
    "idx",
    "index",
    "n",
    "s no",
    "sno",
    "sr",
    "sr no",
    "rank",
    "order",
  ],
  figure: ["value", "count", "figure", "amount"],
};

const roles: ReadonlyMap<string, Role> = new Map(
  [foreignHeads, heads].flatMap((all: { readonly [R in Role]?: readonly string[] }) =>
    (Object.keys(all) as Role[]).flatMap((role) =>
      (all[role] ?? []).map((name) => [headName(name), role] as const),
    ),
  ),
);

function headName(text: string): string {
  return plainName(bareWord(text));
}

export function roleOfHead(text: string): Role {
  const bare = text.replace(/[\n]/g, " ").trim();
  if (/^[#№]$/.test(bare) || bare === "") return "number";
  if (/^(?:✅|☑️?|✔️?|✓|📊|🚦)$/u.test(bare)) return "status";
  const inside = /\(([^()]*)\)/.exec(bare)?.[1] ?? "";
  if (/^(?:mins?|minutes)$/i.test(inside)) return "minutes";
  const name = bare.replace(/\([^()]*\)/g, " ").replace(/[?!:]/g, " ");
  const plain = headName(name);
  const known = roles.get(plain);
  if (known !== undefined) return known === "number" && plain !== "" ? "number" : known;
  if (plain === "") return "other";
  if (/^(?:est|planned|target|expected|estimated)/i.test(plain)) return "estimate";
  if (/hours?$|hrs$|timespent$/.test(plain))
    return /cod|impl/.test(plain) ? "implement hours" : "hours";
  if (/^paper/.test(plain)) return "paper";
  if (/status$|progress$/.test(plain)) return "status";
  return "other";
}

/** What kind of a table it is. */
export type TableKind =
  | { readonly is: "papers" | "tasks" | "log" | "weeks"; readonly roles: readonly Role[] }
  /** Each column is a state, and each cell holds what is in it. */
  | { readonly is: "kanban" }
  /** Sums, shares and legends: figures that study computes itself. */
  | { readonly is: "figures" }
  | { readonly is: "unknown" };

export function kindOf({ head, rows }: TablePiece): TableKind {
  const states = head.filter(({ text }) => stateOfWord(text) !== null);
  if (head.length >= 2 && states.length === head.length && !isMarkTable(rows))
    return { is: "kanban" };
  const found = settled(
    head,
    head.map(({ text }) => roleOfHead(text)),
    rows,
  );
  const has = (...wanted: readonly Role[]) => wanted.some((role) => found.includes(role));
  const timed = has("hours", "minutes", "implement hours");
  const stated = has("status", "implemented", "done date");
  if (isFigures(head, rows, found)) return { is: "figures" };
  if (has("date", "day") && timed && !stated && !repeatsNothing(found, rows)) {
    return { is: "log", roles: found };
  }
  if (has("paper")) return { is: "papers", roles: found };
  if (has("date", "day") && timed && !stated) return { is: "log", roles: found };
  if (has("task") && (stated || timed || has("notes"))) return { is: "tasks", roles: found };
  if (has("week") && timed && !has("task")) return { is: "weeks", roles: found };
  if (has("date", "day") && timed) return { is: "log", roles: found };
  const named = found.findIndex((role, at) => role === "other" && isWords(rows, at));
  if (has("status") && named >= 0) {
    return { is: "tasks", roles: found.map((role, at) => (at === named ? "task" : role)) };
  }
  if ((has("day", "week") || has("task")) && stated) {
    const named = found.findIndex((role) => role === "task" || role === "day" || role === "week");
    return { is: "tasks", roles: found.map((role, at) => (at === named ? "task" : role)) };
  }
  return { is: "unknown" };
}

/** Whether most cells of a column are words: what is done has a name. */
function isWords(rows: TablePiece["rows"], at: number): boolean {
  const cells = rows.map((row) => row[at]?.text ?? "").filter((text) => text.trim() !== "");
  const named = cells.filter((text) => /\p{L}{2}/u.test(text) && hoursIn(text, "hours") === null);
  return named.length > cells.length / 2;
}

/** A head such as `Read | Done` over cells of marks is no kanban. */
function isMarkTable(rows: TablePiece["rows"]): boolean {
  const cells = rows.flat().filter(({ text }) => text !== "");
  return cells.length > 0 && cells.every(({ text }) => stateOfCell(text) !== null);
}

/** Whether a table with a paper column and a date is one of papers, each of them once. */
function repeatsNothing(found: readonly Role[], rows: TablePiece["rows"]): boolean {
  const at = found.indexOf("paper");
  if (at < 0) return false;
  const names = rows.map((row) => plainName(row[at]?.text ?? ""));
  const dates = rows.map((row) => row[found.indexOf("date")]?.text ?? "");
  const dated = dates.filter((text) => /\d/.test(text)).length;
  return new Set(names).size === names.length && dated < rows.length;
}

/** One column of each role that can be had once, and roles that what stands below them speaks against. */
function settled(
  head: readonly Said[],
  given: readonly Role[],
  rows: TablePiece["rows"],
): readonly Role[] {
  const found = withTotals(head, given, rows);
  const seen = new Set<Role>();
  const cellsAt = (at: number) =>
    rows.map((row) => row[at]?.text ?? "").filter((text) => text.trim() !== "");
  // A state for each day of the week is a habit's, and none of them says that it is done.
  const stated = found.filter(
    (role, at) =>
      role === "other" && cellsAt(at).some((text) => !["blank", null].includes(stateOfCell(text))),
  );
  const habits = stated.length >= 5;
  const once = found.map((role, at): Role => {
    const cells = cellsAt(at);
    const share = (is: (text: string) => boolean) =>
      cells.length === 0 ? 1 : cells.filter(is).length / cells.length;
    if (
      (role === "other" || role === "number") &&
      cells.length > 0 &&
      share((text) => stateOfCell(text) !== null) === 1
    ) {
      if (!habits && !seen.has("status") && !found.includes("status") && !share(isNumber)) {
        seen.add("status");
        return "status";
      }
    }
    // A column of remarks is no state.
    if (role === "done date" && cells.length > 0 && share((text) => isClock.test(text)) > 0.5) {
      return "other";
    }
    // `Read` over the names of what was read.
    if (
      role === "status" &&
      !found.includes("paper") &&
      readHead.test(head[at]?.text ?? "") &&
      share((text) => stateOfCell(text) === null && /\p{L}{2}/u.test(text)) > 0.5
    ) {
      seen.add("paper");
      return "paper";
    }
    const spoken = ["notes", "implemented", "status"].includes(role);
    if (spoken && share((text) => stateOfCell(text) !== null) < 0.5) {
      return role === "status" && share((text) => text.length < 40) === 1 ? role : "other";
    }
    if (
      role === "hours" &&
      share((text) => hoursIn(text, "hours") !== null || saysNoTime(text)) < 0.4
    ) {
      return "other";
    }
    if (role === "day" && share((text) => /\d/.test(text)) < 0.5) return "other";
    if (role === "other" || role === "number") return role;
    if (seen.has(role)) return "other";
    seen.add(role);
    return role;
  });
  // A list of courses has a "Title" or "Name" as well: with a topic beside it, the topic is what is done.
  if (!once.includes("paper") && !once.includes("task")) return once;
  return once;
}

const isClock = /^\d{1,2}:\d{2}(?:\s*[ap]m)?$/i;
const readHead = /^\W*(?:read|reading)\W*$/i;

/** A day's `Total`, where no other column has its time. */
function withTotals(
  head: readonly Said[],
  found: readonly Role[],
  rows: TablePiece["rows"],
): readonly Role[] {
  if (!found.includes("date") || found.includes("hours") || found.includes("minutes")) return found;
  const at = head.findIndex(({ text }) => /^\W*(?:total|sum|summe|gesamt)\W*$/i.test(text));
  const cells = rows.map((row) => row[at]?.text ?? "").filter((text) => text.trim() !== "");
  const timed = cells.filter((text) => hoursIn(text, "hours") !== null).length;
  if (at < 0 || timed < cells.length / 2) return found;
  return found.map((role, column) => (column === at ? "hours" : role));
}

function isNumber(text: string): boolean {
  return /^\d+(?:[.,]\d+)?$/.test(text.trim());
}

/** `Metric | Value`, or rows that are all sums and shares. */
function isFigures(
  head: readonly Said[],
  rows: TablePiece["rows"],
  found: readonly Role[],
): boolean {
  const [first] = head;
  const name = plainName(first?.text ?? "");
  if (
    /^(?:metric|metrics|stat|stats|statistic|category|area|measure|kpi|symbol|icon|legend|emoji|overall|total|summary|phase|section)$/.test(
      name,
    ) &&
    !found.includes("paper") &&
    !found.includes("task")
  ) {
    return true;
  }
  if (found.includes("figure")) return true;
  return rows.length > 0 && rows.every((row) => isSum(row[0]?.text ?? ""));
}

/** The first cell of a row that adds up the others. */
export function isSum(text: string): boolean {
  return /^\W*(?:grand |sub|weekly |monthly )?(?:total|totals|sum|average|avg|overall|mean)\b/iu.test(
    text,
  );
}
