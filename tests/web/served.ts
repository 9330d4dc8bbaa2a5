/** A real workspace behind a real server on a free port. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { day } from "../../src/core/calendar.ts";
import { type Server, startServer } from "../../src/server/serve.ts";
import { createWorkspace } from "../../src/workspace/create.ts";
import { layoutOf } from "../../src/workspace/layout.ts";
import { openWorkspace } from "../../src/workspace/open.ts";
import type { Workspace } from "../../src/workspace/workspace.ts";

export interface Served {
  readonly workspace: Workspace;
  /** The same journal through a connection of its own, as another process has it. */
  readonly other: Workspace;
  readonly server: Server;
  readonly tracker: string;
  readonly stop: () => Promise<void>;
}

export async function serveFresh(): Promise<Served> {
  const folder = mkdtempSync(join(tmpdir(), "study-web-"));
  const layout = layoutOf(folder);
  const today = Temporal.Now.plainDateISO("UTC");
  const workspace = await createWorkspace(
    layout,
    {
      curriculum: "llm",
      start: day(today.subtract({ days: 8 }).toString()),
      target: null,
      minutesAWeek: 480,
      timeZone: "UTC",
      kind: "own",
    },
    Date.now(),
  );
  const other = await openWorkspace(layout);
  const server = await startServer({ workspace, port: 0 });
  return {
    workspace,
    other,
    server,
    tracker: layout.tracker,
    stop: async () => {
      await server.stop();
      workspace.close();
      other.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
