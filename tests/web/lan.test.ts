/**
 * `serve --lan`, on loopback: the server listens at 127.0.0.2 and is called 192.0.2.7, an address of nobody, to which the browser
 * is told the way. So the page is a plain one in a network, which browsers give less to than one on this machine.
 */
import { afterAll, beforeAll, describe, expect, test } from "bun:test";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser } from "playwright-core";
import { tellOfServed } from "../../src/cli/setup/served-already.ts";
import { processTerminal, type Terminal } from "../../src/cli/terminal.ts";
import { day } from "../../src/core/time/calendar.ts";
import { type Server, startServer } from "../../src/server/serve.ts";
import { workspaceToken } from "../../src/server/token.ts";
import { createWorkspace } from "../../src/workspace/create.ts";
import { FolderHeld } from "../../src/workspace/holding.ts";
import { layoutOf } from "../../src/workspace/layout.ts";
import type { Workspace } from "../../src/workspace/workspace.ts";
import { program } from "../cli/study.ts";
import { openBrowser } from "./chromium.ts";
import { eventually, expectNoSidewaysScroll, visit } from "./visit.ts";

const layout = layoutOf(mkdtempSync(join(tmpdir(), "study-lan-")));
const lan = { address: "127.0.0.2", name: "192.0.2.7" };
let workspace: Workspace;
let server: Server;
let browser: Browser;

beforeAll(async () => {
  const wanted = {
    curriculum: "llm",
    start: day("2026-01-05"),
    target: null,
    minutesAWeek: 480,
    timeZone: "UTC",
    dayStarts: 0,
    kind: "own",
  } as const;
  workspace = await createWorkspace(layout, wanted, Date.now());
  mkdirSync(layout.notes, { recursive: true });
  server = await startServer({ workspace, port: 0, lan });
  browser = await openBrowser([`--host-resolver-rules=MAP ${lan.name} ${lan.address}`]);
}, 60_000);
afterAll(async () => {
  await browser.close();
  await server.stop();
  workspace.close();
  rmSync(layout.folder, { recursive: true });
});

interface Wish {
  readonly host?: string;
  readonly headers?: Record<string, string>;
  readonly sent?: unknown;
}

/** As a device of the network asks. */
function ask(path: string, { host = `${lan.name}:${server.port}`, headers, sent }: Wish = {}) {
  return fetch(`http://${lan.address}:${server.port}${path}`, {
    headers: { host, "content-type": "application/json", ...headers },
    ...(sent === undefined ? {} : { method: "POST", body: JSON.stringify(sent) }),
  });
}

const pair = (ticket: string, wish: Wish = {}) =>
  ask("/api/session", { ...wish, sent: { ticket } });

/** What a new code says. */
function ticketOf(address: string | null): string {
  const form = new RegExp(`^http://192\\.0\\.2\\.7:${server.port}/#ticket=([\\w-]{43})$`);
  const [, ticket] = form.exec(address ?? "") ?? [];
  if (ticket === undefined) throw new Error(`no code in ${address}`);
  return ticket;
}

describe("a device of the network", () => {
  test("is let in by a code, once; without one it gets the page's own files alone", async () => {
    expect((await ask("/")).status).toBe(200);
    expect((await ask("/api/state")).status).toBe(401);
    const ticket = ticketOf(server.pairing);
    const answer = await pair(ticket);
    const { session } = (await answer.json()) as { readonly session: string };
    const headers = { authorization: `Bearer ${session}` };
    expect((await ask("/api/state", { headers })).status).toBe(200);
    expect((await pair(ticket)).status).toBe(403);
  });

  test("may call the server by its address and by no other name", async () => {
    const headers = { authorization: `Bearer ${workspaceToken(layout)}` };
    for (const name of [
      "attacker.example",
      "laptop.local",
      lan.address,
      "192.0.2.8",
      "192.0.2.7.",
    ]) {
      for (const path of ["/", "/api/state", "/calendar.ics"]) {
        const host = `${name}:${server.port}`;
        expect([name, (await ask(path, { host, headers })).status]).toEqual([name, 421]);
      }
    }
    expect((await ask("/", { host: `${lan.name}:1` })).status).toBe(421);
    expect((await ask("/", { host: lan.name })).status).toBe(421);
  });

  test("is refused where a page of another site asks for it", async () => {
    const ticket = ticketOf(server.pairing);
    for (const origin of [
      "http://attacker.example",
      `https://${lan.name}:${server.port}`,
      "null",
    ]) {
      expect((await pair(ticket, { headers: { origin } })).status).toBe(403);
    }
    const origin = `http://${lan.name}:${server.port}`;
    expect((await pair(ticket, { headers: { origin } })).status).toBe(200);
  });

  test("is no longer let in once all sessions have ended, and codes of before are void", async () => {
    const [used, waiting] = [ticketOf(server.pairing), ticketOf(server.pairing)];
    const { session } = (await (await pair(used)).json()) as { readonly session: string };
    const renewed = await fetch(`${server.url}api/renew`, {
      method: "POST",
      headers: { authorization: `Bearer ${workspaceToken(layout)}` },
    });
    const { pairing } = (await renewed.json()) as { readonly pairing: string };
    const headers = { authorization: `Bearer ${session}` };
    expect((await ask("/api/state", { headers })).status).toBe(401);
    expect((await pair(waiting)).status).toBe(403);
    expect((await pair(ticketOf(pairing))).status).toBe(200);
  });
});

test("a phone that scans the code works, though its browser gives a plain address neither locks nor a worker", async () => {
  const { pairing } = server;
  const { page, context, complaints, go, leave } = await visit(browser, pairing ?? "", {
    width: 390,
    height: 844,
  });
  expect(await page.evaluate("[isSecureContext, 'locks' in navigator]")).toEqual([false, false]);
  expect(page.url()).not.toContain("ticket");
  await expectNoSidewaysScroll(page);
  const note = join(layout.notes, "bert.md");
  writeFileSync(note, "# BERT\n\nfirst\n");
  await go("/paper/bert/notes");
  await page.locator(".cm-line").getByText("first").click();
  await page.keyboard.press("End");
  await page.keyboard.type(" from the phone");
  await eventually(() => expect(readFileSync(note, "utf8")).toContain("first from the phone\n"));
  // A second tab is let in by the browser's session, has a stream of its own, and writes the same note.
  const second = await context.newPage();
  await second.goto(page.url());
  await second.locator(".cm-line").getByText("first from the phone").click();
  await second.keyboard.press("End");
  await second.keyboard.type(" twice");
  await page.locator(".cm-line").getByText("first from the phone twice").waitFor();
  await eventually(() =>
    expect(readFileSync(note, "utf8")).toBe("# BERT\n\nfirst from the phone twice\n"),
  );
  await second.close();
  expect(complaints.filter((one) => !one.includes("Cross-Origin-Opener-Policy"))).toEqual([]);
  const stranger = await visit(browser, pairing ?? "", { width: 390, height: 844 });
  expect(await stranger.page.locator("h1").first().textContent()).not.toContain("Today");
  await stranger.leave();
  await leave();
}, 90_000);

test("`study serve --lan` in another terminal prints the next code, and what there is to know of it", async () => {
  const [said, warned]: [string[], string[]] = [[], []];
  const terminal: Terminal = {
    ...processTerminal(),
    print: (text) => said.push(text),
    verbatim: (text) => said.push(text),
    warn: (text) => warned.push(text),
    paint: (_, text) => text,
  };
  const held = new FolderHeld(layout, { process: 1, address: server.url, since: 0 });
  await tellOfServed(terminal, held, layout, { lan: true });
  expect(said[0]).toContain("█");
  const address = /^Phone: +(\S+)$/m.exec(said.join("\n"))?.[1] ?? "";
  expect((await pair(ticketOf(address))).status).toBe(200);
  expect(warned.join(" ").replaceAll(/\s+/g, " ")).toContain(
    "Everybody in this network can read along: nothing is encrypted.",
  );
  // Whoever asks without --lan is told of the page on this machine.
  await expect(tellOfServed(terminal, held, layout, {})).rejects.toThrow(
    "Its page: http://127.0.0.1:",
  );
});

test("an address that is not this machine's in a private network is refused, and nothing is served", async () => {
  for (const address of ["127.0.0.1", "0.0.0.0", "198.51.100.1"]) {
    const child = program(["serve", "--lan", address, "--dir", layout.folder], layout.folder);
    const [out, err] = await Promise.all([child.stdout.text(), child.stderr.text()]);
    expect([await child.exited, out]).toEqual([1, ""]);
    expect(err).toMatch(/ in a private network: (it has|connect it)/);
  }
});

test("the server that was not asked for it is in no network, and answers to none of its names", async () => {
  const other = layoutOf(mkdtempSync(join(tmpdir(), "study-lan-")));
  const alone = await createWorkspace(
    other,
    {
      curriculum: "llm",
      start: null,
      target: null,
      minutesAWeek: null,
      timeZone: "UTC",
      dayStarts: 0,
      kind: "own",
    },
    Date.now(),
  );
  const plain = await startServer({ workspace: alone, port: 0 });
  expect(plain.pairing).toBeNull();
  await expect(fetch(`http://${lan.address}:${plain.port}/`)).rejects.toThrow();
  const headers = { host: `${lan.name}:${plain.port}` };
  expect((await fetch(plain.url, { headers })).status).toBe(421);
  const held = new FolderHeld(other, { process: 1, address: plain.url, since: 0 });
  await expect(tellOfServed(processTerminal(), held, other, { lan: true })).rejects.toThrow(
    "It serves this machine alone; start it with --lan to let your phone in.",
  );
  await plain.stop();
  alone.close();
  rmSync(other.folder, { recursive: true });
});
