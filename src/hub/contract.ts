/** What every store of a hub must do; each adapter's test runs it. Laws: SPEC.md. */
import { describe, expect, test } from "bun:test";
import type { DeviceId } from "../core/time/clock.ts";
import type { HubEntry, HubStore, MemberId } from "./store.ts";

const laptop = "laptop00" as DeviceId;
const desktop = "desktop0" as DeviceId;
const entry = (id: string, text = `text of ${id}`): HubEntry => ({ id, type: "x", text });
let names = 0;

/** Neighbours whose names begin alike: nothing of one is another's. */
async function neighbours(store: HubStore) {
  names += 1;
  const ann = await store.member(`ann${names}`, `m${names}` as MemberId);
  const anna = await store.member(`ann${names}a`, `m${names}a` as MemberId);
  return { ann, anna };
}

export function contractOf(name: string, open: () => Promise<HubStore>): void {
  describe(`the hub's store in ${name}`, () => {
    test("sync.50 what was given is there for every device, each entry once, in the order of its log", async () => {
      const store = await open();
      const { ann, anna } = await neighbours(store);
      expect(await store.give(ann.id, laptop, [entry("b"), entry("a")])).toMatchObject({
        added: 2,
        refused: [],
      });
      expect(await store.give(ann.id, laptop, [entry("b"), entry("c")])).toMatchObject({
        added: 1,
        refused: [],
      });
      expect(await store.give(ann.id, desktop, [entry("c"), entry("d")])).toMatchObject({
        added: 1,
        refused: [],
      });
      const all = await store.take(ann.id, {}, 100);
      expect(all).toEqual({
        entries: ["d", "b", "a", "c"].map((id) => `text of ${id}`),
        vector: { [desktop]: 1, [laptop]: 3 },
        more: false,
      });
      expect(await store.take(ann.id, all.vector, 100)).toEqual({ ...all, entries: [] });
      expect((await store.take(ann.id, { [laptop]: 2, [desktop]: 1 }, 100)).entries).toEqual([
        "text of c",
      ]);
      expect(await store.take(anna.id, {}, 100)).toEqual({ entries: [], vector: {}, more: false });
      await store.close();
    });

    test("sync.51 an id that is there keeps its text, and the other is refused by name", async () => {
      const store = await open();
      const { ann, anna } = await neighbours(store);
      await store.give(ann.id, laptop, [entry("a")]);
      expect(await store.give(ann.id, desktop, [entry("a", "other"), entry("b")])).toMatchObject({
        added: 1,
        refused: ["a"],
      });
      expect(await store.give(anna.id, desktop, [entry("a", "other")])).toMatchObject({
        added: 1,
        refused: [],
      });
      await store.close();
    });

    test("what is long is taken in turns, and a vector that knows too much gets nothing twice", async () => {
      const store = await open();
      const { ann } = await neighbours(store);
      await store.give(
        ann.id,
        laptop,
        ["a", "b", "c"].map((id) => entry(id)),
      );
      await store.give(ann.id, desktop, [entry("d")]);
      let vector = {};
      const seen: string[] = [];
      for (let more = true; more; ) {
        const taken = await store.take(ann.id, vector, 2);
        seen.push(...taken.entries);
        ({ vector, more } = taken);
      }
      expect(seen.toSorted()).toEqual(["a", "b", "c", "d"].map((id) => `text of ${id}`));
      expect((await store.take(ann.id, { [laptop]: 9, [desktop]: 9 }, 9)).vector).toEqual({
        [laptop]: 3,
        [desktop]: 1,
      });
      await store.close();
    });

    test("sync.52 many devices give at once: each entry is there once, and no number of a log twice", async () => {
      const store = await open();
      const { ann } = await neighbours(store);
      const devices = Array.from({ length: 8 }, (_, index) => `device0${index}` as DeviceId);
      await Promise.all(
        devices.flatMap((device) =>
          [0, 1, 2].map((turn) =>
            store.give(ann.id, device, [entry(`${device}-${turn}`), entry(`shared-${turn}`)]),
          ),
        ),
      );
      const { entries, vector } = await store.take(ann.id, {}, 1000);
      expect(new Set(entries).size).toBe(27);
      expect(entries.length).toBe(27);
      expect(Object.values(vector).reduce((sum, one) => sum + one, 0)).toBe(27);
      await store.close();
    });

    test("sync.53 an invitation counts once, also when two use it at once, and not after it has expired", async () => {
      const store = await open();
      const { ann, anna } = await neighbours(store);
      const codes = [`one${names}`, `two${names}`];
      await store.invite(codes[0] ?? "", ann.id, 1000);
      await store.invite(codes[1] ?? "", anna.id, 1000);
      const key = (end: string) => ({ digest: `${end}${names}`, name: "Laptop" });
      const both = await Promise.all(
        ["k1", "k2"].map((end) => store.redeem(codes[0] ?? "", key(end), 500)),
      );
      expect(both.filter((one) => one !== null).map((one) => one?.id)).toEqual([ann.id]);
      expect(await store.redeem(codes[1] ?? "", key("k3"), 1000)).toBeNull();
      expect((await store.keys(ann.id)).length).toBe(1);
      expect(await store.keys(anna.id)).toEqual([]);
      await store.close();
    });

    test("sync.54 a key that was revoked opens nothing, and nobody revokes another member's", async () => {
      const store = await open();
      const { ann, anna } = await neighbours(store);
      await store.invite(`i${names}`, ann.id, 1000);
      const digest = `digest${names}`;
      await store.redeem(`i${names}`, { digest, name: "Phone" }, 1);
      expect(await store.keyOf(digest, 2)).toMatchObject({
        member: ann.id,
        name: "Phone",
        made: 1,
      });
      expect((await store.keys(ann.id))[0]?.used).toBe(2);
      expect(await store.revoke(anna.id, digest)).toBe(false);
      expect(await store.revoke(ann.id, digest)).toBe(true);
      expect(await store.keyOf(digest, 3)).toBeNull();
      await store.close();
    });

    test("the first workspace of a member stays; a name is one member", async () => {
      const store = await open();
      const { ann } = await neighbours(store);
      expect(await store.workspaceOf(ann.id, "one")).toBe("one");
      expect(await store.workspaceOf(ann.id, "two")).toBe("one");
      expect(await store.member(ann.name, "another" as MemberId)).toEqual({
        ...ann,
        workspace: "one",
      });
      expect((await store.members()).map(({ name }) => name)).toContain(ann.name);
      await store.close();
    });

    test("files are their member's: put, listed, read, replaced, removed, and counted with the entries", async () => {
      const store = await open();
      const { ann, anna } = await neighbours(store);
      const bytes = new Uint8Array([0, 255, 1]);
      await store.putFile(ann.id, "a/x", bytes, 1);
      await store.putFile(ann.id, "a/x", new Uint8Array([7, 0]), 2);
      await store.putFile(ann.id, "a/y", bytes, 3);
      await store.give(ann.id, laptop, [entry("a", "12345")]);
      expect(await store.files(ann.id)).toEqual([
        { name: "a/x", size: 2, written: 2 },
        { name: "a/y", size: 3, written: 3 },
      ]);
      expect(await store.readFile(ann.id, "a/y")).toEqual(bytes);
      expect(await store.readFile(anna.id, "a/y")).toBeNull();
      expect(await store.sizeOf(ann.id)).toBe(10);
      await store.removeFile(ann.id, "a/x");
      expect((await store.files(ann.id)).length).toBe(1);
      expect(await store.sizeOf(anna.id)).toBe(0);
      await store.ready();
      await store.close();
    });
  });
}
