/** Requests to answers. No socket here: the tests call it as the server does. */

import type { Command } from "../core/command.ts";
import { parseCommand } from "../core/command.ts";
import { JournalUnavailable } from "../journal/port.ts";
import type { Workspace } from "../workspace/workspace.ts";
import type { AssetAnswer } from "./assets.ts";
import {
  bodyLimit,
  cookieName,
  type Denial,
  denyStranger,
  denyWriter,
  type Guard,
  mayWrite,
  sameSecret,
  securityHeaders,
  tooLarge,
} from "./guard.ts";
import type { Live, News } from "./live.ts";

export interface Service {
  readonly workspace: Workspace;
  readonly live: Live;
  readonly guard: Guard;
  readonly assets: ReadonlyMap<string, AssetAnswer>;
  readonly version: string;
}

export type Handle = (request: Request) => Promise<Response>;

export function handler(service: Service): Handle {
  return async (request) => {
    let response: Response;
    try {
      response = await route(request, service);
    } catch (error) {
      response = failure(error);
    }
    for (const [name, value] of Object.entries(securityHeaders)) response.headers.set(name, value);
    return response;
  };
}

async function route(request: Request, service: Service): Promise<Response> {
  const stranger = denyStranger(request, service.guard);
  if (stranger !== null) return denied(stranger);
  const url = new URL(request.url);
  const get = request.method === "GET" || request.method === "HEAD";
  switch (url.pathname) {
    case "/":
      if (!get) return wrongMethod("GET");
      return url.searchParams.has("token") ? enter(url, service) : asset(request, "/", service);
    case "/api/state":
      return get ? state(request, service) : wrongMethod("GET");
    case "/api/stream":
      return get ? stream(request, url, service) : wrongMethod("GET");
    case "/api/commands":
      return request.method === "POST" ? commands(request, service) : wrongMethod("POST");
    default:
      return get && service.assets.has(url.pathname)
        ? asset(request, url.pathname, service)
        : answer(404, {
            ok: false,
            reason: "not-found",
            message: `There is nothing at ${url.pathname}.`,
          });
  }
}

/** The printed address: its token moves into a cookie that scripts can't read, and out of the address bar. */
function enter(url: URL, { guard }: Service): Response {
  if (!sameSecret(url.searchParams.get("token") ?? "", guard.token)) {
    return new Response(
      "This address is not valid. Open the one that study printed when it started.\n",
      {
        status: 403,
        headers: { "content-type": "text/plain; charset=utf-8" },
      },
    );
  }
  const cookie = `${cookieName(guard)}=${guard.token}; HttpOnly; SameSite=Strict; Path=/; Max-Age=31536000`;
  return new Response(null, { status: 303, headers: { location: "/", "set-cookie": cookie } });
}

function asset(request: Request, path: string, { assets }: Service): Response {
  const found = assets.get(path);
  if (found === undefined)
    return answer(404, { ok: false, reason: "not-found", message: "No page." });
  const zipped = /\bgzip\b/.test(request.headers.get("accept-encoding") ?? "");
  return new Response(zipped ? found.gzip : found.plain, {
    headers: { ...found.headers, ...(zipped ? { "content-encoding": "gzip" } : {}) },
  });
}

async function state(request: Request, service: Service): Promise<Response> {
  const { workspace, live, guard, version } = service;
  const { ledger, arrival } = await workspace.journal.picture();
  return answer(200, {
    curriculum: workspace.curriculum,
    ledger,
    arrival,
    problems: live.problems(),
    demo: workspace.demo,
    folder: workspace.folder,
    mayWrite: mayWrite(request, guard),
    version,
    now: Date.now(),
  });
}

const heartbeat = 15_000;

/** Server-sent events (WHATWG HTML 9.2): what arrived after `after`, then everything as it comes. */
async function stream(request: Request, url: URL, { workspace, live }: Service): Promise<Response> {
  const after = Number(request.headers.get("last-event-id") ?? url.searchParams.get("after") ?? 0);
  if (!Number.isSafeInteger(after) || after < 0) {
    return answer(400, { ok: false, reason: "after", message: '"after" must be a whole number.' });
  }
  const missed = await workspace.journal.since(after);
  const encoder = new TextEncoder();
  let leave = () => {};
  const body = new ReadableStream<Uint8Array>({
    start(controller) {
      const send = (text: string) => {
        try {
          controller.enqueue(encoder.encode(text));
        } catch {
          leave();
        }
      };
      const tell = (news: News) => {
        const id = news.what === "entries" ? `id: ${news.arrival}\n` : "";
        send(`${id}event: ${news.what}\ndata: ${JSON.stringify(news)}\n\n`);
      };
      send("retry: 1000\n\n");
      const last = missed.at(-1);
      if (last !== undefined) {
        const entries = missed.flatMap(({ entry }) => (entry === null ? [] : [entry]));
        tell({ what: "entries", arrival: last.arrival, entries });
      }
      tell({ what: "problems", problems: live.problems() });
      const unlisten = live.listen(tell);
      const timer = setInterval(() => send(":\n\n"), heartbeat);
      leave = () => {
        clearInterval(timer);
        unlisten();
      };
      request.signal.addEventListener("abort", () => leave());
    },
    cancel: () => leave(),
  });
  return new Response(body, {
    headers: { "content-type": "text/event-stream", "cache-control": "no-store" },
  });
}

async function commands(request: Request, service: Service): Promise<Response> {
  const denial = denyWriter(request, service.guard);
  if (denial !== null) return denied(denial);
  const text = await request.text();
  if (text.length > bodyLimit) return denied(tooLarge);
  const parsed = readCommands(text);
  if (typeof parsed === "string") {
    return answer(400, { ok: false, reason: "bad-command", message: parsed });
  }
  const outcome = await service.workspace.run(parsed, "web", Date.now());
  if (!outcome.ok)
    return answer(409, { ok: false, reason: outcome.reason, message: outcome.message });
  await service.live.look();
  return answer(200, {
    ok: true,
    entries: outcome.entries,
    arrival: outcome.look.picture.arrival,
  });
}

/** The commands, or a sentence on what is wrong with them. */
function readCommands(text: string): readonly Command[] | string {
  let body: unknown;
  try {
    body = JSON.parse(text);
  } catch {
    return "The request is not JSON.";
  }
  const list =
    typeof body === "object" && body !== null && "commands" in body ? body.commands : null;
  if (!Array.isArray(list) || list.length === 0 || list.length > 500) {
    return 'The request must be {"commands": […]} with 1 to 500 commands.';
  }
  const commands: Command[] = [];
  for (const [index, input] of list.entries()) {
    const parsed = parseCommand(input);
    if (!parsed.ok) return `Command ${index + 1}: ${parsed.fault}`;
    if (parsed.command.do === "start-workspace") return "A workspace is started by `study init`.";
    commands.push(parsed.command);
  }
  return commands;
}

function answer(status: number, body: unknown): Response {
  return Response.json(body, { status, headers: { "cache-control": "no-store" } });
}

function denied({ status, reason, message }: Denial): Response {
  return answer(status, { ok: false, reason, message });
}

function wrongMethod(allow: string): Response {
  const response = answer(405, { ok: false, reason: "method", message: `Use ${allow} here.` });
  response.headers.set("allow", allow);
  return response;
}

function failure(error: unknown): Response {
  if (error instanceof JournalUnavailable) {
    return answer(503, { ok: false, reason: error.reason, message: error.message });
  }
  console.error(error);
  const message = "Something went wrong in study itself; its terminal says more. Nothing was lost.";
  return answer(500, { ok: false, reason: "bug", message });
}
