/** The first opening of a hub's copy of a workspace with many files, which whoever opens the page waits for. Ours alone. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { day } from "../src/core/time/calendar.ts";
import { noCounts } from "../src/hub/metrics.ts";
import { openSqliteStore } from "../src/hub/open-store.ts";
import { openCopy } from "../src/hub/page/copy.ts";
import { ownClient } from "../src/hub/page/own-client.ts";
import type { MemberId } from "../src/hub/store.ts";
import { syncWith } from "../src/sync/sync.ts";
import { underSyncLock } from "../src/sync/sync-lock.ts";
import { createWorkspace } from "../src/workspace/create.ts";
import { layoutOf } from "../src/workspace/layout.ts";

const files = Number(process.argv[2] ?? 600);
const root = mkdtempSync(join(tmpdir(), "study-bench-first-"));
const store = await openSqliteStore(join(root, "hub.db"));
const ann = await store.member("ann", "ann" as MemberId);
const client = ownClient(ann.id, { store, quota: 1e9, counts: noCounts() }, Date.now);
const layout = layoutOf(join(root, "laptop"));
const plan = {
  start: day("2026-11-09"),
  target: null,
  minutesAWeek: 600,
  timeZone: "UTC",
  dayStarts: 0,
  curriculum: "llm",
  kind: "own",
} as const;
const workspace = await createWorkspace(layout, plan, Date.now());
for (let one = 0; one < files; one += 1) {
  const folder = join(layout.folder, ["notes/images", "code/bert", "notes"][one % 3] ?? "notes");
  mkdirSync(folder, { recursive: true });
  const image = new Uint8Array(30_000).fill(one % 251);
  const text = `# ${one}\n${"a line of text\n".repeat(100)}`;
  writeFileSync(
    join(folder, `${one}.${["png", "py", "md"][one % 3]}`),
    one % 3 === 0 ? image.with(0, 0).with(1, one >> 8) : text,
  );
}
const timed = async <T>(what: string, work: () => Promise<T>): Promise<T> => {
  const [began, cpu] = [performance.now(), process.cpuUsage()];
  const done = await work();
  const { user, system } = process.cpuUsage(cpu);
  const took = (performance.now() - began).toFixed(0);
  console.log(`${what.padEnd(44)} ${took} ms, ${((user + system) / 1000).toFixed(0)} ms of CPU`);
  return done;
};
const open = {
  place: { is: "hub", name: "hub", code: null },
  closure: "plain",
  inner: client.shelf,
  hub: client,
  refresh: async () => {},
  publish: async () => true,
} as const;
const now = Date.now() + 60_000;
await timed(`${files} files given by a first device`, () =>
  underSyncLock(layout, 0, () =>
    syncWith({ workspace, open, passphrase: null, now, restedSince: now, marks: new Map() }),
  ),
);
const copy = await timed("a copy of it is opened for the first time", () =>
  openCopy({ folder: join(root, "copy"), client, now: Date.now }),
);
await timed("and synced with nothing new", () => copy.sync());
copy.close();
workspace.close();
await store.close();
rmSync(root, { recursive: true });
