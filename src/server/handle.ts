/** Requests to answers. No socket here: the tests call it as the server does. */
import { JournalUnavailable } from "../journal/port.ts";
import { allNotes } from "../workspace/notes.ts";
import { indexOf } from "../workspace/search.ts";
import { answer, denied, refusal, wrongMethod } from "./answers.ts";
import * as checks from "./checks.ts";
import * as files from "./files.ts";
import {
  bodyLimit,
  cookieName,
  denyStranger,
  denyWriter,
  mayWrite,
  sameSecret,
  securityHeaders,
  tooLarge,
} from "./guard.ts";
import type { Service } from "./service.ts";
import { stream } from "./stream.ts";
import * as writing from "./writing.ts";

export type Handle = (request: Request) => Promise<Response>;

export function handler(service: Service): Handle {
  return async (request) => {
    let response: Response;
    try {
      response = await route(request, service);
    } catch (error) {
      response = failure(error);
    }
    for (const [name, value] of Object.entries(securityHeaders)) {
      if (!response.headers.has(name)) response.headers.set(name, value);
    }
    return response;
  };
}

/** The page's own addresses: each is answered with the page, which shows the screen. */
const screens =
  /^\/(|today|plan|papers|paper\/[\w.:-]+(\/(read|notes|implement|review))?|review|check-ins|stats|map|compare|milestones|tracker|settings)$/;

async function route(request: Request, service: Service): Promise<Response> {
  const stranger = denyStranger(request, service.guard);
  if (stranger !== null) return denied(stranger);
  const url = new URL(request.url);
  const path = url.pathname;
  const get = request.method === "GET" || request.method === "HEAD";
  const reading = (work: () => Response | Promise<Response>) => (get ? work() : wrongMethod("GET"));
  const posting = (work: (text: string) => Promise<Response>) =>
    request.method === "POST" ? withJson(request, service, work) : wrongMethod("POST");

  if (screens.test(path)) {
    if (!get) return wrongMethod("GET");
    return url.searchParams.has("token") ? enter(url, service) : asset(request, "/", service);
  }
  switch (path) {
    case "/api/state":
      return reading(() => state(request, service));
    case "/api/stream":
      return reading(() => stream(request, url, service));
    case "/api/material":
      return reading(async () => answer(200, await service.workspace.material()));
    case "/api/search":
      return reading(() => search(url, service));
    case "/api/notes":
      return reading(() => files.listNotes(service));
    case "/api/papers":
      return reading(() => files.listPdfs(service));
    case "/api/exercises":
      return reading(() => checks.listTexts(url, service));
    case "/api/code":
      return posting(async (text) => checks.writeStarters(text, service));
    case "/api/check":
      return posting(async (text) => checks.runOne(text, request, service));
    case "/api/commands":
      return posting((text) => writing.commands(text, service));
    case "/api/entries":
      return posting((text) => writing.entries(text, service));
    case "/api/adopt":
      return posting((text) => writing.adopt(text, service));
    default:
      return (await fileRoute(request, path, service)) ?? found(request, path, service);
  }
}

/** Addresses that name a file of the learner's; null for all others. */
async function fileRoute(
  request: Request,
  path: string,
  service: Service,
): Promise<Response | null> {
  const [, room, name = "", what] = /^\/(notes|papers)\/([^/]+)(?:\/([^/]+))?$/.exec(path) ?? [];
  const get = request.method === "GET" || request.method === "HEAD";
  if (room === "notes" && name === "images" && what !== undefined) {
    return get ? files.getImage(what, service) : wrongMethod("GET");
  }
  const paper = files.paperIn(name.replace(/\.(md|pdf)$/, ""));
  if (room === undefined || paper === null) return null;
  if (room === "notes" && what === undefined) {
    if (get) return files.getNote(paper, service);
    if (request.method !== "PUT") return wrongMethod("GET", "PUT");
    return withJson(request, service, (text) => files.putNote(paper, text, service));
  }
  if (room === "notes" && what === "images") {
    return writer(request, service, "POST") ?? files.postImage(paper, request, service);
  }
  if (room === "papers" && what === undefined) {
    if (get) return files.getPdf(paper, service);
    return writer(request, service, "PUT") ?? files.putPdf(paper, request, service);
  }
  if (room === "papers" && what === "fetch") {
    return writer(request, service, "POST") ?? files.fetchPaper(paper, service);
  }
  return null;
}

/** Why this request may not write; null when it may. */
function writer(request: Request, { guard }: Service, method: string): Response | null {
  if (request.method !== method) return wrongMethod(method);
  const denial = denyWriter(request, guard);
  return denial === null || denial.reason === "content-type" ? null : denied(denial);
}

async function withJson(
  request: Request,
  service: Service,
  work: (text: string) => Promise<Response>,
): Promise<Response> {
  const denial = denyWriter(request, service.guard);
  if (denial !== null) return denied(denial);
  if (Number(request.headers.get("content-length") ?? 0) > bodyLimit) return denied(tooLarge);
  const text = await request.text();
  return text.length > bodyLimit ? denied(tooLarge) : work(text);
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
  const location = url.pathname;
  return new Response(null, { status: 303, headers: { location, "set-cookie": cookie } });
}

function found(request: Request, path: string, service: Service): Response {
  const get = request.method === "GET" || request.method === "HEAD";
  if (service.assets.has(path)) return get ? asset(request, path, service) : wrongMethod("GET");
  // Whoever mistypes an address in a browser gets the page, which says so and leads on.
  if (get && /\btext\/html\b/.test(request.headers.get("accept") ?? "")) {
    const page = asset(request, "/", service);
    return new Response(page.body, { status: 404, headers: page.headers });
  }
  return refusal(404, "not-found", `There is nothing at ${path}.`);
}

function asset(request: Request, path: string, { assets }: Service): Response {
  const file = assets.get(path);
  if (file === undefined) return refusal(404, "not-found", "No page.");
  const zipped = /\bgzip\b/.test(request.headers.get("accept-encoding") ?? "") ? file.gzip() : null;
  return new Response(zipped ?? file.plain, {
    headers: { ...file.headers, ...(zipped === null ? {} : { "content-encoding": "gzip" }) },
  });
}

async function state(request: Request, service: Service): Promise<Response> {
  const { workspace, live, guard, version } = service;
  const { ledger, arrival } = await workspace.journal.picture();
  const whole = {
    curriculum: workspace.curriculum,
    ledger,
    arrival,
    problems: live.problems(),
    demo: workspace.demo,
    folder: workspace.folder,
    workspace: workspace.journal.device,
    mayWrite: mayWrite(request, guard),
    version,
    now: Date.now(),
  };
  const zipped = /\bgzip\b/.test(request.headers.get("accept-encoding") ?? "");
  if (!zipped) return answer(200, whole);
  return new Response(Bun.gzipSync(JSON.stringify(whole), { level: 1 }), {
    headers: {
      "content-type": "application/json",
      "content-encoding": "gzip",
      "cache-control": "no-store",
    },
  });
}

async function search(url: URL, { workspace }: Service): Promise<Response> {
  const words = (url.searchParams.get("q") ?? "").slice(0, 200);
  const { progress, tally } = await workspace.look(Date.now());
  const index = indexOf({
    curriculum: workspace.curriculum,
    progress,
    tally,
    material: await workspace.material(),
    notes: allNotes(workspace.layout),
  });
  try {
    return answer(200, { found: index.find(words) });
  } finally {
    index.close();
  }
}

function failure(error: unknown): Response {
  if (error instanceof JournalUnavailable) return refusal(503, error.reason, error.message);
  console.error(error);
  const message = "Something went wrong in study itself; its terminal says more. Nothing was lost.";
  return refusal(500, "bug", message);
}
