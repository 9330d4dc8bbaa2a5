/** `serve`: the page on this machine, and in its network where that is asked for. */
import { existsSync } from "node:fs";
import { networkInterfaces } from "node:os";
import { resolve } from "node:path";
import { chooseLan } from "../../server/lan.ts";
import { defaultCurriculum } from "../../workspace/content.ts";
import { createWorkspace, type NewWorkspace } from "../../workspace/create.ts";
import { requireNoLoss } from "../../workspace/find.ts";
import { FolderHeld } from "../../workspace/holding.ts";
import { layoutOf } from "../../workspace/layout.ts";
import type { Workspace } from "../../workspace/workspace.ts";
import { openWithSystem } from "../other-programs.ts";
import { type CommonOptions, Stop } from "../run.ts";
import { systemZone } from "../system-zone.ts";
import type { Terminal } from "../terminal.ts";
import { refuseForeign } from "./foreign-folder.ts";
import { hasDesktop, openingFile } from "./opening.ts";
import { sayPairing } from "./pairing.ts";

export interface ServeOptions extends CommonOptions {
  readonly port?: string;
  /** Other devices of the network too: by that address of this machine, or by the likeliest. */
  readonly lan?: true | string;
  readonly demo?: boolean;
  readonly open?: boolean;
  /** Nobody who was let in before is let in any more. */
  readonly newToken?: boolean;
  /** Make the workspace where there is none: what `npm start` does. */
  readonly make?: boolean;
}

const defaultPort = 4321;

export async function serve(terminal: Terminal, options: ServeOptions): Promise<void> {
  const port = options.port === undefined ? defaultPort : Number(options.port);
  if (!Number.isInteger(port) || port < 0 || port > 65_535) {
    throw new Stop(`"${options.port}" is not a port: use a number from 1 to 65535.`, 2);
  }
  const network = options.lan === undefined ? null : networkFor(options.lan);
  const workspace = await workspaceToServe(terminal, options);
  await workspace.syncTracker(terminal.now());
  const { startServer } = await import("../../server/serve.ts");
  const server = await startServer({
    workspace,
    port,
    ...(network === null ? {} : { lan: network.lan }),
    access: options.newToken ? "renewed" : "kept",
    say: terminal.warn,
  }).catch(async (error: unknown) => {
    workspace.close();
    if (!(error instanceof FolderHeld)) throw error;
    const { tellOfServed } = await import("./served-already.ts");
    await tellOfServed(terminal, error, workspace.layout, options);
    return null;
  });
  if (server === null) return;
  terminal.print(`${workspace.demo ? "Example workspace" : "Tracker"}: ${workspace.folder}`);
  terminal.print(`Page:    ${server.address}`);
  if (network !== null && server.pairing !== null) {
    await sayPairing(terminal, server.pairing);
    const [other] = network.others;
    if (other !== undefined) {
      terminal.print(`Where that does not answer: \`study serve --lan ${other}\`.`);
    }
  }
  terminal.print("Ctrl-C ends it; nothing is lost.");
  if (terminal.person && options.open !== false && hasDesktop(terminal)) {
    openWithSystem(openingFile(workspace.folder, server.address));
  }
  await new Promise<void>((done) => {
    for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => done());
  });
  await server.stop();
  workspace.close();
}

function networkFor(asked: true | string) {
  const chosen = chooseLan(networkInterfaces(), asked === true ? null : asked);
  if (!chosen.ok) throw new Stop(chosen.sentence);
  return chosen;
}

async function workspaceToServe(terminal: Terminal, options: ServeOptions): Promise<Workspace> {
  const { openWorkspace } = await import("../../workspace/open.ts");
  const now = terminal.now();
  if (options.demo) {
    const { openDemo } = await import("../../workspace/demo.ts");
    const layout = layoutOf(resolve(terminal.cwd, options.dir ?? "my-study-demo"));
    if (!existsSync(layout.journal)) terminal.print("Making the example workspace …");
    return openDemo(layout, now);
  }
  if (!options.make) {
    const { layoutFrom } = await import("../run.ts");
    return openWorkspace(layoutFrom(terminal, options));
  }
  const folder = options.dir ?? terminal.env.STUDY_DIR ?? "my-study";
  const layout = layoutOf(resolve(terminal.cwd, folder));
  if (existsSync(layout.journal)) return openWorkspace(layout);
  requireNoLoss(layout);
  refuseForeign(layout);
  const timeZone = systemZone();
  const wanted: NewWorkspace = {
    curriculum: defaultCurriculum,
    // The page asks when to begin.
    start: null,
    target: null,
    minutesAWeek: null,
    timeZone,
    dayStarts: 0,
    kind: "own",
  };
  return createWorkspace(layout, wanted, now);
}
