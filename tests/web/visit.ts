/** A visitor of a served workspace: a page of a browser, and everything that it complained of. */
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { Browser, BrowserContext, Page } from "playwright-core";

export interface Visitor {
  readonly context: BrowserContext;
  readonly page: Page;
  /** Errors on the console and uncaught ones. */
  readonly complaints: string[];
  readonly go: (path: string) => Promise<void>;
  readonly leave: () => Promise<void>;
}

export interface Window {
  readonly width?: number;
  readonly height?: number;
  readonly colorScheme?: "light" | "dark";
  readonly reducedMotion?: "reduce" | "no-preference";
  /** Whether the page may keep itself for when its server is away. That costs as much as opening it, so it is asked for. */
  readonly serviceWorkers?: "allow" | "block";
}

/** Opens the printed address, token and all. */
export async function visit(
  browser: Browser,
  address: string,
  window: Window = {},
): Promise<Visitor> {
  const { width = 1280, height = 900, ...rest } = window;
  const context = await browser.newContext({
    viewport: { width, height },
    reducedMotion: "reduce",
    acceptDownloads: true,
    serviceWorkers: "block",
    ...rest,
  });
  const page = await context.newPage();
  // Less than a test's own limit, so that a failure says what was waited for.
  page.setDefaultTimeout(10_000);
  const complaints: string[] = [];
  page.on("console", (message) => {
    if (message.type() === "error") complaints.push(message.text());
  });
  page.on("pageerror", (error) => complaints.push(error.message));
  await page.goto(address);
  // The first visit waits until the page has been built.
  await page.locator("h1").first().waitFor({ timeout: 45_000 });
  const origin = new URL(address).origin;
  return {
    context,
    page,
    complaints,
    go: async (path) => {
      await page.goto(origin + path);
      await page.locator("#screen h1").first().waitFor();
    },
    leave: () => context.close(),
  };
}

/** The text at the foot of the window that says what has just happened. */
export async function toast(page: Page, text: string | RegExp): Promise<void> {
  await page.locator(".toast").getByText(text).waitFor();
}

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const standards = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

interface AxeResult {
  readonly violations: readonly {
    readonly id: string;
    readonly nodes: readonly { readonly html: string; readonly failureSummary?: string }[];
  }[];
}

/** What axe finds on the page as it stands, by all of the standards' rules or by those named. */
export async function axeFinds(
  page: Page,
  rules: readonly string[] = standards,
): Promise<readonly string[]> {
  // The policy of the page forbids script from elsewhere; the test's own goes in by the debugger.
  await page.evaluate(axe);
  const { violations } = await page.evaluate<AxeResult>(
    `axe.run({ runOnly: ${JSON.stringify(rules)} })`,
  );
  return violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html} ${nodes[0]?.failureSummary}`);
}

export async function expectNoSidewaysScroll(page: Page, path?: string): Promise<void> {
  const [content = 0, window = 0] = await page.evaluate<readonly number[]>(
    "[document.documentElement.scrollWidth, document.documentElement.clientWidth]",
  );
  if (content > window) {
    const wide = await page.evaluate<readonly string[]>(
      `[...document.querySelectorAll("body *")].filter((one) => one.getBoundingClientRect().right > ${window}).map(({ outerHTML }) => outerHTML.slice(0, 200))`,
    );
    throw new Error(
      `${path ?? page.url()} is ${content} pixels wide in a window of ${window}: ${wide.slice(-3).join(" ")}`,
    );
  }
}

/**
 * The page shows what was done at once and sends it after; what it leads to elsewhere (the journal, a file) is
 * there a moment later. The last failure of `check` is the test's.
 */
export async function eventually(check: () => unknown, limit = 5000): Promise<void> {
  const end = Date.now() + limit;
  for (;;) {
    try {
      await check();
      return;
    } catch (error) {
      if (Date.now() > end) throw error;
      await Bun.sleep(25);
    }
  }
}
