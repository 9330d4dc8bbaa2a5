import type { Zone } from "../core/time/calendar.ts";

/** The zone that this machine is in. */
export function systemZone(): Zone {
  return Temporal.Now.timeZoneId();
}
