/** The page on a hub: its files, letting a browser in, and what it asks of the member's copy. */
import { statSync } from "node:fs";
import { answer, refusal, wrongMethod } from "../../server/answers.ts";
import { answerIn, failure } from "../../server/handle.ts";
import { asset, page } from "../../server/reading.ts";
import { findIn, showing, ticketLimit } from "../../server/route.ts";
import { textWithin } from "../../server/text-within.ts";
import { readSent, ticketForm } from "../../wire/forms.ts";
import { pagePaths } from "../../wire/screens.ts";
import { api, type Entered, type ServerName } from "../../wire/wire.ts";
import type { Layout } from "../../workspace/layout.ts";
import type { Merge } from "../../workspace/notes.ts";
import { Trouble } from "../../workspace/trouble.ts";
import { digestOf } from "../digest.ts";
import { full, type Keeping } from "../exchange.ts";
import { ownGroups } from "../own-groups.ts";
import type { Entrant, HubStore } from "../store.ts";
import type { Copies } from "./copies.ts";
import type { PageFiles } from "./page-files.ts";
import { find } from "./routes.ts";
import { browserName } from "./stranger.ts";

export interface PageOnHub {
  readonly files: PageFiles;
  readonly copies: Copies;
  readonly merge: Merge;
  readonly version: string;
}

const screens = findIn(pagePaths.map((path) => showing(path, () => new Response())));

/** What anybody may have: the page's own files. Null for what is none of them. */
export async function fileOfPage(
  request: Request,
  path: string,
  { files }: Pick<PageOnHub, "files">,
): Promise<Response | null> {
  if (path.startsWith("/v1/") || path.startsWith("/api/")) return null;
  const asksPage = screens(request.method, path).is;
  if (asksPage === "method") return wrongMethod("GET");
  const isFile = /^\/(assets\/.+|icon\.svg|manifest\.webmanifest|worker\.js)$/.test(path);
  const isGet = request.method === "GET" || request.method === "HEAD";
  const wantsPage = isGet && /\btext\/html\b/.test(request.headers.get("accept") ?? "");
  if (asksPage === "nothing" && !isFile && !wantsPage) return null;
  if (!isGet) return wrongMethod("GET");
  const asked = { request, service: { assets: await files.all() } };
  if (isFile) return asset(asked, path);
  const shown = page(asked);
  // Whoever mistypes an address gets the page, which says so and leads on.
  return asksPage === "route"
    ? shown
    : new Response(shown.body, { status: 404, headers: shown.headers });
}

/** Every hub is called so by the pages that it serves: they keep one key of it. */
const name = "hub" as ServerName;

/** Exchanges an invitation for a key of this browser, which is a device like any other. */
export async function enterPage(
  request: Request,
  store: HubStore,
  { now, newSecret }: { readonly now: () => number; readonly newSecret: () => string },
): Promise<Response> {
  if (request.method !== api.enter.method) return wrongMethod(api.enter.method);
  const body = await textWithin(request, ticketLimit);
  const read = body === null ? null : readSent(ticketForm, body);
  if (read?.ok !== true) return refusal(400, "bad-request", read?.fault ?? "It is too long.");
  const session = newSecret();
  const device = browserName(request.headers.get("user-agent"));
  const key = { digest: digestOf(session), name: device };
  const member = await store.redeem(digestOf(read.sent.ticket), key, now());
  if (member === null) {
    return refusal(
      403,
      "ticket",
      "This invitation was used already, or has expired. Ask for another one: `study hub invite`.",
    );
  }
  return answer<Entered>(200, { ok: true, session, server: name });
}

/** What is shared is no matter of the copy, and somebody whose place is full can take it back. */
const ofGroups: readonly string[] = [api.share.path, api.leaveGroup.path];

/** Null for what no page asks. What is changed is in the hub's store before it is answered. */
export async function answerToPage(
  request: Request,
  { member, digest, size }: Entrant,
  { store, quota }: Keeping,
  { files, copies, merge, version }: PageOnHub,
): Promise<Response | null> {
  const url = new URL(request.url);
  const found = find(request.method, url.pathname);
  if (found.is === "nothing") return null;
  if (found.is === "method") return wrongMethod(...found.allow);
  try {
    const { workspace, live, sync } = await copies.of(member, digest);
    const served = { is: "hub", name: `${(await store.memberOf(member)).name} on a hub` } as const;
    const groups = () => ownGroups(member, store);
    const service = { workspace, live, assets: files.atHand(), merge, version, served, groups };
    const { route, parts } = found;
    // Refused before it is on the hub's disk.
    const room = quota - size - earlierNotes(workspace.layout);
    const keeps = route.method !== "GET" && !ofGroups.includes(route.path);
    if (keeps && lengthOf(request) > room) {
      // Not 507, which a page takes for a hub that is away.
      return refusal(403, full.said.reason, full.said.message);
    }
    const response = await answerIn(route, { request, url, service, parts });
    if (keeps && response.ok) await sync();
    return response;
  } catch (error) {
    if (error instanceof Trouble) return refusal(503, error.reason, error.message);
    return failure(error);
  }
}

const bytesAt = (path: string) => statSync(path, { throwIfNoEntry: false })?.size ?? 0;

/** Earlier states of notes are in the copy alone; they count all the same. */
function earlierNotes({ versions }: Layout): number {
  return bytesAt(versions) + bytesAt(`${versions}-wal`);
}

/** A proxy may pass on a body without its length. It counts once it is here, so what is too much is little. */
const lengthUnsaid = 1_000_000;

function lengthOf({ body, headers }: Request): number {
  const said = headers.get("content-length");
  if (said !== null) return Number(said);
  return body === null ? 0 : lengthUnsaid;
}
