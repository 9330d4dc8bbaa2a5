/** The hub on its port. */
import { version } from "../../package.json";
import type { Millis } from "../core/time/calendar.ts";
import { securityHeaders } from "../server/guard.ts";
import { mergeApart } from "../server/merge-apart.ts";
import { api } from "../wire/wire.ts";
import { askerOf } from "./asker.ts";
import { answerTo, type Hub } from "./handle.ts";
import { metricsText, noCounts } from "./metrics.ts";
import { isNoRoom } from "./no-room.ts";
import { copiesIn } from "./page/copies.ts";
import type { PageFiles } from "./page/page-files.ts";
import { ratesOf } from "./rate.ts";
import type { HubStore } from "./store.ts";

export interface HubOptions {
  readonly store: HubStore;
  /** Where the copies lie that its page works on; it may be deleted while the hub rests. */
  readonly copies: string;
  readonly files: PageFiles;
  readonly hostname: string;
  readonly port: number;
  readonly tls: { readonly cert: string; readonly key: string } | null;
  /** Addresses of proxies whose word on who asks is taken. */
  readonly proxies: ReadonlySet<string>;
  /** Bytes of a member. */
  readonly quota: number;
  /** One line for each request, as JSON. */
  readonly log: (line: string) => void;
}

export interface HubServer {
  readonly port: number;
  readonly url: string;
  /** Ends what has begun, and takes nothing more. */
  readonly stop: () => Promise<void>;
}

/** In seconds. */
const longestAnswer = 120;
const longestRequest = 25_000_000;
const unlessSaid = { "cache-control": "no-store" };
const secretBytes = 32;

export function newSecret(): string {
  return Buffer.from(crypto.getRandomValues(new Uint8Array(secretBytes))).toString("base64url");
}

export function serveHub(options: HubOptions): HubServer {
  const { store, files, hostname, port, tls, proxies, quota, log } = options;
  const keeping = { store, quota, counts: noCounts() };
  const copies = copiesIn({ folder: options.copies, keeping, now: Date.now });
  const hub: Hub = {
    ...keeping,
    now: Date.now,
    newSecret,
    rates: ratesOf({ most: 300, each: 200 }),
    strangers: ratesOf({ most: 20, each: 3000 }),
    page: { files, copies, merge: mergeApart(), version },
  };
  const server = Bun.serve({
    hostname,
    port,
    ...(tls === null ? {} : { tls: { cert: Bun.file(tls.cert), key: Bun.file(tls.key) } }),
    maxRequestBodySize: longestRequest,
    async fetch(request, server) {
      const started = performance.now();
      const { pathname } = new URL(request.url);
      // A page that listens may hear nothing for long; a member's copy takes a while to be made.
      server.timeout(request, pathname === api.stream.path ? 0 : longestAnswer);
      const from = server.requestIP(request)?.address ?? "";
      const asker = askerOf(from, request.headers.get("x-forwarded-for"), proxies);
      const response = await answered(request, { from, asker }, hub);
      const took: Millis = performance.now() - started;
      const { status } = response;
      hub.counts.requests.set(status, (hub.counts.requests.get(status) ?? 0) + 1);
      hub.counts.seconds += took / 1000;
      log(
        JSON.stringify({
          at: Date.now(),
          method: request.method,
          path: pathname,
          status,
          ms: Math.round(took),
        }),
      );
      for (const [name, value] of Object.entries({ ...securityHeaders, ...unlessSaid })) {
        if (!response.headers.has(name)) response.headers.set(name, value);
      }
      return response;
    },
  });
  const scheme = tls === null ? "http" : "https";
  const shown = hostname === "0.0.0.0" || hostname === "::" ? "localhost" : hostname;
  return {
    port: server.port ?? port,
    url: `${scheme}://${shown}:${server.port}`,
    stop: async () => {
      // Pages that listen would keep it.
      await copies.close();
      await server.stop();
      await store.close();
    },
  };
}

const loopback = /^(127\.|::1$|::ffff:127\.)/;
const ownName = /^(127\.[\d.]+|localhost|\[::1\])(:\d+)?$/;

/** A proxy on this machine asks from it too, for others: it says for whom, or by which name it was asked. */
function isFromHere({ headers }: Request, from: string): boolean {
  const isPassedOn = ["forwarded", "x-forwarded-for", "x-real-ip", "via"].some((one) =>
    headers.has(one),
  );
  return loopback.test(from) && !isPassedOn && ownName.test(headers.get("host") ?? "");
}

/** The other end of the socket, and who stands behind it. */
interface Asking {
  readonly from: string;
  readonly asker: string;
}

async function answered(request: Request, { from, asker }: Asking, hub: Hub): Promise<Response> {
  const { pathname } = new URL(request.url);
  try {
    // Figures are for who runs the hub.
    if (pathname === "/metrics" && isFromHere(request, from)) {
      return new Response(metricsText(hub.counts), {
        headers: { "content-type": "text/plain; version=0.0.4" },
      });
    }
    return await answerTo(request, asker, hub);
  } catch (error) {
    if (isNoRoom(error)) {
      console.error(
        "The hub's database has no room left: nothing can be kept until there is some.",
      );
      const message =
        "The hub has no room left. Nothing of this was kept there; all is on this device, and is sent again once there is room.";
      return Response.json({ reason: "full", message }, { status: 503 });
    }
    console.error(error);
    const message = "Something went wrong in the hub; its terminal says more. Nothing was lost.";
    return Response.json({ reason: "bug", message }, { status: 500 });
  }
}
