/** A browser whose page was of version 0.1: what it kept was under the name of the journal's device. */
import { afterAll, beforeAll, expect, test } from "bun:test";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Browser } from "playwright-core";
import { type Server, startServer } from "../../src/server/serve.ts";
import { workspaceIdOf } from "../../src/workspace/identity.ts";
import { openBrowser } from "./chromium.ts";
import { type Served, serveFresh } from "./served.ts";
import { eventually, visit } from "./visit.ts";

let browser: Browser;
let served: Served;
let again: Server | null = null;

beforeAll(async () => {
  browser = await openBrowser();
  served = await serveFresh();
}, 60_000);
afterAll(async () => {
  await browser.close();
  await again?.stop();
  await served.stop();
});

/** In the page: everything that it kept, in the form of version 0.1, with what waited then. */
function asBefore(workspace: string, device: string): string {
  const entry = (id: string, paper: string) => ({
    v: 1,
    id,
    command: id,
    by: "web",
    type: "paper.marked",
    paper,
    aspect: "read",
    done: true,
  });
  const at = Date.now().toString(36).padStart(9, "0");
  const stored = entry(`${at}-000-oldpage0`, "bert");
  const held = entry(`${at}-001-oldpage0`, "lora");
  const draft = { workspace: device, paper: "bert", text: "# BERT\n\nOf old.\n", base: "# BERT\n" };
  return `(async () => {
    const db = await new Promise((done) => {
      const asked = indexedDB.open("study", 1);
      asked.onsuccess = () => done(asked.result);
    });
    const change = db.transaction(["state", "waiting", "drafts", "last"], "readwrite");
    const states = change.objectStore("state");
    const got = states.get(${JSON.stringify(workspace)});
    got.onsuccess = () => {
      const { formerly, ...state } = got.result;
      states.put({ ...state, workspace: ${JSON.stringify(device)} }, ${JSON.stringify(device)});
      states.delete(${JSON.stringify(workspace)});
      change.objectStore("last").put(${JSON.stringify(device)}, "workspace");
      change.objectStore("waiting").put({ workspace: ${JSON.stringify(device)}, entry: ${JSON.stringify(stored)} });
      change.objectStore("drafts").put(${JSON.stringify(draft)});
    };
    await new Promise((done) => { change.oncomplete = done; });
    localStorage.setItem("made:${device}:1", JSON.stringify([${JSON.stringify(held)}]));
    localStorage.setItem("draft:${device}:teach-back", "Half a thought");
    db.close();
  })()`;
}

const keptNow = `(async () => {
  const db = await new Promise((done) => {
    const asked = indexedDB.open("study", 1);
    asked.onsuccess = () => done(asked.result);
  });
  const all = (name) => new Promise((done) => {
    const got = db.transaction(name).objectStore(name).getAllKeys();
    got.onsuccess = () => done(got.result.map((key) => [key].flat()[0]));
  });
  const names = await Promise.all(["state", "waiting", "drafts"].map(all));
  db.close();
  return [...new Set(names.flat()), ...Object.keys(localStorage).filter((key) => /^(made|draft):/.test(key))];
})()`;

test("sync.8 what a page of version 0.1 kept is shown without the server, and sent when it is there", async () => {
  const visitor = await visit(browser, served.server.address, { serviceWorkers: "allow" });
  const { page } = visitor;
  await page.evaluate("navigator.serviceWorker.ready");
  const workspace = await workspaceIdOf(served.workspace.journal);
  const { device } = served.workspace.journal;
  expect(workspace).not.toBe(device);
  await page.waitForTimeout(1000);
  await served.server.stop();
  // The page must not write over it while it goes.
  await page.goto(`${served.server.url}icon.svg`);
  await page.evaluate(asBefore(workspace, device));

  await page.goto(`${served.server.url}tracker`);
  await page.locator('input[aria-label="BERT: read"]:checked').waitFor();
  await page.locator('input[aria-label="LoRA: read"]:checked').waitFor();
  await page.getByText(/2 changes are kept in this browser/).waitFor();

  again = await startServer({ workspace: served.workspace, port: served.server.port });
  await eventually(async () => {
    expect((await served.other.look(Date.now())).progress.read).toBe(2);
    const note = readFileSync(join(served.layout.notes, "bert.md"), "utf8");
    expect(note).toContain("Of old.");
  }, 15_000);
  await eventually(async () => {
    const kept = await page.evaluate<readonly string[]>(keptNow);
    expect(kept).toEqual([workspace, `draft:${workspace}:teach-back`]);
  });
  await visitor.leave();
}, 60_000);
