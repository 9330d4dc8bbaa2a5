/** The page on a hub, with a phone's width and the program as it is shipped. */
import { afterAll, beforeAll, expect, test } from "bun:test";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Browser } from "playwright-core";
import { emptyFolder, program } from "../cli/study.ts";
import { openBrowser } from "./chromium.ts";
import { eventually, expectNoSidewaysScroll, visit } from "./visit.ts";

const folder = emptyFolder();
const ends: (() => unknown)[] = [() => folder.remove()];
let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
}, 60_000);
afterAll(async () => {
  await browser.close();
  for (const end of ends.toReversed()) await end();
});

async function hub(...words: readonly string[]): Promise<string> {
  const process = program(["hub", "--port", "0", ...words], folder.path);
  ends.push(() => process.kill("SIGKILL"));
  process.stdout.pipeTo(new WritableStream()).catch(() => {});
  let said = "";
  const decoder = new TextDecoder();
  for await (const piece of process.stderr) {
    said += decoder.decode(piece);
    const found = /Hub: +(\S+)/.exec(said)?.[1];
    if (found !== undefined) return found;
  }
  throw new Error(`the hub said no address: ${said}`);
}

test("sync.73 a phone opens an invitation, works offline, and is heard on the computer; shut out, it keeps what waits", async () => {
  const address = await hub();
  const link = async () => {
    const said = await folder.ok("hub", "invite", "ann", "--url", address);
    return /'(http[^']+)'/.exec(said)?.[1] ?? "";
  };
  await folder.ok("init", "laptop", "--yes");
  const laptop = (...words: readonly string[]) => folder.ok(...words, "--dir", "laptop");
  await laptop("sync", await link());

  const invitation = /'(http[^']+)'/.exec(await laptop("sync", "--invite"))?.[1] ?? "";
  const { page, context, complaints, go, leave } = await visit(browser, invitation, {
    width: 390,
    height: 844,
    serviceWorkers: "allow",
  });
  ends.push(leave);
  expect(page.url()).not.toContain(invitation.split("#")[1] ?? "");
  await expectNoSidewaysScroll(page);
  await page.evaluate("navigator.serviceWorker.ready");

  // What is done here is on the computer after its next sync, and the other way round.
  await go("/tracker");
  const box = (name: string) => page.getByRole("checkbox", { name: `${name}: read` });
  await box("BERT").check();
  await eventually(async () => {
    await laptop("sync");
    expect(readFileSync(join(folder.path, "laptop", "TRACKER.md"), "utf8")).toMatch(/BERT.*☑/);
  }, 15_000);
  await laptop("read", "lora");
  await laptop("sync");
  await page.locator('input[aria-label="LoRA: read"]:checked').waitFor();

  // Notes too, and merged.
  await go("/paper/bert/notes");
  await page.locator(".cm-content").click();
  await page.keyboard.press("Control+End");
  await page.keyboard.type("\nfrom the phone");
  await eventually(async () => {
    await laptop("sync");
    expect(readFileSync(join(folder.path, "laptop", "notes", "bert.md"), "utf8")).toContain(
      "from the phone",
    );
  }, 15_000);

  // What needs a computer says so.
  await go("/paper/bert/read");
  await page.getByText(/^This works on your own computer/).waitFor();
  await go("/paper/attention/implement");
  await page
    .getByText(/^This works on your own computer/)
    .first()
    .waitFor();
  await expectNoSidewaysScroll(page);

  await go("/settings");
  await page.getByRole("heading", { name: "On your own computer" }).waitFor();
  // Nothing there speaks of a machine that is not the learner's.
  expect(await page.locator("#screen").textContent()).not.toMatch(
    /this machine|study python|Folder/,
  );

  // Without a network, also from the start.
  await go("/log");
  await context.setOffline(true);
  await page.reload();
  await page.getByText(/^Not connected\./).waitFor();
  await page.getByText(/when the hub answers again/).waitFor();
  await go("/tracker");
  await page.getByLabel("How long").fill("1h30");
  await page.getByRole("combobox", { name: "Paper" }).selectOption("lora");
  await page.getByRole("button", { name: "Log time" }).click();
  await page.getByText(/One change is kept in this browser/).waitFor();
  await context.setOffline(false);
  await page.getByText(/^Not connected\./).waitFor({ state: "detached" });
  await eventually(async () => {
    await laptop("sync");
    expect(await laptop("status")).toContain("1h30");
  }, 15_000);

  const keys = await folder.json<{ key: string; name: string }[]>("hub", "devices", "ann");
  const phone = keys.find(({ name }) => name.startsWith("Chrome on"));
  await context.setOffline(true);
  await box("GPT-2").check();
  await page.getByText(/One change is kept in this browser/).waitFor();
  await folder.ok("hub", "revoke", "ann", phone?.key ?? "no phone");
  await context.setOffline(false);
  await page.getByText(/^The hub does not let this browser in any more/).waitFor();
  expect(await box("GPT-2").isChecked()).toBe(true);
  await laptop("sync");
  expect(readFileSync(join(folder.path, "laptop", "TRACKER.md"), "utf8")).not.toMatch(/GPT-2.*☑/);
  // Another invitation lets it in again, and what waited is sent.
  await page.goto(await link());
  await eventually(async () => {
    await laptop("sync");
    expect(readFileSync(join(folder.path, "laptop", "TRACKER.md"), "utf8")).toMatch(/GPT-2.*☑/);
  }, 15_000);
  const expected = /ERR_INTERNET_DISCONNECTED|401 \(Unauthorized\)|Failed to fetch/;
  expect(complaints.filter((one) => !expected.test(one))).toEqual([]);
}, 180_000);
