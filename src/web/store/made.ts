/** The device that a page is: it makes entries of its own. */
import type { DeviceId } from "../../core/time/clock.ts";

/** Each opened page is a device of its own, so that two of them never make one id twice. */
export function newDevice(): DeviceId {
  const digits = crypto.getRandomValues(new Uint8Array(8));
  return [...digits].map((digit) => (digit % 36).toString(36)).join("") as DeviceId;
}
