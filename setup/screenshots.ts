/** Makes the pictures of the README from the example workspace: the page, and the terminal. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { startServer } from "../src/server/serve.ts";
import { openDemo } from "../src/workspace/demo.ts";
import { layoutOf } from "../src/workspace/layout.ts";
import { openBrowser } from "../tests/web/chromium.ts";

const root = join(import.meta.dir, "..");
const folder = join(mkdtempSync(join(tmpdir(), "study-pictures-")), "my-study-demo");
const workspace = await openDemo(layoutOf(folder), Date.now());
const server = await startServer({ workspace, port: 0 });
const browser = await openBrowser();
const picture = (name: string) => join(root, "docs", "pictures", `${name}.png`);

for (const [name, width, height, colorScheme] of [
  ["page", 1280, 900, "light"],
  ["page-dark", 1280, 900, "dark"],
  ["page-phone", 390, 844, "light"],
] as const) {
  const page = await browser.newPage({ viewport: { width, height }, colorScheme });
  await page.goto(server.address);
  await page.getByRole("row").first().waitFor();
  await page.screenshot({ path: picture(name) });
  await page.close();
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
await terminal.locator("pre").screenshot({ path: picture("terminal") });

await browser.close();
await server.stop();
workspace.close();
rmSync(join(folder, ".."), { recursive: true });
console.log("Made docs/pictures.");

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
