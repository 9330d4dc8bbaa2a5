import { expect, test } from "bun:test";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import type { PaperId } from "../core/content/curriculum.ts";
import type { WorkspaceId } from "../core/replica/replica.ts";
import type { DeviceId } from "../core/time/clock.ts";
import { memoryJournal } from "../journal/memory/journal.ts";
import type { Journal } from "../journal/port.ts";
import { AnotherWorkspace } from "../sync/another.ts";
import { hubClient, inviteToHub, joinHub } from "../sync/hub-client.ts";
import { exchangeWithHub, type HubMemory } from "../sync/hub-entries.ts";
import { digestOf } from "./digest.ts";
import { memoryStore } from "./memory-store.ts";
import { pageFiles } from "./page/page-files.ts";
import { serveHub } from "./serve.ts";
import type { HubStore, MemberId } from "./store.ts";

const workspace = "000000001-000-device00" as WorkspaceId;
const far = Date.UTC(2026, 11, 1);

interface Device {
  journal: Journal;
  memory: HubMemory | null;
  key: string;
}

async function hub() {
  const store = memoryStore();
  const server = serveHub({
    store,
    files: pageFiles(),
    copies: join(tmpdir(), "study-hub-pages"),
    hostname: "127.0.0.1",
    port: 0,
    tls: null,
    proxies: new Set<string>(),
    quota: 100_000,
    log: () => {},
  });
  return { store, server };
}

async function invited(store: HubStore, url: string, name: string): Promise<string> {
  const member = await store.member(name, `id of ${name}` as MemberId);
  const code = `code of ${name} ${crypto.randomUUID()}`;
  await store.invite(digestOf(code), member.id, Date.now() + 60_000);
  return joinHub(url, code, "a device");
}

/** Without asking the hub, which takes few strangers a minute. */
async function keyFor(store: HubStore, name: string): Promise<string> {
  const member = await store.member(name, `id of ${name}` as MemberId);
  const key = `key-of-${name.replaceAll(" ", "-")}-${crypto.randomUUID()}`;
  await store.invite(digestOf(`code of ${name}`), member.id, 1000);
  await store.redeem(digestOf(`code of ${name}`), { digest: digestOf(key), name: "x" }, 1);
  return key;
}

const log = (journal: Journal, minutes: number, now: number) =>
  journal.record(now, () => ({
    steps: [
      {
        by: "cli",
        bodies: [
          {
            type: "session.logged",
            paper: "bert" as PaperId,
            activity: "read",
            start: now,
            on: "2026-11-01" as never,
            minutes: minutes as never,
          },
        ],
      },
    ],
    result: null,
  }));

async function sync(device: Device, url: string, now = far, named = workspace) {
  const client = hubClient(url, device.key);
  const sides = { journal: device.journal, client, place: url, workspace: named, now };
  const done = await exchangeWithHub(sides, device.memory);
  device.memory = done.memory;
  return done;
}

async function linesOf(journal: Journal): Promise<readonly string[]> {
  const lines: string[] = [];
  for await (const { text } of journal.lines()) lines.push(text);
  return lines;
}

const deed = fc.oneof(
  fc.record({
    do: fc.constant("log" as const),
    who: fc.nat({ max: 3 }),
    minutes: fc.integer({ min: 1, max: 99 }),
  }),
  fc.record({ do: fc.constant("sync" as const), who: fc.nat({ max: 3 }) }),
  /** The hub took it, and its answer was lost. */
  fc.record({ do: fc.constant("unheard" as const), who: fc.nat({ max: 3 }) }),
  fc.record({ do: fc.constant("forget" as const), who: fc.nat({ max: 3 }) }),
);

test("sync.55 devices with clocks apart that meet at a hub end with one set, also where answers are lost", async () => {
  const { store, server } = await hub();
  let worlds = 0;
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.integer({ min: -20, max: 20 }), { minLength: 2, maxLength: 4 }),
      fc.array(deed, { maxLength: 16 }),
      async (skews, deeds) => {
        worlds += 1;
        const key = await keyFor(store, `member ${worlds}`);
        const devices = skews.map(
          (_, index): Device => ({
            journal: memoryJournal(`d000000${index}` as DeviceId),
            memory: null,
            key,
          }),
        );
        let now = far - 100 * 86_400_000;
        const clock = (who: number) => now + (skews[who] ?? 0) * 3_600_000;
        for (const step of deeds) {
          const who = step.who % devices.length;
          const device = devices[who];
          if (device === undefined) continue;
          now += 1000;
          if (step.do === "log") await log(device.journal, step.minutes, clock(who));
          else if (step.do === "sync") await sync(device, server.url, clock(who));
          else if (step.do === "forget") device.memory = null;
          else {
            const before = device.memory;
            await sync(device, server.url, clock(who));
            device.memory = before;
          }
        }
        for (let round = 0; round < 2; round += 1) {
          for (const device of devices) await sync(device, server.url);
        }
        const journals = await Promise.all(devices.map(({ journal }) => linesOf(journal)));
        for (const lines of journals) expect(lines).toEqual(journals[0] ?? []);
        expect(journals[0]?.length).toBe(deeds.filter((one) => one.do === "log").length);
        for (const device of devices) {
          expect(await sync(device, server.url)).toMatchObject({ taken: 0, given: 0 });
        }
      },
    ),
    { numRuns: process.env.STUDY_SOAK === undefined ? 40 : 2000 },
  );
  await server.stop();
}, 3_600_000);

test("sync.56 nobody gets at what is another member's, without a key, or with one that was revoked", async () => {
  const { store, server } = await hub();
  const [ann, bob] = [
    await invited(store, server.url, "ann"),
    await invited(store, server.url, "bob"),
  ];
  const device: Device = { journal: memoryJournal("d0000001" as DeviceId), memory: null, key: ann };
  await log(device.journal, 30, far);
  await sync(device, server.url);
  const shelf = hubClient(server.url, ann).shelf;
  await shelf.replace("d0000001/files.json", Buffer.from("{}"));

  const other: Device = { journal: memoryJournal("d0000002" as DeviceId), memory: null, key: bob };
  expect(await sync(other, server.url)).toMatchObject({ taken: 0 });
  expect(await hubClient(server.url, bob).shelf.list()).toEqual([]);
  expect(await hubClient(server.url, bob).shelf.read("d0000001/files.json")).toBeNull();
  for (const name of ["../x", "d0000001/other", "d0000001/files/x", ".study/journal.db"]) {
    await expect(shelf.replace(name, Buffer.from("x"))).rejects.toThrow();
  }
  const stranger = { ...device, key: "x".repeat(40) };
  await expect(sync(stranger, server.url)).rejects.toThrow("no key of this hub");
  const [member] = await store.members();
  const [key] = await store.keys(member?.id as MemberId);
  // What is kept of a key opens nothing.
  await expect(sync({ ...device, key: key?.digest ?? "" }, server.url)).rejects.toThrow("no key");
  await store.revoke(member?.id as MemberId, key?.digest ?? "");
  await expect(sync(device, server.url)).rejects.toThrow("revoked");
  await server.stop();
});

test("sync.75 a device invites others of its own member, soon and once; one that was shut out invites nobody", async () => {
  const { store, server } = await hub();
  const ann = await invited(store, server.url, "ann");
  await invited(store, server.url, "bob");
  const { code } = await inviteToHub(server.url, ann);
  const second = await joinHub(server.url, code, "a phone");
  const [{ id = "" as MemberId } = {}] = await store.members();
  expect((await store.keys(id)).map(({ name }) => name).toSorted()).toEqual([
    "a device",
    "a phone",
  ]);
  await expect(joinHub(server.url, code, "a phone")).rejects.toThrow("used already");
  await store.revoke(id, digestOf(second));
  await expect(inviteToHub(server.url, second)).rejects.toThrow("revoked");
  await expect(inviteToHub(server.url, "x".repeat(40))).rejects.toThrow("no key of this hub");
  const { code: late } = await inviteToHub(server.url, ann);
  const soon = Date.now() + 16 * 60_000;
  expect(await store.redeem(digestOf(late), { digest: "x", name: "x" }, soon)).toBeNull();
  await server.stop();
});

test("another workspace, an entry that is none, too much and too often are refused in words", async () => {
  const { store, server } = await hub();
  const key = await invited(store, server.url, "ann");
  const device: Device = { journal: memoryJournal("d0000001" as DeviceId), memory: null, key };
  await sync(device, server.url);
  const named = "000000002-000-device99" as WorkspaceId;
  await expect(sync(device, server.url, far, named)).rejects.toBeInstanceOf(AnotherWorkspace);
  const { sync: send, shelf } = hubClient(server.url, key);
  const sent = { form: 1 as const, workspace, device: "d0000001", vector: {} };
  await expect(send({ ...sent, entries: ['{"v":1}'] })).rejects.toThrow("Entry 1: it has no");
  await expect(send({ ...sent, device: "../../x", entries: [] })).rejects.toThrow("not in a form");
  const name = `d0000001/files/${"a".repeat(32)}-x`;
  await expect(shelf.replace(name, new Uint8Array(100_001))).rejects.toThrow("is full");
  await expect(joinHub(server.url, "no code", "x")).rejects.toThrow("used already, or has expired");
  const asked = await Promise.all(
    Array.from({ length: 30 }, () => joinHub(server.url, "x", "x").catch(String)),
  );
  expect(asked.some((said) => said.includes("Too many requests"))).toBe(true);
  const bomb = Bun.gzipSync(Buffer.alloc(40_000_000, "a"));
  const response = await fetch(`${server.url}/v1/sync`, {
    method: "POST",
    body: bomb,
    headers: { authorization: `Bearer ${key}`, "content-encoding": "gzip" },
  });
  expect(response.status).toBe(413);
  await server.stop();
});

test("a device with more files than the hub takes in a minute waits for its turn", async () => {
  const { store, server } = await hub();
  const { shelf } = hubClient(server.url, await invited(store, server.url, "ann"));
  for (let file = 0; file < 310; file += 1) {
    const name = `d0000001/files/${file.toString(16).padStart(32, "0")}-x`;
    await shelf.replace(name, Buffer.from("x"));
  }
  expect((await shelf.list()).length).toBe(310);
  await server.stop();
}, 30_000);

test("a hub tells that it lives, that it is ready, and what it did; a database that is away is told", async () => {
  const { store, server } = await hub();
  const key = await invited(store, server.url, "ann");
  const device: Device = { journal: memoryJournal("d0000001" as DeviceId), memory: null, key };
  await log(device.journal, 30, far);
  await sync(device, server.url);
  const get = async (path: string) => {
    const response = await fetch(server.url + path);
    return `${response.status} ${await response.text()}`;
  };
  expect(await get("/health")).toBe("200 alive\n");
  expect(await get("/ready")).toBe("200 ready\n");
  expect(await get("/metrics")).toContain("study_hub_entries_total 1\n");
  expect(await get("/metrics")).toContain('study_hub_requests_total{status="200"}');
  expect(await get("/v1/devices")).toContain("401");
  store.ready = async () => {
    throw new Error("away");
  };
  expect(await get("/ready")).toStartWith("503");
  await server.stop();
});

test("figures are not for those whom a proxy on the hub's machine lets through", async () => {
  const { server } = await hub();
  const statusOf = async (headers: Record<string, string>) =>
    (await fetch(`${server.url}/metrics`, { headers })).status;
  expect(await statusOf({})).toBe(200);
  expect(await statusOf({ "x-forwarded-for": "203.0.113.9" })).toBe(401);
  expect(await statusOf({ forwarded: "for=203.0.113.9" })).toBe(401);
  expect(await statusOf({ host: "hub.example.org" })).toBe(401);
  await server.stop();
});

test("a device's name is one line, whatever is sent", async () => {
  const { store, server } = await hub();
  const { id } = await store.member("ann", "ann" as MemberId);
  await store.invite(digestOf("code"), id, Date.now() + 60_000);
  await joinHub(server.url, "code", "laptop\n3f9a0211  phone\u001b[2J");
  expect((await store.keys(id)).map(({ name }) => name)).toEqual(["laptop 3f9a0211  phone [2J"]);
  await server.stop();
});
