/** WakaTime's dump: the time that was coded on each day, a project each. It gives no hour, so a day's follow from noon. */
import { parseDay } from "../../core/time/calendar.ts";
import type { GivenFile, ReadFile, ReadForm } from "../form.ts";
import type { Left } from "../markdown/reading.ts";
import { foundSessions, type Stretch } from "../sessions.ts";
import { textOf } from "./markdown.ts";

export const form: ReadForm = {
  name: "WakaTime (the JSON of its data export)",
  detects: ({ name, head }) =>
    /\.json$/i.test(name) && /"grand_total"|"total_seconds"|"heartbeats"\s*:/.test(head),
  read: readWakatime,
};

interface Told {
  readonly date?: unknown;
  readonly range?: { readonly date?: unknown };
  readonly grand_total?: { readonly total_seconds?: unknown };
  readonly projects?: unknown;
}

function readWakatime({ bytes }: GivenFile): ReadFile {
  const days = daysIn(textOf(bytes));
  if (days === null) return { ok: false, fault: "is not a WakaTime data export" };
  const stretches: Stretch[] = [];
  const left: Left[] = [];
  days.forEach((told, index) => {
    const said = String(told.date ?? told.range?.date ?? "");
    const on = parseDay(said);
    if (on === null) {
      left.push({
        line: index + 1,
        kind: "hours",
        text: said,
        reason: said === "" ? "it names no day" : "is no day",
      });
      return;
    }
    if (told.grand_total === undefined && told.projects === undefined) {
      const reason =
        "it has heartbeats and no times; ask WakaTime for the daily totals, not for heartbeats";
      left.push({ line: index + 1, kind: "hours", text: said, reason });
      return;
    }
    const projects = Array.isArray(told.projects) ? told.projects : [];
    const parts = projects.map((one) => ({
      name: String(one?.name ?? ""),
      seconds: secondsOf(one),
    }));
    const whole = parts.length > 0 ? parts : [{ name: "", seconds: secondsOf(told.grand_total) }];
    let before = 0;
    for (const { name, seconds } of whole) {
      const minutes = Math.round(seconds / 60);
      if (minutes <= 0) continue;
      const at = 12 * 60 + before;
      before += minutes;
      const clock = `${String(Math.floor(at / 60) % 24).padStart(2, "0")}:${String(at % 60).padStart(2, "0")}`;
      stretches.push({
        line: index + 1,
        key: `${on} ${name}`,
        start: `${on} ${clock}`,
        minutes,
        what: `coding ${name}`,
      });
    }
  });
  return { ok: true, found: foundSessions("wakatime", stretches, left) };
}

function secondsOf(one: { readonly total_seconds?: unknown } | undefined | null): number {
  const seconds = Number(
    one?.total_seconds ??
      (one as { grand_total?: { total_seconds?: unknown } } | null)?.grand_total?.total_seconds,
  );
  return Number.isFinite(seconds) ? seconds : 0;
}

function daysIn(text: string | null): readonly Told[] | null {
  try {
    const read: unknown = JSON.parse(text ?? "");
    const held = read as { readonly days?: unknown; readonly data?: unknown };
    const days = Array.isArray(held.days) ? held.days : Array.isArray(held.data) ? held.data : null;
    return days === null || days.length === 0
      ? null
      : days.filter((one) => typeof one === "object" && one !== null);
  } catch {
    return null;
  }
}
