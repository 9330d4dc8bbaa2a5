/** Requests to answers. No socket and no clock here: the tests call it as the hub does. */
import type { Millis } from "../core/time/calendar.ts";
import { hubPaths, joinForm, syncForm } from "../sync/hub-protocol.ts";
import { packed } from "../sync/packing.ts";
import { api } from "../wire/wire.ts";
import { bodyOf, refusal, tooLong } from "./bodies.ts";
import { digestOf } from "./digest.ts";
import { exchange, full, type Keeping } from "./exchange.ts";
import { answerOfGroups } from "./groups.ts";
import { isNoRoom } from "./no-room.ts";
import { answerToPage, enterPage, fileOfPage, type PageOnHub } from "./page/page.ts";
import { isForeignPage } from "./page/stranger.ts";
import type { Rates } from "./rate.ts";
import type { Entrant, Key } from "./store.ts";

export interface Hub extends Keeping {
  readonly now: () => Millis;
  /** A text that nobody can guess. */
  readonly newSecret: () => string;
  /** By key; and by address for who has none. */
  readonly rates: Rates;
  readonly strangers: Rates;
  readonly page: PageOnHub;
}

const longestFile = 20_000_000;
const fileForm = /^[0-9a-z]{8}\/files(\.json|\/[0-9a-f]{32}-[^/\\]{1,120})$/;

export async function answerTo(request: Request, from: string, hub: Hub): Promise<Response> {
  const pathname = pathIn(request);
  if (pathname === null) {
    return refusal(400, { reason: "bad-address", message: "This is no address." });
  }
  if (pathname === "/health") return new Response("alive\n");
  if (pathname === "/ready") return ready(hub);
  if (isForeignPage(request)) {
    return refusal(403, {
      reason: "origin",
      message: "Pages of other sites may not use this hub.",
    });
  }
  const ofPage = await fileOfPage(request, pathname, hub.page);
  if (ofPage !== null) return ofPage;
  const { now, strangers, rates, store } = hub;
  if (pathname === api.enter.path) {
    return strangers.spend(from, now()) ? enterPage(request, store, hub) : tooOften();
  }
  if (pathname === hubPaths.join) {
    if (!strangers.spend(from, now())) return tooOften();
    return request.method === "POST" ? join(request, hub) : wrongMethod();
  }
  const key = await keyFrom(request, hub);
  if (key === null) {
    if (!strangers.spend(from, now())) return tooOften();
    return refusal(401, {
      reason: "key",
      message: "This device has no key of this hub, or it was revoked. Ask for another invitation.",
    });
  }
  if (!rates.spend(key.digest, now())) return laterAgain();
  if (pathname === hubPaths.sync) {
    return request.method === "POST" ? sync(request, key, hub) : wrongMethod();
  }
  if (pathname === hubPaths.devices) return devices(key, hub);
  if (pathname === hubPaths.invite) {
    return request.method === "POST" ? invite(key, hub) : wrongMethod();
  }
  if (pathname === hubPaths.member) {
    const { name, workspace } = await hub.store.memberOf(key.member);
    return Response.json({ name, workspace });
  }
  if (pathname === hubPaths.files) return Response.json(await hub.store.files(key.member));
  if (pathname.startsWith(`${hubPaths.files}/`)) {
    return file(request, decodeURIComponent(pathname.slice(hubPaths.files.length + 1)), key, hub);
  }
  if (pathname === hubPaths.groups || pathname.startsWith(`${hubPaths.groups}/`)) {
    return (await answerOfGroups(request, key, hub.store)) ?? wrongMethod();
  }
  const shown = await answerToPage(request, key, hub, hub.page);
  return (
    shown ?? refusal(404, { reason: "not-found", message: `There is nothing at ${pathname}.` })
  );
}

/** Null where it has signs that stand for nothing. */
function pathIn(request: Request): string | null {
  const { pathname } = new URL(request.url);
  try {
    decodeURIComponent(pathname);
    return pathname;
  } catch {
    return null;
  }
}

async function ready({ store }: Hub): Promise<Response> {
  try {
    await store.ready();
    return new Response("ready\n");
  } catch (error) {
    const why = isNoRoom(error) ? "the database has no room left" : "the database does not answer";
    return new Response(`${why}\n`, { status: 503 });
  }
}

async function keyFrom(request: Request, { store, now }: Hub): Promise<Entrant | null> {
  const said = /^Bearer ([A-Za-z0-9_-]{20,100})$/.exec(request.headers.get("authorization") ?? "");
  return said?.[1] === undefined ? null : store.keyOf(digestOf(said[1]), now());
}

async function join(request: Request, { store, now, newSecret }: Hub): Promise<Response> {
  const sent = await bodyOf(request, joinForm);
  if (sent instanceof Response) return sent;
  const code = digestOf(sent.code);
  // A device that could not sync with it would have used it up for nothing.
  const workspace = (await store.invited(code, now()))?.workspace ?? null;
  if (![null, sent.workspace].includes(workspace) && sent.workspace !== null) {
    const message = "Another workspace of yours is kept here.";
    return refusal(409, { reason: "another-workspace", message, workspace: workspace ?? "" });
  }
  const key = newSecret();
  const member = await store.redeem(code, { digest: digestOf(key), name: sent.name }, now());
  if (member === null) {
    return refusal(403, {
      reason: "invitation",
      message: "This invitation was used already, or has expired. Ask for another one.",
    });
  }
  return Response.json({ key, member: member.name });
}

async function sync(request: Request, key: Entrant, hub: Hub): Promise<Response> {
  const sent = await bodyOf(request, syncForm);
  if (sent instanceof Response) return sent;
  const exchanged = await exchange(sent, key, hub);
  if (!exchanged.ok) return refusal(exchanged.status, exchanged.said);
  if (exchanged.added > 0) hub.page.copies.stir(key.member);
  return new Response(packed(JSON.stringify(exchanged.answer)), {
    headers: { "content-type": "application/json", "content-encoding": "gzip" },
  });
}

/** Soon over: who found a device should not have a way in that outlives its key. */
const minutesToJoin = 15;

async function invite({ member }: Key, { store, now, newSecret }: Hub): Promise<Response> {
  const code = newSecret();
  await store.invite(digestOf(code), member, now() + minutesToJoin * 60_000);
  return Response.json({ code, minutes: minutesToJoin });
}

/** The keys of a member, each by the beginning of its digest. */
async function devices({ member, digest }: Key, { store }: Hub): Promise<Response> {
  const keys = await store.keys(member);
  return Response.json(
    keys.map(({ name, made, used, digest: other }) => ({
      name,
      made,
      used,
      this: other === digest,
    })),
  );
}

async function file(
  request: Request,
  name: string,
  { member, size }: Entrant,
  hub: Hub,
): Promise<Response> {
  const { store, now, quota, page } = hub;
  if (!fileForm.test(name))
    return refusal(400, { reason: "bad-name", message: "There is no file of that name." });
  if (request.method === "GET") {
    const bytes = await store.readFile(member, name);
    if (bytes !== null) return new Response(Buffer.from(bytes));
    return refusal(404, { reason: "not-found", message: `There is no ${name}.` });
  }
  if (request.method === "DELETE") {
    await store.removeFile(member, name);
    page.copies.stir(member);
    return new Response(null, { status: 204 });
  }
  if (request.method !== "PUT") return wrongMethod();
  if (Number(request.headers.get("content-length") ?? 0) > longestFile) return tooLong();
  const bytes = await request.bytes();
  if (bytes.length > longestFile) return tooLong();
  if (size + bytes.length > quota) return refusal(full.status, full.said);
  await store.putFile(member, name, bytes, now());
  page.copies.stir(member);
  return new Response(null, { status: 204 });
}

const wrongMethod = () =>
  refusal(405, { reason: "method", message: "That is not how to ask for this." });
/** To a device, whose next request finds room soon. */
function laterAgain(): Response {
  const response = tooOften();
  response.headers.set("retry-after", "1");
  return response;
}
const tooOften = () =>
  refusal(429, { reason: "too-often", message: "Too many requests; try again in a minute." });
