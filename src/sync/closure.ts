/** Whether what lies in a place can be read by whoever looks into it. */
import { segmentsIn } from "./segments.ts";
import type { Listed } from "./shelf.ts";

/** The file that holds a device's key, locked by the passphrase. */
export const keyForm = /^([0-9a-z]{8})\/key\.age$/;

export type Closure = "sealed" | "plain" | "empty";

export function closureOf(listed: readonly Listed[]): Closure {
  if (listed.some(({ name }) => keyForm.test(name))) return "sealed";
  return segmentsIn(listed).length > 0 ? "plain" : "empty";
}
