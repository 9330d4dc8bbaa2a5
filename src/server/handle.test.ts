import { afterAll, beforeAll, describe, expect, test } from "bun:test";
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import type { PaperId } from "../core/content/curriculum.ts";
import { markOf, type SavedNote } from "../core/content/note.ts";
import type { WorkspaceId } from "../core/replica/replica.ts";
import { type DeviceId, type EntryId, entryId } from "../core/time/clock.ts";
import type { Journal } from "../journal/port.ts";
import type { Entered, ServerState, TakenIn } from "../wire/wire.ts";
import { createWorkspace } from "../workspace/create.ts";
import { layoutOf } from "../workspace/layout.ts";
import { makeState } from "../workspace/private.ts";
import type { Workspace } from "../workspace/workspace.ts";
import { prepareAssets } from "./assets.ts";
import { type Handle, handler } from "./handle.ts";
import { goLive, type Live } from "./live.ts";
import { mergeApart } from "./merge-apart.ts";
import { startServer } from "./serve.ts";
import { forgetSessions, type Sessions, sessionsOf } from "./sessions.ts";
import { newToken, workspaceToken } from "./token.ts";

const port = 4321;
const folder = mkdtempSync(join(tmpdir(), "study-server-"));
const plan = {
  start: null,
  target: null,
  minutesAWeek: null,
  timeZone: "UTC",
  dayStarts: 0,
} as const;
const wanted = { ...plan, curriculum: "llm", kind: "own" } as const;
let workspace: Workspace;
let live: Live;
let handle: Handle;
let token: string;
let sessions: Sessions;

beforeAll(async () => {
  workspace = await createWorkspace(layoutOf(folder), wanted, Date.now());
  live = await goLive(workspace, "backups");
  token = workspaceToken(layoutOf(folder));
  sessions = sessionsOf(layoutOf(folder), port);
  const assets = prepareAssets({ "/": { type: "text/html", text: "<!doctype html>" } });
  handle = handler({
    workspace,
    live,
    guard: { port, lan: null, token, sessions, renew: () => {} },
    assets,
    version: "0",
    merge: mergeApart(),
    arxiv: "http://127.0.0.1:9",
    served: { is: "computer" },
    groups: () => null,
  });
});
afterAll(() => {
  live.stop();
  workspace.close();
  rmSync(folder, { recursive: true });
});

interface Asked {
  readonly method?: string;
  readonly headers?: Record<string, string>;
  readonly body?: string;
}

/** As a program that has the token, unless the headers say otherwise. */
function ask(path: string, { method = "GET", headers = {}, body }: Asked = {}): Promise<Response> {
  const all = { host: `127.0.0.1:${port}`, authorization: `Bearer ${token}`, ...headers };
  return handle(
    new Request(`http://127.0.0.1:${port}${path}`, {
      method,
      headers: all,
      ...(body === undefined ? {} : { body }),
    }),
  );
}

const tick = { do: "mark-paper", paper: "bert", aspect: "read", done: true };

function write(commands: unknown, headers: Record<string, string> = {}): Promise<Response> {
  return ask("/api/commands", {
    method: "POST",
    headers: { authorization: `Bearer ${token}`, "content-type": "application/json", ...headers },
    body: typeof commands === "string" ? commands : JSON.stringify({ commands }),
  });
}

const entries = async () => (await workspace.journal.since(0)).length;

describe("nobody else gets in", () => {
  for (const host of [
    "evil.example:4321",
    "127.0.0.1:80",
    "localhost",
    "",
    "127.0.0.1.evil.example:4321",
  ]) {
    test(`a name that is not this server's is refused: "${host}"`, async () => {
      expect((await ask("/api/state", { headers: { host } })).status).toBe(421);
    });
  }

  for (const headers of [
    { origin: "https://evil.example" },
    { origin: "null" },
    { origin: "http://127.0.0.1:9999" },
    { "sec-fetch-site": "cross-site" },
    { "sec-fetch-site": "same-site" },
  ]) {
    test(`another site's page is refused: ${JSON.stringify(headers)}`, async () => {
      const before = await entries();
      expect((await ask("/api/state", { headers })).status).toBe(403);
      expect((await write([tick], headers)).status).toBe(403);
      expect(await entries()).toBe(before);
    });
  }

  test("a link from elsewhere may lead to the page", async () => {
    const headers = { "sec-fetch-site": "cross-site", "sec-fetch-mode": "navigate" };
    expect((await ask("/", { headers })).status).toBe(200);
  });

  for (const headers of [
    { authorization: "" },
    { authorization: "Bearer wrong" },
    { authorization: "Bearer " },
  ]) {
    test(`reading and writing need a session: ${JSON.stringify(headers)}`, async () => {
      const before = await entries();
      const response = await write([tick], headers);
      expect(response.status).toBe(401);
      expect(await response.text()).toContain("open the address that study printed");
      expect(await entries()).toBe(before);
      for (const path of [
        "/api/state",
        "/api/stream?after=0",
        "/api/material",
        "/api/search?q=bert",
        "/api/notes",
        "/api/papers",
        "/api/exercises",
        "/notes/bert",
        "/notes/images/bert-1.png",
        "/papers/bert.pdf",
      ]) {
        expect([path, (await ask(path, { headers })).status]).toEqual([path, 401]);
      }
    });
  }

  test("a cookie is never asked for and lets nobody in", async () => {
    for (const cookie of [`study-4321=${token}`, `study=${token}`]) {
      const headers = { authorization: "", cookie };
      expect((await ask("/api/state", { headers })).status).toBe(401);
    }
    expect((await ask("/")).headers.get("set-cookie")).toBeNull();
  });

  test("the page's own files are free", async () => {
    expect((await ask("/", { headers: { authorization: "" } })).status).toBe(200);
  });

  test("a form of another page can't write: the content type must be JSON", async () => {
    expect((await write([tick], { "content-type": "text/plain" })).status).toBe(415);
  });

  test("a body over the limit is refused", async () => {
    expect((await write(`{"commands": "${"x".repeat(1_100_000)}"}`)).status).toBe(413);
  });

  test("every answer carries the policy", async () => {
    for (const path of ["/", "/api/state", "/nowhere"]) {
      const { headers } = await ask(path);
      expect(headers.get("content-security-policy")).toStartWith("default-src 'none'");
      expect(headers.get("content-security-policy")).toContain("script-src 'self';");
      expect(headers.get("content-security-policy")).not.toContain("unsafe-eval");
      expect(headers.get("x-content-type-options")).toBe("nosniff");
      expect(headers.get("access-control-allow-origin")).toBeNull();
    }
  });

  test("the token file is its owner's alone", () => {
    expect(statSync(join(folder, ".study", "token")).mode & 0o777).toBe(0o600);
  });
});

describe("the ticket of a printed address", () => {
  const exchange = async (ticket: string) => {
    const headers = { authorization: "", "content-type": "application/json" };
    const body = JSON.stringify({ ticket });
    return ask("/api/session", { method: "POST", headers, body });
  };
  const stateWith = async (session: string) => {
    return (await ask("/api/state", { headers: { authorization: `Bearer ${session}` } })).status;
  };

  test("is exchanged once, for a session that reads and writes", async () => {
    const ticket = sessions.ticket(null);
    const { session } = (await (await exchange(ticket)).json()) as Entered;
    expect(await stateWith(session)).toBe(200);
    const settled = [{ do: "undo" }];
    expect((await write(settled, { authorization: `Bearer ${session}` })).status).not.toBe(401);
    expect((await exchange(ticket)).status).toBe(403);
    expect((await exchange("wrong")).status).toBe(403);
    expect(await stateWith(ticket)).toBe(401);
  });

  test("may be exchanged again where the answer was lost: the session that nobody used is void", async () => {
    const ticket = sessions.ticket(null);
    const lost = (await (await exchange(ticket)).json()) as Entered;
    const { session } = (await (await exchange(ticket)).json()) as Entered;
    expect(await stateWith(lost.session)).toBe(401);
    expect(await stateWith(session)).toBe(200);
    expect((await exchange(ticket)).status).toBe(403);
  });

  test("makes a session that outlives the server, on the same port alone, until all are forgotten", async () => {
    const layout = layoutOf(folder);
    const { session } = (await (await exchange(sessions.ticket(null))).json()) as Entered;
    expect(sessionsOf(layout, port).knows(session)).toBe(true);
    expect(sessionsOf(layout, port + 1).knows(session)).toBe(false);
    expect(readFileSync(layout.sessions, "utf8")).not.toContain(session);
    const other = layoutOf(mkdtempSync(join(tmpdir(), "study-server-")));
    makeState(other);
    expect(sessionsOf(other, port).knows(session)).toBe(false);
    cpSync(layout.state, other.state, { recursive: true });
    forgetSessions(other);
    expect(sessionsOf(other, port).knows(session)).toBe(false);
    expect(workspaceToken(other)).not.toBe(token);
    rmSync(other.folder, { recursive: true });
  });

  test("that was given until a moment is good until then", async () => {
    const now = Date.now();
    const [late, timely] = [sessions.ticket(now - 1), sessions.ticket(now + 60_000)];
    expect((await exchange(late)).status).toBe(403);
    expect((await exchange(timely)).status).toBe(200);
  });

  test("whoever is in may have another one, for another browser", async () => {
    const response = await ask("/api/ticket", { method: "POST" });
    const { address } = (await response.json()) as { readonly address: string };
    const [, ticket = ""] = /^http:\/\/127\.0\.0\.1:4321\/#ticket=([\w-]{43})$/.exec(address) ?? [];
    expect((await exchange(ticket)).status).toBe(200);
    const none = { method: "POST", headers: { authorization: "" } };
    expect((await ask("/api/ticket", none)).status).toBe(401);
  });
});

describe("commands", () => {
  test("are recorded and answered with their entries", async () => {
    const response = await write([tick]);
    const body = (await response.json()) as { entries: unknown[] };
    expect(response.status).toBe(200);
    expect(body.entries).toMatchObject([
      { type: "paper.marked", by: "web" },
      // The week's task that says the same.
      { type: "item.marked", by: "web" },
    ]);
  });

  test("that the core refuses are answered with its reason and sentence", async () => {
    const response = await write([{ do: "stop-timer" }]);
    expect(response.status).toBe(409);
    expect(await response.json()).toMatchObject({ ok: false, reason: "no-timer" });
  });

  test("all stand or fall together", async () => {
    const before = await entries();
    expect((await write([{ ...tick, aspect: "notes" }, { do: "stop-timer" }])).status).toBe(409);
    expect(await entries()).toBe(before);
  });

  test("that are garbage never make a bug of it", async () => {
    const garbage = fc.oneof(
      fc.json(),
      fc.string(),
      fc.jsonValue().map((value) => JSON.stringify({ commands: [value] })),
      fc
        .record({
          do: fc.constantFrom("log", "mark-item", "undo", "change-plan", "add-paper"),
          paper: fc.anything(),
          text: fc.string(),
          minutes: fc.integer(),
        })
        .map((command) => JSON.stringify({ commands: [command] })),
    );
    await fc.assert(
      fc.asyncProperty(garbage, async (body) => {
        const { status } = await write(body);
        expect([200, 400, 409]).toContain(status);
      }),
      { numRuns: 150 },
    );
  });

  test("other ways and places are named", async () => {
    expect((await ask("/api/commands")).status).toBe(405);
    expect((await ask("/api/state", { method: "POST" })).status).toBe(405);
    expect((await ask("/../../etc/passwd")).status).toBe(404);
    expect(await (await ask("/api/nothing")).json()).toMatchObject({ reason: "not-found" });
  });

  test("a mistyped address shows the page in a browser, as not found", async () => {
    const response = await ask("/tody", { headers: { accept: "text/html,*/*" } });
    expect(response.status).toBe(404);
    expect(response.headers.get("content-type")).toStartWith("text/html");
  });
});

describe("entries of a page", () => {
  const at = (moment: number, counter = 0) =>
    entryId({ wall: moment, counter }, "pagepage" as DeviceId);
  const made = (id: EntryId, more: object = {}) => ({
    v: 1,
    id,
    command: id,
    by: "web",
    type: "paper.marked",
    paper: "lora",
    aspect: "read",
    done: true,
    ...more,
  });
  const send = async (body: object) => {
    const headers = { authorization: `Bearer ${token}`, "content-type": "application/json" };
    const whole = { method: "POST", headers, body: JSON.stringify(body) };
    const response = await ask("/api/entries", whole);
    return { status: response.status, ...((await response.json()) as Record<string, unknown>) };
  };
  const workspaceId = async () =>
    ((await (await ask("/api/state")).json()) as ServerState).workspace;

  test("the workspace's name is the id of its own start, and the start is not among the page's", async () => {
    const [first] = await workspace.journal.since(0);
    expect(first?.entry?.type).toBe("workspace.started");
    expect(await workspaceId()).toBe(first?.id as string as WorkspaceId);
    const start = made(at(1), { type: "workspace.started" });
    expect(await send({ entries: [start] })).toMatchObject({ status: 400 });
  });

  test("are taken once, under both names of the workspace and without one", async () => {
    const entries = [made(at(Date.now()))];
    const { device } = workspace.journal;
    expect(await send({ workspace: await workspaceId(), entries })).toMatchObject({ added: 1 });
    expect(await send({ workspace: device, entries })).toMatchObject({ added: 0, known: 1 });
    expect(await send({ entries })).toMatchObject({ added: 0, known: 1 });
  });

  test("sync.8 of another workspace are refused, and so are its notes and its stream", async () => {
    const before = await entries();
    const other = "000000001-000-elsewher";
    const sent = { workspace: other, entries: [made(at(Date.now(), 1))] };
    expect(await send(sent)).toMatchObject({ status: 409, reason: "other-workspace" });
    expect(await entries()).toBe(before);
    const headers = { authorization: `Bearer ${token}`, "content-type": "application/json" };
    const note = JSON.stringify({ workspace: other, text: "Not here.", base: "" });
    expect((await ask("/notes/bert", { method: "PUT", headers, body: note })).status).toBe(409);
    expect(existsSync(join(folder, "notes", "bert.md"))).toBe(false);
    expect((await ask(`/api/stream?after=0&workspace=${other}`)).status).toBe(409);
    const { device } = workspace.journal;
    expect((await ask("/api/stream?after=0&journal=restored")).status).toBe(409);
    expect((await ask(`/api/stream?after=0&journal=${device}`)).status).toBe(200);
    const named = { ...headers, "study-workspace": other };
    const code = JSON.stringify({ paper: null, exercise: null });
    for (const [method, path, body] of [
      ["GET", "/api/notes", undefined],
      ["POST", "/api/code", code],
      ["PUT", "/papers/bert", "%PDF-1.4"],
      ["POST", "/notes/bert/images", "an image"],
      ["POST", "/api/take-in?name=T.md&way=record", "# x"],
    ] as const) {
      const sent = { method, headers: named, ...(body === undefined ? {} : { body }) };
      expect([path, (await ask(path, sent)).status]).toEqual([path, 409]);
    }
  });

  test("ahead of this clock wait, but for those that follow an entry which is here already", async () => {
    const ahead = Date.now() + 3_600_000;
    expect(await send({ entries: [made(at(ahead))] })).toMatchObject({
      status: 425,
      reason: "early",
      time: { now: expect.any(Number), latest: expect.any(Number) },
    });
    await workspace.run(
      [{ do: "mark-paper", paper: "gpt-3" as PaperId, aspect: "read", done: true }],
      "cli",
      ahead,
    );
    expect(await send({ entries: [made(at(ahead, 1))] })).toMatchObject({ status: 200, added: 1 });
  });
});

test("sync.10 a note whose answer was lost is not merged with itself", async () => {
  const headers = { authorization: `Bearer ${token}`, "content-type": "application/json" };
  const put = async (body: object) => {
    const whole = { method: "PUT", headers, body: JSON.stringify(body) };
    return (await (await ask("/notes/gpt-1", whole)).json()) as SavedNote;
  };
  const base = "# GPT-1\n";
  await put({ text: "# GPT-1\nOne wor", base });
  const text = "# GPT-1\nOne word.";
  const tried = [markOf("# GPT-1\nOne wor")];
  expect(await put({ text, base, tried })).toMatchObject({ text, conflicts: 0 });
});

test("the stream tells what another connection records", async () => {
  const { arrival } = await workspace.journal.picture();
  const response = await ask(`/api/stream?after=${arrival}`);
  const reader = response.body?.getReader();
  await write([{ do: "mark-paper", paper: "palm" as PaperId, aspect: "read", done: true }]);
  let text = "";
  while (!text.includes('"palm"')) {
    const piece = await reader?.read();
    text += new TextDecoder().decode(piece?.value);
  }
  await reader?.cancel();
  expect(text).toContain("event: entries\ndata: ");
});

test("a stream of a long history comes page by page, as fast as it is read, and then what is new", async () => {
  const many = 2500;
  const bodies = Array.from({ length: many }, (_, at) => ({
    type: "reward.set" as const,
    reward: at % 5,
    text: `Reward ${at}`,
  }));
  await workspace.journal.record(Date.now(), () => ({
    steps: bodies.map((body) => ({ by: "cli" as const, bodies: [body] })),
    result: null,
  }));
  const asked: number[] = [];
  const { since } = workspace.journal;
  const watched: Journal = {
    ...workspace.journal,
    since: (after, most) => {
      asked.push(most ?? Number.POSITIVE_INFINITY);
      return since(after, most);
    },
  };
  const guard = { port, lan: null, token, sessions, renew: () => {} };
  const assets = new Map();
  const over = { ...workspace, journal: watched };
  const streaming = handler({
    workspace: over,
    live,
    guard,
    assets,
    merge: mergeApart(),
    version: "0",
    arxiv: "",
    served: { is: "computer" },
    groups: () => null,
  });
  const request = new Request(`http://127.0.0.1:${port}/api/stream?after=0`, {
    headers: { host: `127.0.0.1:${port}`, authorization: `Bearer ${token}` },
  });
  const reader = (await streaming(request)).body?.getReader();
  await reader?.read();
  await Bun.sleep(20);
  // Nobody has read on, so no more than the next page was read from the journal.
  expect(asked.length).toBeLessThanOrEqual(2);
  let text = "";
  while (!text.includes("event: problems")) {
    const piece = await reader?.read();
    text += new TextDecoder().decode(piece?.value);
  }
  await reader?.cancel();
  expect(Math.max(...asked)).toBeLessThanOrEqual(1000);
  const told = [...text.matchAll(/^data: (.*)$/gm)].map(([, data = ""]) => JSON.parse(data));
  const news = told.filter(({ what }) => what === "entries");
  expect(news.length).toBeGreaterThan(2);
  expect(news.flatMap(({ entries: some }) => some)).toHaveLength(await entries());
  for (const [at, { after }] of news.entries()) expect(after).toBe(news[at - 1]?.arrival ?? 0);
});

test("the server listens on loopback only, and says when a port is taken", async () => {
  const server = await startServer({ workspace, port: 0 });
  expect(server.url).toStartWith("http://127.0.0.1:");
  expect((await fetch(server.url)).status).toBe(200);
  const outside = Bun.spawnSync(["hostname", "-I"]).stdout.toString().trim().split(/\s+/)[0];
  if (outside) await expect(fetch(`http://${outside}:${server.port}/`)).rejects.toThrow();
  const elsewhere = layoutOf(mkdtempSync(join(tmpdir(), "study-server-")));
  const other = await createWorkspace(elsewhere, wanted, Date.now());
  await expect(startServer({ workspace: other, port: server.port })).rejects.toThrow(
    `Port ${server.port} is in use by another program. Name another one: npm start -- --port ${server.port + 1}.`,
  );
  other.close();
  rmSync(elsewhere.folder, { recursive: true });
  await server.stop();
});

test("the calendar has a token of its own, which opens nothing else and can be revoked", async () => {
  const bare = (path: string) =>
    handle(
      new Request(`http://127.0.0.1:${port}${path}`, { headers: { host: `127.0.0.1:${port}` } }),
    );
  expect((await bare("/calendar.ics")).status).toBe(401);
  expect((await bare(`/calendar.ics?token=${token}`)).status).toBe(401);
  const { calendarToken, state } = layoutOf(folder);
  const own = newToken(calendarToken, state);
  const found = await bare(`/calendar.ics?token=${own}`);
  expect(found.headers.get("content-type")).toBe("text/calendar; charset=utf-8");
  expect(await found.text()).toStartWith("BEGIN:VCALENDAR");
  expect((await ask("/api/state", { headers: { authorization: `Bearer ${own}` } })).status).toBe(
    401,
  );
  rmSync(calendarToken);
  expect((await bare(`/calendar.ics?token=${own}`)).status).toBe(401);
});

describe("a file of another tool that is dropped on the page", () => {
  const send = (name: string, body: string, way = "record") =>
    ask(`/api/take-in?name=${encodeURIComponent(name)}&way=${way}`, { method: "POST", body });
  const taken = async (...sent: Parameters<typeof send>) =>
    (await (await send(...sent)).json()) as TakenIn;
  const tracker =
    "# Mine\n\n- [x] Implement Constitutional AI\n- [ ] Something else\n\n| Date | Hours | What |\n|---|---|---|\n| 2026-03-02 | 2 | BERT |\n";

  test("exchange.4 is tried first, taken in at a yes, and once; what has no place is told by line", async () => {
    const would = await taken("T.md", tracker, "trial");
    expect(would).toMatchObject({ ok: true, brings: 2, problems: [{ line: 4 }] });
    expect(would.report[1]).toStartWith("Would take");
    const did = await taken("T.md", tracker);
    expect(did).toMatchObject({ brings: 2 });
    expect(did.report).toContain("They are one command: Undo takes them back.");
    expect(await taken("T.md", tracker)).toMatchObject({ brings: 0 });
    await workspace.run([{ do: "undo" }], "cli", Date.now());
  });

  test("may be times of study, cards, papers, a note with properties or highlights", async () => {
    const csv = "Date,Start time,End time,Description\n2026-03-02,10:00,11:30,BERT\n";
    expect(await taken("toggl.csv", csv, "trial")).toMatchObject({ brings: 1 });
    const note = "---\nstatus: done\nhours: 3\naliases: [BERT]\n---\n# Notes\n";
    expect(await taken("Cloze.md", note, "trial")).toMatchObject({ brings: 2 });
    const data = encodeURIComponent(
      JSON.stringify({ annotationKey: "D", pageLabel: "4", position: { pageIndex: 3 } }),
    );
    const html = `<div data-schema-version="9"><h1>BERT</h1><p><span class="highlight" data-annotation="${data}">“masked words”</span></p></div>`;
    const quotes = await taken("BERT.html", html);
    expect(quotes).toMatchObject({
      brings: 1,
      report: expect.arrayContaining([expect.stringContaining("1 quote into notes/bert.md")]),
    });
    expect(readFileSync(join(folder, "notes", "bert.md"), "utf8")).toContain("masked words");
  });

  test("exchange.5 is refused in a sentence where it is nothing that is known, too large or unnamed", async () => {
    const { arrival } = await workspace.journal.picture();
    for (const [name, body] of [
      ["T.md", "Only words."],
      ["journal.jsonl", "{}\n"],
      ["photo.png", "\u0089PNG"],
      ["cards.apkg", "PK nonsense"],
    ] as const) {
      const refused = await send(name, body);
      expect([name, refused.status]).toEqual([name, 400]);
      expect(await refused.json()).toMatchObject({
        message: expect.stringMatching(/^\S+ .*\. Nothing was taken in\.$/s),
      });
    }
    expect((await ask("/api/take-in", { method: "POST", body: "# x" })).status).toBe(400);
    expect((await workspace.journal.picture()).arrival).toBe(arrival);
  });
});
