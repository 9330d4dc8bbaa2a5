/** The group on the page: the learner's own, and the hub's copy on a phone, with the program as it is shipped. */
import { afterAll, beforeAll, expect, test } from "bun:test";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { emptyFolder, program } from "../cli/study.ts";
import { openBrowser } from "./chromium.ts";
import { axeFinds, eventually, expectNoSidewaysScroll, visit } from "./visit.ts";

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

/** Starts a server of the program; what it says until the address is there. */
async function started(form: RegExp, ...words: readonly string[]): Promise<string> {
  const child = program([...words, "--port", "0"], folder.path);
  ends.push(() => child.kill("SIGKILL"));
  let said = "";
  const found = Promise.withResolvers<string>();
  for (const stream of [child.stdout, child.stderr]) {
    const decoder = new TextDecoder();
    stream
      .pipeTo(
        new WritableStream({
          write: (piece) => {
            said += decoder.decode(piece);
            const address = form.exec(said)?.[1];
            if (address !== undefined) found.resolve(address);
          },
        }),
      )
      .catch(() => {});
  }
  return found.promise;
}

const section = (page: Page, name: string | RegExp) => page.getByRole("region", { name });

test("group.5 the page shows the week, the map, the digest and the mentor's view, and takes back what is shared at once", async () => {
  const address = await started(/Hub: +(\S+)/, "hub");
  const link = async (name: string, ...words: readonly string[]) => {
    const said = await folder.ok("hub", "invite", name, "--url", address, ...words);
    return /'(http[^']+)'/.exec(said)?.[1] ?? "";
  };
  await folder.ok("hub", "group", "new", "readers", "--checkin", "sunday");
  for (const name of ["ann", "bob", "mia"]) {
    await folder.ok("init", name, "--yes");
    const role = name === "mia" ? ["--mentor"] : [];
    await folder.ok("sync", await link(name, "--group", "readers", ...role), "--dir", name);
  }
  const by = (name: string, ...words: readonly string[]) => folder.ok(...words, "--dir", name);
  await by("bob", "read", "bert");
  await by("bob", "log", "1h30", "bert");
  mkdirSync(join(folder.path, "bob", "notes"), { recursive: true });
  writeFileSync(join(folder.path, "bob", "notes", "bert.md"), "# BERT\n\nMasked words of bob\n");
  await Bun.sleep(1200);
  await by("bob", "sync");
  await by("bob", "share", "on", "plan", "progress");

  // Ann's own page, before anybody else shares more.
  const served = await started(/(http:\/\/127[^\s]+)/, "serve", "--dir", "ann");
  const { page, context, go, complaints, leave } = await visit(browser, served);
  ends.push(leave);
  await go("/group");
  await page.getByRole("heading", { level: 1, name: "readers" }).waitFor();
  await page.getByText("You share nothing with this group yet.").waitFor();
  await section(page, /Who is where/)
    .getByText("bob (reading)")
    .waitFor();
  expect(await section(page, /For the check-in/).textContent()).not.toContain("1h30");
  expect(await page.getByText("Who is stuck").count()).toBe(0);

  // Her switches are the hub's word: what she turns on is there for the others, and gone when she turns it off.
  const teller = async () =>
    (
      await folder.json<{ topics: { topic: string; shared: boolean }[] }>(
        "share",
        "list",
        "--dir",
        "ann",
      )
    ).topics
      .filter(({ shared }) => shared)
      .map(({ topic }) => topic);
  const turn = page.getByRole("switch", { name: /^Progress/ });
  await turn.click();
  await eventually(async () => expect(await teller()).toEqual(["progress"]), 10_000);
  await turn.click();
  await eventually(async () => expect(await teller()).toEqual([]), 10_000);

  // Bob's notes are there while he shares them.
  await by("bob", "share", "on", "notes", "hours");
  await go("/group");
  await section(page, /For the check-in/)
    .getByText("1h30")
    .waitFor();
  await page.getByText("Notes of bob").click();
  await page.locator("summary", { hasText: /^BERT$/ }).click();
  await page.getByText("Masked words of bob").waitFor();
  await by("bob", "group", "leave", "readers");
  await go("/group");
  await page.getByText("Nobody shares teach-backs or notes yet.").waitFor();
  expect(await page.textContent("#screen")).not.toContain("bob");
  expect(await axeFinds(page)).toEqual([]);
  await page.setViewportSize({ width: 390, height: 844 });
  await expectNoSidewaysScroll(page);

  // Without a network nothing of others is there: the page keeps none of it.
  await page.setViewportSize({ width: 1280, height: 900 });
  await page.getByRole("link", { name: "Today" }).first().click();
  await context.setOffline(true);
  await page.getByRole("link", { name: "Group" }).first().click();
  await page.getByText("The hub did not answer, and nothing of others is kept here.").waitFor();
  await context.setOffline(false);

  // On a phone by way of the hub, as a mentor.
  const phone = await visit(browser, await link("mia"), { width: 390, height: 844 });
  ends.push(phone.leave);
  await phone.go("/group");
  await phone.page.getByRole("heading", { level: 1, name: "readers" }).waitFor();
  await section(phone.page, "Who is stuck").waitFor();
  await expectNoSidewaysScroll(phone.page);
  await phone.page.getByRole("switch", { name: /^Failed checks/ }).click();
  await phone.page.locator('input[role="switch"]:checked').nth(1).waitFor();
  const what = await folder.json<{ topics: { topic: string; shared: boolean }[] }>(
    "share",
    "list",
    "--dir",
    "mia",
  );
  expect(what.topics.filter(({ shared }) => shared).map(({ topic }) => topic)).toEqual([
    "verified",
    "failed-checks",
  ]);
  await phone.page.getByRole("button", { name: "Leave this group" }).click();
  await phone.page.getByRole("button", { name: "Leave it" }).click();
  await phone.page.getByText("You are in no group yet.").waitFor();
  const expected = /ERR_INTERNET_DISCONNECTED|Failed to fetch/;
  const all = [...complaints, ...phone.complaints];
  expect(all.filter((one) => !expected.test(one))).toEqual([]);
}, 180_000);

test("group.6 a workspace without a hub is told what a group is, and what to do", async () => {
  await folder.ok("init", "alone", "--yes");
  const served = await started(/(http:\/\/127[^\s]+)/, "serve", "--dir", "alone");
  const { page, go, leave } = await visit(browser, served);
  ends.push(leave);
  await go("/group");
  await page.getByText(/^People who study together see of each other/).waitFor();
}, 60_000);
