/** What pages on a hub cost it: opening a member's copy, holding it open, and doing something in it. Ours alone. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { entryVersion, writeEntry } from "../src/core/entries/entry.ts";
import { sharingOf } from "../src/core/group/topic.ts";
import { type DeviceId, entryId } from "../src/core/time/clock.ts";
import { digestOf } from "../src/hub/digest.ts";
import { openSqliteStore } from "../src/hub/open-store.ts";
import { pageFiles } from "../src/hub/page/page-files.ts";
import { serveHub } from "../src/hub/serve.ts";
import type { MemberId } from "../src/hub/store.ts";
import { entriesOf, sessions } from "./sessions.ts";

const members = Number(process.argv[2] ?? 50);
const each = Number(process.argv[3] ?? 3000);
const root = mkdtempSync(join(tmpdir(), "study-bench-hub-page-"));
const now = Date.now() - 3_600_000;
const device = "bench000" as DeviceId;
const start = entryId({ wall: now - 1, counter: 0 }, device);
const started = writeEntry({
  v: entryVersion,
  id: start,
  command: start,
  by: "cli",
  type: "workspace.started",
  curriculum: "llm",
  timeZone: "UTC" as never,
  start: null,
  target: null,
  minutesAWeek: null,
});
const entries = [
  {
    id: start as string,
    type: "workspace.started",
    text: started,
    topic: null,
    command: start,
    reverses: null,
  },
  ...entriesOf(sessions(each, now), now).map((entry) => ({
    id: entry.id as string,
    type: entry.type as string,
    text: writeEntry(entry),
    ...sharingOf(entry),
  })),
];
const store = await openSqliteStore(join(root, "hub.db"));
const options = {
  hostname: "127.0.0.1",
  port: 0,
  tls: null,
  proxies: new Set<string>(),
  quota: 1e9,
  log: () => {},
};
const hub = serveHub({ store, files: pageFiles(), copies: join(root, "pages"), ...options });
const keyOf = (name: string) => `key-of-${name}-which-is-long-enough`;
for (let one = 0; one < members; one += 1) {
  const name = `member${one}`;
  const { id } = await store.member(name, name as MemberId);
  await store.invite(digestOf(name), id, now + 1e9);
  await store.redeem(digestOf(name), { digest: digestOf(keyOf(name)), name: "page" }, now);
  await store.workspaceOf(id, start);
  for (let at = 0; at < entries.length; at += 5000) {
    await store.give(id, device, entries.slice(at, at + 5000));
  }
}
const ask = (one: number, path: string, init: RequestInit = {}) =>
  fetch(hub.url + path, {
    ...init,
    headers: {
      authorization: `Bearer ${keyOf(`member${one}`)}`,
      "content-type": "application/json",
    },
  });

const median = (times: readonly number[]) =>
  times.toSorted((a, b) => a - b)[Math.floor(times.length / 2)] ?? 0;
async function timed(work: (one: number) => Promise<unknown>): Promise<string> {
  const times = [];
  for (let one = 0; one < members; one += 1) {
    const began = performance.now();
    await work(one);
    times.push(performance.now() - began);
  }
  return `${median(times).toFixed(0)} ms`;
}

const before = process.memoryUsage.rss();
const state = async (one: number) => {
  const answer = await ask(one, "/api/state");
  if (answer.status !== 200) throw new Error(await answer.text());
  await answer.arrayBuffer();
};
console.log(`${members} members of ${each} entries`);
console.log(`a page's first start (the copy is made): ${await timed(state)}`);
console.log(`a page's start (the copy is open):       ${await timed(state)}`);
const streams = [];
for (let one = 0; one < members; one += 1) streams.push(await ask(one, "/api/stream?after=0"));
const tick = (done: boolean) => (one: number) =>
  ask(one, "/api/commands", {
    method: "POST",
    body: JSON.stringify({ commands: [{ do: "mark-paper", paper: "bert", aspect: "read", done }] }),
  });
console.log(`something done, until it is kept:        ${await timed(tick(true))}`);
await Bun.sleep(3000);
const spent = process.cpuUsage();
await Bun.sleep(10_000);
const { user, system } = process.cpuUsage(spent);
console.log(`a page that listens: ${((user + system) / 1e5 / members).toFixed(3)} % of a core`);
console.log(
  `memory of an open copy: ${((process.memoryUsage.rss() - before) / members / 1e6).toFixed(1)} MB`,
);
for (const stream of streams) await stream.body?.cancel();
await hub.stop();
rmSync(root, { recursive: true, force: true });
process.exit(0);
