/** The Implement tab in a real browser, with the learner's real Python. */
import { afterAll, beforeAll, describe, expect, test } from "bun:test";
import { copyFileSync, readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { keepLocal } from "../../src/workspace/local.ts";
import { python } from "../lab/python.ts";
import { openBrowser } from "./chromium.ts";
import { type Served, serveFresh } from "./served.ts";

const solutions = join(import.meta.dir, "..", "lab", "solutions", "layernorm");
const file = (part: string) => join(served.workspace.folder, "code", "layernorm", `${part}.py`);
let browser: Browser;
let served: Served;
let page: Page;
const complaints: string[] = [];

beforeAll(async () => {
  browser = await openBrowser();
  served = await serveFresh();
  keepLocal(served.layout, { python });
  page = await browser.newPage({ viewport: { width: 1280, height: 1000 } });
  page.setDefaultTimeout(10_000);
  page.on("console", (message) => {
    if (message.type() === "error") complaints.push(message.text());
  });
  page.on("pageerror", (error) => complaints.push(error.message));
  await page.goto(served.server.address);
  await page.goto(`${served.server.url}paper/layernorm/implement`);
});
afterAll(async () => {
  await browser.close();
  await served.stop();
});

const exercise = (name: string) => page.getByRole("article", { name });

describe("the Implement tab", () => {
  test("lists the paper's exercises with their state and says which Python runs them", async () => {
    await page.getByText(`Your code runs under ${python}.`).waitFor();
    expect(await page.getByRole("article").count()).toBe(4);
    await exercise("Layer normalization, forward").getByText("Not checked yet").waitFor();
  });

  test("writes a starter, runs it, and says that it has not been started", async () => {
    const forward = exercise("Layer normalization, forward");
    await forward.getByRole("button", { name: "Write the starter" }).click();
    await forward.getByText("code/layernorm/forward.py").waitFor();
    await forward.getByRole("button", { name: "Check my code" }).click();
    await forward.getByText("Not started:").waitFor();
  });

  test("shows where wrong code differs, the mistake and the pictures; beside a name no law is needed", async () => {
    writeFileSync(
      file("forward"),
      "def layer_norm(a, gain, bias, epsilon=1e-5):\n    print('here')\n    return gain * (a - a.mean(0)) / (a.var(0) + epsilon) ** 0.5 + bias\n",
    );
    const forward = exercise("Layer normalization, forward");
    await forward.getByRole("button", { name: "Check my code" }).click();
    await forward.getByText("This is what “batch-axis” gives:").waitFor();
    await forward.getByText(/35 of 35 values differ/).waitFor();
    expect(await forward.getByRole("list", { name: "Laws that it breaks" }).count()).toBe(0);
    expect(
      await forward.getByRole("img", { name: /^error: 5 rows, 7 columns, from/ }).count(),
    ).toBe(1);
    await forward.getByText("What your code printed").click();
    await forward.getByText("here").first().waitFor();
    await forward.getByRole("button", { name: /^Same inputs again \(seed \d+\)$/ }).waitFor();
  });

  test("repeats one case alone, with its input, and shows the mistake as an edit of the reference", async () => {
    const forward = exercise("Layer normalization, forward");
    const reference = forward.getByText("The reference: look when you have done what you can");
    await reference.click();
    await forward.getByText("Your code does “batch-axis”. In the reference's words:").waitFor();
    await forward
      .getByText(/^\+.*axis=-1, keepdims=True/)
      .first()
      .waitFor();
    await reference.click();
    await forward.getByRole("button", { name: "This case alone" }).nth(1).click();
    await forward.getByText("The input of that case").click();
    await forward.getByText(/^a, shape \(/).waitFor();
    expect(await forward.locator("ul.cases li").count()).toBe(1);
  });

  test("gives hints one at a time", async () => {
    const forward = exercise("Layer normalization, forward");
    await forward.getByRole("button", { name: "Hint" }).click();
    const hints = forward.getByRole("list", { name: "Hints" }).getByRole("listitem");
    expect(await hints.count()).toBe(1);
    await forward.getByRole("button", { name: "A stronger hint" }).click();
    expect(await hints.count()).toBe(2);
  });

  test("right code passes, live in the state and in the journal", async () => {
    copyFileSync(join(solutions, "forward", "loops.py"), file("forward"));
    const forward = exercise("Layer normalization, forward");
    await forward.getByRole("button", { name: "Check my code" }).click();
    await forward.getByText("✓ Passed").waitFor();
    const { tally } = await served.other.look(Date.now());
    expect(tally.checks["layernorm/forward"]).toMatchObject({ runs: 2, last: { passed: true } });
  });

  test("axe finds nothing, in both colours and on a narrow screen", async () => {
    const source = createRequire(import.meta.url).resolve("axe-core/axe.min.js");
    await page.evaluate(readFileSync(source, "utf8"));
    const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
    for (const [width, colorScheme] of [
      [1280, "light"],
      [360, "dark"],
    ] as const) {
      await page.setViewportSize({ width, height: 900 });
      await page.emulateMedia({ colorScheme });
      const { violations } = await page.evaluate<{
        violations: { id: string; nodes: { html: string }[] }[];
      }>(`axe.run("main", { runOnly: ${JSON.stringify(tags)} })`);
      expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
      expect(await page.evaluate<number>("document.documentElement.scrollWidth")).toBe(width);
    }
  });

  test("the console has nothing to complain of", () => {
    expect(complaints).toEqual([]);
  });
});
