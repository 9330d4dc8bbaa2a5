/** The server on this machine's own address. */

import { rmSync } from "node:fs";
import { version } from "../../package.json";
import { holdFolder } from "../workspace/holding.ts";
import { pdfLimit } from "../workspace/papers.ts";
import type { Workspace } from "../workspace/workspace.ts";
import { loadAssets, prepareAssets } from "./assets.ts";
import { addressFor } from "./entering.ts";
import type { Live } from "./live.ts";
import { mergeApart } from "./merge-apart.ts";
import { type Served, type Serving, serveFolder } from "./served.ts";
import type { Service } from "./service.ts";
import { forgetSessions, sessionsOf } from "./sessions.ts";
import { workspaceToken } from "./token.ts";

export interface Server {
  readonly port: number;
  readonly url: string;
  /** With a ticket that counts once: each reading gives another. */
  readonly address: string;
  readonly stop: () => Promise<void>;
}

export class ServerUnavailable extends Error {
  override readonly name = "ServerUnavailable";
}

/** Port 0 takes any free port. */
export async function startServer(options: {
  readonly workspace: Workspace;
  readonly port: number;
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
    return await serveHeld(workspace, options.port, { hold, since, say });
  } catch (error) {
    hold.release();
    throw error;
  }
}

async function serveHeld(
  workspace: Workspace,
  wanted: number,
  held: Pick<Serving, "hold" | "say"> & { readonly since: number },
): Promise<Server> {
  // The executable starts with a policy for short commands; a server stays.
  Bun.unsafe.setJITPolicy(1);
  const assets = prepareAssets(await loadAssets());
  let folder: Served | null = null;
  const listener = listen(wanted, (request) => {
    return folder === null ? new Response(null, { status: 503 }) : folder.handle(request);
  });
  try {
    const port = listener.port ?? wanted;
    const url = `http://127.0.0.1:${port}/`;
    const { layout } = workspace;
    const sessions = sessionsOf(layout, port);
    const arxiv = process.env.STUDY_ARXIV ?? "https://arxiv.org";
    const holder = { process: process.pid, address: url, since: held.since };
    held.hold.say(holder);
    const merge = mergeApart();
    const serviceOf = (open: Workspace, live: Live): Service => {
      let token = workspaceToken(layout);
      const guard = {
        port,
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
      return { workspace: open, live, guard, assets, merge, version, arxiv };
    };
    const served = await serveFolder(workspace, { ...held, holder, serviceOf });
    folder = served;
    return {
      port,
      url,
      get address() {
        return addressFor({ port, sessions });
      },
      stop: async () => {
        served.stop();
        await listener.stop(true);
        rmSync(layout.opening, { force: true });
      },
    };
  } catch (error) {
    await listener.stop(true);
    throw error;
  }
}

function listen(port: number, fetch: (request: Request) => Response | Promise<Response>) {
  try {
    // The stream of entries may be silent for longer than the default idle timeout.
    return Bun.serve({
      hostname: "127.0.0.1",
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
          : "can't be listened on";
    throw new ServerUnavailable(
      `Port ${port} ${why}. Name another one: npm start -- --port ${port === 65_535 ? 4322 : port + 1}.`,
    );
  }
}
