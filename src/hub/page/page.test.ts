import { afterAll, describe, expect, test } from "bun:test";
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Entry } from "../../core/entries/entry.ts";
import { day, type Zone } from "../../core/time/calendar.ts";
import type { Minutes } from "../../core/time/duration.ts";
import { hubClient, joinHub } from "../../sync/hub-client.ts";
import { syncWith } from "../../sync/sync.ts";
import { api } from "../../wire/wire.ts";
import { createWorkspace } from "../../workspace/create.ts";
import { layoutOf } from "../../workspace/layout.ts";
import type { Workspace } from "../../workspace/workspace.ts";
import { digestOf } from "../digest.ts";
import { memoryStore } from "../memory-store.ts";
import { serveHub } from "../serve.ts";
import type { HubStore, MemberId } from "../store.ts";
import { pageFiles } from "./page-files.ts";
import { browserName, isForeignPage } from "./stranger.ts";

const root = mkdtempSync(join(tmpdir(), "study-hub-page-"));
const ends: (() => unknown)[] = [() => rmSync(root, { recursive: true, force: true })];
afterAll(async () => {
  for (const end of ends.toReversed()) await end();
});

let hubs = 0;

function served(store: HubStore, quota = 10_000_000) {
  hubs += 1;
  const copies = join(root, `pages-${hubs}`);
  const options = {
    hostname: "127.0.0.1",
    port: 0,
    tls: null,
    proxies: new Set<string>(),
    quota,
    log: () => {},
  };
  const server = serveHub({ store, files: pageFiles(), copies, ...options });
  ends.push(() => server.stop());
  return { store, server, copies };
}
type Served = ReturnType<typeof served>;

async function invite({ store }: Pick<Served, "store">, name: string): Promise<string> {
  const { id } = await store.member(name, `id of ${name}` as MemberId);
  const code = crypto.randomUUID();
  await store.invite(digestOf(code), id, Date.now() + 60_000);
  return code;
}

/** A computer of a member: a workspace that syncs with the hub. */
async function computer(hub: Served, name: string) {
  const layout = layoutOf(join(root, `${name}-${hubs}`));
  const workspace = await createWorkspace(
    layout,
    {
      curriculum: "llm",
      start: day("2026-01-05"),
      target: null,
      minutesAWeek: 480 as Minutes,
      timeZone: "UTC" as Zone,
      dayStarts: 0 as Minutes,
      kind: "own",
    },
    Date.now(),
  );
  ends.push(() => workspace.close());
  const key = await joinHub(hub.server.url, await invite(hub, name), `${name}'s computer`);
  return { workspace, key, sync: () => sync(hub, workspace, key) };
}

async function sync({ server: { url } }: Served, workspace: Workspace, key: string) {
  const hub = hubClient(url, key);
  const place = { is: "hub", name: url, code: null } as const;
  const settled = { refresh: async () => {}, publish: async () => true };
  const open = { place, closure: "plain", inner: hub.shelf, hub, ...settled } as const;
  const restedSince = Number.POSITIVE_INFINITY;
  const marks = new Map();
  return syncWith({ workspace, open, passphrase: null, now: Date.now(), restedSince, marks });
}

/** A page that was opened with an invitation. */
async function page(hub: Served, name: string) {
  const { url } = hub.server;
  const android =
    "Mozilla/5.0 (Linux; Android 15) AppleWebKit/537.36 Chrome/144.0 Mobile Safari/537.36";
  const sent = { ticket: await invite(hub, name) };
  const enter = () =>
    fetch(url + api.enter.path, {
      method: "POST",
      body: JSON.stringify(sent),
      headers: { "content-type": "application/json", "user-agent": android },
    });
  const { session } = (await (await enter()).json()) as { readonly session: string };
  const ask = (path: string, init: RequestInit = {}) =>
    fetch(url + path, {
      ...init,
      headers: {
        "content-type": "application/json",
        ...init.headers,
        authorization: `Bearer ${session}`,
      },
    });
  const post = (path: string, body: unknown) =>
    ask(path, { method: "POST", body: JSON.stringify(body) });
  return { ask, post, enter, session };
}

const tick = { do: "mark-paper", paper: "bert", aspect: "read", done: true };
const typesOf = async (workspace: Workspace) => {
  const types: (Entry["type"] | null)[] = [];
  for await (const { entry } of workspace.journal.lines()) types.push(entry?.type ?? null);
  return types;
};
const said = async (response: Response) => `${response.status} ${await response.text()}`;

test("sync.70 an invitation that a browser opens makes it a device of its own, once, which is listed and named", async () => {
  const hub = served(memoryStore());
  const { enter, session } = await page(hub, "ann");
  expect(await said(await enter())).toContain("403");
  const [key, ...more] = await hub.store.keys("id of ann" as MemberId);
  expect(more).toEqual([]);
  expect(key?.name).toBe("Chrome on Android");
  expect(key?.digest).toBe(digestOf(session));
});

test("a page of a member who has synced nothing yet is told what to do", async () => {
  const hub = served(memoryStore());
  const { ask } = await page(hub, "ann");
  expect(await said(await ask(api.state.path))).toContain(
    "Nothing of yours has come to this hub yet",
  );
  const { sync } = await computer(hub, "ann");
  await sync();
  expect((await ask(api.state.path)).status).toBe(200);
}, 20_000);

test("sync.71 what a page was told to be kept is in the hub's store when it is told so", async () => {
  const hub = served(memoryStore());
  const ann = await computer(hub, "ann");
  writeFileSync(join(ann.workspace.layout.notes, "bert.md"), "# BERT\n\nfrom the computer\n");
  await ann.sync();
  const { ask, post } = await page(hub, "ann");
  const state = (await (await ask(api.state.path)).json()) as Record<string, unknown>;
  expect(state).toMatchObject({ served: { is: "hub", name: "ann on a hub" }, demo: false });
  expect((await post(api.commands.path, { commands: [tick] })).status).toBe(200);
  const note = (await (await ask("/notes/bert")).json()) as { readonly text: string };
  const text = `${note.text}from the phone\n`;
  const put = { method: "PUT", body: JSON.stringify({ text, base: note.text }) };
  expect((await ask("/notes/bert", put)).status).toBe(200);
  // The hub is lost with all but its store.
  await hub.server.stop();
  rmSync(hub.copies, { recursive: true });
  const again = served(hub.store);
  await sync(again, ann.workspace, ann.key);
  expect(await typesOf(ann.workspace)).toContain("paper.marked");
  expect(readFileSync(join(ann.workspace.layout.notes, "bert.md"), "utf8")).toBe(
    "# BERT\n\nfrom the computer\nfrom the phone\n",
  );
}, 30_000);

test("sync.71 a copy that somebody takes away is made anew, with all that pages did", async () => {
  const hub = served(memoryStore());
  const ann = await computer(hub, "ann");
  await ann.sync();
  const { ask, post } = await page(hub, "ann");
  expect((await post(api.commands.path, { commands: [tick] })).status).toBe(200);
  rmSync(hub.copies, { recursive: true });
  expect((await ask(api.state.path)).status).toBe(200);
  expect(await said(await ask(api.export.path))).toContain("paper.marked");
}, 20_000);

test("sync.71 what another device gives comes to a page that listens", async () => {
  const hub = served(memoryStore());
  const ann = await computer(hub, "ann");
  await ann.sync();
  const { ask } = await page(hub, "ann");
  const { arrival } = (await (await ask(api.state.path)).json()) as { readonly arrival: number };
  const stream = await ask(`${api.stream.path}?after=${arrival}`);
  const reader = stream.body?.pipeThrough(new TextDecoderStream()).getReader();
  await ann.workspace.run([tick as never], "cli", Date.now());
  await ann.sync();
  let heard = "";
  while (!heard.includes("paper.marked")) {
    const { value, done } = (await reader?.read()) ?? { done: true, value: "" };
    if (done) break;
    heard += value;
  }
  expect(heard).toContain("paper.marked");
}, 30_000);

describe("who sees what by way of the page", () => {
  test("sync.72 a page gets its own member's workspace, and by no address another's", async () => {
    const hub = served(memoryStore());
    const [ann, bob] = [await computer(hub, "ann"), await computer(hub, "bob")];
    writeFileSync(join(ann.workspace.layout.notes, "bert.md"), "# BERT\n\na secret of Ann\n");
    await ann.workspace.run([tick as never], "cli", Date.now());
    await ann.sync();
    await bob.sync();
    const [anns, bobs] = [await page(hub, "ann"), await page(hub, "bob")];
    const ofAnn = (await (await anns.ask(api.state.path)).json()) as { readonly workspace: string };
    expect(await said(await anns.ask("/notes/bert"))).toContain("a secret of Ann");
    expect(await said(await anns.ask(api.export.path))).toContain("paper.marked");

    const asked = Object.values(api).filter(({ method }) => method === "GET");
    for (const { path } of asked.filter((one) => one !== api.stream)) {
      const address = path
        .replace(":paper", "bert")
        .replace(":number", "1")
        .replace(":file", "x.png");
      const answer = await said(await bobs.ask(address));
      expect([address, answer]).not.toEqual([address, expect.stringContaining("secret of Ann")]);
      expect([address, answer]).not.toEqual([address, expect.stringContaining("paper.marked")]);
      expect([address, answer]).not.toEqual([address, expect.stringContaining(ofAnn.workspace)]);
    }
    // What is made for one workspace is not taken into another.
    const of = ofAnn.workspace;
    const made = await anns.post(api.commands.path, { commands: [{ ...tick, paper: "gpt-2" }] });
    const { entries } = (await made.json()) as { readonly entries: readonly unknown[] };
    expect(entries.length).toBe(1);
    for (const answer of [
      await bobs.ask(api.state.path, { headers: { "study-workspace": of } }),
      await bobs.ask(`${api.stream.path}?after=0&workspace=${of}`),
      await bobs.post(api.entries.path, { workspace: of, entries }),
      await bobs.ask("/notes/bert", {
        method: "PUT",
        body: JSON.stringify({ workspace: of, text: "x", base: "" }),
      }),
    ]) {
      expect(await said(answer)).toContain("409 ");
    }
    await bob.sync();
    expect(await typesOf(bob.workspace)).not.toContain("paper.marked");
  }, 30_000);

  test("sync.72 without a key there are the page's own files and nothing else, and pages of other sites get nothing", async () => {
    const hub = served(memoryStore());
    const { server } = hub;
    for (const { path, method } of Object.values(api)) {
      if (path === api.enter.path) continue;
      const address = path
        .replace(":paper", "bert")
        .replace(":number", "1")
        .replace(":file", "x.png");
      const { status } = await fetch(server.url + address, { method });
      expect([address, status === 401 || status === 429]).toEqual([address, true]);
    }
    const { ask } = await page(served(hub.store), "ann");
    const foreign = await ask("/api/state", { headers: { origin: "https://evil.example" } });
    expect(foreign.status).toBe(403);
  });
});

test("sync.73 a page that was shut out hears no more, and is told so", async () => {
  const hub = served(memoryStore());
  const ann = await computer(hub, "ann");
  await ann.sync();
  const { ask, session } = await page(hub, "ann");
  const { arrival } = (await (await ask(api.state.path)).json()) as { readonly arrival: number };
  const stream = await ask(`${api.stream.path}?after=${arrival}`);
  await hub.store.revoke("id of ann" as MemberId, digestOf(session));
  await stream.text();
  expect(await said(await ask(api.state.path))).toMatch(/401 .*revoked/);
}, 20_000);

test("sync.74 a hub runs nobody's code and fetches nothing: what needs a computer is said in a sentence", async () => {
  const hub = served(memoryStore());
  await (await computer(hub, "ann")).sync();
  const { ask, post } = await page(hub, "ann");
  const wish = { paper: "bert", exercise: null };
  for (const answer of [
    await post(api.check.path, wish),
    await post(api.writeStarters.path, wish),
    await post("/papers/bert/fetch", {}),
    await ask("/papers/bert", { method: "PUT", body: "%PDF-" }),
  ]) {
    expect(await said(answer)).toContain("409 ");
  }
  expect(await (await ask(api.python.path)).json()).toEqual({
    found: false,
    sentence: expect.stringContaining("on your own computer"),
  });
  const texts = (await (await ask(`${api.exercises.path}?paper=attention`)).json()) as {
    readonly python: object;
  };
  expect(texts.python).toMatchObject({ found: false });
}, 20_000);

test("a name that no file can have is an image that is not there", async () => {
  const hub = served(memoryStore());
  await (await computer(hub, "ann")).sync();
  const phone = await page(hub, "ann");
  expect((await phone.ask(`/notes/images/${"a".repeat(400)}.png`)).status).toBe(404);
});

test("a page that another process of the hub has is refused without a path of the hub's disk", async () => {
  const hub = served(memoryStore());
  await (await computer(hub, "ann")).sync();
  const phone = await page(hub, "ann");
  expect((await phone.ask(api.state.path)).status).toBe(200);
  const options = {
    hostname: "127.0.0.1",
    port: 0,
    tls: null,
    proxies: new Set<string>(),
    quota: 10_000_000,
    log: () => {},
  };
  const { store, copies } = hub;
  const second = serveHub({ store, files: pageFiles(), copies, ...options });
  ends.push(() => second.stop());
  const asked = { headers: { authorization: `Bearer ${phone.session}` } };
  const refused = await said(await fetch(second.url + api.state.path, asked));
  expect(refused).toStartWith("503");
  expect(refused).toContain("Another process of this hub");
  expect(refused).not.toContain(copies);
});

test("a full place is told, and what a page sends is not half kept", async () => {
  const store = memoryStore();
  const roomy = served(store);
  const ann = await computer(roomy, "ann");
  await ann.sync();
  await roomy.server.stop();
  const hub = served(store, await store.sizeOf("id of ann" as MemberId));
  const { ask, post } = await page(hub, "ann");
  expect((await ask(api.state.path)).status).toBe(200);
  expect(await said(await post(api.commands.path, { commands: [tick] }))).toMatch(/^403 .*full/);
  const image = {
    method: "POST",
    body: new Uint8Array(1000),
    headers: { "content-type": "image/png" },
  };
  expect(await said(await ask("/notes/bert/images", image))).toMatch(/^403 .*full/);
  const [copy = ""] = readdirSync(hub.copies);
  expect(existsSync(join(hub.copies, copy, "notes", "images"))).toBe(false);
  expect(await typesOf(ann.workspace)).not.toContain("paper.marked");
}, 20_000);

describe("where a request comes from", () => {
  const from = (headers: Record<string, string>, method = "GET") =>
    isForeignPage({ method, headers: new Headers({ host: "hub.example.org", ...headers }) });

  test("pages of the hub itself and programs are no strangers; other sites' pages are", () => {
    expect(from({})).toBe(false);
    expect(from({ origin: "https://hub.example.org" }, "POST")).toBe(false);
    expect(from({ origin: "https://evil.example" }, "POST")).toBe(true);
    expect(from({ origin: "null" }, "POST")).toBe(true);
    expect(from({ "sec-fetch-site": "same-origin" }, "POST")).toBe(false);
    // A proxy may name the hub otherwise than the browser does, which knows best.
    expect(from({ "sec-fetch-site": "same-origin", origin: "https://study.example" })).toBe(false);
    expect(from({ "sec-fetch-site": "cross-site" })).toBe(true);
    expect(from({ "sec-fetch-site": "same-site" }, "POST")).toBe(true);
    // A link that was followed from a message.
    expect(from({ "sec-fetch-site": "cross-site", "sec-fetch-mode": "navigate" })).toBe(false);
  });

  test("a browser is named after itself and its system", () => {
    expect(
      browserName("Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0"),
    ).toBe("Firefox on Linux");
    expect(
      browserName(
        "Mozilla/5.0 (iPhone; CPU iPhone OS 19_0 like Mac OS X) AppleWebKit/605.1.15 Version/19.0 Mobile Safari/604.1",
      ),
    ).toBe("Safari on iPhone");
    expect(browserName(null)).toBe("A browser");
    expect(browserName("curl/8")).toBe("A browser");
  });
});
