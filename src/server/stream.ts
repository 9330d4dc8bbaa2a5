/** Server-sent events (WHATWG HTML 9.2): what arrived after `after`, then everything as it comes. */
import type { WorkspaceId } from "../core/replica/replica.ts";
import { isFor, type News, pageHeader } from "../wire/wire.ts";
import { otherWorkspace, refusal } from "./answers.ts";
import { firstScript } from "./assets.ts";
import { mostAtOnce, newsOf } from "./live.ts";
import type { Asked } from "./route.ts";
import type { Service } from "./service.ts";

const heartbeat = 15_000;
/** Who reads so slowly that this many pieces wait is let go; it comes back and is told page by page. */
const mostWaiting = 200;

export function stream({ request, url, service }: Asked): Response {
  const after = Number(request.headers.get("last-event-id") ?? url.searchParams.get("after") ?? 0);
  if (!Number.isSafeInteger(after) || after < 0) {
    return refusal(400, "after", '"after" must be a whole number.');
  }
  if (!isFor(url.searchParams.get("workspace") as WorkspaceId | null, service.live.names)) {
    return otherWorkspace();
  }
  const journal = url.searchParams.get("journal");
  if (journal !== null && journal !== service.live.names.formerly) {
    const message = "Another journal is here now, perhaps a restored one: it is being loaded.";
    return refusal(409, "other-journal", message);
  }
  return new Response(bodyOf(service, after, request.signal), {
    headers: {
      "content-type": "text/event-stream",
      "cache-control": "no-store",
      [pageHeader]: firstScript(service.assets) ?? "",
    },
  });
}

/** As many pages of what was missed as the reader has room for; then what comes. */
function bodyOf(
  { workspace, live }: Service,
  after: number,
  gone: AbortSignal,
): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  let told = after;
  let caughtUp = false;
  let leave = () => {};
  const follow = (controller: ReadableStreamDefaultController<Uint8Array>) => {
    const end = () => {
      leave();
      close(controller);
    };
    const send = (text: string) => {
      if ((controller.desiredSize ?? 0) < -mostWaiting) end();
      else controller.enqueue(encoder.encode(text));
    };
    const unlisten = live.listen({ tell: (news) => send(written(news)), end });
    const timer = setInterval(() => send(":\n\n"), heartbeat);
    leave = () => {
      clearInterval(timer);
      unlisten();
    };
    gone.addEventListener("abort", () => leave());
    if (gone.aborted) leave();
  };
  return new ReadableStream<Uint8Array>({
    start(controller) {
      controller.enqueue(encoder.encode("retry: 1000\n\n"));
    },
    async pull(controller) {
      if (caughtUp) return;
      const arrived = await workspace.journal.since(told, mostAtOnce);
      const news = newsOf(told, arrived);
      if (news !== null) {
        told = news.arrival;
        controller.enqueue(encoder.encode(written(news)));
      }
      if (arrived.length === mostAtOnce) return;
      caughtUp = true;
      const [problems, concerns] = [live.problems(), live.concerns()];
      controller.enqueue(encoder.encode(written({ what: "problems", problems, concerns })));
      follow(controller);
    },
    cancel: () => leave(),
  });
}

function written(news: News): string {
  const id = news.what === "entries" ? `id: ${news.arrival}\n` : "";
  return `${id}event: ${news.what}\ndata: ${JSON.stringify(news)}\n\n`;
}

function close(controller: ReadableStreamDefaultController<Uint8Array>): void {
  try {
    controller.close();
  } catch {
    // Closed by the other side.
  }
}
