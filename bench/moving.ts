/** From a key to the frame that shows what it did: another screen, the back of a card, the next card. */
import type { Browser, Page } from "playwright-core";
import { places } from "../src/web/shell/places.ts";
import { median, milliseconds, row } from "./measure.ts";

/** Milliseconds from a key to the frame in which `holds` is true. */
async function until(page: Page, key: string, holds: string): Promise<number> {
  return page.evaluate<number>(
    `new Promise((done) => {
      const start = performance.now();
      document.body.dispatchEvent(new KeyboardEvent("keydown", { key: ${JSON.stringify(key)}, bubbles: true, cancelable: true }));
      const look = () => {
        if (${holds}) requestAnimationFrame(() => done(performance.now() - start));
        else requestAnimationFrame(look);
      };
      look();
    })`,
  );
}

const high = (times: readonly number[]) =>
  milliseconds(times.toSorted((a, b) => a - b)[Math.floor(times.length * 0.95)] ?? 0);

export async function moving(browser: Browser, address: string, rounds: number): Promise<void> {
  const context = await browser.newContext({ serviceWorkers: "block" });
  const page = await context.newPage();
  const { origin } = new URL(address);
  await page.goto(address);
  await page.locator("#screen h1").waitFor();
  const routes: number[] = [];
  for (let round = 0; round <= rounds; round += 1) {
    for (const { path, key } of places) {
      await page.keyboard.press("g");
      const time = await until(
        page,
        key,
        `location.pathname === ${JSON.stringify(path)} && document.querySelector("#screen h1") !== null`,
      );
      // The first time a screen's script is on its way.
      if (round > 0) routes.push(time);
      await page.waitForTimeout(150);
    }
  }
  row(
    "another screen, 50,000 entries",
    milliseconds(median(routes)),
    `p95 ${high(routes)}; aim 50, 100 ms`,
  );
  await page.goto(`${origin}/review`);
  await page.waitForTimeout(2000);
  const [flips, grades]: [number[], number[]] = [[], []];
  for (let card = 0; card < 10; card += 1) {
    if ((await page.locator(".card .front").count()) === 0) break;
    flips.push(await until(page, " ", 'document.querySelector("fieldset.grades") !== null'));
    await page.waitForTimeout(150);
    grades.push(await until(page, "3", 'document.querySelector("fieldset.grades") === null'));
    await page.waitForTimeout(150);
  }
  if (flips.length > 0) {
    row("a card's back", milliseconds(median(flips)), `p95 ${high(flips)}; aim 50 ms`);
    row("the next card", milliseconds(median(grades)), `p95 ${high(grades)}; aim 50 ms`);
  }
  await context.close();
}
