/** Times as Toggl's, Clockify's and WakaTime's programs hand them out: JSON with a start and an end, or with seconds. */
import type { Millis } from "../../core/time/calendar.ts";
import type { GivenFile, ReadFile, ReadForm } from "../form.ts";
import type { Left } from "../markdown/reading.ts";
import { foundSessions, type Stretch } from "../sessions.ts";
import { textOf } from "./markdown.ts";

export const form: ReadForm = {
  name: "times of Toggl, Clockify or WakaTime as JSON",
  detects: ({ name, head }) =>
    /\.json$/i.test(name) &&
    !/"start"\s*:\s*"\d{8}T\d{6}Z"|"itemType"|"grand_total"/.test(head) &&
    (/"timeInterval"\s*:/.test(head) ||
      (/"duration"\s*:/.test(head) && /"(?:start|time)"\s*:/.test(head))),
  read: readEntries,
};

type Fields = Readonly<Record<string, unknown>>;

const isFields = (value: unknown): value is Fields =>
  typeof value === "object" && value !== null && !Array.isArray(value);

function readEntries({ bytes }: GivenFile): ReadFile {
  const entries = entriesIn(textOf(bytes));
  if (entries === null) return { ok: false, fault: "holds no list of times" };
  const stretches: Stretch[] = [];
  const left: Left[] = [];
  const seen = new Map<string, number>();
  const tools = new Set(entries.map((entry) => toolOf(entry)));
  entries.forEach((entry, index) => {
    const line = index + 1;
    const what = wordsOf(entry);
    const read = timesOf(entry);
    if (typeof read === "string") {
      left.push({ line, kind: "hours", text: what.slice(0, 80), reason: read });
      return;
    }
    const { start, minutes } = read;
    if (minutes <= 0) return;
    const id = entry.id ?? entry._id;
    const said = id == null ? `${new Date(start).toISOString()} ${what}` : `id ${String(id)}`;
    const nth = seen.get(said) ?? 0;
    seen.set(said, nth + 1);
    stretches.push({ line, key: `${said}#${nth}`, start, minutes, what });
  });
  const [tool = "csv"] = tools;
  return { ok: true, found: foundSessions(tool, stretches, left) };
}

/** Start and length; or the reason why there are none. */
function timesOf(entry: Fields): { readonly start: Millis; readonly minutes: number } | string {
  const interval = isFields(entry.timeInterval) ? entry.timeInterval : entry;
  const start = momentOf(interval.start ?? interval.time);
  if (start === null) return "its start is not a point in time";
  const minutes = minutesOf(interval, start);
  return minutes === null ? "it has no end: it may still run" : { start, minutes };
}

function toolOf(entry: Fields): string {
  if (entry.timeInterval !== undefined) return "clockify";
  return typeof entry.time === "number" ? "wakatime" : "toggl";
}

function entriesIn(text: string | null): readonly Fields[] | null {
  try {
    const read: unknown = JSON.parse(text ?? "");
    const held = isFields(read) ? (read.timeentries ?? read.time_entries ?? read.data) : read;
    if (!Array.isArray(held)) return null;
    const all = held.filter(isFields);
    return all.length === 0 ? null : all;
  } catch {
    return null;
  }
}

/** A moment in ISO's form, or in seconds since 1970. */
function momentOf(value: unknown): Millis | null {
  const at = typeof value === "number" ? value * 1000 : Date.parse(String(value ?? ""));
  return Number.isFinite(at) ? Math.round(at) : null;
}

function minutesOf(entry: Fields, start: Millis): number | null {
  const end = momentOf(entry.stop ?? entry.end);
  if (end !== null) return end < start ? null : Math.round((end - start) / 60_000);
  // Toggl counts one that runs below zero.
  if (typeof entry.duration === "number") {
    return entry.duration < 0 ? null : Math.round(entry.duration / 60);
  }
  return null;
}

function wordsOf(entry: Fields): string {
  const project = isFields(entry.project) ? entry.project.name : entry.project;
  const tags = Array.isArray(entry.tags)
    ? entry.tags.map((tag) => (isFields(tag) ? tag.name : tag))
    : [];
  return [entry.description, project, entry.projectName, entry.project_name, ...tags]
    .filter((word): word is string => typeof word === "string" && word !== "")
    .join("; ");
}
