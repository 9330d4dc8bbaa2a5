/** Intervals of Timewarrior: its data files, and what `timew export` prints. */
import type { Millis } from "../../core/time/calendar.ts";
import type { GivenFile, ReadFile, ReadForm } from "../form.ts";
import type { Left } from "../markdown/reading.ts";
import { foundSessions, type Stretch } from "../sessions.ts";
import { textOf } from "./markdown.ts";

const interval = /^inc (\d{8}T\d{6}Z)(?: - (\d{8}T\d{6}Z))?(?:\s+#\s*(.*))?$/;

export const form: ReadForm = {
  name: "Timewarrior (.data, or the JSON of timew export)",
  detects: ({ name, head }) =>
    /\.data$/i.test(name) || (/\.json$/i.test(name) && /"start"\s*:\s*"\d{8}T\d{6}Z"/.test(head)),
  read: readTimewarrior,
};

function readTimewarrior({ bytes }: GivenFile): ReadFile {
  const text = textOf(bytes);
  const raw =
    text === null ? null : text.trimStart().startsWith("[") ? fromJson(text) : fromData(text);
  if (raw === null || raw.length === 0) return { ok: false, fault: "is not a Timewarrior file" };
  const stretches: Stretch[] = [];
  const left: Left[] = [];
  for (const { line, start, end, what } of raw) {
    const [from, to] = [momentOf(start), end === null ? null : momentOf(end)];
    const reason =
      from === null
        ? "its start is not a point in time"
        : to === null
          ? "it has no end: it may still run"
          : null;
    if (reason !== null || from === null || to === null) {
      left.push({ line, kind: "hours", text: what.slice(0, 80), reason: reason ?? "" });
      continue;
    }
    const minutes = Math.round((to - from) / 60_000);
    if (minutes > 0) stretches.push({ line, key: start, start: from, minutes, what });
  }
  return { ok: true, found: foundSessions("timewarrior", stretches, left) };
}

interface Interval {
  readonly line: number;
  readonly start: string;
  readonly end: string | null;
  readonly what: string;
}

function fromData(text: string): readonly Interval[] | null {
  const lines = text.split("\n").map((said, index) => ({ said: said.trim(), line: index + 1 }));
  const found = lines
    .filter(({ said }) => said !== "")
    .map(({ said, line }) => ({ line, parts: interval.exec(said) }));
  if (found.some(({ parts }) => parts === null)) return null;
  return found.map(({ line, parts }) => ({
    line,
    start: parts?.[1] ?? "",
    end: parts?.[2] ?? null,
    what: (parts?.[3] ?? "").replaceAll('"', ""),
  }));
}

function fromJson(text: string): readonly Interval[] | null {
  try {
    const all: unknown = JSON.parse(text);
    if (!Array.isArray(all)) return null;
    return all.map((one, index) => ({
      line: index + 1,
      start: String(one?.start ?? ""),
      end: typeof one?.end === "string" ? one.end : null,
      what: [...(Array.isArray(one?.tags) ? one.tags : []), one?.annotation ?? ""]
        .map(String)
        .filter((word) => word !== "")
        .join("; "),
    }));
  } catch {
    return null;
  }
}

/** `20260301T090000Z`. */
function momentOf(text: string): Millis | null {
  const [, y, m, d, h, min, s] = /^(\d{4})(\d{2})(\d{2})T(\d{2})(\d{2})(\d{2})Z$/.exec(text) ?? [];
  const at = Date.parse(`${y}-${m}-${d}T${h}:${min}:${s}Z`);
  return Number.isNaN(at) ? null : at;
}
