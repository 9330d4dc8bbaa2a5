/** Asking the server. */
import type { WorkspaceId } from "../../core/replica/replica.ts";
import { addressOf, api, type Endpoint, type Refusal, workspaceHeader } from "../../wire/wire.ts";
import { dropTicket, keepSession, session, ticketHere, turnTo } from "./session.ts";

/** The server answered, and said no. */
export class Refused extends Error {
  constructor(
    readonly status: number,
    readonly reason: string,
    message: string,
    readonly said: Pick<Refusal, "server" | "time"> = {},
  ) {
    super(message);
  }
}

export interface Asking {
  readonly parts?: Readonly<Record<string, string>>;
  readonly query?: Readonly<Record<string, string>>;
  readonly signal?: AbortSignal;
}

const patience = 20_000;

/** Throws `Refused` for an answer that is no success, and what `fetch` throws when there is none. */
export async function ask<Answer>(
  endpoint: Endpoint<Answer>,
  asking: Asking = {},
): Promise<Answer> {
  return (await answerOf(endpoint, asking, {})).json() as Promise<Answer>;
}

export async function sendJson<Answer, Sent>(
  endpoint: Endpoint<Answer, Sent>,
  body: Sent,
  asking: Asking = {},
): Promise<Answer> {
  return (await answerOf(endpoint, asking, json(body))).json() as Promise<Answer>;
}

export async function sendFile<Answer>(
  endpoint: Endpoint<Answer, Blob>,
  file: Blob,
  type: string,
  asking: Asking = {},
): Promise<Answer> {
  const whole = { headers: { "content-type": type }, body: file };
  return (await answerOf(endpoint, asking, whole, null)).json() as Promise<Answer>;
}

/** The answer's lines as they come. */
export async function* linesOf<Line, Sent>(
  endpoint: Endpoint<Line, Sent>,
  body: Sent,
  asking: Asking = {},
): AsyncGenerator<Line> {
  const sent = body === undefined ? {} : json(body);
  const response = await answerOf(endpoint, asking, sent, null);
  if (response.body === null) return;
  const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
  let rest = "";
  for (;;) {
    const { value, done } = await reader.read();
    const lines = (rest + (value ?? "")).split("\n");
    rest = lines.pop() ?? "";
    for (const line of lines) if (line !== "") yield JSON.parse(line) as Line;
    if (done) return;
  }
}

/**
 * Exchanges the ticket of a printed address for a session of this browser. The sentence of a refusal; null where all
 * is well, or there was no ticket. A ticket that was used before is no fault in a browser that is in already.
 */
export async function enter(): Promise<string | null> {
  const ticket = ticketHere();
  if (ticket === null) return null;
  try {
    const entered = await sendJson(api.enter, { ticket });
    keepSession(entered.server, entered.session);
    dropTicket();
    return null;
  } catch (error) {
    if (!(error instanceof Refused)) return null;
    dropTicket();
    return error.message;
  }
}

function json(body: unknown): RequestInit {
  return { headers: { "content-type": "application/json" }, body: JSON.stringify(body) };
}

/** The answer itself, for what is no JSON; it may take its time. */
export function open(endpoint: Endpoint<unknown, unknown>, asking: Asking = {}): Promise<Response> {
  return answerOf(endpoint, asking, {}, null);
}

/** The workspace that this page shows; what it asks of another is refused there. */
let spokenOf: WorkspaceId | null = null;

export function speakOf(workspace: WorkspaceId): void {
  spokenOf = workspace;
}

async function answerOf(
  endpoint: Endpoint<unknown, unknown>,
  asking: Asking,
  sent: RequestInit,
  time: number | null = patience,
): Promise<Response> {
  const given = session();
  try {
    return await askWith(given, endpoint, asking, sent, time);
  } catch (error) {
    const other =
      error instanceof Refused && error.status === 401 && turnTo(error.said.server, given);
    if (!other) throw error;
    return askWith(session(), endpoint, asking, sent, time);
  }
}

async function askWith(
  session: string | null,
  endpoint: Endpoint<unknown, unknown>,
  { parts, query, signal }: Asking,
  sent: RequestInit,
  time: number | null,
): Promise<Response> {
  const until = signal ?? (time === null ? null : AbortSignal.timeout(time));
  const headers = new Headers(sent.headers);
  if (session !== null) headers.set("authorization", `Bearer ${session}`);
  // The state is what tells which workspace is served.
  if (spokenOf !== null && endpoint !== api.state) headers.set(workspaceHeader, spokenOf);
  const { method } = endpoint;
  const response = await fetch(addressOf(endpoint, parts, query), {
    ...sent,
    method,
    signal: until,
    headers,
  });
  if (response.ok) return response;
  const said = (await response.json().catch(() => null)) as Partial<Refusal> | null;
  const message = said?.message ?? `The server answered ${response.status}.`;
  throw new Refused(response.status, said?.reason ?? "", message, said ?? {});
}
