/** Places where the keyboard alone was slower or lost: dialogs, lines that are edited, finding, marking, the map. */
import { afterAll, beforeAll, expect, test } from "bun:test";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { makePdf } from "../fixtures/pdf.ts";
import { openBrowser } from "./chromium.ts";
import { type Served, serveDemo } from "./served.ts";
import { eventually, toast, type Visitor, visit } from "./visit.ts";

let browser: Browser;
let served: Served;
let visitor: Visitor;
let page: Page;

beforeAll(async () => {
  browser = await openBrowser();
  served = await serveDemo();
  mkdirSync(served.layout.papers, { recursive: true });
  writeFileSync(
    join(served.layout.papers, "attention.pdf"),
    makePdf([["Attention is all you need"], ["We scale the dot products"]]),
  );
  visitor = await visit(browser, served.server.address, { height: 720 });
  page = visitor.page;
}, 60_000);
afterAll(async () => {
  await browser.close();
  await served.stop();
});

/** The name of what has the focus: a label, or its words. */
const focused = () =>
  page.evaluate<string>(
    `(() => { const at = document.activeElement;
      return at === document.body ? "body" : at.getAttribute("aria-label") ?? at.labels?.[0]?.textContent ?? at.textContent; })()`,
  );
const press = async (...keys: readonly string[]) => {
  for (const key of keys) await page.keyboard.press(key);
};

test("Tab goes around in a dialog, whichever way, and never to the window behind it", async () => {
  await visitor.go("/today");
  await press("?");
  const close = page.getByRole("dialog").getByRole("button", { name: "Close" });
  await close.waitFor();
  for (const key of ["Tab", "Tab", "Shift+Tab"]) {
    await press(key);
    expect([key, await focused()]).toEqual([key, "Close"]);
  }
  await press("Escape");
  await visitor.go("/review?card=new");
  await page.getByRole("dialog").waitFor();
  const inside = new Set<string>();
  for (let count = 0; count < 20; count += 1) {
    await press("Tab");
    inside.add(
      await page.evaluate<string>(
        "document.activeElement.closest('dialog') === null ? 'outside' : 'inside'",
      ),
    );
  }
  expect([...inside]).toEqual(["inside"]);
  await press("Escape");
});

test("a session that is edited begins in its first field, and Escape leaves it as it was", async () => {
  await visitor.go("/log");
  const edit = page.getByRole("button", { name: /^Edit/ }).first();
  const name = (await edit.getAttribute("aria-label")) ?? "";
  await edit.focus();
  await press("Enter");
  await eventually(async () => expect(await focused()).toBe("How long"));
  await page.keyboard.type("9");
  await press("Escape");
  await eventually(async () => expect(await focused()).toBe(name));
});

test("what is found in a note is sought above its text, within the window", async () => {
  await visitor.go("/paper/attention/notes");
  await page.locator(".cm-content").focus();
  await press("Control+f");
  const panel = page.locator(".cm-search");
  await panel.waitFor();
  const box = await panel.boundingBox();
  expect((box?.y ?? 0) + (box?.height ?? 0)).toBeLessThan(720);
  // Nothing of it lies under the button that closes it.
  const close = await panel.getByRole("button", { name: "close" }).boundingBox();
  for (const one of await panel.locator("button:not([name=close]), input, label").all()) {
    const place = await one.boundingBox();
    if (place === null || close === null) continue;
    const apart = place.x + place.width <= close.x || place.y >= close.y + close.height;
    expect([place, apart]).toEqual([place, true]);
  }
  await press("Escape");
});

test("words of a paper are found, selected, gone on from and marked without a pointer", async () => {
  await visitor.go("/paper/attention/read");
  await page.locator("[data-page='1'] .textLayer span").first().waitFor();
  await press("Control+f");
  await page.keyboard.type("scale");
  await page.getByRole("status").getByText("1 of 1").waitFor();
  await page.locator("[data-page='2'] .textLayer span").first().waitFor();
  await press("Control+Enter");
  expect(await page.evaluate<string>("String(getSelection())")).toBe("scale");
  await press("Control+Shift+ArrowRight", "Control+Shift+ArrowRight");
  await page.getByRole("toolbar", { name: "The selection" }).waitFor();
  await press("h");
  await toast(page, /quote/i);
  await eventually(async () => {
    const [mark] = (await served.other.look(Date.now())).tally.highlights.slice(-1);
    expect(mark?.quote ?? "").toStartWith("scale the");
  });
});

test("the find key is the key that says f, on a layout where it stands elsewhere", async () => {
  await visitor.go("/paper/attention/read");
  await page.locator("[data-page='1'] .textLayer span").first().waitFor();
  await page.evaluate(
    "document.body.dispatchEvent(new KeyboardEvent('keydown', { key: 'f', code: 'KeyY', ctrlKey: true, bubbles: true, cancelable: true }))",
  );
  await page.getByRole("searchbox", { name: "Search in the paper" }).waitFor();
});

test("a paper on the map has a ring around it when it has the focus", async () => {
  await visitor.go("/map");
  const node = page.locator(".map .node").first();
  await node.waitFor();
  await page.locator("#screen").focus();
  await press("Tab", "Tab");
  expect(await page.evaluate<string>("document.activeElement.classList[0]")).toBe("node");
  expect(await page.evaluate<string>("getComputedStyle(document.activeElement).outlineStyle")).toBe(
    "solid",
  );
  expect(visitor.complaints).toEqual([]);
});
