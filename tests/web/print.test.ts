/** What is printed, read back from the paper: a PDF as the browser makes it. */
import { afterAll, beforeAll, expect, test } from "bun:test";
import { writeFileSync } from "node:fs";
import { getDocument } from "pdfjs-dist/legacy/build/pdf.mjs";
import type { Browser, Page } from "playwright-core";
import { openBrowser } from "./chromium.ts";
import { type Served, serveDemo } from "./served.ts";
import { type Visitor, visit } from "./visit.ts";

const parts = Array.from({ length: 50 }, (_, at) => `Part ${at + 1}`);
let browser: Browser;
let served: Served;
let visitor: Visitor;
let page: Page;
beforeAll(async () => {
  browser = await openBrowser();
  served = await serveDemo();
  const words = "More words, so that a line is filled. ".repeat(12);
  const note = parts.map((part) => `## ${part}\n\n${words}`).join("\n\n");
  writeFileSync(`${served.layout.notes}/bert.md`, `# BERT\n\n${note}\n\nThe very end.\n`);
  visitor = await visit(browser, served.server.address);
  page = visitor.page;
}, 90_000);
afterAll(async () => {
  await served.stop();
  await browser.close();
});

interface Printed {
  readonly pages: number;
  readonly text: string;
}

async function printed(): Promise<Printed> {
  const bytes = await page.pdf({ format: "A4" });
  const pdf = await getDocument({ data: new Uint8Array(bytes), verbosity: 0 }).promise;
  const texts: string[] = [];
  for (let number = 1; number <= pdf.numPages; number += 1) {
    const { items } = await (await pdf.getPage(number)).getTextContent();
    texts.push(items.map((item) => ("str" in item ? item.str : "")).join(" "));
  }
  return { pages: texts.length, text: texts.join("\n").replace(/\s+/g, " ") };
}

test("a note is printed whole, also where the screen shows its text alone", async () => {
  await visitor.go("/paper/bert/notes");
  await page.getByRole("article").getByText("Part 1", { exact: true }).waitFor();
  await page.getByRole("button", { name: "Text", exact: true }).click();
  const { pages, text } = await printed();
  expect(parts.filter((part) => !text.includes(`${part} More words`))).toEqual([]);
  expect(text).toContain("The very end.");
  expect(text).not.toContain("##");
  expect(pages).toBeGreaterThan(3);
}, 40_000);

test("the plan is two pages with every week", async () => {
  await visitor.go("/plan");
  await page.getByRole("heading", { name: "Time line" }).waitFor();
  const { pages, text } = await printed();
  expect(pages).toBeLessThanOrEqual(2);
  const weeks = [...text.matchAll(/Week (\d+): /g)].map(([, number]) => Number(number));
  expect(weeks.toSorted((a, b) => a - b)).toEqual(Array.from({ length: 12 }, (_, at) => at + 1));
  expect(text).toContain("Review the whole program and plan what comes next");
  expect(text).not.toContain("Add a task");
}, 40_000);

test("stats have their charts and an open table whole; what is compared has every column", async () => {
  await visitor.go("/stats");
  const chart = page.getByRole("region", { name: "Hours by day" });
  await chart.getByText("Data").click();
  const days = await chart.getByRole("row").allTextContents();
  const stats = await printed();
  expect(stats.text).toMatch(/Work done against the plan.*Retention.*Cards ahead/);
  expect(days.length).toBeGreaterThan(80);
  const [first, last] = [days[1], days.at(-1)].map((row) => row?.slice(0, 10) ?? "");
  expect(stats.text).toContain(first ?? "");
  expect(stats.text).toContain(last ?? "");
  await visitor.go("/compare?models=GPT-3+175B~LLaMA+65B~PaLM+540B~GPT-2+XL~BERT-large~GPT-1");
  await page.getByRole("columnheader", { name: "GPT-2 XL" }).waitFor();
  const { text } = await printed();
  for (const model of ["GPT-3 175B", "LLaMA 65B", "PaLM 540B", "GPT-2 XL", "BERT-large", "GPT-1"]) {
    expect(text).toContain(model);
  }
}, 40_000);

test("cards are printed with both sides, all of them", async () => {
  await visitor.go("/paper/attention/review");
  const heading = await page.getByRole("heading", { name: /^\d+ cards$/ }).textContent();
  const { text } = await printed();
  expect([
    ...text.matchAll(/(recall|derive|compare|apply) · (Section|Table|Figure)/g),
  ]).toHaveLength(Number.parseInt(heading ?? "", 10));
  expect(text).toContain("The queries come from the previous decoder layer.");
}, 40_000);
