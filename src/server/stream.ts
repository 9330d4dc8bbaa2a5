/** Server-sent events (WHATWG HTML 9.2): what arrived after `after`, then everything as it comes. */
import type { WorkspaceId } from "../core/replica/replica.ts";
import { isFor, type News } from "../wire/wire.ts";
import { otherWorkspace, refusal } from "./answers.ts";
import type { Asked } from "./route.ts";

const heartbeat = 15_000;

export async function stream({ request, url, service }: Asked): Promise<Response> {
  const { workspace, live } = service;
  const after = Number(request.headers.get("last-event-id") ?? url.searchParams.get("after") ?? 0);
  if (!Number.isSafeInteger(after) || after < 0) {
    return refusal(400, "after", '"after" must be a whole number.');
  }
  if (!isFor(url.searchParams.get("workspace") as WorkspaceId | null, live.names)) {
    return otherWorkspace();
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
        tell({ what: "entries", after, arrival: last.arrival, entries });
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
