import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "bun:test";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import type { PaperId } from "../../src/core/content/curriculum.ts";
import { type Server, startServer } from "../../src/server/serve.ts";
import { openBrowser } from "./chromium.ts";
import { type Served, serveFresh } from "./served.ts";
import { eventually, type Visitor, visit } from "./visit.ts";

let browser: Browser;
let served: Served;
let visitor: Visitor;
let page: Page;
let again: Server | null = null;

beforeAll(async () => {
  browser = await openBrowser();
}, 60_000);
afterAll(() => browser.close());
beforeEach(async () => {
  served = await serveFresh();
  visitor = await visit(browser, served.server.address, { serviceWorkers: "allow" });
  page = visitor.page;
  // The worker has everything that the page needs to start without its server.
  await page.evaluate("navigator.serviceWorker.ready");
});
afterEach(async () => {
  await visitor.leave();
  await again?.stop();
  again = null;
  await served.stop();
});

const look = () => served.other.look(Date.now());
const comeBack = async () => {
  again = await startServer({ workspace: served.workspace, port: served.server.port });
};
const notConnected = () => page.getByText(/^Not connected\./);
const origin = () => served.server.url.replace(/\/$/, "");

describe("a server that went away", () => {
  test("the page says so, goes on, and sends what was done when it is back", async () => {
    await visitor.go("/tracker");
    await page.getByRole("checkbox", { name: "BERT: read" }).waitFor();
    await served.server.stop();
    await notConnected().waitFor();
    await page.getByRole("checkbox", { name: "BERT: read" }).check();
    await page.getByText(/^Read: BERT/).waitFor();
    await page.getByText(/One change is kept in this browser/).waitFor();
    expect((await look()).progress.read).toBe(0);
    const paper = "lora" as PaperId;
    await served.other.run(
      [{ do: "mark-paper", paper, aspect: "read", done: true }],
      "cli",
      Date.now(),
    );
    await comeBack();
    await page.locator('input[aria-label="LoRA: read"]:checked').waitFor();
    await notConnected().waitFor({ state: "detached" });
    await eventually(async () => expect((await look()).progress.read).toBe(2));
  }, 60_000);

  test("what was done in the moment in which the tab went is not lost", async () => {
    await visitor.go("/tracker");
    await page.getByRole("checkbox", { name: "BERT: read" }).waitFor();
    await served.server.stop();
    await notConnected().waitFor();
    for (const name of ["BERT", "LoRA", "PaLM"]) {
      await page.evaluate(
        `document.querySelector('input[aria-label="${name}: read"]').click(); location.reload();`,
      );
      await page.locator(`input[aria-label="${name}: read"]:checked`).waitFor();
    }
    await comeBack();
    await eventually(async () => expect((await look()).progress.read).toBe(3));
    expect(
      await page.evaluate<number>(
        "Object.keys(localStorage).filter((key) => key.startsWith('made:')).length",
      ),
    ).toBe(0);
  }, 60_000);

  test("killed in the middle of a note: what was typed is there when it is back, merged with the file", async () => {
    await visitor.go("/paper/bert/notes");
    await page.getByRole("textbox", { name: "Notes" }).click();
    await page.keyboard.press("Control+End");
    await page.keyboard.type("before");
    await page.getByText(/^Saved/).waitFor();
    await served.server.stop();
    await page.keyboard.type(" and after");
    await page.getByText(/^Kept in this browser until study runs again/).waitFor();
    await comeBack();
    await page.getByText(/^Saved/).waitFor({ timeout: 15_000 });
    expect(readFileSync(join(served.layout.notes, "bert.md"), "utf8")).toContain(
      "before and after",
    );
  }, 60_000);
});

describe("an hour without a server", () => {
  test("the page starts, reads and writes, the tab is closed and opened, and nothing is lost", async () => {
    await visitor.go("/paper/layernorm/notes");
    await page.getByText(/^Saved/).waitFor();
    await served.server.stop();
    // A fresh start of the page, with nobody to ask.
    await page.goto(`${origin()}/tracker`);
    await page.getByRole("checkbox", { name: "Layer Normalization: read" }).check();
    await page.getByLabel("How long").fill("1h");
    await page.getByRole("combobox", { name: "Paper" }).selectOption("layernorm");
    await page.getByRole("button", { name: "Log time" }).click();
    await page.getByText(/2 changes are kept in this browser/).waitFor();
    await page.goto(`${origin()}/review`);
    await page.getByRole("button", { name: "Show the answer" }).waitFor();
    await page.keyboard.press("Space");
    await page.getByRole("button", { name: /^Good/ }).waitFor();
    await page.keyboard.press("3");
    await page.goto(`${origin()}/paper/layernorm/notes`);
    await page.getByRole("textbox", { name: "Notes" }).click();
    await page.keyboard.press("Control+End");
    await page.keyboard.type("written on the train");
    await page.getByText(/^Kept in this browser/).waitFor();
    await page.getByText(/3 changes are kept in this browser/).waitFor();

    await page.close();
    page = await visitor.context.newPage();
    page.setDefaultTimeout(10_000);
    await page.goto(`${origin()}/paper/layernorm/notes`);
    await page.getByRole("article").getByText("written on the train").waitFor();
    await page.getByText(/3 changes are kept in this browser/).waitFor();

    await comeBack();
    await eventually(async () => {
      const { progress, tally } = await look();
      expect(progress.read).toBe(1);
      expect(progress.minutes).toBe(60);
      expect(Object.values(tally.reviewDays).map(({ all }) => all)).toEqual([1]);
    }, 15_000);
    await eventually(() => {
      expect(readFileSync(join(served.layout.notes, "layernorm.md"), "utf8")).toContain(
        "written on the train",
      );
    }, 15_000);
    await notConnected().waitFor({ state: "detached" });
  }, 90_000);

  test("what was done without it can be undone without it", async () => {
    await visitor.go("/tracker");
    await served.server.stop();
    await notConnected().waitFor();
    await page.getByRole("checkbox", { name: "PaLM: read" }).check();
    await page.keyboard.press("Control+z");
    await page.getByText(/^Undone: Read: PaLM/).waitFor();
    expect(await page.getByRole("checkbox", { name: "PaLM: read" }).isChecked()).toBe(false);
    await comeBack();
    await notConnected().waitFor({ state: "detached" });
    await eventually(async () => {
      const { picture, progress } = await look();
      expect(progress.read).toBe(0);
      expect(picture.settled.redoable).not.toBeNull();
    });
  }, 60_000);

  test("a paper's file is with the server: that is said, and the guide is there", async () => {
    await visitor.go("/paper/layernorm/read");
    await served.server.stop();
    await page.reload();
    await page.getByText("The paper's file is with the server").waitFor();
    await page.getByRole("region", { name: "The three passes" }).waitFor();
  }, 60_000);
});

describe("the page as a program of its own", () => {
  test("is installable: a manifest, an icon and a worker", async () => {
    const manifest = (await (await fetch(`${served.server.url}manifest.webmanifest`)).json()) as {
      readonly icons: readonly { readonly src: string }[];
    };
    expect(manifest).toMatchObject({ display: "standalone", start_url: "/today" });
    for (const { src } of manifest.icons) {
      expect((await fetch(new URL(src, served.server.url))).status).toBe(200);
    }
    expect(await page.evaluate<boolean>("navigator.serviceWorker.controller !== null")).toBe(true);
  });
});
