import { expect, test } from "bun:test";
import { Decrypter } from "age-encryption";
import { type MemoryShelf, memoryShelf } from "../../tests/fixtures/memory-shelf.ts";
import type { PaperId } from "../core/content/curriculum.ts";
import type { WorkspaceId } from "../core/replica/replica.ts";
import type { DeviceId } from "../core/time/clock.ts";
import { memoryJournal } from "../journal/memory/journal.ts";
import type { Journal } from "../journal/port.ts";
import { closureOf } from "./closure.ts";
import { exchangeEntries } from "./entries.ts";
import { type KeyRing, sealedShelf } from "./seal.ts";
import type { ShelfMemory } from "./segments.ts";

const passphrase = "correct horse battery";
const name = (index: number) => `d000000${index}` as DeviceId;

interface Sealer {
  readonly journal: Journal;
  memory: ShelfMemory | null;
  ring: KeyRing;
}

const sealer = (index: number): Sealer => ({
  journal: memoryJournal(name(index)),
  memory: null,
  ring: { passphrase, opened: {}, own: {} },
});

const shelfOf = (device: Sealer, inner: MemoryShelf) =>
  sealedShelf(inner, {
    place: "the folder",
    device: device.journal.device,
    ring: device.ring,
    keepRing: (ring) => {
      device.ring = ring;
    },
    work: 8,
  });

async function sync(device: Sealer, inner: MemoryShelf) {
  const shelf = await shelfOf(device, inner);
  const done = await exchangeEntries(
    { journal: device.journal, shelf, workspace: "w" as WorkspaceId, now: 2000, closedAt: 100_000 },
    device.memory,
  );
  device.memory = done.memory;
  return done;
}

const mark = (device: Sealer, done: boolean) =>
  device.journal.record(1000, () => ({
    steps: [
      {
        by: "cli",
        bodies: [{ type: "paper.marked", paper: "bert" as PaperId, aspect: "read", done }],
      },
    ],
    result: null,
  }));

test("sync.38 in a sealed place no text, no path and no entry can be read, and who knows the passphrase reads all", async () => {
  const inner = memoryShelf();
  const [a, b] = [sealer(1), sealer(2)];
  await mark(a, true);
  await sync(a, inner);
  const shelf = await shelfOf(a, inner);
  await shelf.replace(`${name(1)}/files/${"ab".repeat(16)}-bert.md`, Buffer.from("my own words"));
  for (const [path, bytes] of inner.files) {
    const shown = `${path}\n${Buffer.from(bytes).toString("latin1")}`;
    expect(shown).not.toMatch(/bert|paper\.marked|abab|my own words|"sum"/);
    expect(shown).toContain("age-encryption.org/v1");
  }
  expect((await sync(b, inner)).taken).toBe(1);
  const text = await (await shelfOf(b, inner)).read(`${name(1)}/files/${"ab".repeat(16)}-text`);
  expect(Buffer.from(text ?? []).toString()).toBe("my own words");
  // Any program of age's format opens it: nothing depends on this one.
  const decrypter = new Decrypter();
  decrypter.addIdentity(b.ring.opened[Object.keys(b.ring.opened)[0] ?? ""] ?? "");
  const segment = inner.files.get(`${name(1)}/1.jsonl.age`) ?? new Uint8Array();
  expect(await decrypter.decrypt(segment, "text")).toContain("paper.marked");
});

test("a wrong passphrase is told before anything is written", async () => {
  const inner = memoryShelf();
  const a = sealer(1);
  await mark(a, true);
  await sync(a, inner);
  const before = [...inner.files.keys()];
  const b = sealer(2);
  b.ring = { ...b.ring, passphrase: "another one altogether" };
  await mark(b, true);
  await expect(sync(b, inner)).rejects.toThrow(
    "That passphrase does not open what is in the folder.",
  );
  expect([...inner.files.keys()]).toEqual(before);
  expect(closureOf(await inner.list())).toBe("sealed");
});

test("a key or a batch that has come in part waits, and what comes later is taken in", async () => {
  const inner = memoryShelf();
  const [a, b] = [sealer(1), sealer(2)];
  await mark(a, true);
  await sync(a, inner);
  for (const cut of [`${name(1)}/key.age`, `${name(1)}/1.jsonl.age`]) {
    const far = memoryShelf();
    for (const [path, bytes] of inner.files) {
      far.files.set(path, path === cut ? bytes.slice(0, bytes.length - 20) : bytes);
    }
    const fresh = sealer(3);
    expect((await sync(fresh, far)).taken).toBe(0);
    for (const [path, bytes] of inner.files) far.files.set(path, bytes);
    expect((await sync(fresh, far)).taken).toBe(1);
  }
  expect((await sync(b, inner)).taken).toBe(1);
});

test("many small batches become one, and nothing of them is lost", async () => {
  const inner = memoryShelf();
  const [a, b] = [sealer(1), sealer(2)];
  for (let times = 0; times < 70; times += 1) {
    await mark(a, times % 2 === 0);
    await sync(a, inner);
    if (times === 40) await sync(b, inner);
  }
  const batches = [...inner.files.keys()].filter((path) => path.includes(".jsonl"));
  expect(batches.length).toBeLessThan(10);
  expect((await sync(b, inner)).taken).toBe(29);
  expect((await sync(a, inner)).given).toBe(0);
});
