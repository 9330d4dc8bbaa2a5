/** A member's groups over the wire: which there are, what is shared in them, and what others share. */
import { type HubRefusal, hubPaths, shareForm } from "../sync/hub-protocol.ts";
import { packed } from "../sync/packing.ts";
import { bodyOf, refusal } from "./bodies.ts";
import { NotTogether, type OwnGroups, ownGroups } from "./own-groups.ts";
import type { HubStore, Key } from "./store.ts";

/** Null where it is not asked in that way. */
export async function answerOfGroups(
  request: Request,
  { member }: Key,
  store: HubStore,
): Promise<Response | null> {
  const groups = ownGroups(member, store);
  try {
    return await answerIn(request, groups);
  } catch (error) {
    if (!(error instanceof NotTogether)) throw error;
    const said: HubRefusal = { reason: "no-group", message: error.message };
    return refusal(404, said);
  }
}

async function answerIn(request: Request, groups: OwnGroups): Promise<Response | null> {
  const url = new URL(request.url);
  const [name = "", what, of, ...more] = url.pathname
    .slice(hubPaths.groups.length + 1)
    .split("/")
    .map(decodeURIComponent);
  const { method } = request;
  const all = async () => Response.json(await groups.all());
  if (name === "") return method === "GET" ? all() : null;
  if (what === "share" && method === "POST") {
    const sent = await bodyOf(request, shareForm);
    if (sent instanceof Response) return sent;
    await groups.share(name, sent);
    return all();
  }
  if (what === "leave" && method === "POST") {
    await groups.leave(name);
    return all();
  }
  if (of === undefined || more.length > 0 || method !== "GET") return null;
  if (what === "notes") return zipped({ notes: await groups.notesBy(name, of) });
  if (what !== "of") return null;
  return zipped(await groups.someOf(name, of, url.searchParams.get("after") ?? ""));
}

function zipped(body: unknown): Response {
  return new Response(packed(JSON.stringify(body)), {
    headers: { "content-type": "application/json", "content-encoding": "gzip" },
  });
}
