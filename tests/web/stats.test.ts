import { afterAll, beforeAll, describe, expect, test } from "bun:test";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Browser, Download, Page } from "playwright-core";
import { openBrowser } from "./chromium.ts";
import { type Served, serveDemo } from "./served.ts";
import { eventually, type Visitor, visit } from "./visit.ts";

let browser: Browser;
let served: Served;
let visitor: Visitor;
let page: Page;

beforeAll(async () => {
  browser = await openBrowser();
  served = await serveDemo();
  visitor = await visit(browser, served.server.address);
  page = visitor.page;
  await visitor.go("/stats");
}, 60_000);
afterAll(async () => {
  await browser.close();
  await served.stop();
});

const charts = [
  "Hours by day",
  "Hours by paper and activity",
  "Work done against the plan",
  "Retention",
  "Cards ahead",
] as const;

async function saved(kind: "SVG" | "PNG" | "CSV", title: string): Promise<Buffer> {
  // Chromium drops what a page saves beyond ten files a second; no hand is that fast.
  await page.waitForTimeout(120);
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("button", { name: `${kind} ${title}` }).click(),
  ]);
  return readFileSync(await (download as Download).path());
}

describe("stats", () => {
  for (const title of charts) {
    test(`"${title}" is drawn, said in words, and leaves as SVG, PNG and CSV`, async () => {
      const chart = page.getByRole("region", { name: title, exact: true });
      await chart.locator("svg").first().waitFor();
      expect((await chart.locator("p").first().textContent())?.length).toBeGreaterThan(15);
      const svg = (await saved("SVG", title)).toString();
      expect(svg).toStartWith("<svg");
      expect(svg).not.toContain("var(--");
      const png = await saved("PNG", title);
      expect(png.subarray(1, 4).toString()).toBe("PNG");
      const csv = (await saved("CSV", title)).toString().split("\r\n");
      expect(csv.length).toBeGreaterThan(3);
      const rows = await chart.locator("details tbody tr").count();
      expect(csv.length).toBe(rows + 2);
    });
  }

  test("the hours of the days add up to those of the journal", async () => {
    const csv = (await saved("CSV", "Hours by day")).toString().trim().split("\r\n").slice(1);
    const hours = csv.reduce((sum, line) => sum + Number(line.split(",")[1]), 0);
    const { progress } = await served.other.look(Date.now());
    expect(hours).toBeCloseTo(progress.minutes / 60, 0);
  });
});

describe("the map", () => {
  test("has every paper, the guides' links and those of the learner's notes", async () => {
    writeFileSync(join(served.layout.notes, "lora.md"), "# LoRA\n\nUnlike [[resnet]].\n");
    await visitor.go("/map");
    const map = page.locator("svg.map");
    await map.getByText("Layer Normalization").waitFor();
    await page.getByText("As a list").click();
    await page.getByText(/Your notes on LoRA link to Deep Residual Learning/).waitFor();
    await page
      .getByText(/GPT-2 builds on GPT-1/)
      .first()
      .waitFor();
  });

  test("a paper is chosen and opened by keys", async () => {
    const paper = page.getByRole("button", { name: /^BERT/ });
    await paper.focus();
    await page.keyboard.press("Enter");
    await page.keyboard.press("Enter");
    await page.getByRole("heading", { name: "BERT", level: 1 }).waitFor();
  });
});

describe("comparison", () => {
  test("puts models side by side with sources, and takes the learner's own", async () => {
    await visitor.go("/compare");
    const table = page.getByRole("region", { name: "Data: Models" });
    await table.getByRole("columnheader", { name: "GPT-3 175B" }).waitFor();
    await page.getByText(/^Choose models/).click();
    await page.getByRole("checkbox", { name: "GPT-2 XL" }).check();
    await table.getByRole("columnheader", { name: "GPT-2 XL" }).waitFor();
    await page.getByText("Add a model of your own").click();
    await page.getByLabel("Name").fill("my-gpt");
    await page.getByLabel("Figures").fill("parameters");
    await page.locator(".own-figures").getByRole("button", { name: "Add" }).click();
    await page.getByText('"parameters" is not a figure: write it as parameters=10M.').waitFor();
    await page.getByLabel("Figures").fill("parameters=10M, tokens=200M, loss=1.52");
    await page.locator(".own-figures").getByRole("button", { name: "Add" }).click();
    await table.getByRole("columnheader", { name: "my-gpt" }).waitFor();
    await table.getByText("1.2e16 FLOP").waitFor();
    await eventually(async () => {
      const { tally } = await served.other.look(Date.now());
      expect(tally.measurements["my-gpt"]?.values).toMatchObject({ parameters: 10e6, loss: 1.52 });
    });
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("button", { name: "Markdown" }).click(),
    ]);
    const text = readFileSync(await (download as Download).path(), "utf8");
    expect(text).toContain("my-gpt");
    expect(text).toContain("Table 2.1");
  });
});

describe("settings", () => {
  test("a higher retention makes the intervals shorter", async () => {
    await visitor.go("/settings");
    await page.getByLabel("Desired retention, %").fill("200");
    await page.keyboard.press("Enter");
    await page.getByText('"200" is not a whole number from 70 to 99.').waitFor();
    await page.getByLabel("Desired retention, %").fill("97");
    await page.keyboard.press("Enter");
    await eventually(async () => {
      expect((await served.other.look(Date.now())).tally.settings.retention).toBe(0.97);
    });
    expect(visitor.complaints).toEqual([]);
  });
});
