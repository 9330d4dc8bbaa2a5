/** Two workspaces that are served at one address in turn, with a page that stays open. */
import { afterAll, beforeAll, expect, test } from "bun:test";
import { rmSync } from "node:fs";
import { join } from "node:path";
import type { Browser } from "playwright-core";
import type { PaperId } from "../../src/core/content/curriculum.ts";
import { type Server, startServer } from "../../src/server/serve.ts";
import { openWorkspace } from "../../src/workspace/open.ts";
import { program } from "../cli/study.ts";
import { openBrowser } from "./chromium.ts";
import { type Served, serveFresh } from "./served.ts";
import { eventually, visit } from "./visit.ts";

let browser: Browser;
let first: Served;
let second: Served;
let again: Server | null = null;

beforeAll(async () => {
  browser = await openBrowser();
  first = await serveFresh();
  second = await serveFresh();
}, 60_000);
afterAll(async () => {
  await browser.close();
  await again?.stop();
  await first.stop();
  await second.stop();
});

const countOf = async ({ other }: Served) => {
  const { progress } = await other.look(Date.now());
  return progress.read;
};

test("sync.8 what waits for one is not sent to the other, and is sent when the one is back", async () => {
  const visitor = await visit(browser, first.server.address, { serviceWorkers: "allow" });
  const { page } = visitor;
  await visitor.go("/tracker");
  await page.getByRole("checkbox", { name: "BERT: read" }).waitFor();
  const { port } = first.server;
  await first.server.stop();
  await page.getByText(/^Not connected\./).waitFor();
  await page.getByRole("checkbox", { name: "BERT: read" }).check();
  await page.getByText(/One change is kept in this browser/).waitFor();

  const paper = "lora" as PaperId;
  const mark = { do: "mark-paper", paper, aspect: "read", done: true } as const;
  await second.workspace.run([mark], "cli", Date.now());
  await second.server.stop();
  again = await startServer({ workspace: second.workspace, port });
  // A session with the one is none with the other: its own address lets this browser in, in whichever tab.
  await page.getByText("You can only look").waitFor({ timeout: 15_000 });
  const opened = await visitor.context.newPage();
  await opened.goto(again.address);
  await opened
    .getByText(`This browser keeps one change for the workspace ${first.layout.folder}`)
    .waitFor();
  await opened.close();
  await page.locator('input[aria-label="LoRA: read"]:checked').waitFor({ timeout: 15_000 });
  expect(await page.getByRole("checkbox", { name: "BERT: read" }).isChecked()).toBe(false);
  await page.waitForTimeout(1500);
  expect(await countOf(second)).toBe(1);
  await again.stop();

  again = await startServer({ workspace: first.workspace, port });
  await page.locator('input[aria-label="BERT: read"]:checked').waitFor({ timeout: 15_000 });
  await eventually(async () => expect(await countOf(first)).toBe(1), 15_000);
  await page.getByText("This browser keeps").waitFor({ state: "detached" });
  expect(await page.getByRole("checkbox", { name: "LoRA: read" }).isChecked()).toBe(false);
  expect(await countOf(second)).toBe(1);
  await visitor.leave();
}, 90_000);

test("after a restore the page shows the restored journal, and what waited in the browser is sent", async () => {
  const served = await serveFresh();
  const visitor = await visit(browser, served.server.address, { serviceWorkers: "allow" });
  const { page } = visitor;
  await visitor.go("/tracker");
  const backup = join(served.layout.folder, "before.db");
  served.workspace.journal.copyTo(backup);
  await page.getByRole("checkbox", { name: "BERT: read" }).check();
  await eventually(async () => expect(await countOf(served)).toBe(1));
  const { port } = served.server;
  await served.server.stop();
  await page.getByText(/^Not connected\./).waitFor();
  await page.getByRole("checkbox", { name: "LoRA: read" }).check();
  await page.getByText(/One change is kept in this browser/).waitFor();

  served.workspace.close();
  served.other.close();
  const restored = program(
    ["restore", backup, "--dir", served.layout.folder],
    served.layout.folder,
  );
  expect(await restored.exited).toBe(0);
  const workspace = await openWorkspace(served.layout);
  const server = await startServer({ workspace, port });
  await page.locator('input[aria-label="LoRA: read"]:checked').waitFor({ timeout: 15_000 });
  await page.getByText(/is kept in this browser/).waitFor({ state: "detached" });
  await eventually(async () => {
    expect((await workspace.look(Date.now())).progress.read).toBe(1);
  }, 15_000);
  await page.locator('input[aria-label="BERT: read"]:not(:checked)').waitFor();
  await visitor.leave();
  await server.stop();
  workspace.close();
  rmSync(served.layout.folder, { recursive: true });
}, 90_000);
