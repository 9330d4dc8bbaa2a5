/** Reading a paper in the page: the place that stays, what is found, marked and answered, and files that are none. */
import { afterAll, beforeAll, expect, test } from "bun:test";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { type LaidPage, layPdf } from "../fixtures/laid-pdf.ts";
import { openBrowser } from "./chromium.ts";
import { type Served, serveFresh } from "./served.ts";
import {
  axeFinds,
  eventually,
  expectNoSidewaysScroll,
  toast,
  type Visitor,
  visit,
} from "./visit.ts";

let browser: Browser;
let served: Served;
let visitor: Visitor;
let page: Page;

/** Two columns, drawn row by row as some files are. */
function columns(number: number, more: Partial<LaidPage> = {}): LaidPage {
  const rows = Array.from({ length: 30 }, (_, at) => at + 1).flatMap((at) => [
    { text: `left line ${at} of page ${number} which is long`, x: 60, y: 710 - at * 20 },
    { text: `right line ${at} of page ${number} which is long`, x: 320, y: 710 - at * 20 },
  ]);
  return { texts: [{ text: "Attention Is All You Need", x: 200, y: 740 }, ...rows], ...more };
}

beforeAll(async () => {
  browser = await openBrowser();
  served = await serveFresh();
  mkdirSync(served.layout.papers, { recursive: true });
  const pages = Array.from({ length: 30 }, (_, at) =>
    columns(at + 1, at === 0 ? { links: [{ rect: [200, 735, 350, 755], to: 12 }] } : {}),
  );
  pages[3] = columns(4, { rotate: 90 });
  const contents = [
    { title: "1 Introduction", page: 1 },
    { title: "3 Model Architecture", page: 20 },
  ];
  writeFileSync(join(served.layout.papers, "attention.pdf"), layPdf({ pages, contents }));
  visitor = await visit(browser, served.server.address);
  page = visitor.page;
  await visitor.go("/paper/attention/read");
}, 60_000);
afterAll(async () => {
  await browser.close();
  await served.stop();
});

const field = () => page.getByRole("textbox", { name: "Page" });
const onPage = (number: number) =>
  eventually(async () => expect(await field().inputValue()).toBe(String(number)));
const drawn = (number: number) =>
  page.locator(`[data-page='${number}'] .textLayer span`).first().waitFor();
const room = (name: string) => page.locator(".tabs").getByRole("link", { name, exact: true });
const tracker = () => served.other.look(Date.now());
const note = () => readFileSync(join(served.layout.notes, "attention.md"), "utf8");

/** Selects from the beginning of one piece of text to the end of another, as a mouse would. */
async function select(from: string, to: string): Promise<void> {
  await page.getByText(from, { exact: true }).waitFor();
  await page.evaluate(`{
    const pieces = [...document.querySelectorAll(".textLayer span")];
    const [from, to] = ${JSON.stringify([from, to])}.map((text) => pieces.find((one) => one.textContent === text).firstChild);
    document.querySelector(".pages").focus();
    document.getSelection().setBaseAndExtent(from, 0, to, to.length);
  }`);
  await page.getByRole("toolbar", { name: "The selection" }).waitFor();
}

test("the place stays through zooming, two pages, a reload, other rooms and a server that is away", async () => {
  await drawn(1);
  await field().fill("20");
  await field().press("Enter");
  await onPage(20);
  for (const key of ["+", "+", "-", "p", "w", "t", "t"]) {
    await page.keyboard.press(key);
    await drawn(20);
    await onPage(20);
  }
  await eventually(() => expect(page.url()).toContain("#page=20"));
  await page.reload();
  await drawn(20);
  await onPage(20);
  await room("Notes").click();
  await page.getByRole("textbox", { name: "Notes" }).waitFor();
  await room("Read").click();
  await drawn(20);
  await onPage(20);
  await page.route("**/*", (route) => route.abort());
  await room("Implement").click();
  await room("Read").click();
  await drawn(20);
  await page.unroute("**/*");
});

test("links and contents lead within the paper, and back again", async () => {
  await page.keyboard.press("o");
  await page.getByRole("button", { name: /^1 Introduction/ }).click();
  await onPage(1);
  await page.getByRole("link", { name: "Page 12", exact: true }).click();
  await onPage(12);
  await page.keyboard.press("b");
  await onPage(1);
});

test("words are found in the order in which they are read, and counted", async () => {
  await page.keyboard.press("Control+f");
  // The end of one line and the beginning of the next in the same column.
  await page.keyboard.type("page 7 which is long left line 9");
  const panel = page.getByRole("complementary", { name: "Contents, search and marks" });
  await panel.getByText("1 of 1", { exact: true }).waitFor();
  await onPage(7);
  await page.getByRole("searchbox").fill("LEFT line 2 of");
  await panel.getByText("1 of 30", { exact: true }).waitFor();
  await page.keyboard.press("Enter");
  await panel.getByText("2 of 30", { exact: true }).waitFor();
  await onPage(2);
});

test("a mark goes over columns, is given a colour and a comment, and stands in the list", async () => {
  await select("left line 30 of page 2 which is long", "right line 1 of page 2 which is long");
  await page.getByRole("button", { name: "Highlight in green" }).click();
  const quote = "left line 30 of page 2 which is long right line 1 of page 2 which is long";
  await eventually(() => expect(note()).toContain(`> ${quote}`));
  await page.getByRole("button", { name: /^Mark: left line 30/ }).click();
  await page.getByRole("textbox", { name: "Comment" }).fill("Over the lane");
  await page.getByRole("button", { name: "Blue" }).click();
  await page.keyboard.press("Escape");
  await eventually(async () => {
    const [mark] = (await tracker()).tally.highlights;
    expect(mark).toMatchObject({ quote, page: 2, colour: "blue", comment: "Over the lane" });
    expect(mark?.rects.length).toBe(2);
  });
  await page.getByRole("button", { name: "Marks", exact: true }).click();
  await page.getByRole("list", { name: "1 mark" }).getByText("Over the lane").waitFor();
});

test("a mark goes over pages, and on a turned page it lies on the words", async () => {
  await field().fill("4");
  await field().press("Enter");
  await drawn(4);
  await select("right line 30 of page 3 which is long", "left line 2 of page 4 which is long");
  await page.keyboard.press("h");
  await page.locator("[data-page='4'] .highlight span").first().waitFor();
  const overlap = await page.evaluate<number>(`{
    const mark = document.querySelector("[data-page='4'] .highlight span:nth-of-type(3)").getBoundingClientRect();
    const text = [...document.querySelectorAll("[data-page='4'] .textLayer span")].find((one) => one.textContent.startsWith("left line 2 ")).getBoundingClientRect();
    const width = Math.min(mark.right, text.right) - Math.max(mark.left, text.left);
    const height = Math.min(mark.bottom, text.bottom) - Math.max(mark.top, text.top);
    (width * height) / (text.width * text.height);
  }`);
  expect(overlap).toBeGreaterThan(0.9);
  // Taken back, it takes its quote along; the other stays.
  await page.keyboard.press("Control+z");
  await eventually(() => expect(note()).not.toContain("right line 30 of page 3"));
  expect(note()).toContain("left line 30 of page 2");
});

test("what is copied are the words as they are read", async () => {
  await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
  await select("left line 29 of page 4 which is long", "right line 1 of page 4 which is long");
  await page.keyboard.press("Control+c");
  expect(await page.evaluate<string>("navigator.clipboard.readText()")).toBe(
    "left line 29 of page 4 which is long left line 30 of page 4 which is long right line 1 of page 4 which is long",
  );
});

test("a question of the guide is answered beside the paper, and the answer is in the note", async () => {
  await page.keyboard.press("e");
  await page.getByRole("button", { name: /^What about recurrent networks/ }).click();
  await page.getByRole("textbox", { name: "Your answer" }).fill("Each step waits.");
  await page.getByRole("button", { name: "Solid" }).click();
  await eventually(() => expect(note()).toContain("Each step waits.\n\nSelf-score: solid\n"));
  expect(await axeFinds(page)).toEqual([]);
  await page.keyboard.press("e");
});

test("focus leaves nothing but the paper, and on a phone it has the room", async () => {
  await page.keyboard.press("f");
  const wide = await page.locator(".pages").boundingBox();
  expect(wide?.width).toBeGreaterThan(1000);
  await page.keyboard.press("Escape");
  await page.setViewportSize({ width: 390, height: 844 });
  await eventually(async () => {
    const room = await page.locator(".pages").boundingBox();
    expect(room?.height).toBeGreaterThan(650);
    expect(room?.width).toBe(390);
  });
  await expectNoSidewaysScroll(page);
  await page.setViewportSize({ width: 1280, height: 900 });
});

test("a PDF that is broken, locked, without text or of another paper is told, and replaced by a drop", async () => {
  const path = join(served.layout.papers, "bert.pdf");
  const blank = layPdf({ pages: [{ texts: [] }] });
  const locked = layPdf({ pages: [{ texts: [] }], encrypted: true });
  for (const [bytes, said] of [
    ["%PDF-1.7 and no more", /can't be read/],
    [locked, /encrypted/],
    [blank, /has no text/],
    ["<!doctype html><title>Sign in</title>", /is not a PDF/],
    [layPdf({ pages: [] }), /has no pages/],
    [blank, /has no text/],
  ] as const) {
    writeFileSync(path, bytes);
    await visitor.go("/paper/bert/read");
    await page.getByText(said).waitFor();
  }
  const drop = (name: string, text: string) =>
    page.evaluate(`{
      const data = new DataTransfer();
      data.items.add(new File([${JSON.stringify(text)}], ${JSON.stringify(name)}));
      document.body.dispatchEvent(new DragEvent("drop", { dataTransfer: data, bubbles: true, cancelable: true }));
    }`);
  await drop("notes.txt", "words");
  await toast(page, "That is not a PDF");
  await drop("other.pdf", new TextDecoder().decode(layPdf({ pages: [columns(1)] })));
  await page.getByRole("dialog").getByRole("button", { name: "Replace the PDF" }).click();
  await drawn(1);
  await page.getByText(/does not look like .BERT/).waitFor();
  await page.getByRole("button", { name: "It is the right one" }).click();
  await page.getByText(/does not look like/).waitFor({ state: "detached" });
});

test("a paper of one's own comes with its link, and takes its PDF", async () => {
  await visitor.go("/papers");
  await page
    .getByRole("textbox", { name: /paper/i })
    .last()
    .fill("Mamba https://arxiv.org/abs/2312.00752");
  await page.keyboard.press("Enter");
  await page.getByRole("link", { name: "Mamba" }).click();
  await page.getByRole("button", { name: "Fetch arXiv:2312.00752" }).waitFor();
  await page.locator("input[type=file]").setInputFiles({
    name: "mamba.pdf",
    mimeType: "application/pdf",
    buffer: Buffer.from(layPdf({ pages: [columns(1)] })),
  });
  await drawn(1);
  expect(existsSync(join(served.layout.papers, "mamba.pdf"))).toBe(true);
  expect(visitor.complaints.filter((one) => !/ERR_FAILED|Failed to load/.test(one))).toEqual([]);
});
