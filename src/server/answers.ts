/** The forms of an answer. */
import type { Denial } from "./guard.ts";

export function answer(status: number, body: unknown): Response {
  return Response.json(body, { status, headers: { "cache-control": "no-store" } });
}

export function refusal(status: number, reason: string, message: string): Response {
  return answer(status, { ok: false, reason, message });
}

export function denied({ status, reason, message }: Denial): Response {
  return refusal(status, reason, message);
}

export function wrongMethod(...allow: readonly string[]): Response {
  const response = refusal(405, "method", `Use ${allow.join(" or ")} here.`);
  response.headers.set("allow", allow.join(", "));
  return response;
}
