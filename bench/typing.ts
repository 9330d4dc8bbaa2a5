/** Keys typed in the middle of a long note: from the key to the second frame after it, in the page's own clock. */
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";

export interface Typing {
  readonly median: number;
  readonly p95: number;
  /** The longest task while typing and until the preview has followed. */
  readonly longest: number;
}

/** A note of so many characters, with a formula in every 145 of them. */
export function longNote(characters: number): string {
  const part = (at: number) =>
    `## Part ${at}\n\nWords on the model of size $d_{${at}}$ and what follows from it, as the paper has it.\n\nMore of **them**, and [[attention]] too.\n\n`;
  let text = "# A long note\n\n";
  for (let at = 0; text.length < characters; at += 1) text += part(at);
  return text;
}

export async function typing(
  browser: Browser,
  address: string,
  notes: string,
  characters: number,
): Promise<Typing> {
  mkdirSync(notes, { recursive: true });
  writeFileSync(join(notes, "bert.md"), longNote(characters));
  const page = await (
    await browser.newContext({ viewport: { width: 1280, height: 900 } })
  ).newPage();
  await page.goto(address);
  await page.locator("#screen h1").waitFor();
  await page.goto(new URL("/paper/bert/notes", address).href);
  await page.locator(".shown h2").first().waitFor();
  await page.waitForTimeout(2000);
  await page.locator(".cm-line").getByText("More of").first().click();
  const times = await keys(page, 120);
  const longest = await page.evaluate<number>("Math.max(0, ...window.tasks)");
  await page.context().close();
  const at = (share: number) => times[Math.floor(share * (times.length - 1))] ?? 0;
  return { median: at(0.5), p95: at(0.95), longest };
}

async function keys(page: Page, count: number): Promise<readonly number[]> {
  await page.evaluate(`{
    window.tasks = [];
    new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) window.tasks.push(duration);
    }).observe({ entryTypes: ["longtask"] });
    window.times = [];
    document.addEventListener("keydown", () => {
      const start = performance.now();
      requestAnimationFrame(() => requestAnimationFrame(() => window.times.push(performance.now() - start)));
    }, true);
  }`);
  for (let at = 0; at < count; at += 1) {
    await page.keyboard.press(at % 7 === 6 ? " " : "a");
    await page.waitForTimeout(90);
  }
  await page.waitForTimeout(1500);
  const times = await page.evaluate<number[]>("window.times");
  return times.toSorted((a, b) => a - b);
}
