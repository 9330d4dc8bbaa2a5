import { expect, test } from "bun:test";
import type { PaperId } from "../../src/core/curriculum.ts";
import { startServer } from "../../src/server/serve.ts";
import { openBrowser } from "./chromium.ts";
import { serveFresh } from "./served.ts";

test("a page whose server went away says so, saves nothing in vain, and catches up when it is back", async () => {
  const served = await serveFresh();
  const browser = await openBrowser();
  const page = await browser.newPage();
  page.setDefaultTimeout(10_000);
  await page.goto(served.server.address);
  const box = page.getByRole("checkbox", { name: "BERT: read" });
  await box.waitFor();

  await served.server.stop();
  await page.getByText("Not connected.").waitFor();
  // A click, not check(): the box goes back when the server does not answer.
  await box.click();
  await page.getByText("The server does not answer: that was not saved.").waitFor();
  expect(await box.isChecked()).toBe(false);

  await served.other.run(
    [{ do: "mark-paper", paper: "lora" as PaperId, aspect: "read", done: true }],
    "cli",
    Date.now(),
  );
  const again = await startServer({ workspace: served.workspace, port: served.server.port });
  await page.locator('input[aria-label="LoRA: read"]:checked').waitFor();
  await page.getByText("Not connected.").waitFor({ state: "detached" });
  await box.check();
  await page.getByText("Read: BERT.").waitFor();
  expect((await served.other.look(Date.now())).progress.read).toBe(2);

  await browser.close();
  await again.stop();
  await served.stop();
}, 60_000);
