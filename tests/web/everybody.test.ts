/** The page for everybody: without a mouse, without sight, with colours that the system chooses, in any script. */
import { afterAll, beforeAll, describe, expect, test } from "bun:test";
import { mkdirSync, writeFileSync } from "node:fs";
import type { Browser, Locator, Page } from "playwright-core";
import { type Server, startServer } from "../../src/server/serve.ts";
import { makePdf } from "../fixtures/pdf.ts";
import { openBrowser } from "./chromium.ts";
import { type Served, serveDemo } from "./served.ts";
import { axeFinds, eventually, type Visitor, visit } from "./visit.ts";

let browser: Browser;
let served: Served;
let visitor: Visitor;
let page: Page;
let again: Server | null = null;
beforeAll(async () => {
  browser = await openBrowser();
  served = await serveDemo();
  mkdirSync(served.layout.papers, { recursive: true });
  writeFileSync(`${served.layout.papers}/attention.pdf`, makePdf([["Attention", "softmax"]]));
  writeFileSync(
    `${served.layout.notes}/lora.md`,
    "# LoRA\n\n- [ ] merge the weights\n- [x] read\n\n$$\nW = W_0 + BA\n$$\n",
  );
  visitor = await visit(browser, served.server.address, { serviceWorkers: "allow" });
  page = visitor.page;
}, 90_000);
afterAll(async () => {
  await again?.stop();
  await served.stop();
  await browser.close();
});

/** Presses the button by the keyboard, and says what has the focus then. */
async function press(button: Locator, key = "Enter"): Promise<string> {
  await button.focus();
  await page.keyboard.press(key);
  return focused();
}

async function focused(): Promise<string> {
  await page.evaluate(
    "new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))",
  );
  return page.evaluate<string>(
    `(() => { const at = document.activeElement;
      return at === document.body ? "body" : at.getAttribute("aria-label") ?? at.textContent; })()`,
  );
}

const button = (name: string | RegExp) => page.getByRole("button", { name }).first();

describe("the focus never falls to the body", () => {
  test("in a review it goes from Show to the usual grade, and on to the next Show", async () => {
    await visitor.go("/review");
    const question = page.locator(".card .front");
    const first = await question.textContent();
    expect(await press(button(/^Show the answer/), "Space")).toMatch(/^Good/);
    expect(await press(button(/^Good/))).toMatch(/^Show the answer/);
    // Whoever listens hears the next question.
    expect(await question.getAttribute("aria-live")).toBe("polite");
    expect(await question.textContent()).not.toBe(first);
    await button(/^Take the answer back/).click();
    await question.filter({ hasText: first ?? "" }).waitFor();
  });

  test("a line that is removed gives it to the one below, a clock that is begun to its pause", async () => {
    await visitor.go("/plan");
    expect(await press(button(/^Remove: Complete detailed/))).toMatch(/^Remove: Build zero/);
    await page.keyboard.press("Control+z");
    await visitor.go("/paper/gpt-3/notes");
    expect(await press(button("Start writing notes"))).toBe("Pause");
    expect(await page.title()).toMatch(/^0:00:\d\d · GPT-3/);
    expect(await press(button("Discard"))).toBe("Start writing notes");
    await visitor.go("/compare");
    expect(await press(button(/^Take away/))).toMatch(/^Take away/);
  });
});

describe("what can't be seen is said", () => {
  test("the map is no image, a box in a preview has its words, a formula can be focused", async () => {
    await visitor.go("/map");
    const map = page.getByRole("group", { name: "Papers and their links" });
    await map.getByRole("button", { name: /^BERT: / }).waitFor();
    expect(await page.getByRole("img").count()).toBe(0);
    await visitor.go("/paper/lora/notes");
    const preview = page.getByRole("article");
    expect(await preview.getByRole("checkbox", { name: "merge the weights" }).isChecked()).toBe(
      false,
    );
    expect(await preview.getByRole("checkbox", { name: "read" }).isChecked()).toBe(true);
    await preview.locator(".katex-display").focus();
    expect(await focused()).toContain("BA");
  });

  test("where there is no room for words, icons have names", async () => {
    await page.setViewportSize({ width: 800, height: 900 });
    await visitor.go("/today");
    const places = page.getByRole("navigation", { name: "Screens" });
    await places.getByRole("link", { name: "Check-ins" }).click();
    await page.getByRole("heading", { name: "Check-ins", level: 1 }).waitFor();
    await page.setViewportSize({ width: 1280, height: 900 });
  });

  test("where the system chooses the colours, a bar shows how far it has come", async () => {
    await page.emulateMedia({ forcedColors: "active" });
    await visitor.go("/tracker");
    const bar = page.getByRole("progressbar", { name: "Papers read" });
    const picture = await bar.screenshot();
    const colours = await page.evaluate<number>(`(async () => {
      const bytes = Uint8Array.from(atob("${picture.toString("base64")}"), (one) => one.charCodeAt(0));
      const image = await createImageBitmap(new Blob([bytes]));
      const canvas = new OffscreenCanvas(image.width, 1);
      const to = canvas.getContext("2d");
      to.drawImage(image, 0, -Math.floor(image.height / 2));
      const { data } = to.getImageData(0, 0, image.width, 1);
      const at = (share) => data.slice(4 * Math.floor(image.width * share)).slice(0, 3).join();
      return new Set([at(0.2), at(0.9)]).size;
    })()`);
    expect(colours).toBe(2);
    await page.emulateMedia({ forcedColors: null });
  });
});

describe("axe finds nothing in what opens", () => {
  const states: Readonly<Record<string, (page: Page) => Promise<void>>> = {
    "the palette with an answer": async () => {
      await visitor.go("/today");
      await page.keyboard.press("Control+k");
      await page.locator("[cmdk-input]").fill("log 40m");
    },
    "the list of keys": async () => {
      await visitor.go("/today");
      await page.keyboard.press("?");
      await page.getByRole("dialog").waitFor();
    },
    "a card that is being written": async () => {
      await visitor.go("/review");
      await button("New card").click();
      await page.getByRole("dialog").waitFor();
    },
    "an answer with its grades": async () => {
      await visitor.go("/review");
      await button(/^Show the answer/).click();
    },
    "the reader with what was found": async () => {
      await visitor.go("/paper/attention/read");
      await page.locator(".pdf-page .textLayer span").first().waitFor();
      await page.keyboard.press("Control+f");
      await page.locator(".pdf-find input").fill("softmax");
      await page.locator(".pdf-found mark").first().waitFor();
    },
    "the editor's own search": async () => {
      await visitor.go("/paper/lora/notes");
      await page.locator(".cm-content").click();
      await page.keyboard.press("Control+f");
      await page.locator(".cm-search").waitFor();
    },
    "a field whose words were refused": async () => {
      await visitor.go("/settings");
      await page.getByLabel("Desired retention, %").fill("200");
      await page.keyboard.press("Enter");
      await page.getByText(/is not a whole number/).waitFor();
    },
    "a line that is being edited, and the choice of models": async () => {
      await visitor.go("/compare");
      await page.getByText(/^Choose models/).click();
      await page.getByText("Add a model of your own").click();
    },
    "a session that is put right": async () => {
      await visitor.go("/log");
      await button(/^Edit /).click();
    },
  };
  for (const [name, reach] of Object.entries(states)) {
    test(name, async () => {
      const found: string[] = [];
      await reach(page);
      for (const colorScheme of ["light", "dark"] as const) {
        await page.emulateMedia({ colorScheme });
        found.push(...(await axeFinds(page)));
      }
      await page.emulateMedia({ colorScheme: null });
      expect(found).toEqual([]);
    }, 40_000);
  }
});

describe("a keyboard without Latin letters", () => {
  test("its keys do what stands on a Latin one, and what an input method composes does nothing", async () => {
    await visitor.go("/today");
    const type = (key: string, code: string, isComposing = false) =>
      page.evaluate(
        `document.body.dispatchEvent(new KeyboardEvent("keydown", ${JSON.stringify({ key, code, isComposing, bubbles: true, cancelable: true })}))`,
      );
    await type("п", "KeyG", true);
    await type("з", "KeyP", true);
    await type("п", "KeyG");
    await type("з", "KeyP");
    await page.getByRole("heading", { name: "Plan", level: 1 }).waitFor();
  });
});

describe("a page whose server was renewed", () => {
  test("loads itself anew, once nothing is being typed", async () => {
    await visitor.go("/plan");
    const field = page.getByLabel("Add a task to week 9");
    await field.fill("Compare with LoRA");
    // What an older page is: its first script has another name.
    await page.evaluate(
      `window.isOld = true;
       document.querySelector('script[type="module"]').setAttribute("src", "/assets/page-old.js")`,
    );
    const isOld = () => page.evaluate<boolean>("window.isOld === true");
    const away = page.getByText(/^Not connected\./);
    await served.server.stop();
    await away.waitFor();
    again = await startServer({ workspace: served.workspace, port: served.server.port });
    await away.waitFor({ state: "detached" });
    // Longer than the calm that it waits for.
    await page.evaluate("new Promise((done) => setTimeout(done, 2500))");
    expect(await isOld()).toBe(true);
    expect(await field.inputValue()).toBe("Compare with LoRA");
    await field.press("Enter");
    await page.getByRole("checkbox", { name: "Compare with LoRA" }).waitFor();
    await eventually(async () => expect(await isOld()).toBe(false), 10_000);
    await page.getByRole("checkbox", { name: "Compare with LoRA" }).waitFor();
  }, 40_000);

  test("the console stayed silent", () => {
    const ofItself = visitor.complaints.filter((one) => !/ERR_CONNECTION|ERR_INCOMPLETE/.test(one));
    expect(ofItself).toEqual([]);
  });
});
