/** What every store of a hub must do; each adapter's test runs it. Laws: SPEC.md. */
import { describe, expect, test } from "bun:test";
import { mentorsAlone, type Role, type Topic, topics } from "../core/group/topic.ts";
import type { DeviceId, EntryId } from "../core/time/clock.ts";
import type { Vector } from "../sync/hub-protocol.ts";
import { markAfter } from "./digest.ts";
import type { GroupName, HubEntry, HubStore, MemberId } from "./store.ts";

const laptop = "laptop00" as DeviceId;
const desktop = "desktop0" as DeviceId;
const entry = (id: string, text = `text of ${id}`): HubEntry => ({
  id,
  type: "x",
  text,
  topic: null,
  command: id as EntryId,
  reverses: null,
});
/** Of a log that has these. */
const reached = (...ids: readonly string[]) => ({
  number: ids.length,
  mark: ids.reduce(markAfter, ""),
});
let names = 0;

/** Neighbours whose names begin alike: nothing of one is another's. */
async function neighbours(store: HubStore) {
  names += 1;
  const ann = await store.member(`ann${names}`, `m${names}` as MemberId);
  const anna = await store.member(`ann${names}a`, `m${names}a` as MemberId);
  return { ann, anna };
}

const entryOf = (topic: Topic | null): HubEntry => ({
  ...entry(`of-${topic ?? "nothing"}`),
  topic,
});
const undoOf = (topic: Topic | null): HubEntry => ({
  ...entry(`undo-of-${topic ?? "nothing"}`),
  reverses: entryOf(topic).command,
});
/** One entry of each topic and one of none, each with an undo of it. */
const oneOfEach = [...topics, null].flatMap((topic) => [entryOf(topic), undoOf(topic)]);

/** Ann shares in a group; the others are in it, were in it, are in another one with her, or in none. */
async function circle(store: HubStore) {
  names += 1;
  const person = (name: string) => store.member(`${name}${names}`, `${name}${names}` as MemberId);
  const [ann, bob, mia, una, gus, kim] = [
    await person("ann"),
    await person("bob"),
    await person("mia"),
    await person("una"),
    await person("gus"),
    await person("kim"),
  ];
  const group = `readers${names}` as GroupName;
  const other = `writers${names}` as GroupName;
  for (const name of [group, other]) {
    expect(await store.newGroup({ name, curriculum: null, checkin: null })).toBe(true);
  }
  const admitted: readonly (readonly [GroupName, MemberId, Role])[] = [
    [group, ann.id, "learner"],
    [group, bob.id, "learner"],
    [group, mia.id, "mentor"],
    [group, una.id, "mentor"],
    [other, ann.id, "learner"],
    [other, gus.id, "mentor"],
  ];
  for (const [name, member, role] of admitted) await store.admit(name, member, role);
  await store.leave(group, una.id);
  await store.give(ann.id, laptop, oneOfEach);
  await store.give(bob.id, laptop, oneOfEach);
  const seen = async (viewer: MemberId, where = group) =>
    (await store.shared({ viewer, group: where, of: ann.name, after: "", most: 100 }))
      .map(({ id }) => id)
      .toSorted();
  return { ann, bob, mia, una, gus, kim, group, other, seen };
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
        vector: { [desktop]: reached("d"), [laptop]: reached("b", "a", "c") },
        more: false,
        anew: false,
      });
      expect(await store.take(ann.id, all.vector, 100)).toEqual({ ...all, entries: [] });
      const part = { ...all.vector, [laptop]: reached("b", "a") };
      expect((await store.take(ann.id, part, 100)).entries).toEqual(["text of c"]);
      expect(await store.take(anna.id, {}, 100)).toEqual({
        entries: [],
        vector: {},
        more: false,
        anew: false,
      });
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

    test("what is long is taken in turns, each entry once", async () => {
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
      await store.close();
    });

    test("sync.45 who knows a log that is not the store's is told to begin anew", async () => {
      const store = await open();
      const { ann } = await neighbours(store);
      await store.give(
        ann.id,
        laptop,
        ["a", "b", "c"].map((id) => entry(id)),
      );
      const knowing = async (vector: Vector) => (await store.take(ann.id, vector, 9)).anew;
      expect(await knowing({ [laptop]: reached("a", "b") })).toBe(false);
      expect(await knowing({ [laptop]: reached("a", "b", "c") })).toBe(false);
      expect(await knowing({ [laptop]: reached("a", "x") })).toBe(true);
      expect(await knowing({ [laptop]: reached("b", "a", "c") })).toBe(true);
      expect(await knowing({ [laptop]: reached("a", "b", "c", "d") })).toBe(true);
      expect(await knowing({ [desktop]: reached("d") })).toBe(true);
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
      expect(Object.values(vector).reduce((sum, { number }) => sum + number, 0)).toBe(27);
      await store.close();
    });

    test("sync.53 an invitation counts once, also when two use it at once, and not after it has expired", async () => {
      const store = await open();
      const { ann, anna } = await neighbours(store);
      const codes = [`one${names}`, `two${names}`];
      await store.invite(codes[0] ?? "", ann.id, 1000);
      await store.invite(codes[1] ?? "", anna.id, 1000);
      const key = (end: string) => ({ digest: `${end}${names}`, name: "Laptop" });
      // To be asked whom it is for uses none.
      expect((await store.invited(codes[0] ?? "", 500))?.id).toBe(ann.id);
      expect(await store.invited(codes[1] ?? "", 1000)).toBeNull();
      const both = await Promise.all(
        ["k1", "k2"].map((end) => store.redeem(codes[0] ?? "", key(end), 500)),
      );
      expect(both.filter((one) => one !== null).map((one) => one?.id)).toEqual([ann.id]);
      expect(await store.redeem(codes[1] ?? "", key("k3"), 1000)).toBeNull();
      expect(await store.invited(codes[0] ?? "", 500)).toBeNull();
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

    test("sync.60 who sees what: a topic that is shared in a group is seen there, and nothing else by anybody", async () => {
      const store = await open();
      const { ann, bob, mia, una, gus, kim, group, other, seen } = await circle(store);
      for (const topic of topics) {
        await store.share(group, ann.id, { on: [topic], off: [] });
        const shown = [entryOf(topic).id, undoOf(topic).id];
        const toAll = topic === mentorsAlone ? [] : shown;
        const matrix = {
          ann: await seen(ann.id),
          learner: await seen(bob.id),
          mentor: await seen(mia.id),
          "who left": await seen(una.id),
          "of another group": await seen(gus.id),
          "of another group, asked there": await seen(gus.id, other),
          "of no group": await seen(kim.id),
        };
        expect([topic, matrix]).toEqual([
          topic,
          {
            ann: shown,
            learner: toAll,
            mentor: shown,
            "who left": [],
            "of another group": [],
            "of another group, asked there": [],
            "of no group": [],
          },
        ]);
        await store.share(group, ann.id, { on: [], off: [topic] });
        expect(await seen(mia.id)).toEqual([]);
      }
      expect(await store.share(group, kim.id, { on: ["hours"], off: [] })).toBe(false);
      await store.close();
    });

    test("sync.61 leaving takes back what was shared, for good; so do being let go and the end of a group", async () => {
      const store = await open();
      const { ann, bob, group, other, seen } = await circle(store);
      const both = { on: ["hours", "plan"], off: [] } as const;
      await store.share(group, ann.id, both);
      expect((await seen(bob.id)).length).toBe(4);
      expect(await store.leave(group, ann.id)).toBe(true);
      expect(await store.leave(group, ann.id)).toBe(false);
      expect(await seen(bob.id)).toEqual([]);
      await store.admit(group, ann.id, "learner");
      expect(await seen(bob.id)).toEqual([]);
      await store.share(group, ann.id, both);
      await store.admit(group, ann.id, "mentor");
      expect((await seen(bob.id)).length).toBe(4);
      expect(await store.endGroup(group)).toBe(true);
      expect(await seen(bob.id)).toEqual([]);
      expect((await store.groupsOf(ann.id)).map(({ name }) => name)).toEqual([other]);
      await store.newGroup({ name: group, curriculum: null, checkin: null });
      for (const { id } of [ann, bob]) await store.admit(group, id, "learner");
      expect(await seen(bob.id)).toEqual([]);
      await store.close();
    });

    test("sync.62 who is in a group, as what, and what each shares, is told to its members alone; consents to mentors, to mentors", async () => {
      const store = await open();
      const { ann, bob, mia, kim, group } = await circle(store);
      await store.share(group, ann.id, { on: ["hours", mentorsAlone], off: [] });
      const lines = async (viewer: MemberId) => {
        const [found] = (await store.groupsOf(viewer)).filter(({ name }) => name === group);
        return found?.members.map(({ name, role, topics }) => [name, role, ...topics].join(" "));
      };
      const others = [`${bob.name} learner`, `${mia.name} mentor`];
      const whole = [`${ann.name} learner ${mentorsAlone} hours`, ...others];
      expect(await lines(mia.id)).toEqual(whole);
      expect(await lines(ann.id)).toEqual(whole);
      expect(await lines(bob.id)).toEqual([`${ann.name} learner hours`, ...others]);
      expect(await lines(kim.id)).toBeUndefined();
      const fixed = { name: group, curriculum: "llm@1", checkin: "friday" };
      expect(await store.newGroup(fixed)).toBe(false);
      expect(await store.changeGroup(fixed)).toBe(true);
      expect(await store.changeGroup({ ...fixed, name: "none" as GroupName })).toBe(false);
      expect((await store.groups()).find(({ name }) => name === group)).toEqual({
        ...fixed,
        members: [
          { name: ann.name, role: "learner" },
          { name: bob.name, role: "learner" },
          { name: mia.name, role: "mentor" },
        ],
      });
      await store.close();
    });

    test("sync.64 who reads notes: members of a group in which they are shared, until that ends, and nobody else", async () => {
      const store = await open();
      const { ann, bob, mia, una, gus, kim, group, other } = await circle(store);
      await store.putFile(ann.id, "laptop00/files.json", new Uint8Array([1]), 1);
      await store.putFile(bob.id, "laptop00/files.json", new Uint8Array([2]), 1);
      const read = async (viewer: MemberId, where = group) => {
        const asked = { viewer, group: where, of: ann.name };
        const names = await store.sharedFiles(asked);
        const bytes = await store.sharedFile(asked, "laptop00/files.json");
        expect(await store.sharedFile(asked, "laptop00/other")).toBeNull();
        expect(names).toEqual(bytes === null ? [] : ["laptop00/files.json"]);
        return bytes === null ? null : [...bytes];
      };
      const matrix = async () => ({
        ann: await read(ann.id),
        learner: await read(bob.id),
        mentor: await read(mia.id),
        "who left": await read(una.id),
        "of another group": await read(gus.id),
        "of another group, asked there": await read(gus.id, other),
        "of no group": await read(kim.id),
      });
      const nobody = {
        ann: null,
        learner: null,
        mentor: null,
        "who left": null,
        "of another group": null,
        "of another group, asked there": null,
        "of no group": null,
      };
      const on = { on: ["notes"], off: [] } as const;
      // Everything else that can be shared shows no note.
      const rest = topics.filter((topic) => topic !== "notes");
      await store.share(group, ann.id, { on: rest, off: [] });
      expect(await matrix()).toEqual(nobody);
      await store.share(group, ann.id, on);
      expect(await matrix()).toEqual({ ...nobody, ann: [1], learner: [1], mentor: [1] });
      await store.share(group, ann.id, { on: [], off: ["notes"] });
      expect(await matrix()).toEqual(nobody);
      await store.share(group, ann.id, on);
      await store.leave(group, ann.id);
      expect(await matrix()).toEqual(nobody);
      await store.admit(group, ann.id, "learner");
      expect(await matrix()).toEqual(nobody);
      await store.share(group, ann.id, on);
      await store.leave(group, bob.id);
      expect(await matrix()).toEqual({ ...nobody, ann: [1], mentor: [1] });
      await store.endGroup(group);
      expect(await matrix()).toEqual(nobody);
      await store.close();
    });

    test("what is shared comes in pieces, in one order, each entry once", async () => {
      const store = await open();
      const { ann, bob, group } = await circle(store);
      await store.share(group, ann.id, { on: ["plan", "progress", "hours"], off: [] });
      const found: string[] = [];
      for (let after: string | undefined = ""; after !== undefined; ) {
        const asked = { viewer: bob.id, group, of: ann.name, after, most: 2 };
        const some = await store.shared(asked);
        found.push(...some.map(({ id }) => id));
        after = some.at(-1)?.id;
      }
      expect(found.length).toBe(6);
      expect(new Set(found).size).toBe(6);
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
      expect(await store.memberOf(ann.id)).toEqual({ ...ann, workspace: "one" });
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
