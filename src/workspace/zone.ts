/** What the last command found out about the learner's time zone, so that the next need not. */
import { readFileSync, writeFileSync } from "node:fs";
import { type Millis, type OffsetSpan, offsetSpan, type Zone } from "../core/time/calendar.ts";
import type { Layout } from "./layout.ts";

/** The span around `now`: from the cache where it holds, else looked up and kept. */
export function spanAround(layout: Layout, zone: Zone, now: Millis): OffsetSpan {
  const cached = readSpan(layout);
  if (cached !== null && cached.zone === zone && cached.from <= now && now < cached.until) {
    return cached;
  }
  const span = offsetSpan(now, zone);
  try {
    writeFileSync(layout.zoneCache, JSON.stringify(span), { mode: 0o600 });
  } catch {
    // A cache that can't be kept is looked up again.
  }
  return span;
}

function readSpan(layout: Layout): OffsetSpan | null {
  try {
    const { zone, offset, from, until } = JSON.parse(readFileSync(layout.zoneCache, "utf8"));
    const sound = typeof zone === "string" && [offset, from, until].every(Number.isFinite);
    return sound ? { zone, offset, from, until } : null;
  } catch {
    return null;
  }
}
