/** A hub whose disk is full: nobody is told that it is ready, and nothing is acknowledged that it can't keep. */
import { afterAll, expect, test } from "bun:test";
import { join } from "node:path";
import { digestOf } from "../../src/hub/digest.ts";
import { openSqliteStore } from "../../src/hub/open-store.ts";
import { pageFiles } from "../../src/hub/page/page-files.ts";
import { serveHub } from "../../src/hub/serve.ts";
import type { MemberId } from "../../src/hub/store.ts";
import { hubPaths } from "../../src/sync/hub-protocol.ts";
import { smallDisk } from "../faults/room.ts";

const disk = smallDisk(120);
afterAll(() => disk?.remove());

const watched = test.skipIf(disk === null);

watched(
  "sync.77 a hub without room is not ready, says so to who brings something, and goes on once there is room",
  async () => {
    if (disk === null) return;
    const store = await openSqliteStore(join(disk.path, "hub.db"));
    const member = await store.member("ann", "ann" as MemberId);
    const key = "k".repeat(40);
    await store.invite(digestOf("code"), member.id, Date.now() + 60_000);
    await store.redeem(digestOf("code"), { digest: digestOf(key), name: "a device" }, 1);
    const server = serveHub({
      store,
      files: pageFiles(),
      copies: join(disk.path, "copies"),
      hostname: "127.0.0.1",
      port: 0,
      tls: null,
      quota: 100_000_000,
      proxies: new Set(),
      log: () => {},
    });
    const ready = async () => {
      const answer = await fetch(`${server.url}/ready`);
      return `${answer.status} ${await answer.text()}`;
    };
    const bring = (letter: string, size: number) =>
      fetch(`${server.url}${hubPaths.files}/d0000001/files/${letter.repeat(32)}-x`, {
        method: "PUT",
        headers: { authorization: `Bearer ${key}` },
        body: new Uint8Array(size),
      });
    try {
      expect(await ready()).toBe("200 ready\n");
      expect((await bring("a", 1_000_000)).status).toBe(204);
      disk.fill(100);
      expect(await ready()).toBe("503 the database has no room left\n");
      const refused = await bring("b", 15_000_000);
      expect(refused.status).toBe(503);
      expect(await refused.json()).toMatchObject({
        reason: "full",
        message: expect.stringContaining("Nothing of this was kept there"),
      });
      expect((await store.files(member.id)).map(({ size }) => size)).toEqual([1_000_000]);
      disk.fill(null);
      expect(await ready()).toBe("200 ready\n");
      expect((await bring("b", 15_000_000)).status).toBe(204);
    } finally {
      await server.stop();
    }
  },
  30_000,
);
