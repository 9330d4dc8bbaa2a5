/** Whole journeys by the keyboard alone: not one click in this file. */
import { afterAll, beforeAll, describe, expect, test } from "bun:test";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { type Screen, screens } from "../../src/wire/screens.ts";
import { everyPath } from "./addresses.ts";
import { openBrowser } from "./chromium.ts";
import { type Served, serveDemo, serveFresh } from "./served.ts";
import { eventually, toast, type Visitor, visit } from "./visit.ts";

const script = (name: string) => readFileSync(join(import.meta.dir, "in-page", name), "utf8");
const markStops = script("tab-stops.js");
const whatIsFocused = script("focused.js");

/** By the list of screens: a new one has to have its keys and its title here. */
const names: Readonly<Record<Screen, readonly [key: string, label: string]>> = {
  today: ["t", "Today"],
  plan: ["p", "Plan"],
  papers: ["a", "Papers"],
  review: ["r", "Review"],
  "check-ins": ["c", "Check-ins"],
  stats: ["s", "Stats"],
  log: ["l", "Log"],
  map: ["m", "Map"],
  compare: ["o", "Compare"],
  milestones: ["i", "Milestones"],
  group: ["g", "Group"],
  tracker: ["d", "Tracker"],
  settings: [",", "Settings"],
};
const places = screens.map((screen) => {
  const [key, label] = names[screen];
  return { path: `/${screen}`, key, label };
});

interface Focused {
  readonly stop: string | null;
  readonly html: string;
  readonly name: string;
  readonly seen: boolean;
  readonly there: boolean;
}

let browser: Browser;
let full: Served;
let fresh: Served;
let visitor: Visitor;
let page: Page;

beforeAll(async () => {
  browser = await openBrowser();
  full = await serveDemo();
  fresh = await serveFresh();
  visitor = await visit(browser, full.server.address);
  page = visitor.page;
}, 60_000);
afterAll(async () => {
  await browser.close();
  await full.stop();
  await fresh.stop();
});

const focused = () => page.evaluate<Focused | null>(whatIsFocused);
const focusId = () => page.evaluate<string>("document.activeElement?.id ?? ''");
const now = () => fresh.other.look(Date.now());

async function press(...keys: readonly string[]) {
  for (const key of keys) await page.keyboard.press(key);
}

async function palette(words: string) {
  await press("Control+k");
  const field = page.getByRole("combobox", { name: "Go to or do anything" });
  await field.waitFor();
  expect(await page.evaluate<boolean>("document.activeElement.hasAttribute('cmdk-input')")).toBe(
    true,
  );
  await page.keyboard.type(words);
  await page.locator("[cmdk-item]").first().waitFor();
}

describe("going about", () => {
  test("two keys lead to every screen, which takes the focus and has its own title", async () => {
    for (const { path, key, label } of places) {
      await press("g", key);
      await page.waitForURL(`**${path}`);
      await page.locator("#screen h1").first().waitFor();
      expect(await page.title()).toBe(`${label} · study`);
      expect(await focusId()).toBe("screen");
    }
  });

  test("`?` lists the keys of the screen and those of everywhere, and Escape closes the list", async () => {
    await press("g", "r");
    await page.getByRole("region", { name: "Card", exact: true }).waitFor();
    await press("Tab", "Tab");
    const before = await focused();
    await press("?");
    const dialog = page.getByRole("dialog", { name: "Keys" });
    await dialog.waitFor();
    for (const [region, line] of [
      ["Go to", "Stats"],
      ["This screen", "Show the answer"],
      ["This screen", "Suspend"],
      ["This page", "Go to or do anything"],
      ["Everywhere", "Undo the last change"],
    ] as const) {
      await dialog.getByRole("region", { name: region }).getByText(line, { exact: true }).waitFor();
    }
    await press("Escape");
    await dialog.waitFor({ state: "detached" });
    expect((await focused())?.html).toBe(before?.html ?? "");
  });

  test("every action of the palette shows the key that it has", async () => {
    for (const [path, ready] of [
      ["/review", ".session"],
      ["/today", ".next-card"],
      ["/paper/attention/notes", ".cm-content"],
    ] as const) {
      await visitor.go(path);
      await page.locator(ready).first().waitFor();
      await press("?");
      await page.locator("dialog dl > div").first().waitFor();
      const lines = await page.evaluate<readonly (readonly string[])[]>(
        "[...document.querySelectorAll('dialog dl > div')].map((line) => [line.querySelector('dd').textContent, [...line.querySelectorAll('kbd')].map((key) => key.textContent).join(' ')])",
      );
      await press("Escape");
      await press("Control+k");
      await page.locator("[cmdk-item]").first().waitFor();
      const shown = new Map(
        await page.evaluate<readonly (readonly [string, string])[]>(
          "[...document.querySelectorAll('[cmdk-item]')].map((item) => [item.querySelector('span')?.textContent ?? item.textContent, item.querySelector('kbd')?.textContent ?? ''])",
        ),
      );
      await press("Escape");
      expect(lines.length).toBeGreaterThan(15);
      for (const [label = "", keys = ""] of lines) {
        if (shown.has(label)) expect([path, label, shown.get(label)]).toEqual([path, label, keys]);
      }
      for (const [label, key] of [
        ["Undo the last change", "Ctrl Z"],
        ["Redo the last change undone", "Ctrl Shift Z"],
        ["Keys", "?"],
        ["Stats", "g s"],
      ] as const) {
        expect([path, label, shown.get(label)]).toEqual([path, label, key]);
      }
    }
  });

  test("the palette leads to screens, papers, notes, weeks, actions and texts", async () => {
    await press("g", "t");
    for (const [words, address] of [
      ["Milestones", "/milestones"],
      ["Layer Norm", "/paper/layernorm"],
      ["notes on bert", "/paper/bert/notes"],
      ["Week 5", "/plan#week-5"],
    ] as const) {
      await palette(words);
      await press("Enter");
      await eventually(() => expect(page.url()).toEndWith(address));
      await page.locator("#screen h1").first().waitFor();
      // The focus is in the screen: on its beginning or at the week.
      await eventually(async () => expect(["screen", "week-5"]).toContain(await focusId()));
    }
    await palette("Keys");
    await press("Enter");
    await page.getByRole("dialog", { name: "Keys" }).waitFor();
    await press("Escape");
    await palette("orthogonal");
    await page.locator(".found-kind").first().waitFor();
    await press("Enter");
    await page.locator("[cmdk-input]").waitFor({ state: "detached" });
    expect(page.url()).toMatch(/\/(paper|plan|review)/);
  });

  test("arrows move in the palette, Escape closes it and gives the focus back", async () => {
    await press("g", "a");
    await page.getByRole("heading", { name: "Papers", exact: true }).waitFor();
    await press("Tab", "Tab");
    const before = await focused();
    await palette("");
    const chosen = () => page.locator("[cmdk-item][aria-selected=true]").textContent();
    const first = await chosen();
    await press("ArrowDown", "ArrowDown");
    expect(await chosen()).not.toBe(first);
    await press("ArrowUp", "ArrowUp");
    expect(await chosen()).toBe(first);
    await press("Escape");
    await page.locator("[cmdk-input]").waitFor({ state: "detached" });
    expect((await focused())?.html).toBe(before?.html ?? "");
    // "/" opens it too, and Ctrl-K once more changes nothing.
    await press("/", "Control+k");
    expect(await page.locator("dialog[open]").count()).toBe(1);
    await press("Escape");
  });

  test("the first Tab leads to the skip link, and that into the screen", async () => {
    for (const path of ["/", "/stats", "/settings"]) {
      await visitor.go(path);
      await press("Tab");
      const skip = await focused();
      expect([path, skip?.name, skip?.seen, skip?.there]).toEqual([
        path,
        "Skip to the tracker",
        true,
        true,
      ]);
      await press("Enter");
      expect([path, await focusId()]).toEqual([path, "screen"]);
      await press("Tab");
      expect(
        await page.evaluate<boolean>("document.activeElement.closest('#screen') !== null"),
      ).toBe(true);
    }
  });
});

describe("the Tab key", () => {
  for (const path of everyPath) {
    test(`reaches everything on ${path}, and one always sees where one is`, async () => {
      await visitor.go(path);
      await page.locator("#screen .waiting").waitFor({ state: "detached" });
      await page.waitForTimeout(400);
      const stops = await page.evaluate<number>(markStops);
      expect(stops).toBeGreaterThan(15);
      const reached = new Set<string>();
      const faults: string[] = [];
      let last = "";
      for (let presses = 0; presses < stops * 2 + 50; presses += 1) {
        if (await page.evaluate<boolean>("document.activeElement.matches('.cm-content')")) {
          // Tab belongs to the editor until Escape gives it back.
          await press("Escape");
        }
        await press("Tab");
        const at = await focused();
        if (at === null) break;
        if (at.html === last) continue;
        last = at.html;
        if (at.stop !== null && at.stop === "0" && reached.size > 1) break;
        if (at.stop !== null) reached.add(at.stop);
        if (!at.seen) faults.push(`the focus can't be seen: ${at.html}`);
        if (!at.there) faults.push(`what has the focus can't be seen: ${at.html}`);
        if (at.name === "") faults.push(`no name: ${at.html}`);
      }
      const missed = await page.evaluate<readonly string[]>(
        `[...document.querySelectorAll("[data-stop]")].filter((one) => !${JSON.stringify([...reached])}.includes(one.dataset.stop)).map((one) => one.outerHTML.slice(0, 160))`,
      );
      expect([...faults, ...missed.map((html) => `not reached: ${html}`)]).toEqual([]);
    }, 60_000);
  }
});

describe("a dialog", () => {
  test("keeps the focus inside, gives it back, and closes with Escape", async () => {
    await visitor.go("/review");
    await page.locator(".session").waitFor();
    await page.getByRole("button", { name: "New card" }).focus();
    await press("Enter");
    const dialog = page.getByRole("dialog", { name: "New card" });
    await dialog.waitFor();
    expect((await focused())?.html).toContain("<textarea");
    for (const key of ["Tab", "Shift+Tab"]) {
      for (let presses = 0; presses < 15; presses += 1) {
        await press(key);
        expect(
          await page.evaluate<boolean>(
            "document.activeElement === document.body || document.activeElement.closest('dialog') !== null",
          ),
        ).toBe(true);
      }
    }
    // Keys of the screen behind are silent meanwhile.
    await dialog.getByRole("button", { name: "Close" }).focus();
    await press("g", "s", "?");
    expect(page.url()).toEndWith("/review?card=new");
    await press("Escape");
    await dialog.waitFor({ state: "detached" });
    expect((await focused())?.name).toBe("New card");
  });

  test("is filled in and saved by keys", async () => {
    await press("Enter");
    await page.getByRole("dialog", { name: "New card" }).waitFor();
    await page.keyboard.type("What is a key?");
    await press("Tab");
    await page.keyboard.type("Something pressed");
    await press("Tab", "Enter");
    await page.getByRole("dialog").waitFor({ state: "detached" });
    await toast(page, /What is a key\?/);
    expect((await focused())?.name).toBe("New card");
    await press("Control+z");
    await toast(page, /^Undone: .*What is a key\?/);
  });
});

describe("in a workspace of one's own", () => {
  beforeAll(async () => {
    await visitor.leave();
    visitor = await visit(browser, fresh.server.address);
    page = visitor.page;
  }, 60_000);

  test("Ctrl-Z undoes from every screen and says what", async () => {
    const screens = places.map(({ path }) => path);
    for (const [at] of screens.entries()) {
      await fresh.other.run(
        [{ do: "add-item", kind: "task", list: "week:1", text: `Thing number ${at}` }],
        "cli",
        Date.now(),
      );
    }
    for (const [at, path] of [...screens.entries()].reverse()) {
      await visitor.go(path);
      await press("Control+z");
      await toast(page, new RegExp(`^Undone: .*Thing number ${at}\\.$`));
      await press("Control+Shift+z");
      await toast(page, new RegExp(`^Redone: .*Thing number ${at}\\.$`));
      await press("Control+z");
      await toast(page, new RegExp(`^Undone: .*Thing number ${at}\\.$`));
    }
    await eventually(async () => {
      const texts = (await now()).progress.weeks.flatMap(({ tasks }) => tasks);
      expect(texts.some(({ text }) => text.startsWith("Thing number"))).toBe(false);
    });
  }, 60_000);

  /** Weeks that are over lie folded. */
  const unfold = async () => {
    await page.locator(".weeks-over > summary").focus();
    await press("Enter");
  };

  test("in a field Ctrl-Z belongs to the field", async () => {
    await visitor.go("/plan");
    await unfold();
    await page.getByLabel("Add a task to week 1", { exact: true }).focus();
    await page.keyboard.type("Half a thought");
    await press("Control+z");
    expect(await page.locator(".toast p").count()).toBe(0);
  });

  test("a task is added, edited, left as it was, ticked and removed, and the focus keeps its place", async () => {
    await visitor.go("/plan");
    await unfold();
    await page.getByLabel("Add a task to week 1", { exact: true }).focus();
    await page.keyboard.type("Write by keys");
    await press("Enter");
    await toast(page, "Added: Write by keys.");
    await page.getByRole("checkbox", { name: "Write by keys", exact: true }).focus();
    await press("Space");
    await eventually(async () =>
      expect(
        (await now()).progress.weeks[0]?.tasks.find(({ text }) => text === "Write by keys")?.done,
      ).toBe(true),
    );
    await press("Tab");
    expect((await focused())?.name).toBe("Edit: Write by keys");
    await press("Enter");
    await page.getByRole("textbox", { name: "Edit: Write by keys" }).waitFor();
    await press("Control+a");
    await page.keyboard.type("Something else");
    await press("Escape");
    await eventually(async () => expect((await focused())?.name).toBe("Edit: Write by keys"));
    await press("Enter", "Control+a");
    await page.keyboard.type("Write by ten keys");
    await press("Enter");
    await toast(page, "Changed to: Write by ten keys.");
    await eventually(async () => expect((await focused())?.name).toBe("Edit: Write by ten keys"));
    await press("Tab");
    expect((await focused())?.name).toBe("Remove: Write by ten keys");
    await press("Enter");
    await toast(page, "Removed: Write by ten keys.");
  });

  const [one, two, three] = ["Alpha, mine", "Beta, mine", "Gamma, mine"] as const;
  /** The tasks of one's own in a week, in their order. */
  const order = async (week: number) =>
    ((await now()).progress.weeks.find(({ number }) => number === week)?.tasks ?? [])
      .map(({ text }) => text)
      .filter((text) => text.endsWith(", mine"));
  const expectOrder = (week: number, texts: readonly string[]) =>
    eventually(async () => expect(await order(week)).toEqual([...texts]));
  const expectOnHandle = () =>
    eventually(async () => expect((await focused())?.name).toBe(`Move: ${one}`));

  test("Alt with an arrow moves a task within its week and to the weeks beside it", async () => {
    await fresh.other.run(
      [one, two, three].map((text) => ({ do: "add-item", kind: "task", list: "week:11", text })),
      "cli",
      Date.now(),
    );
    await visitor.go("/plan");
    await page.getByRole("button", { name: `Move: ${one}`, exact: true }).focus();
    await press("Alt+ArrowDown");
    await expectOrder(11, [two, one, three]);
    await expectOnHandle();
    await press("Alt+ArrowUp");
    await expectOrder(11, [one, two, three]);
    await expectOnHandle();
    await press("Alt+ArrowRight");
    await expectOrder(12, [one]);
    await expectOnHandle();
    await press("Alt+ArrowLeft");
    await expectOrder(11, [two, three, one]);
    await expectOnHandle();
    await press("Control+z");
    await toast(page, /^Undone: /);
    await expectOrder(12, [one]);
    await press("Control+z");
    await expectOrder(11, [one, two, three]);
  });

  test("Space picks a task up, arrows carry it, Space puts it down and Escape leaves it", async () => {
    await visitor.go("/plan");
    const said = page.locator("[id^=DndLiveRegion]");
    const hear = (text: string) => said.getByText(text).waitFor({ state: "attached" });
    await page.getByRole("button", { name: `Move: ${one}`, exact: true }).focus();
    await press("Space");
    await hear(`Picked up: ${one}.`);
    await press("ArrowDown");
    await hear(`${one} is over ${two}.`);
    await press("Escape");
    await hear(`${one} stays where it was.`);
    expect(await order(11)).toEqual([one, two, three]);
    await expectOnHandle();
    await press("Space");
    await hear(`Picked up: ${one}.`);
    await press("ArrowDown");
    await hear(`${one} is over ${two}.`);
    await press("Space");
    await expectOrder(11, [two, one, three]);
    await hear(`${one} was put down at ${two}.`);
    await expectOnHandle();
    await press("Control+z");
    await expectOrder(11, [one, two, three]);
  });

  test("cards are answered, taken back, edited and suspended with keys alone", async () => {
    await fresh.other.run(
      [
        { do: "mark-paper", paper: "attention", aspect: "read", done: true },
        { do: "add-card", paper: null, front: "First of mine", back: "One" },
        { do: "add-card", paper: null, front: "Second of mine", back: "Two" },
      ] as never,
      "cli",
      Date.now(),
    );
    await visitor.go("/today");
    await press("g", "r");
    await page.getByRole("region", { name: "Card", exact: true }).waitFor();
    const front = () => page.locator(".side.front").textContent();
    const answers = async () =>
      Object.values((await now()).tally.cards).flatMap((card) => card.answers ?? []).length;
    const first = await front();
    // A grade says nothing before the answer is shown.
    await press("3");
    expect(await front()).toBe(first);
    await press("Space");
    const group = page.getByRole("group", { name: "How well did you know it?" });
    await group.waitFor();
    for (const grade of ["Again", "Hard", "Good", "Easy"]) {
      expect(await group.getByRole("button", { name: new RegExp(`^${grade}`) }).count()).toBe(1);
    }
    await press("4");
    await eventually(async () => expect(await front()).not.toBe(first));
    const second = await front();
    // An answer is a moment, a grade and the learner's day; the journal hears of it a moment after the page shows it.
    await eventually(async () => expect(await answers()).toBe(3));
    await press("u");
    await toast(page, /^Undone: /);
    await eventually(async () => expect(await front()).toBe(first));
    await eventually(async () => expect(await answers()).toBe(0));
    await press("Space", "3");
    await eventually(async () => expect(await front()).toBe(second));
    // Space alone goes through: show, good.
    await press("Space", "Space");
    await eventually(async () => expect(await front()).not.toBe(second));
    await press("u");
    await eventually(async () => expect(await front()).toBe(second));
    await press("u");
    await eventually(async () => expect(await front()).toBe(first));
    await press("e");
    await page.getByRole("dialog", { name: "Edit the card" }).waitFor();
    await press("Control+a");
    await page.keyboard.type("Another question");
    await press("Tab", "Tab", "Enter");
    await page.getByRole("dialog").waitFor({ state: "detached" });
    await eventually(async () => expect(await front()).toBe("Another question"));
    await press("-");
    await eventually(async () => expect(await front()).not.toBe("Another question"));
    await press("Control+z");
    await eventually(async () => expect(await front()).toBe("Another question"));
  }, 60_000);

  test("a whole evening: start the next step, write a note, tick it off, stop the clock", async () => {
    await visitor.go("/today");
    await press("s");
    await eventually(() => expect(page.url()).not.toEndWith("/today"));
    await palette("notes on layer");
    await press("Enter");
    await page.locator(".cm-content").waitFor();
    for (let presses = 0; presses < 60; presses += 1) {
      await press("Tab");
      if ((await focused())?.html.includes("cm-content")) break;
    }
    await press("Control+End");
    await page.keyboard.type("\nKeys are enough.");
    await page.getByText("Saved · notes/layernorm.md").waitFor();
    expect(readFileSync(join(fresh.layout.notes, "layernorm.md"), "utf8")).toContain(
      "Keys are enough.",
    );
    await press("Escape", "Tab");
    expect((await focused())?.html).not.toContain("cm-content");
    await press("g", "d");
    await page.locator("#screen h1").first().waitFor();
    const tick = page.getByRole("checkbox", { name: "Layer Normalization: notes written" });
    for (let presses = 0; presses < 200; presses += 1) {
      await press("Tab");
      if ((await focused())?.name === "Layer Normalization: notes written") break;
    }
    await press("Space");
    await eventually(async () => expect(await tick.isChecked()).toBe(true));
  }, 60_000);

  test("the console stayed silent", () => {
    expect(visitor.complaints).toEqual([]);
  });
});
