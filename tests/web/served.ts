/** A real workspace behind a real server on a free port. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Day, day } from "../../src/core/time/calendar.ts";
import { type Server, startServer } from "../../src/server/serve.ts";
import { createWorkspace } from "../../src/workspace/create.ts";
import { openDemo } from "../../src/workspace/demo.ts";
import { type Layout, layoutOf } from "../../src/workspace/layout.ts";
import { openWorkspace } from "../../src/workspace/open.ts";
import type { Workspace } from "../../src/workspace/workspace.ts";
import { noonZone } from "../noon.ts";

export interface Served {
  readonly layout: Layout;
  readonly workspace: Workspace;
  /** The same journal through a connection of its own, as another process has it. */
  readonly other: Workspace;
  readonly server: Server;
  readonly tracker: string;
  readonly stop: () => Promise<void>;
}

export function daysAgo(days: number): Day {
  return day(Temporal.Now.plainDateISO("UTC").subtract({ days }).toString());
}

/** A workspace of our own curriculum; `start` null is one whose learner has answered nothing yet. */
export async function serveFresh(start: Day | null = daysAgo(8)): Promise<Served> {
  const layout = layoutOf(mkdtempSync(join(tmpdir(), "study-web-")));
  const workspace = await createWorkspace(
    layout,
    {
      curriculum: "llm",
      start,
      target: null,
      minutesAWeek: start === null ? null : 480,
      timeZone: noonZone,
      dayStarts: 0,
      kind: "own",
    },
    // Made on its first day, so that a test can do things on the days since.
    start === null ? Date.now() : Math.min(Date.now(), Date.parse(`${start}T06:00Z`)),
  );
  return serve(layout, workspace);
}

/** The example workspace: something on every screen. */
export async function serveDemo(): Promise<Served> {
  const layout = layoutOf(mkdtempSync(join(tmpdir(), "study-web-")));
  return serve(layout, await openDemo(layout, Date.now()));
}

async function serve(layout: Layout, workspace: Workspace): Promise<Served> {
  const other = await openWorkspace(layout);
  const server = await startServer({ workspace, port: 0 });
  return {
    layout,
    workspace,
    other,
    server,
    tracker: layout.tracker,
    stop: async () => {
      await server.stop();
      workspace.close();
      other.close();
      rmSync(layout.folder, { recursive: true, force: true });
    },
  };
}
