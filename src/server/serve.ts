/** The server on this machine's own address. */

import { rmSync } from "node:fs";
import { version } from "../../package.json";
import { groupsFor } from "../sync/companions.ts";
import { holdFolder } from "../workspace/holding.ts";
import { pdfLimit } from "../workspace/papers.ts";
import type { Workspace } from "../workspace/workspace.ts";
import { loadAssets, prepareAssets } from "./assets.ts";
import { addressFor, pairingFor } from "./entering.ts";
import type { Lan } from "./lan.ts";
import type { Live } from "./live.ts";
import { mergeApart } from "./merge-apart.ts";
import { type Served, type Serving, serveFolder } from "./served.ts";
import type { OwnService } from "./service.ts";
import { forgetSessions, sessionsOf } from "./sessions.ts";
import { workspaceToken } from "./token.ts";

export interface Server {
  readonly port: number;
  readonly url: string;
  /** With a ticket that counts once: each reading gives another. */
  readonly address: string;
  /** The same for another device of the network; null where this machine alone is served. */
  readonly pairing: string | null;
  readonly stop: () => Promise<void>;
}

export class ServerUnavailable extends Error {
  override readonly name = "ServerUnavailable";
}

/** Port 0 takes any free port. */
export async function startServer(options: {
  readonly workspace: Workspace;
  readonly port: number;
  /** Other devices of the network reach it too. */
  readonly lan?: Lan;
  /** `renewed` lets in nobody who was let in before. */
  readonly access?: "kept" | "renewed";
  /** Says at the terminal what the learner should know. */
  readonly say?: (sentence: string) => void;
}): Promise<Server> {
  const { workspace } = options;
  const { layout } = workspace;
  const since = Date.now();
  const hold = holdFolder(layout, { process: process.pid, address: null, since });
  try {
    if (options.access === "renewed") forgetSessions(layout);
    const say = options.say ?? (() => {});
    const lan = options.lan ?? null;
    return await serveHeld(workspace, { port: options.port, lan }, { hold, since, say });
  } catch (error) {
    hold.release();
    throw error;
  }
}

async function serveHeld(
  workspace: Workspace,
  wanted: { readonly port: number; readonly lan: Lan | null },
  held: Pick<Serving, "hold" | "say"> & { readonly since: number },
): Promise<Server> {
  // The executable starts with a policy for short commands; a server stays.
  Bun.unsafe.setJITPolicy(1);
  const assets = prepareAssets(await loadAssets());
  let folder: Served | null = null;
  const { lan } = wanted;
  const answerTo = (request: Request) =>
    folder === null ? new Response(null, { status: 503 }) : folder.handle(request);
  const listeners = [listen("127.0.0.1", wanted.port, answerTo)];
  const stopListening = () => Promise.all(listeners.map((listener) => listener.stop(true)));
  try {
    const port = listeners[0]?.port ?? wanted.port;
    if (lan !== null) listeners.push(listen(lan.address, port, answerTo));
    const url = `http://127.0.0.1:${port}/`;
    const { layout } = workspace;
    const sessions = sessionsOf(layout, port);
    const arxiv = process.env.STUDY_ARXIV ?? "https://arxiv.org";
    const holder = { process: process.pid, address: url, since: held.since };
    held.hold.say(holder);
    const merge = mergeApart();
    const serviceOf = (open: Workspace, live: Live): OwnService => {
      let token = workspaceToken(layout);
      const guard = {
        port,
        lan,
        sessions,
        get token() {
          return token;
        },
        renew: () => {
          forgetSessions(layout);
          sessions.forgetAll();
          token = workspaceToken(layout);
        },
      };
      const served = { is: "computer" } as const;
      // Asked each time: where the workspace syncs may change while it is served.
      const groups = () => groupsFor(open.layout);
      return { workspace: open, live, guard, assets, merge, version, arxiv, served, groups };
    };
    const served = await serveFolder(workspace, { ...held, holder, serviceOf });
    folder = served;
    return {
      port,
      url,
      get address() {
        return addressFor({ port, lan, sessions });
      },
      get pairing() {
        return pairingFor({ port, lan, sessions }, Date.now());
      },
      stop: async () => {
        served.stop();
        await stopListening();
        rmSync(layout.opening, { force: true });
      },
    };
  } catch (error) {
    await stopListening();
    throw error;
  }
}

function listen(
  hostname: string,
  port: number,
  fetch: (request: Request) => Response | Promise<Response>,
) {
  try {
    // The stream of entries may be silent for longer than the default idle timeout.
    return Bun.serve({
      hostname,
      port,
      fetch,
      idleTimeout: 0,
      maxRequestBodySize: pdfLimit + 1_000_000,
    });
  } catch (error) {
    const code = error instanceof Error && "code" in error ? error.code : "";
    const why =
      code === "EADDRINUSE"
        ? "is in use by another program"
        : code === "EACCES"
          ? "needs rights that this user does not have"
          : `can't be listened on at ${hostname}`;
    throw new ServerUnavailable(
      `Port ${port} ${why}. Name another one: npm start -- --port ${port === 65_535 ? 4322 : port + 1}.`,
    );
  }
}
