/**
 * The document that TRACKER.md begins as: the learner's own text, with its papers in tables that study can fill in, its
 * tasks in checklists, and all else letter for letter. Pure.
 */

import { partFrontMatter } from "../../core/content/front-matter.ts";
import type { Day } from "../../core/time/calendar.ts";
import { writeHours } from "../../core/time/duration.ts";
import { blank, columns, labels } from "../../tracker/form.ts";
import { writeState } from "../../tracker/states.ts";
import { ungarbled, withoutFolds } from "../markdown/clean.ts";
import { kindOf, type Role } from "../markdown/columns.ts";
import { outlineOf } from "../markdown/outline.ts";
import type { Said, TablePiece } from "../markdown/pieces.ts";
import { readMarkdown } from "../markdown/read.ts";
import type { Finding, PaperFound, TaskFound } from "../markdown/reading.ts";

interface Change {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

export function documentOf(source: string, today: Day): string {
  const whole = ungarbled(source)
    .replace(/^\ufeff/, "")
    .replace(/\r\n?/g, "\n");
  const { matter, body } = partFrontMatter(whole);
  const text = withoutFolds(body).trimStart();
  const { findings } = readMarkdown(text, today);
  const tables = outlineOf(text).filter((piece) => piece.is === "table");
  const changes = [
    ...tables.flatMap((table) => tableChange(table, findings)).map((one) => outOfQuote(one, text)),
    ...itemChanges(text, findings),
  ];
  const head = matter === null ? "" : `---\n${matter}\n---\n`;
  return `${head}${applied(text, changes)}`;
}

/** The dates at the foot: by the mark behind the first, study knows which text an editor had. */
export function withFoot(document: string): string {
  const foot = `**${labels.updated}**: ${blank}  \n**${labels.nextReview}**: ${blank}\n`;
  return `${document.trimEnd()}\n\n---\n\n${foot}`;
}

/** A table that stands in a quotation, such as a callout, comes below it: rows of TRACKER.md are no quotation. */
function outOfQuote({ start, end, text: next }: Change, text: string): Change {
  const line = text.lastIndexOf("\n", start - 1) + 1;
  const quoted = text.slice(line, start).includes(">");
  return quoted ? { start: line, end, text: `\n${next}` } : { start, end, text: next };
}

function applied(text: string, changes: readonly Change[]): string {
  let result = "";
  let from = 0;
  for (const { start, end, text: next } of changes.toSorted((a, b) => a.start - b.start)) {
    if (start < from) continue;
    result += text.slice(from, start) + next;
    from = end;
  }
  return result + text.slice(from);
}

const ours = Object.values(columns);

function tableChange(table: TablePiece, findings: readonly Finding[]): readonly Change[] {
  const kind = kindOf(table);
  const lines = new Set(table.rows.map((row) => row[0]?.line ?? 0));
  const inTable = findings.filter((one) => lines.has(one.line));
  const { start, end } = table;
  if (kind.is === "papers") {
    const papers = inTable.filter((one): one is PaperFound => one.is === "paper");
    return papers.length === 0
      ? []
      : [{ start, end, text: paperTable(papers, extrasOf(table, kind.roles)) }];
  }
  if (kind.is !== "tasks" && kind.is !== "kanban") return [];
  const tasks = inTable.filter((one): one is TaskFound => one.is === "task");
  return tasks.length === 0 ? [] : [{ start, end, text: tasks.map(checkLine).join("\n") }];
}

interface Extras {
  readonly heads: readonly string[];
  readonly of: (line: number) => readonly string[];
}

const noExtras: Extras = { heads: [], of: () => [] };
const readRoles: readonly Role[] = ["paper", "status", "notes", "implemented", "hours", "minutes"];

/** The columns that study does not fill in stay behind its own. */
function extrasOf({ head, rows }: TablePiece, roles: readonly Role[]): Extras {
  const kept = roles.flatMap((role, at) =>
    readRoles.includes(role) || head[at]?.text === "#" ? [] : [at],
  );
  const names = kept.map((at) => head[at]?.text ?? "");
  return {
    heads: names.map((name) => (ours.some((one) => one === name) ? `${name} (own)` : cell(name))),
    of: (line) => {
      const row = rows.find((one) => one[0]?.line === line);
      return kept.map((at) => linked(row?.[at]));
    },
  };
}

function linked(said: Said | undefined): string {
  if (said === undefined) return "";
  const { text, links } = said;
  const shown = links.reduce(
    (sofar, link) =>
      link.text !== "" && /^https?:/.test(link.url) && sofar.includes(link.text)
        ? sofar.replace(link.text, `[${link.text}](${link.url})`)
        : sofar,
    text,
  );
  return cell(shown);
}

function cell(text: string): string {
  return text.replace(/\s+/g, " ").replaceAll("|", "\\|").trim();
}

function paperTable(papers: readonly PaperFound[], extras: Extras): string {
  const heads = [...ours, ...extras.heads];
  const rows = papers.map((paper) => {
    const { states, hours } = paper;
    const minutes = (hours.read ?? 0) + (hours.implement ?? 0);
    return [
      nameOf(paper),
      paper.dropped ? "skipped" : writeState(states.read ?? "none"),
      writeState(states.notes ?? "none"),
      writeState(states.implemented ?? "none"),
      writeHours(minutes),
      ...extras.of(paper.line),
    ];
  });
  return [heads, heads.map((name) => "-".repeat(Math.max(3, name.length))), ...rows]
    .map((cells) => `| ${cells.join(" | ")} |`)
    .join("\n");
}

/** A paper's name as its row has it, and as the curriculum calls it. */
export function nameOf({ name }: PaperFound): string {
  return name
    .replace(/[*_`[\]<>]/g, "")
    .replaceAll("|", "/")
    .replace(/\s+/g, " ")
    .trim()
    .slice(0, 200);
}

function checkLine({ text, state, done }: TaskFound): string {
  const bare = text.replace(/\s+/g, " ");
  return `- [${state === "done" ? "x" : " "}] ${bare}${done === null ? "" : ` ✅ ${done}`}`;
}

function itemChanges(text: string, findings: readonly Finding[]): readonly Change[] {
  const changes: Change[] = [];
  const starts = lineStarts(text);
  const lists = Map.groupBy(
    findings.filter(
      (one): one is PaperFound | TaskFound => one.is === "paper" || one.is === "task",
    ),
    ({ list }) => list,
  );
  for (const [list, all] of lists) {
    if (list < 0) continue;
    const papers = all.filter((one): one is PaperFound => one.is === "paper");
    if (papers.length === all.length && isWhole(text, papers, starts)) {
      const [start, end] = [papers[0]?.span?.start ?? 0, papers.at(-1)?.span?.end ?? 0];
      const links: Extras = papers.some((paper) => addressOf(paper) !== "")
        ? {
            heads: ["Link"],
            of: (line) => papers.filter((one) => one.line === line).map(addressOf),
          }
        : noExtras;
      const before = /\n\s*\n$|^$/.test(text.slice(0, start)) ? "" : "\n";
      const behind = /^\s*(?:\n\s*\n|$)/.test(text.slice(end)) ? "" : "\n";
      changes.push({ start, end, text: `${before}${paperTable(papers, links)}${behind}` });
      continue;
    }
    for (const found of all) if (found.span !== null) changes.push(...boxedItem(text, found));
  }
  for (const found of findings) {
    if (found.is === "paper" && found.from === "heading") {
      changes.push(...describedPaper(text, found, starts));
      continue;
    }
    if (
      (found.is !== "task" && found.is !== "paper") ||
      found.span !== null ||
      found.from === "table"
    )
      continue;
    const start = starts[found.line - 1] ?? 0;
    const end = text.indexOf("\n", start);
    const words = found.is === "task" ? found.text : found.name;
    const state = stateOf(found);
    changes.push({
      start,
      end: end < 0 ? text.length : end,
      text: `- [${state ? "x" : " "}] ${words}`,
    });
  }
  return changes;
}

/** A paper that is a heading with properties below: its row comes below the heading, in the place of what it says. */
function describedPaper(
  text: string,
  found: PaperFound,
  starts: readonly number[],
): readonly Change[] {
  const owned = found.owned ?? [];
  const lineAt = (line: number) => ({
    start: starts[line - 1] ?? text.length,
    end: starts[line] ?? text.length,
  });
  const after = lineAt(Math.min(...owned)).start;
  const heading = text.slice(lineAt(found.line).end, after);
  const table = `${/^\s*$/.test(heading) ? "" : "\n"}${paperTable([found], noExtras)}\n\n`;
  // The lines that the row says now: a title would say them twice, and stay behind.
  return [
    { start: after, end: after, text: table },
    ...owned.map((line) => ({ ...lineAt(line), text: "" })),
  ];
}

function addressOf({ links, arxiv }: PaperFound): string {
  const url = links.find(({ url }) => /^https?:/.test(url))?.url;
  if (url !== undefined) return `<${url.replaceAll("|", "%7C")}>`;
  return arxiv === null ? "" : `<https://arxiv.org/abs/${arxiv}>`;
}

/** Whether a list holds nothing but its papers, at the margin, so that a table can stand in its place. */
function isWhole(text: string, papers: readonly PaperFound[], starts: readonly number[]): boolean {
  return papers.every(({ span, line }, index) => {
    if (span === null || span.start !== (starts[line - 1] ?? -1)) return false;
    const next = papers[index + 1]?.span;
    return next == null || /^\s*$/.test(text.slice(span.end, next.start));
  });
}

function stateOf(found: PaperFound | TaskFound): boolean {
  return found.is === "task" ? found.state === "done" : found.states.read === "done";
}

/** An item with a box in the one form that says it: `[ ]` or `[x]`. One that has it stays letter for letter. */
function boxedItem(text: string, found: PaperFound | TaskFound): readonly Change[] {
  if (found.span === null) return [];
  const { start, end } = found.span;
  const raw = text.slice(start, end);
  const [bullet = ""] = /^(?:[-*+•]|\d{1,9}[.)])[ \t]*/.exec(raw) ?? [];
  const rest = raw.slice(bullet.length);
  const marked = /^\\?\[(.{0,3}?)\\?\][ \t]*/u.exec(rest);
  const done = stateOf(found);
  const said = marked?.[1] ?? null;
  if (said !== null && /^[ xX]$/.test(said) && (said !== " ") === done && / $/.test(bullet))
    return [];
  const isBox = marked !== null && !/^[([:]/.test(rest.slice(marked[0].trimEnd().length));
  const words = isBox ? rest.slice(marked[0].length) : withoutSigns(rest, found);
  return [{ start, end, text: `${bullet.trimEnd() || "-"} [${done ? "x" : " "}] ${words}` }];
}

function withoutSigns(rest: string, found: PaperFound | TaskFound): string {
  if (found.links.length === 0) return found.is === "task" ? found.text : found.name;
  return rest.replace(/^[^\p{L}\p{N}[("'“~*_`]+/u, "").replace(/~~/g, "");
}

function lineStarts(text: string): readonly number[] {
  const starts = [0];
  for (let at = text.indexOf("\n"); at >= 0; at = text.indexOf("\n", at + 1)) starts.push(at + 1);
  return starts;
}
