/**
 * The folder that is served, whatever becomes of it. When its journal is taken away nothing is acknowledged any more;
 * when another one lies in its place (a copy that was brought back, a new workspace), that one is opened and served.
 */
import { type Stats, statSync } from "node:fs";
import { settleOverwritten } from "../journal/sqlite/overwritten.ts";
import { type Abreast, keepAbreast, servedPace } from "../sync/abreast.ts";
import { type Hold, type Holder, holdFolder } from "../workspace/holding.ts";
import { openWorkspace } from "../workspace/open.ts";
import type { Workspace } from "../workspace/workspace.ts";
import { type Handle, handler } from "./handle.ts";
import { goLive, type Live } from "./live.ts";
import type { OwnService } from "./service.ts";

export interface Served {
  readonly handle: Handle;
  readonly stop: () => void;
}

export interface Serving {
  readonly hold: Hold;
  readonly holder: Holder;
  readonly serviceOf: (workspace: Workspace, live: Live) => OwnService;
  /** Says at the terminal what the learner should know. */
  readonly say: (sentence: string) => void;
}

interface Opened {
  readonly workspace: Workspace;
  readonly live: Live;
  readonly handle: Handle;
  readonly hold: Hold;
  readonly abreast: Abreast;
}

/** A file that is being copied to its place grows and changes; one that rests for this long is whole. */
const restTime = 1000;

export async function serveFolder(first: Workspace, serving: Serving): Promise<Served> {
  let now = await openedFrom(first, serving.hold, serving);
  let seen: Seen | null = null;
  let stopped = false;
  let opening = false;

  const openAnew = async () => {
    const before = now;
    const { layout } = before.workspace;
    // Where the journal alone was replaced the lock still is the same file.
    before.hold.release();
    const hold = holdFolder(layout, serving.holder);
    try {
      const workspace = await openWorkspace(layout);
      try {
        now = await openedFrom(workspace, hold, serving);
      } catch (error) {
        workspace.close();
        throw error;
      }
    } catch (error) {
      hold.release();
      throw error;
    }
    before.live.stop();
    before.abreast.stop();
    if (before.workspace !== first) before.workspace.close();
    if (stopped) leave(now, first);
  };

  const look = async () => {
    const { journal, layout } = now.workspace;
    const place = journal.place();
    if (opening || place === "here" || place === "gone" || place === "without-log") return;
    const last = seen;
    seen = lookAt(layout.journal);
    if (seen === null || seen.size === 0 || last === null || !isSame(last, seen)) return;
    opening = true;
    const underOurLog = place === "overwritten" || place === "exchanged";
    if (underOurLog && !settleOverwritten(layout.journal)) {
      opening = false;
      return;
    }
    // What can't be opened yet (it is damaged, or another study has it) is tried again; nothing is acknowledged.
    await openAnew().catch(() => {});
    opening = false;
  };
  const timer = setInterval(() => void look(), restTime);

  return {
    handle: (request) => now.handle(request),
    stop: () => {
      stopped = true;
      clearInterval(timer);
      leave(now, first);
    },
  };
}

async function openedFrom(workspace: Workspace, hold: Hold, serving: Serving): Promise<Opened> {
  const live = await goLive(workspace, "backups");
  sayConcerns(live, serving);
  const handle = handler(serving.serviceOf(workspace, live));
  return { workspace, live, handle, hold, abreast: keepAbreast(workspace, servedPace) };
}

/** Each once. */
function sayConcerns(live: Live, { say }: Serving): void {
  const said = new Set<string>();
  const tell = (concerns: readonly string[]) => {
    for (const concern of concerns) {
      if (!said.has(concern)) say(concern);
      said.add(concern);
    }
  };
  tell(live.concerns());
  live.listen({
    tell: (news) => {
      if (news.what === "problems") tell(news.concerns);
    },
    end: () => {},
  });
}

/** The first workspace is closed by whoever opened it. */
function leave({ workspace, live, hold, abreast }: Opened, first: Workspace): void {
  abreast.stop();
  live.stop();
  hold.release();
  if (workspace !== first) workspace.close();
}

type Seen = Pick<Stats, "ino" | "size" | "mtimeMs">;

function lookAt(path: string): Seen | null {
  try {
    const { ino, size, mtimeMs } = statSync(path);
    return { ino, size, mtimeMs };
  } catch {
    return null;
  }
}

function isSame(a: Seen, b: Seen): boolean {
  return a.ino === b.ino && a.size === b.size && a.mtimeMs === b.mtimeMs;
}
