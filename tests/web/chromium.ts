/** A real browser for the page's tests. */
import { existsSync } from "node:fs";
import { type Browser, chromium } from "playwright-core";

const places = [
  process.env.CHROMIUM,
  Bun.which("chromium-headless-shell"),
  Bun.which("chromium"),
  Bun.which("chromium-browser"),
  Bun.which("google-chrome"),
  Bun.which("google-chrome-stable"),
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
];

/** `more`: arguments for Chromium beside the usual ones. */
export async function openBrowser(more: readonly string[] = []): Promise<Browser> {
  const executablePath = places.find((place) => typeof place === "string" && existsSync(place));
  if (typeof executablePath !== "string") {
    throw new Error("The browser tests need Chromium; name it with CHROMIUM=/path/to/chromium.");
  }
  return chromium.launch({
    executablePath,
    args: [
      "--no-sandbox",
      "--disable-gpu",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
      ...more,
    ],
  });
}
