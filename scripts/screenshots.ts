/**
 * Pictures from the example workspace: those of the README go to docs/pictures, and every screen (wide and
 * narrow, light and dark) to screenshots/, which is not kept in the repository. A small picture of each wide screen is
 * kept in docs/pictures/screens: what differs from it by more than the tolerance is said, and then takes its place.
 */
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { startServer } from "../src/server/serve.ts";
import { labWords } from "../src/web/lab/words.ts";
import { home, rooms } from "../src/wire/screens.ts";
import { createWorkspace } from "../src/workspace/create.ts";
import { openDemo } from "../src/workspace/demo.ts";
import { layoutOf } from "../src/workspace/layout.ts";
import { keepLocal } from "../src/workspace/local.ts";
import { makePdf } from "../tests/fixtures/pdf.ts";
import { python } from "../tests/lab/python.ts";
import { screenPaths } from "../tests/web/addresses.ts";
import { openBrowser } from "../tests/web/chromium.ts";
import { differenceOf, type Picture } from "./picture-difference.ts";

const root = join(import.meta.dir, "..");
// Its path is seen in the pictures.
const folder = join(tmpdir(), "my-study-demo");
rmSync(folder, { recursive: true, force: true });
const workspace = await openDemo(layoutOf(folder), Date.now());
keepLocal(workspace.layout, { python });
preparePaper();
prepareCode();
const server = await startServer({ workspace, port: 0 });
/** A workspace whose learner has answered nothing yet. */
const unanswered = await createWorkspace(
  layoutOf(join(folder, "new")),
  {
    curriculum: "llm",
    start: null,
    target: null,
    minutesAWeek: null,
    timeZone: "UTC",
    dayStarts: 0,
    kind: "own",
  },
  Date.now(),
);
const firstRun = await startServer({ workspace: unanswered, port: 0 });
const browser = await openBrowser();
const all = join(root, "screenshots");
mkdirSync(all, { recursive: true });

/** By the name of their pictures. */
const pictured: Readonly<Record<string, string>> = {
  ...Object.fromEntries(screenPaths.map((path) => [path.slice(1), path])),
  ...Object.fromEntries(rooms.map((room) => [`paper-${room}`, `/paper/attention/${room}`])),
  palette: home,
  keys: home,
};
const windows = [
  ["wide", 1280, 900],
  ["phone", 390, 844],
] as const;
/** The best of them. */
const inReadme = new Set([
  "today-wide-light.png",
  "paper-notes-wide-dark.png",
  "paper-implement-wide-light.png",
  "stats-wide-light.png",
  "review-phone-light.png",
]);
const only = process.argv.slice(2);
/** The kept pictures: their scale, and the share of blocks that days and figures alone may change. */
const kept = join(root, "docs", "pictures", "screens");
const keptScale = 0.6;
const tolerance = 0.03;
mkdirSync(kept, { recursive: true });

for (const [windowName, width, height] of windows) {
  for (const colorScheme of ["light", "dark"] as const) {
    const context = await browser.newContext({
      viewport: { width, height },
      colorScheme,
      reducedMotion: "reduce",
    });
    const page = await context.newPage();
    page.on("pageerror", (error) =>
      console.error(`${windowName} ${colorScheme}: ${error.message}`),
    );
    await page.goto(server.address);
    for (const [name, path] of Object.entries(pictured)) {
      if (only.length > 0 && !only.includes(name)) continue;
      // An exercise that has passed lies folded, unless the address leads to it.
      const into = name === "paper-implement" ? `${path}#scaled-dot-product` : path;
      await page.goto(new URL(into, server.address).href);
      await page.locator("#screen h1").first().waitFor();
      if (name === "paper-implement") {
        await page.getByRole("button", { name: labWords.run }).first().click();
        await page.locator("[aria-busy=false]").first().waitFor();
      }
      if (name === "palette") {
        await page.keyboard.press("Control+k");
        await page.locator("[cmdk-input]").fill("log 1h15 bert notes yesterday");
      }
      if (name === "keys") await page.keyboard.press("?");
      await picture(page, `${name}-${windowName}-${colorScheme}.png`);
      if (windowName === "wide" && colorScheme === "light") await compareAndKeep(page, name);
    }
    if (only.length === 0 || only.includes("first-run")) {
      await page.goto(firstRun.address);
      await page.locator("h1").first().waitFor();
      await picture(page, `first-run-${windowName}-${colorScheme}.png`);
    }
    await context.close();
  }
}

async function compareAndKeep(page: Page, name: string): Promise<void> {
  const path = join(kept, `${name}.png`);
  const now = await smaller(page, await page.screenshot());
  if (existsSync(path)) {
    const [was, is] = [await pixelsOf(page, readFileSync(path)), await pixelsOf(page, now)];
    const share = differenceOf(was, is);
    const percent = `${Math.round(share * 1000) / 10}%`;
    if (share <= tolerance) return;
    console.log(
      `${name} looks different: ${percent} of it (up to ${tolerance * 100}% are let pass).`,
    );
  }
  writeFileSync(path, now);
}

/** Drawn by the browser, which is here anyway and reads every picture. */
async function drawn(page: Page, png: Buffer, scale: number): Promise<Drawn> {
  return page.evaluate<Drawn>(`(async () => {
    const bytes = Uint8Array.from(atob("${png.toString("base64")}"), (one) => one.charCodeAt(0));
    const image = await createImageBitmap(new Blob([bytes], { type: "image/png" }));
    const canvas = document.createElement("canvas");
    canvas.width = Math.round(image.width * ${scale});
    canvas.height = Math.round(image.height * ${scale});
    const to = canvas.getContext("2d");
    to.imageSmoothingQuality = "high";
    to.drawImage(image, 0, 0, canvas.width, canvas.height);
    const { data } = to.getImageData(0, 0, canvas.width, canvas.height);
    let text = "";
    for (let at = 0; at < data.length; at += 32768) {
      text += String.fromCharCode(...data.subarray(at, at + 32768));
    }
    return { width: canvas.width, height: canvas.height, png: canvas.toDataURL("image/png"), pixels: btoa(text) };
  })()`);
}

interface Drawn {
  readonly width: number;
  readonly height: number;
  readonly png: string;
  readonly pixels: string;
}

async function smaller(page: Page, png: Buffer): Promise<Buffer> {
  const { png: address } = await drawn(page, png, keptScale);
  return Buffer.from(address.slice(address.indexOf(",") + 1), "base64");
}

async function pixelsOf(page: Page, png: Buffer): Promise<Picture> {
  const { width, height, pixels } = await drawn(page, png, 1);
  return { width, height, pixels: new Uint8ClampedArray(Buffer.from(pixels, "base64")) };
}

async function picture(page: Page, file: string): Promise<void> {
  // Math, charts and the editor come after the screen, on a busy machine much after it.
  await page.locator("#screen .waiting").waitFor({ state: "detached" });
  const unset = "/\\$[^$ ]+\\$/.test(document.body.innerText)";
  for (let turn = 0; turn < 25 && (await page.evaluate<boolean>(unset)); turn += 1) {
    await page.waitForTimeout(200);
  }
  await page.waitForTimeout(900);
  await page.screenshot({ path: join(all, file) });
  if (inReadme.has(file)) await page.screenshot({ path: join(root, "docs", "pictures", file) });
}

const status = Bun.spawnSync([process.execPath, join(root, "src", "cli", "main.ts"), "status"], {
  cwd: folder,
  env: { ...process.env, FORCE_COLOR: "1" },
});
const terminal = await browser.newPage({
  viewport: { width: 780, height: 100 },
  deviceScaleFactor: 2,
});
await terminal.setContent(terminalPage(`$ study\n${status.stdout.toString()}`));
await terminal.locator("pre").screenshot({ path: join(root, "docs", "pictures", "terminal.png") });

await browser.close();
await server.stop();
await firstRun.stop();
workspace.close();
unanswered.close();
rmSync(folder, { recursive: true });
console.log("Made docs/pictures and screenshots.");

/** A page that stands for the paper: the real one is not ours to show. */
function preparePaper(): void {
  const lines = [
    "This page stands in for the paper, which study fetches when you ask for it.",
    "",
    "Each query is compared with every key. The softmax of the scaled scores gives",
    "the weights with which the values are averaged.",
  ];
  mkdirSync(join(folder, "papers"), { recursive: true });
  writeFileSync(
    join(folder, "papers", "attention.pdf"),
    makePdf([["Attention Is All You Need", "", ...lines], ["Second page"]]),
  );
}

/** A learner's first try, with a well-known mistake. */
function prepareCode(): void {
  const code = [
    "import numpy as np",
    "",
    "",
    "def attention(q, k, v, mask=None):",
    "    scores = q @ np.swapaxes(k, -1, -2)",
    "    if mask is not None:",
    "        scores = np.where(mask, scores, -1e30)",
    "    scores = scores - scores.max(axis=-1, keepdims=True)",
    "    weights = np.exp(scores)",
    "    weights = weights / weights.sum(axis=-1, keepdims=True)",
    "    if mask is not None:",
    "        weights = np.where(mask, weights, 0.0)",
    "    return weights @ v, weights",
    "",
  ];
  mkdirSync(join(folder, "code", "attention"), { recursive: true });
  writeFileSync(join(folder, "code", "attention", "scaled_dot_product.py"), code.join("\n"));
}

/** The few codes that `study` writes, as HTML. */
function terminalPage(text: string): string {
  const colours: Record<string, string> = {
    "1": "font-weight:bold",
    "2": "opacity:.6",
    "32": "color:#86c794",
    "33": "color:#e8b36a",
    "36": "color:#7cc7d8",
  };
  const codes = new RegExp(`${String.fromCharCode(27)}\\[(\\d+)m`, "g");
  const body = Bun.escapeHTML(text).replace(codes, (_, code: string) => {
    const style = colours[code];
    return style === undefined ? "</span>" : `<span style="${style}">`;
  });
  return `<pre style="margin:0;padding:20px 24px;background:#14171a;color:#e4e6e8;font:14px/1.45 'DejaVu Sans Mono',monospace;display:inline-block">${body}</pre>`;
}
