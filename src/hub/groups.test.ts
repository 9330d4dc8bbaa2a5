import { expect, test } from "bun:test";
import { tmpdir } from "node:os";
import type { PaperId } from "../core/content/curriculum.ts";
import { topics } from "../core/group/topic.ts";
import type { WorkspaceId } from "../core/replica/replica.ts";
import { type DeviceId, entryId } from "../core/time/clock.ts";
import { contentOfText } from "../sync/content.ts";
import { headsName, textName, writeHeads } from "../sync/heads.ts";
import { hubClient, joinHub } from "../sync/hub-client.ts";
import { hubGroups } from "../sync/hub-groups.ts";
import { edited, gone } from "../sync/lineage.ts";
import { digestOf } from "./digest.ts";
import { memoryStore } from "./memory-store.ts";
import { pageFiles } from "./page/page-files.ts";
import { serveHub } from "./serve.ts";
import type { GroupName, MemberId } from "./store.ts";

const workspace = "000000001-000-device00" as WorkspaceId;
const readers = "readers & co" as GroupName;

/** Ann, Bob and Kim on a hub; Ann and Bob are readers. */
async function hub() {
  const store = memoryStore();
  const address = serveHub({
    store,
    files: pageFiles(),
    copies: `${tmpdir()}/study-hub-pages`,
    hostname: "127.0.0.1",
    port: 0,
    tls: null,
    proxies: new Set<string>(),
    quota: 100_000,
    log: () => {},
  });
  await store.newGroup({ name: readers, curriculum: "llm@1", checkin: null });
  const join = async (name: string) => {
    const member = await store.member(name, `id of ${name}` as MemberId);
    await store.invite(digestOf(name), member.id, Date.now() + 60_000);
    const key = await joinHub(address.url, name, "a device");
    return { member, key, groups: hubGroups(address.url, key) };
  };
  const [ann, bob, kim] = [await join("ann"), await join("bob/x"), await join("kim")];
  for (const { member } of [ann, bob]) await store.admit(readers, member.id, "learner");
  return { store, server: address, ann, bob, kim };
}

const line = (counter: number, body: object) => {
  const id = entryId({ wall: 1, counter }, "device00" as DeviceId);
  return JSON.stringify({ v: 1, id, command: id, by: "cli", ...body });
};

test("sync.60 by way of the hub: what is shared comes, an unknown type never, and strangers learn no names", async () => {
  const { server, ann, bob, kim } = await hub();
  const tick = line(1, {
    type: "paper.marked",
    paper: "bert" as PaperId,
    aspect: "read",
    done: true,
  });
  const mine = line(2, { type: "settings.changed", retention: 0.9 });
  const newer = line(3, { type: "of.the.future", secret: true });
  const { sync } = hubClient(server.url, ann.key);
  const sent = { form: 1, workspace, device: "device00", vector: {} } as const;
  await sync({ ...sent, entries: [tick, mine, newer] });
  const everything = ["plan", "progress", "hours", "verified", "milestones"] as const;
  await ann.groups.share(readers, { on: [...everything, "teach-backs", "answers"], off: [] });
  expect(await bob.groups.sharedBy(readers, "ann")).toEqual([tick]);
  expect(await bob.groups.all()).toMatchObject([
    { name: readers, curriculum: "llm@1", me: "bob/x", members: [{ name: "ann" }, { topics: [] }] },
  ]);
  expect(await ann.groups.sharedBy(readers, "bob/x")).toEqual([]);
  await ann.groups.share(readers, { on: [], off: ["progress"] });
  expect(await bob.groups.sharedBy(readers, "ann")).toEqual([]);

  expect(await kim.groups.all()).toEqual([]);
  for (const name of ["ann", "nobody"]) {
    await expect(kim.groups.sharedBy(readers, name)).rejects.toThrow("You are in no group");
  }
  await expect(kim.groups.share(readers, { on: ["plan"], off: [] })).rejects.toThrow("no group");
  await bob.groups.leave(readers);
  await expect(bob.groups.sharedBy(readers, "ann")).rejects.toThrow("You are in no group");
  await expect(bob.groups.leave(readers)).rejects.toThrow("You are in no group");
  const broken = await fetch(`${server.url}/v1/groups/%E0%A4%A`);
  expect(broken.status).toBe(400);
  const odd = await fetch(`${server.url}/v1/groups/x/share`, {
    method: "POST",
    body: JSON.stringify({ on: ["code"], off: [] }),
    headers: { authorization: `Bearer ${ann.key}` },
  });
  expect(odd.status).toBe(400);
  await server.stop();
});

test("sync.64 by way of the hub: the newest notes come when they are shared, and no other file; not shared, or left, none", async () => {
  const { server, ann, bob, kim } = await hub();
  const { shelf } = hubClient(server.url, ann.key);
  const first = contentOfText("# BERT\nfirst");
  const text = contentOfText("# BERT\nmasked words\n");
  const secret = contentOfText("SECRET");
  const device = "device00" as DeviceId;
  const heads = {
    "notes/bert.md": edited(edited(null, first.mark), text.mark),
    "notes/gone.md": edited(edited(null, first.mark), gone),
    "notes/images/plot.png": edited(null, secret.mark),
    "code/bert/mask.py": edited(null, secret.mark),
  };
  await shelf.replace(textName(device, first.mark, "notes/bert.md"), first.bytes);
  await shelf.replace(textName(device, text.mark, "notes/bert.md"), text.bytes);
  await shelf.replace(textName(device, secret.mark, "code/bert/mask.py"), secret.bytes);
  await shelf.replace(headsName(device), new TextEncoder().encode(writeHeads(workspace, heads)));
  const everything = topics.filter((topic) => topic !== "notes");
  await ann.groups.share(readers, { on: everything, off: [] });
  expect(await bob.groups.notesBy(readers, "ann")).toEqual([]);
  await ann.groups.share(readers, { on: ["notes"], off: [] });
  expect(await bob.groups.notesBy(readers, "ann")).toEqual([
    { paper: "bert", text: "# BERT\nmasked words\n" },
  ]);
  await expect(kim.groups.notesBy(readers, "ann")).rejects.toThrow("You are in no group");
  await ann.groups.leave(readers);
  await expect(bob.groups.notesBy(readers, "ann")).rejects.toThrow("You are in no group");
  await server.stop();
});
