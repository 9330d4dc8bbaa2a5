/** A member's groups: which there are, what is shared in them, and what others share. */
import { type HubRefusal, hubPaths, mostEntries, shareForm } from "../sync/hub-protocol.ts";
import { packed } from "../sync/packing.ts";
import { bodyOf, refusal } from "./bodies.ts";
import type { GroupName, HubStore, Key } from "./store.ts";

/** Null where it is not asked in that way. */
export async function answerOfGroups(
  request: Request,
  { member }: Key,
  store: HubStore,
): Promise<Response | null> {
  const url = new URL(request.url);
  const [name, what, of, ...more] = url.pathname
    .slice(hubPaths.groups.length + 1)
    .split("/")
    .map(decodeURIComponent);
  const { method } = request;
  if (name === undefined || name === "") return method === "GET" ? mine(member, store) : null;
  const group = name as GroupName;
  if (what === "share" && method === "POST") {
    const sent = await bodyOf(request, shareForm);
    if (sent instanceof Response) return sent;
    return (await store.share(group, member, sent)) ? mine(member, store) : notIn(name);
  }
  if (what === "leave" && method === "POST") {
    return (await store.leave(group, member)) ? mine(member, store) : notIn(name);
  }
  if (what !== "of" || of === undefined || more.length > 0 || method !== "GET") return null;
  const groups = await store.groupsOf(member);
  const members = groups.find((one) => one.name === group)?.members;
  // Whoever shares no group with the other is not told whether there is one of that name.
  if (!members?.some((one) => one.name === of)) return notIn(name);
  const after = url.searchParams.get("after") ?? "";
  const entries = await store.shared({ viewer: member, group, of, after, most: mostEntries });
  const next = entries.length < mostEntries ? null : (entries.at(-1)?.id ?? null);
  return new Response(packed(JSON.stringify({ entries: entries.map(({ text }) => text), next })), {
    headers: { "content-type": "application/json", "content-encoding": "gzip" },
  });
}

async function mine(member: Key["member"], store: HubStore): Promise<Response> {
  const { name: me } = await store.memberOf(member);
  return Response.json((await store.groupsOf(member)).map((group) => ({ ...group, me })));
}

function notIn(name: string): Response {
  const said: HubRefusal = {
    reason: "no-group",
    message: `You are in no group ${name} with them.`,
  };
  return refusal(404, said);
}
