/** The server on this machine's own address. */
import { version } from "../../package.json";
import { layoutOf } from "../workspace/layout.ts";
import { pdfLimit } from "../workspace/papers.ts";
import type { Workspace } from "../workspace/workspace.ts";
import { loadAssets, prepareAssets } from "./assets.ts";
import { type Handle, handler } from "./handle.ts";
import { goLive } from "./live.ts";
import { workspaceToken } from "./token.ts";

export interface Server {
  readonly port: number;
  readonly url: string;
  /** With the token that allows writing. */
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
}): Promise<Server> {
  const { workspace } = options;
  // The executable starts with a policy for short commands; a server stays.
  Bun.unsafe.setJITPolicy(1);
  const token = workspaceToken(layoutOf(workspace.folder).state);
  const assets = prepareAssets(await loadAssets());
  let handle: Handle | null = null;
  const listener = listen(options.port, (request) => {
    return handle === null ? new Response(null, { status: 503 }) : handle(request);
  });
  const port = listener.port ?? options.port;
  const live = await goLive(workspace);
  const arxiv = process.env.STUDY_ARXIV ?? "https://arxiv.org";
  handle = handler({ workspace, live, guard: { port, token }, assets, version, arxiv });
  const url = `http://127.0.0.1:${port}/`;
  return {
    port,
    url,
    address: `${url}?token=${token}`,
    stop: async () => {
      live.stop();
      await listener.stop(true);
    },
  };
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
