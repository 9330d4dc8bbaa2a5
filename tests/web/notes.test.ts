/** The notes' editor, against files that change beside it. */
import { afterAll, beforeAll, expect, test } from "bun:test";
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Browser } from "playwright-core";
import { openBrowser } from "./chromium.ts";
import { type Served, serveFresh } from "./served.ts";
import { eventually, type Visitor, visit } from "./visit.ts";

let browser: Browser;
let served: Served;
let visitor: Visitor;
beforeAll(async () => {
  browser = await openBrowser();
  served = await serveFresh();
  mkdirSync(served.layout.notes, { recursive: true });
  visitor = await visit(browser, served.server.address);
});
afterAll(async () => {
  await browser.close();
  await served.stop();
});

const path = (paper: string) => join(served.layout.notes, `${paper}.md`);
const text = (paper: string) => readFileSync(path(paper), "utf8");
const editor = () => visitor.page.locator(".cm-content");
const saved = () => visitor.page.locator(".notes-bar [role=status]").getByText("Saved").waitFor();

test("what changes outside above and below leaves the cursor with its words", async () => {
  const { page } = visitor;
  writeFileSync(path("bert"), "# BERT\n\nfirst\n\nmiddle words\n\nlast\n");
  await visitor.go("/paper/bert/notes");
  await page.locator(".cm-line").getByText("middle words").click();
  await page.keyboard.press("End");
  await page.keyboard.type(" typed");
  await eventually(() => expect(text("bert")).toContain("middle words typed\n"));
  writeFileSync(path("bert"), text("bert").replace("first", "FIRST").replace("last", "LAST"));
  await page.locator(".cm-line").getByText("LAST").waitFor();
  await page.keyboard.type(" here");
  await eventually(() =>
    expect(text("bert")).toBe("# BERT\n\nFIRST\n\nmiddle words typed here\n\nLAST\n"),
  );
});

test("a note that is not UTF-8 is shown, and typing in it does nothing", async () => {
  const { page } = visitor;
  const bytes = Buffer.from("# GPT-2\n\nMod\u00e8le\n", "latin1");
  writeFileSync(path("gpt-2"), bytes);
  await visitor.go("/paper/gpt-2/notes");
  await page.getByRole("alert").getByText("notes/gpt-2.md is not UTF-8 text").waitFor();
  await page.locator(".cm-line").getByText("Mod\u00e8le").click();
  await page.keyboard.type("x");
  await page.waitForTimeout(1200);
  expect(readFileSync(path("gpt-2")).equals(bytes)).toBe(true);
});

test("a merge's marks are named on the page", async () => {
  writeFileSync(path("palm"), "a\n<<<<<<< b\nc\n=======\nd\n>>>>>>> e\n");
  await visitor.go("/paper/palm/notes");
  await visitor.page.getByRole("alert").getByText("lines 2, 4 and 6").waitFor();
});

test("an earlier version is looked at and brought back, of a deleted note too", async () => {
  const { page } = visitor;
  writeFileSync(path("gpt-1"), "the first text\n");
  await visitor.go("/paper/gpt-1/notes");
  await editor().getByText("the first text").click();
  await page.keyboard.press("Control+a");
  await page.keyboard.type("another text");
  await eventually(() => expect(text("gpt-1")).toBe("another text"));
  rmSync(path("gpt-1"));
  await Bun.sleep(400);
  await visitor.go("/paper/gpt-1/notes");
  await page.getByRole("button", { name: "Earlier versions" }).click();
  await page.getByRole("button", { name: "saved by an editor" }).last().click();
  await page.locator(".versions pre").getByText("the first text").waitFor();
  await page.getByRole("button", { name: "Bring this one back" }).click();
  await eventually(() => expect(text("gpt-1")).toBe("the first text\n"));
  await saved();
  expect(visitor.complaints).toEqual([]);
});

test("a note is drawn where the cursor is not, marked by keys, and takes what is pasted as Markdown", async () => {
  const { page } = visitor;
  writeFileSync(path("gpt-1"), "# GPT-1\n\nSize $d_k$ of [[Bert]] and [[nobody]].\n\nend\n");
  await visitor.go("/paper/gpt-1/notes");
  await page.locator(".cm-formula .katex").waitFor();
  const shown = page.getByRole("article");
  expect(await shown.getByRole("link", { name: "Bert" }).getAttribute("href")).toBe(
    "/paper/bert/notes",
  );
  await shown.locator(".dead-link").getByText("nobody").waitFor();
  await page
    .locator(".cm-line")
    .getByText("Size")
    .click({ position: { x: 2, y: 8 } });
  await page.keyboard.press("End");
  await page.keyboard.press("ArrowLeft");
  // Only what the cursor touches is shown as it is written.
  await page.locator(".cm-line").getByText("[[nobody]]").waitFor();
  await page.locator(".cm-formula .katex").waitFor();
  await page.keyboard.press("Control+End");
  await page.evaluate(`{
    const data = new DataTransfer();
    data.setData("text/html", "<p>Pasted <b>bold</b></p>");
    data.setData("text/plain", "Pasted bold");
    document.querySelector(".cm-content").dispatchEvent(
      new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true }),
    );
  }`);
  await eventually(() => expect(text("gpt-1")).toContain("end\nPasted **bold**"));
  await page.keyboard.type(" word");
  await page.keyboard.press("Control+b");
  await eventually(() => expect(text("gpt-1")).toContain("Pasted **bold** **word**"));
});

test("a note of a vault is shown with its properties, callouts and embeds, and saving keeps the properties byte for byte", async () => {
  const { page } = visitor;
  const head =
    "---\nstatus:   reading\nhours: 1.50\naliases: [Low-rank]\nup: '[[bert]] and [[low RANK]]'\n---\n# LoRA\n";
  writeFileSync(
    path("lora"),
    `${head}\n> [!tip] Keep **this**\n> low rank\n\n![[Pasted image 1.png|120]]\n\nend\n`,
  );
  mkdirSync(join(served.layout.notes, ".obsidian"));
  writeFileSync(
    join(served.layout.notes, "Pasted image 1.png"),
    Buffer.from(
      "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==",
      "base64",
    ),
  );
  await visitor.go("/paper/lora/notes");
  const shown = page.getByRole("article");
  const table = shown.getByRole("table", { name: "Properties" });
  await table.getByRole("row", { name: "hours 1.50" }).waitFor();
  expect(await table.getByRole("link", { name: "bert" }).getAttribute("href")).toBe(
    "/paper/bert/notes",
  );
  // What the note calls its own paper leads to it, as in Obsidian.
  const alias = table.getByRole("link", { name: "low RANK" });
  expect(await alias.getAttribute("href")).toBe("/paper/lora/notes");
  expect(await shown.locator(".callout-tip").textContent()).toContain("Keep this");
  expect(await shown.locator("img").getAttribute("width")).toBe("120");
  expect(await shown.locator("h2, hr").count()).toBe(0);
  await visitor.go("/paper/bert/notes");
  await editor().focus();
  await page.keyboard.press("Control+End");
  await page.keyboard.type(" [[low-rank");
  await page.getByRole("option", { name: "Low-ranklora", selected: true }).waitFor();
  // A moment passes before Enter takes what has just come up.
  await page.waitForTimeout(150);
  await page.keyboard.press("Enter");
  await eventually(() => expect(text("bert")).toContain(" [[lora|Low-rank]]"));
  await visitor.go("/paper/lora/notes");
  await page.locator(".cm-line").getByText("end").click();
  // By keys: what is drawn above may still move the lines.
  for (const key of ["Control+End", "ArrowUp", "End"]) await page.keyboard.press(key);
  await page.keyboard.type(" more");
  await eventually(() => expect(text("lora")).toContain("end more\n"));
  expect(text("lora")).toStartWith(head);
  writeFileSync(path("lora"), "---\nstatus: [reading\n---\n# LoRA\n");
  await shown.getByRole("note").getByText("look at line 2").waitFor();
  expect(visitor.complaints).toEqual([]);
});

test("a footnote of a long note is reached from its number, and leads back", async () => {
  const { page } = visitor;
  const parts = Array.from({ length: 150 }, (_, at) => `## Part ${at}\n\nWords[^${at}] of it.\n`);
  const notes = parts.map((_, at) => `[^${at}]: said of ${at}\n`);
  writeFileSync(path("scaling-laws"), `# Scaling\n\n${[...parts, ...notes].join("\n")}`);
  await visitor.go("/paper/scaling-laws/notes");
  const shown = page.getByRole("article");
  const first = shown.getByRole("link", { name: "1", exact: true });
  // By the key: what is set below may still move the lines.
  await first.press("Enter");
  const note = shown.locator("#user-content-fn-0");
  await note.getByText("said of 0").waitFor();
  const inSight = (name: string) =>
    page.evaluate<boolean>(
      `(() => { const { top } = document.getElementById(${JSON.stringify(name)}).getBoundingClientRect(); return top > 0 && top < innerHeight; })()`,
    );
  await eventually(async () => expect(await inSight("user-content-fn-0")).toBe(true));
  await note.getByRole("link", { name: "↩" }).press("Enter");
  await eventually(async () => expect(await inSight("user-content-fnref-0")).toBe(true));
  expect(visitor.complaints).toEqual([]);
});
