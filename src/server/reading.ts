/** What is only looked at: the page itself, the state that it starts from, its material, and search. */

import type { ServerState } from "../wire/wire.ts";
import { allNotes } from "../workspace/notes.ts";
import { indexOf } from "../workspace/search.ts";
import { answer, refusal } from "./answers.ts";
import type { Asked } from "./route.ts";
import type { Service } from "./service.ts";

/** Who asks for a file of the page. */
interface AssetAsked {
  readonly request: Request;
  readonly service: Pick<Service, "assets">;
}

export function page(asked: AssetAsked): Response {
  return asset(asked, "/");
}

export function asset({ request, service }: AssetAsked, path: string): Response {
  const file = service.assets.get(path);
  if (file === undefined) return refusal(404, "not-found", "No page.");
  const zipped = takesGzip(request) ? file.gzip() : null;
  return new Response(zipped ?? file.plain, {
    headers: { ...file.headers, ...(zipped === null ? {} : { "content-encoding": "gzip" }) },
  });
}

export async function state({ request, service }: Asked): Promise<Response> {
  const { workspace, live, version, served } = service;
  const { ledger, arrival } = await workspace.journal.picture();
  const whole: ServerState = {
    curriculum: workspace.curriculum,
    ledger,
    arrival,
    problems: live.problems(),
    concerns: live.concerns(),
    demo: workspace.demo,
    served,
    folder: served.is === "hub" ? served.name : workspace.folder,
    ...live.names,
    version,
    now: Date.now(),
  };
  if (!takesGzip(request)) return answer<ServerState>(200, whole);
  return new Response(Bun.gzipSync(JSON.stringify(whole), { level: 1 }), {
    headers: {
      "content-type": "application/json",
      "content-encoding": "gzip",
      "cache-control": "no-store",
    },
  });
}

export async function material({ service }: Asked): Promise<Response> {
  return answer(200, await service.workspace.material());
}

/** The journal as JSON Lines, as it is read: it may be of any size. */
export function exported({ service: { workspace } }: Asked): Response {
  const lines = workspace.journal.lines()[Symbol.asyncIterator]();
  const encoder = new TextEncoder();
  const text = new ReadableStream<Uint8Array>({
    pull: async (stream) => {
      const { value, done } = await lines.next();
      if (done === true) stream.close();
      else stream.enqueue(encoder.encode(`${value.text}\n`));
    },
    cancel: () => void lines.return?.(),
  });
  return new Response(text, {
    headers: { "content-type": "application/x-ndjson; charset=utf-8", "cache-control": "no-store" },
  });
}

export async function search({ url, service: { workspace } }: Asked): Promise<Response> {
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

function takesGzip(request: Request): boolean {
  return /\bgzip\b/.test(request.headers.get("accept-encoding") ?? "");
}
