/**
 * The page's figures, by Chromium over the real server: `npm run bench:page`. The peer is the same page on an empty
 * journal; for the script it is the library that it is drawn with.
 */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { day } from "../src/core/time/calendar.ts";
import { startServer } from "../src/server/serve.ts";
import { places } from "../src/web/shell/places.ts";
import { createWorkspace } from "../src/workspace/create.ts";
import { layoutOf } from "../src/workspace/layout.ts";
import { openBrowser } from "../tests/web/chromium.ts";
import { median, milliseconds, ratio, row } from "./measure.ts";
import { moving } from "./moving.ts";
import { reading } from "./reading.ts";
import { entriesOf, sessions } from "./sessions.ts";
import { typing } from "./typing.ts";

const now = Date.now();

interface Served {
  readonly address: string;
  readonly folder: string;
  readonly notes: string;
  readonly stop: () => Promise<void>;
}

async function serve(entries: number): Promise<Served> {
  const folder = mkdtempSync(join(tmpdir(), "study-bench-page-"));
  const start = day(Temporal.Now.plainDateISO("UTC").subtract({ days: 30 }).toString());
  const workspace = await createWorkspace(
    layoutOf(folder),
    {
      curriculum: "llm",
      start,
      target: null,
      minutesAWeek: 480,
      timeZone: "UTC",
      dayStarts: 0,
      kind: "own",
    },
    now - 60_000,
  );
  if (entries > 0) await workspace.add(entriesOf(sessions(entries, now), now - 50_000), now);
  const server = await startServer({ workspace, port: 0 });
  return {
    get address() {
      return server.address;
    },
    folder,
    notes: join(folder, "notes"),
    stop: async () => {
      await server.stop();
      workspace.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function open(browser: Browser, address: string): Promise<Page> {
  const context = await browser.newContext({ serviceWorkers: "block" });
  const page = await context.newPage();
  await page.goto(address);
  await page.locator("#screen h1").waitFor();
  return page;
}

/** Milliseconds from the request to a screen that can be used, with nothing cached. */
async function coldLoad(browser: Browser, address: string): Promise<number> {
  const page = await open(browser, address);
  const url = new URL("/tracker", address).href;
  const session = await page.context().newCDPSession(page);
  await session.send("Network.setCacheDisabled", { cacheDisabled: true });
  const started = performance.now();
  await page.goto(url, { waitUntil: "commit" });
  await page.getByRole("checkbox", { name: "PaLM: read" }).waitFor();
  const time = performance.now() - started;
  await page.context().close();
  return time;
}

/** From the press on a checkbox to the second frame after it, in the page's own clock. */
async function ticks(browser: Browser, address: string, count: number): Promise<readonly number[]> {
  const page = await open(browser, address);
  await page.goto(new URL("/tracker", address).href);
  await page.getByRole("checkbox", { name: "PaLM: read" }).waitFor();
  await page.waitForTimeout(1500);
  const times: number[] = [];
  for (let turn = 0; turn < count; turn += 1) {
    times.push(
      await page.evaluate<number>(`new Promise((done) => {
        const box = document.querySelector('input[aria-label="PaLM: read"]');
        const was = box.checked;
        const start = performance.now();
        box.click();
        const look = () => {
          const now = document.querySelector('input[aria-label="PaLM: read"]');
          if (now.checked !== was) requestAnimationFrame(() => done(performance.now() - start));
          else requestAnimationFrame(look);
        };
        requestAnimationFrame(look);
      })`),
    );
    await page.waitForTimeout(60);
  }
  await page.context().close();
  return times.toSorted((a, b) => a - b);
}

/** Before the first screen stands, with what comes right behind it, and the library that the page is drawn with. */
async function script(
  browser: Browser,
  address: string,
): Promise<readonly [number, number, number]> {
  const context = await browser.newContext({ serviceWorkers: "block" });
  const page = await context.newPage();
  const first: Promise<number>[] = [];
  page.on("response", (response) => {
    if (!/\.m?js$/.test(new URL(response.url()).pathname)) return;
    const held = response
      .body()
      .then((bytes) => Bun.gzipSync(new Uint8Array(bytes), { level: 9 }).length);
    first.push(held.catch(() => 0));
  });
  await page.goto(address);
  await page.locator("#screen h1").waitFor();
  const before = first.length;
  await page.waitForTimeout(1500);
  const sizes = await Promise.all(first);
  const sum = (some: readonly number[]) => some.reduce((all, size) => all + size, 0);
  await context.close();
  const library = await Bun.build({
    entrypoints: [join(import.meta.dir, "..", "node_modules", "react-dom", "client.js")],
    target: "browser",
    minify: true,
    define: { "process.env.NODE_ENV": '"production"' },
  });
  const text = (await library.outputs[0]?.text()) ?? "";
  const peer = Bun.gzipSync(text, { level: 9 }).length;
  return [sum(sizes.slice(0, before)), sum(sizes), peer];
}

/** Megabytes of the page's heap after each hundred screens, garbage taken away. */
async function memory(browser: Browser, address: string, changes: number) {
  const page = await open(browser, address);
  const session = await page.context().newCDPSession(page);
  await session.send("Performance.enable");
  const keys = places.map(({ key }) => key);
  const heaps: number[] = [];
  for (let change = 1; change <= changes; change += 1) {
    await page.keyboard.press("g");
    await page.keyboard.press(keys[change % keys.length] ?? "");
    await page.waitForTimeout(15);
    if (change % 100 !== 0) continue;
    await session.send("HeapProfiler.collectGarbage");
    const { metrics } = await session.send("Performance.getMetrics");
    heaps.push((metrics.find(({ name }) => name === "JSHeapUsedSize")?.value ?? 0) / 1e6);
  }
  await page.context().close();
  return heaps;
}

const browser = await openBrowser();
const [full, empty] = [await serve(50_000), await serve(0)];
const [ours, soon, library] = await script(browser, full.address);
row("the first route's script", `${Math.round(ours / 1000)} kB`, "gzip; aim 135 kB");
row("  with what comes right behind it", `${Math.round(soon / 1000)} kB`, "gzip");
row("  against react-dom alone", ratio(ours, library), `${Math.round(library / 1000)} kB`);
const loads = { full: [] as number[], empty: [] as number[] };
for (let turn = 0; turn < 7; turn += 1) {
  loads.full.push(await coldLoad(browser, full.address));
  loads.empty.push(await coldLoad(browser, empty.address));
}
row("cold load to usable, 50,000 entries", milliseconds(median(loads.full)), "aim 1000 ms");
row("  against an empty journal", ratio(median(loads.full), median(loads.empty)));
const [many, none] = [
  await ticks(browser, full.address, 100),
  await ticks(browser, empty.address, 100),
];
const p95 = (times: readonly number[]) => times[Math.floor(times.length * 0.95)] ?? Number.NaN;
row("a tick to its frame, 50,000 entries, p95", milliseconds(p95(many)), "aim 50 ms");
row("  median, against an empty journal", ratio(median(many), median(none)));
await moving(browser, full.address, 4);
for (const characters of [200, 100_000, 500_000]) {
  const { median, p95, longest } = await typing(browser, empty.address, empty.notes, characters);
  const size = `a note of ${characters.toLocaleString("en")} characters`;
  row(`a key to the second frame, ${size}`, milliseconds(median), `p95 ${milliseconds(p95)}`);
  row("  the longest task", milliseconds(longest), "aim 50 ms");
}
const read = await reading(browser, empty.address, empty.folder, 25);
row(
  "a paper of 30 pages to its first page",
  milliseconds(median(read.times)),
  `p95 ${milliseconds(p95(read.times))}; aim 400 ms`,
);
row(
  "  heap after 25 papers, against after 5",
  ratio(read.heaps.at(-1), read.heaps[0]),
  read.heaps.map((mb) => mb.toFixed(0)).join(" "),
);
const heaps = await memory(browser, empty.address, 1000);
row("heap after 1,000 screens", `${heaps.at(-1)?.toFixed(1)} MB`);
row(
  "  against after 200",
  ratio(heaps.at(-1), heaps[1]),
  heaps.map((mb) => mb.toFixed(0)).join(" "),
);
await browser.close();
await full.stop();
await empty.stop();
