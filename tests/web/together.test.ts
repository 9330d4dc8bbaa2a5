import { afterAll, beforeAll, describe, expect, test } from "bun:test";
import { readFileSync, writeFileSync } from "node:fs";
import type { Browser, Page } from "playwright-core";
import { builtProgram } from "../executable.ts";
import { openBrowser } from "./chromium.ts";
import { type Served, serveFresh } from "./served.ts";
import { eventually, type Visitor, visit } from "./visit.ts";

const papers = ["attention", "resnet", "layernorm", "bert", "gpt-1", "gpt-2"] as const;
let browser: Browser;
let served: Served;
let visitor: Visitor;
let page: Page;

beforeAll(async () => {
  browser = await openBrowser();
  served = await serveFresh();
  visitor = await visit(browser, served.server.address);
  page = visitor.page;
  await visitor.go("/tracker");
}, 60_000);
afterAll(async () => {
  await browser.close();
  await served.stop();
});

const look = () => served.other.look(Date.now());
const tracker = () => readFileSync(served.tracker, "utf8");

async function study(...words: string[]): Promise<void> {
  const child = Bun.spawn([builtProgram(), "--dir", served.layout.folder, ...words], {
    stdout: "ignore",
    stderr: "pipe",
  });
  const said = await new Response(child.stderr).text();
  if ((await child.exited) !== 0) throw new Error(`study ${words.join(" ")}: ${said}`);
}

describe("command line, file and page at the same time", () => {
  test("nothing that any of the three did is lost", async () => {
    const fromTerminal = async () => {
      for (const paper of papers) await study("log", "30m", paper, "--activity", "read");
    };
    const fromPage = async () => {
      for (const name of ["Attention Is All You Need", "Deep Residual Learning", "BERT", "GPT-1"]) {
        await page.getByRole("checkbox", { name: `${name}: read` }).check();
      }
    };
    const fromEditor = async () => {
      for (const week of [1, 2, 3]) {
        // As an editor does: the whole text is read, changed and saved.
        const text = tracker();
        const line = week === 1 ? "- [ ] Blog about key insights" : "";
        writeFileSync(
          served.tracker,
          week === 1
            ? text.replace(line, "- [x] Blog about key insights")
            : text.replace(/^## 📝 Study Tips$/m, `My own line ${week}.\n\n## 📝 Study Tips`),
        );
        await Bun.sleep(400);
      }
    };
    await Promise.all([fromTerminal(), fromPage(), fromEditor()]);
    await eventually(async () => {
      const { progress } = await look();
      expect(progress.minutes).toBe(30 * papers.length);
      expect(progress.read).toBe(4);
      const blog = progress.weeks[0]?.tasks.find(({ text }) => text.startsWith("Blog"));
      expect(blog?.done).toBe(true);
    }, 10_000);
    await eventually(() => {
      expect(tracker()).toContain("My own line 2.");
      expect(tracker()).toContain("My own line 3.");
      expect(tracker()).toContain("| BERT | ☑ | ☐ | ☐ | 30m |");
    });
    await eventually(async () => {
      const hours = page.getByRole("row", { name: /GPT-2/ });
      expect(await hours.textContent()).toContain("30m");
    });
  }, 60_000);

  test("a text that both sides changed is shown with both, until the learner accepts it", async () => {
    // How a conflict is found is shown beside the tracker; here it is what the page makes of one.
    const field = "Goal of week 2";
    await served.other.run(
      [{ do: "note-conflict", field, file: "From the file", journal: "From the terminal" }],
      "file",
      Date.now(),
    );
    const conflict = page.getByRole("region", { name: "Changed on both sides" });
    await conflict.getByText(/From the file.*From the terminal/).waitFor();
    await conflict.getByRole("button", { name: "Accept" }).click();
    await conflict.waitFor({ state: "detached" });
    await eventually(async () => expect((await look()).progress.conflicts).toEqual({}));
    expect(visitor.complaints).toEqual([]);
  });
});
