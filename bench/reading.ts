/** A paper of thirty pages opened again and again: until its first page is drawn, and what the heap holds after. */
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Browser } from "playwright-core";
import { layPdf } from "../tests/fixtures/laid-pdf.ts";

const papers = ["attention", "bert", "gpt-1", "gpt-2", "gpt-3", "resnet", "layernorm"] as const;

export interface Reading {
  /** Milliseconds from the change of route to the first page drawn, in order. */
  readonly times: readonly number[];
  /** Megabytes after each five papers, garbage taken away. */
  readonly heaps: readonly number[];
}

/** Two columns of forty lines on each page. */
function thirtyPages(): Uint8Array {
  const columns = [60, 320].flatMap((x) =>
    Array.from({ length: 40 }, (_, at) => ({
      text: `line ${at + 1} of words that fill it up`,
      x,
      y: 740 - at * 17,
    })),
  );
  return layPdf({ pages: Array.from({ length: 30 }, () => ({ texts: columns })) });
}

export async function reading(
  browser: Browser,
  address: string,
  folder: string,
  opened: number,
): Promise<Reading> {
  mkdirSync(join(folder, "papers"), { recursive: true });
  const bytes = thirtyPages();
  for (const paper of papers) writeFileSync(join(folder, "papers", `${paper}.pdf`), bytes);
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
  const page = await context.newPage();
  await page.goto(address);
  await page.locator("#screen h1").waitFor();
  const session = await context.newCDPSession(page);
  await session.send("Performance.enable");
  const times: number[] = [];
  const heaps: number[] = [];
  for (let at = 0; at < opened; at += 1) {
    const paper = papers[at % papers.length] ?? papers[0];
    times.push(
      await page.evaluate<number>(`new Promise((done) => {
        const start = performance.now();
        history.pushState(null, "", "/paper/${paper}/read");
        const look = () => {
          const there = location.pathname === "/paper/${paper}/read" && document.querySelector("[data-page='1'] canvas");
          if (there) requestAnimationFrame(() => done(performance.now() - start));
          else requestAnimationFrame(look);
        };
        setTimeout(look, 0);
      })`),
    );
    await page.waitForTimeout(400);
    await page.evaluate(`history.pushState(null, "", "/today")`);
    await page.locator(".pdf").waitFor({ state: "detached" });
    if (at % 5 !== 4) continue;
    await session.send("HeapProfiler.collectGarbage");
    const { metrics } = await session.send("Performance.getMetrics");
    heaps.push((metrics.find(({ name }) => name === "JSHeapUsedSize")?.value ?? 0) / 1e6);
  }
  await context.close();
  return { times: times.toSorted((a, b) => a - b), heaps };
}
