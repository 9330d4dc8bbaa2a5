/** Pages of other sites and names of other machines: refused at every address, by a policy on every answer. */
import { afterAll, beforeAll, describe, expect, test } from "bun:test";
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { request as httpRequest } from "node:http";
import { join } from "node:path";
import { workspaceToken } from "../../src/server/token.ts";
import { makePdf } from "../fixtures/pdf.ts";
import { everyPath } from "./addresses.ts";
import { openBrowser } from "./chromium.ts";
import { type Served, serveFresh } from "./served.ts";

let served: Served;
let token: string;

beforeAll(async () => {
  served = await serveFresh();
  token = workspaceToken(served.layout);
  mkdirSync(served.layout.images, { recursive: true });
  writeFileSync(join(served.layout.images, "bert-1.png"), png);
  mkdirSync(served.layout.papers, { recursive: true });
  writeFileSync(join(served.layout.papers, "bert.pdf"), makePdf([["BERT"]]));
}, 60_000);
afterAll(() => served.stop());

const png = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==",
  "base64",
);
const json = (body: unknown) => ({ type: "application/json", body: JSON.stringify(body) });

interface Write {
  readonly method: string;
  readonly path: string;
  readonly type?: string;
  readonly body?: string | Uint8Array;
}

/** Every way to change something. */
const writes: readonly Write[] = [
  {
    method: "POST",
    path: "/api/commands",
    ...json({ commands: [{ do: "mark-paper", paper: "bert", aspect: "read", done: true }] }),
  },
  {
    method: "POST",
    path: "/api/entries",
    ...json({
      entries: [
        {
          v: 1,
          id: "0000000000001-0000-abcdefgh",
          command: "0000000000001-0000-abcdefgh",
          by: "web",
          type: "paper.marked",
          paper: "bert",
          aspect: "read",
          done: true,
        },
      ],
    }),
  },
  {
    method: "POST",
    path: "/api/take-in?name=T.md&way=record",
    type: "text/markdown",
    body: "# x\n\n| BERT | ☑ | ☐ | ☐ | 3 |\n",
  },
  { method: "PUT", path: "/notes/lora", ...json({ text: "theirs", base: "" }) },
  { method: "PUT", path: "/notes/lora.md", ...json({ text: "theirs", base: "" }) },
  { method: "POST", path: "/notes/lora/images", type: "image/png", body: png },
  {
    method: "PUT",
    path: "/papers/lora",
    type: "application/pdf",
    body: makePdf([["theirs"]]),
  },
  { method: "POST", path: "/papers/lora/fetch" },
];

interface Answer {
  readonly status: number;
  readonly headers: Record<string, string | string[] | undefined>;
}

/** Below `fetch`, which lets nobody choose the Host. */
function ask(
  { method, path, type, body }: Write,
  headers: Record<string, string> = {},
): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const asked = httpRequest(
      {
        host: "127.0.0.1",
        port: served.server.port,
        method,
        path,
        headers: {
          host: `127.0.0.1:${served.server.port}`,
          ...(type === undefined ? {} : { "content-type": type }),
          ...headers,
        },
      },
      (response) => {
        response.on("error", reject);
        // A stream never ends: its head is the answer.
        resolve({ status: response.statusCode ?? 0, headers: response.headers });
        response.destroy();
      },
    );
    asked.on("error", reject);
    asked.end(body);
  });
}

const allowed = () => ({ authorization: `Bearer ${token}` });

/** Everything that a stranger could have changed. */
async function state() {
  const { layout, other } = served;
  const list = (folder: string) => (existsSync(folder) ? readdirSync(folder).sort() : []);
  return {
    entries: (await other.journal.since(0)).length,
    notes: list(layout.notes),
    images: list(layout.images),
    papers: list(layout.papers),
    tracker: readFileSync(served.tracker, "utf8"),
  };
}

describe("what changes something is refused", () => {
  const strangers: readonly (readonly [string, () => Record<string, string>, number])[] = [
    ["an Origin elsewhere", () => ({ origin: "https://attacker.example" }), 403],
    ["an opaque Origin", () => ({ origin: "null" }), 403],
    ["an Origin on another port", () => ({ origin: "http://127.0.0.1:1" }), 403],
    ["the Origin over TLS", () => ({ origin: `https://127.0.0.1:${served.server.port}` }), 403],
    ["a site elsewhere by Sec-Fetch-Site", () => ({ "sec-fetch-site": "cross-site" }), 403],
    [
      "a form of another site that navigates",
      () => ({ "sec-fetch-site": "cross-site", "sec-fetch-mode": "navigate" }),
      403,
    ],
    ["a Host of another name", () => ({ host: `attacker.example:${served.server.port}` }), 421],
    ["a Host on another port", () => ({ host: "127.0.0.1:1" }), 421],
    ["a Host without a port", () => ({ host: "localhost" }), 421],
  ];
  for (const [who, headers, status] of strangers) {
    test(`to ${who}, the token notwithstanding`, async () => {
      const before = await state();
      for (const write of writes) {
        const answer = await ask(write, { ...allowed(), ...headers() });
        expect([write.method, write.path, answer.status]).toEqual([
          write.method,
          write.path,
          status,
        ]);
      }
      expect(await state()).toEqual(before);
    });
  }

  for (const [who, headers] of [
    ["nobody", {}],
    ["a cookie", { cookie: "study=x" }],
    ["a wrong token", { authorization: "Bearer x" }],
  ] as const) {
    test(`to ${who}, at our own address`, async () => {
      const before = await state();
      for (const write of writes) {
        expect([write.path, (await ask(write, headers)).status]).toEqual([write.path, 401]);
      }
      expect(await state()).toEqual(before);
    });
  }
});

describe("every kind of answer", () => {
  const screens = ["/", ...everyPath];
  const reads = [
    ...screens,
    "/worker.js",
    "/manifest.webmanifest",
    "/api/state",
    "/api/stream?after=0",
    "/api/material",
    "/api/search?q=bert",
    "/api/notes",
    "/api/papers",
    "/notes/bert",
    "/notes/images/bert-1.png",
    "/papers/bert.pdf",
    // Refusals: of what is not there, of a stream from nowhere.
    "/nowhere",
    "/api/nowhere",
    "/notes/images/none.png",
    "/papers/none.pdf",
    "/api/stream?after=x",
    "/%00",
    "/notes/..%2f..%2fTRACKER.md",
  ];

  function expectPolicy({ headers }: Answer) {
    const policy = String(headers["content-security-policy"]);
    const rules = new Map(
      policy.split(";").map((rule) => {
        const [name = "", ...values] = rule.trim().split(" ");
        return [name, values];
      }),
    );
    expect(rules.get("default-src")).toEqual(["'none'"]);
    // Where script is allowed at all it is our own files'.
    expect(rules.get("script-src") ?? ["'self'"]).toEqual(["'self'"]);
    for (const [, values] of rules) {
      expect(values).not.toContain("'unsafe-eval'");
      expect(values).not.toContain("*");
      expect(values.join(" ")).not.toMatch(/https?:/);
    }
    expect(headers["x-content-type-options"]).toBe("nosniff");
    expect(headers["access-control-allow-origin"]).toBeUndefined();
    expect(headers["cross-origin-resource-policy"]).toBe("same-origin");
  }

  test("carries the policy when something is read", async () => {
    for (const path of reads) expectPolicy(await ask({ method: "GET", path }, allowed()));
    for (const path of screens) expectPolicy(await ask({ method: "HEAD", path }));
  });

  test("carries it when nothing of the page's files is left out", async () => {
    const page = await (await fetch(served.server.url)).text();
    const named = [...page.matchAll(/(?:src|href)="(\/[^"]+)"/g)].map(([, path = ""]) => path);
    expect(named.length).toBeGreaterThan(2);
    for (const path of named) expectPolicy(await ask({ method: "GET", path }));
  });

  test("carries it when something is refused or done", async () => {
    for (const write of writes) {
      expectPolicy(await ask(write));
      expectPolicy(await ask(write, { ...allowed(), origin: "https://attacker.example" }));
      expectPolicy(await ask({ ...write, method: "DELETE" }, allowed()));
    }
    for (const write of writes.filter(({ path }) => path.startsWith("/api/"))) {
      expectPolicy(await ask({ ...write, body: "{" }, allowed()));
      expectPolicy(await ask({ ...write, type: "text/plain" }, allowed()));
      expectPolicy(await ask({ ...write, body: "x".repeat(1_100_000) }, allowed()));
    }
    expectPolicy(
      await ask(
        { method: "PUT", path: "/notes/bert", ...json({ text: "a", base: "" }) },
        allowed(),
      ),
    );
  });

  test("tells the browser not to guess what an image or a paper is", async () => {
    const image = await ask({ method: "GET", path: "/notes/images/bert-1.png" }, allowed());
    expect(image.headers["content-type"]).toBe("image/png");
    const paper = await ask({ method: "GET", path: "/papers/bert.pdf" }, allowed());
    expect(paper.headers["content-type"]).toBe("application/pdf");
    expect(paper.headers["content-security-policy"]).toContain("sandbox");
  });
});

test("a page of another site, in a browser that was let in, changes and reads nothing", async () => {
  const target = served.server.url;
  const evil = Bun.serve({
    hostname: "127.0.0.1",
    port: 0,
    fetch: () =>
      new Response(
        `<!doctype html><title>evil</title><iframe name=sink></iframe>
         <form id=form method=post enctype=text/plain target=sink action="${target}api/commands">
         <input name='{"commands":[{"do":"mark-paper","paper":"bert","aspect":"read","done":true}],"x":"' value='"}'></form>`,
        { headers: { "content-type": "text/html" } },
      ),
  });
  const browser = await openBrowser();
  const context = await browser.newContext();
  const page = await context.newPage();
  // Another port of the same machine is the same site to a cookie, but another origin to what is stored.
  await page.goto(served.server.address);
  await page.locator("h1").first().waitFor();
  await page.goto(`http://127.0.0.1:${evil.port}/`);
  const before = await state();
  const tried = await page.evaluate<readonly string[]>(`(async () => {
    const target = ${JSON.stringify(target)};
    const body = ${JSON.stringify(writes[0]?.body)};
    const tries = [];
    for (const mode of ["cors", "no-cors"]) {
      for (const type of ["text/plain", "application/json"]) {
        for (const [method, path] of [["POST", "api/commands"], ["POST", "api/take-in?name=T.md&way=record"], ["PUT", "notes/lora"],
          ["POST", "notes/lora/images"], ["PUT", "papers/lora"], ["POST", "papers/lora/fetch"], ["GET", "api/state"], ["GET", "api/notes"]]) {
          tries.push(fetch(target + path, { method, mode, credentials: "include",
            headers: { "content-type": type }, ...(method === "GET" ? {} : { body }) })
            .then((answer) => answer.type === "opaque" ? "" : method + " " + path + " " + answer.status, () => ""));
        }
      }
    }
    navigator.sendBeacon(target + "api/commands", body);
    document.getElementById("form").submit();
    const image = new Image();
    tries.push(new Promise((done) => { image.onload = () => done("image"); image.onerror = () => done(""); }));
    image.src = target + "notes/images/bert-1.png";
    const script = document.createElement("script");
    tries.push(new Promise((done) => { script.onload = () => done("script"); script.onerror = () => done(""); }));
    script.src = target + "api/state";
    document.body.append(script);
    const stream = new EventSource(target + "api/stream", { withCredentials: true });
    tries.push(new Promise((done) => { stream.onopen = () => done("stream"); stream.onerror = () => { stream.close(); done(""); }; }));
    const frame = document.createElement("iframe");
    frame.src = target;
    document.body.append(frame);
    await new Promise((done) => { frame.onload = done; });
    try { if (frame.contentDocument.body.textContent !== "") tries.push("frame"); } catch { /* of another origin */ }
    return (await Promise.all(tries)).filter((got) => got !== "");
  })()`);
  expect(tried).toEqual([]);
  expect(await context.cookies()).toEqual([]);
  expect(page.frames().some((frame) => frame.url() === target)).toBe(false);
  expect(await state()).toEqual(before);
  await browser.close();
  await evil.stop(true);
}, 60_000);
