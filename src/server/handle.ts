/** Requests to answers. No socket here: the tests call it as the server does. */
import type { WorkspaceId } from "../core/replica/replica.ts";
import { JournalUnavailable } from "../journal/port.ts";
import { isFor, type Refusal, type ServerName, workspaceHeader } from "../wire/wire.ts";
import { answer, denied, folderAway, otherWorkspace, refusal, wrongMethod } from "./answers.ts";
import { complain } from "./complain.ts";
import {
  type Denial,
  denyForm,
  denyOutsider,
  denyStranger,
  securityHeaders,
  tooLarge,
} from "./guard.ts";
import { asset, page } from "./reading.ts";
import type { Asked, Route } from "./route.ts";
import { find } from "./routes.ts";
import type { OwnService, Service } from "./service.ts";
import { textWithin } from "./text-within.ts";

export type Handle = (request: Request) => Promise<Response>;

export function handler(service: OwnService): Handle {
  return async (request) => {
    let response: Response;
    try {
      response = await answerTo(request, service);
    } catch (error) {
      response = failure(error);
    }
    for (const [name, value] of Object.entries(securityHeaders)) {
      if (!response.headers.has(name)) response.headers.set(name, value);
    }
    return response;
  };
}

async function answerTo(request: Request, service: OwnService): Promise<Response> {
  const stranger = denyStranger(request, service.guard);
  if (stranger !== null) return denied(stranger);
  const url = new URL(request.url);
  const found = find(request.method, url.pathname);
  if (found.is === "method") return wrongMethod(...found.allow);
  if (found.is === "nothing") return elsewhere(request, url.pathname, service);
  return serve(found.route, { request, url, service, parts: found.parts });
}

async function serve(route: Route<OwnService>, asked: Asked<OwnService>): Promise<Response> {
  if (route.needs === "nothing" || route.needs === "ticket") return answerIn(route, asked);
  const outsider = denyOutsider(asked.request, asked.service.guard);
  return outsider === null ? answerIn(route, asked) : notIn(outsider, asked.service);
}

/** To whoever may ask for it. */
export async function answerIn<S extends Service>(
  route: Route<S>,
  asked: Asked<S>,
): Promise<Response> {
  if (route.needs === "nothing") return route.answer(asked);
  const { request, service } = asked;
  if (route.needs === "ticket") return withBody(route, asked);
  const place = service.workspace.journal.place();
  if (place !== "here") return folderAway(service.workspace.folder, place);
  const meant = request.headers.get(workspaceHeader) as WorkspaceId | null;
  if (!isFor(meant, service.live.names)) return otherWorkspace();
  return route.needs === "session" ? route.answer(asked) : withBody(route, asked);
}

async function withBody<S extends Service>(
  { answer, limit }: Extract<Route<S>, { needs: "json" | "ticket" }>,
  asked: Asked<S>,
): Promise<Response> {
  const { request } = asked;
  const denial = denyForm(request);
  if (denial !== null) return denied(denial);
  const body = await textWithin(request, limit);
  return body === null ? denied(tooLarge) : answer(asked, body);
}

/** With the name of this server: the page may have a session of it beside one of another. */
function notIn({ status, reason, message }: Denial, { guard }: OwnService): Response {
  const server = guard.sessions.server as ServerName;
  return answer<Refusal>(status, { ok: false, reason, message, server });
}

/** The page's files, and what is not there. */
function elsewhere(request: Request, path: string, service: OwnService): Response {
  const get = request.method === "GET" || request.method === "HEAD";
  const asked = { request, service };
  if (service.assets.has(path)) return get ? asset(asked, path) : wrongMethod("GET");
  // Whoever mistypes an address in a browser gets the page, which says so and leads on.
  if (get && /\btext\/html\b/.test(request.headers.get("accept") ?? "")) {
    const shown = page(asked);
    return new Response(shown.body, { status: 404, headers: shown.headers });
  }
  return refusal(404, "not-found", `There is nothing at ${path}.`);
}

/** What went wrong, in words; what is no expected failure is complained of at the terminal. */
export function failure(error: unknown): Response {
  if (error instanceof JournalUnavailable) return refusal(503, error.reason, error.message);
  complain(error);
  const message = "Something went wrong in study itself; its terminal says more. Nothing was lost.";
  return refusal(500, "bug", message);
}
