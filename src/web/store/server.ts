/** Asking the server. */
import { addressOf, type Endpoint, type Refusal } from "../../wire/wire.ts";

/** The server answered, and said no. */
export class Refused extends Error {
  constructor(
    readonly status: number,
    readonly reason: string,
    message: string,
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

function json(body: unknown): RequestInit {
  return { headers: { "content-type": "application/json" }, body: JSON.stringify(body) };
}

async function answerOf(
  endpoint: Endpoint<unknown, unknown>,
  { parts, query, signal }: Asking,
  sent: RequestInit,
  time: number | null = patience,
): Promise<Response> {
  const until = signal ?? (time === null ? null : AbortSignal.timeout(time));
  const { method } = endpoint;
  const response = await fetch(addressOf(endpoint, parts, query), {
    method,
    signal: until,
    ...sent,
  });
  if (response.ok) return response;
  const said = (await response.json().catch(() => null)) as Partial<Refusal> | null;
  const message = said?.message ?? `The server answered ${response.status}.`;
  throw new Refused(response.status, said?.reason ?? "", message);
}
