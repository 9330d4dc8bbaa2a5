/** What was sent to the hub, and what is wrong with it. */
import * as v from "valibot";
import { type HubRefusal, longestBody } from "../sync/hub-protocol.ts";
import { unpacked } from "../sync/packing.ts";

/** What was sent, held to its form; or what is wrong with it. */
export async function bodyOf<S extends v.GenericSchema>(
  request: Request,
  form: S,
): Promise<v.InferOutput<S> | Response> {
  const bytes = await request.bytes();
  const text =
    request.headers.get("content-encoding") === "gzip"
      ? unpacked(bytes, longestBody)
      : new TextDecoder().decode(bytes);
  if (text === null || text.length > longestBody) return tooLong();
  try {
    return v.parse(form, JSON.parse(text));
  } catch {
    return refusal(400, {
      reason: "bad-form",
      message: "What was sent is not in a form that this hub knows. Are both of the same version?",
    });
  }
}

export function refusal(status: number, said: HubRefusal): Response {
  return Response.json(said, { status });
}

export const tooLong = () =>
  refusal(413, { reason: "too-long", message: "What was sent is too long." });
