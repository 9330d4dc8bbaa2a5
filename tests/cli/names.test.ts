/** What things are called: labels, numbers, arXiv ids, names of one's own. */
import { afterAll, beforeAll, expect, test } from "bun:test";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { type Folder, workspace } from "./study.ts";

let folder: Folder;
beforeAll(async () => {
  folder = await workspace("--start", "2026-01-05");
});
afterAll(() => folder.remove());
const tracker = () => readFileSync(join(folder.path, "TRACKER.md"), "utf8");
const figures = () =>
  folder.json<{ counted: number; phases: readonly { counted: number }[] }>("status");

test("a milestone has its label, and is found by it", async () => {
  expect(await folder.ok("milestone")).toContain("2 ☐ Milestone 2: Train small language model");
  expect(await folder.ok("milestone", "done", "Milestone 2")).toBe(
    "Done: Milestone 2: Train small language model from scratch.\n",
  );
  expect(await folder.ok("milestone", "undone", "milestone", "2")).toStartWith("Open again");
});

test("several lines are ticked at once, as one step", async () => {
  await folder.ok("task", "done", "1", "2-3", "--week", "1");
  const [list] = await folder.json<readonly { items: readonly { done: boolean }[] }[]>(
    "task",
    "--week",
    "1",
  );
  expect(list?.items.map(({ done }) => done)).toEqual([true, true, true, false, false]);
  await folder.ok("undo");
  const [undone] = await folder.json<readonly { items: readonly { done: boolean }[] }[]>(
    "task",
    "--week",
    "1",
  );
  expect(undone?.items.some(({ done }) => done)).toBe(false);
  expect(await folder.refused("task", "done", "1", "9", "--week", "1")).toContain(
    "There is no line 9",
  );
});

test("an arXiv id or its address is a name", async () => {
  for (const name of [
    "1810.04805",
    "arXiv:1810.04805v2",
    "https://arxiv.org/abs/1810.04805",
    "https://arxiv.org/pdf/1810.04805v1.pdf",
  ]) {
    expect(await folder.ok("read", name, "--started")).toMatch(/BERT|Nothing/);
  }
  expect(await folder.refused("read", "9999.99999")).toContain(
    "No paper of yours is arXiv 9999.99999",
  );
  await folder.ok("read", "bert", "--undo");
});

test("resources show their addresses", async () => {
  expect(await folder.ok("resource")).toMatch(/CS224N.*\n +https:\/\//);
});

test("an own paper is renamed, keeps its hours, and history and undo speak names", async () => {
  await folder.ok("paper", "add", "Mamba");
  await folder.ok("log", "2h", "mamba");
  expect(await folder.ok("paper", "rename", "mamba", "Mamba", "2")).toBe(
    "Paper renamed: Mamba 2.\n",
  );
  expect(tracker()).toContain("| Mamba 2 | ☐ | ☐ | ☐ | 2 |");
  expect(tracker()).not.toContain("| Mamba |");
  await folder.ok("status");
  const papers = await folder.json<readonly { name: string; minutes: number }[]>("papers");
  expect(papers.filter(({ name }) => name.startsWith("Mamba"))).toMatchObject([
    { name: "Mamba 2", minutes: 120 },
  ]);
  expect(await folder.refused("paper", "rename", "bert", "ELMo")).toContain(
    "belongs to the curriculum",
  );
  expect(await folder.refused("paper", "rename", "mamba", "LoRA")).toContain(
    "is already in the tracker",
  );
  await folder.ok("paper", "remove", "mamba");
  expect(await folder.ok("history", "-n", "4")).toMatch(/Paper removed: Mamba 2/);
  expect(await folder.ok("history", "-n", "9")).not.toMatch(/ on mamba\b/);
});

test("a paper that is skipped keeps its row and counts nowhere, until it is taken in again", async () => {
  const before = await figures();
  expect(await folder.ok("paper", "skip", "gpt-1")).toContain("Left out: GPT-1.");
  expect((await figures()).counted).toBe(before.counted - 1);
  expect((await figures()).phases[1]?.counted).toBe(2);
  expect(tracker()).toContain("| GPT-1 | skipped | ☐ | ☐ | 0 |");
  expect(tracker()).toContain(`**Papers Read**: 0/${before.counted - 1} (0%)`);
  expect(await folder.ok("papers")).toMatch(/gpt-1 .*skipped/);
  await folder.ok("undo");
  expect(tracker()).toContain("| GPT-1 | ☐ | ☐ | ☐ | 0 |");
  expect((await figures()).counted).toBe(before.counted);
});

test("in TRACKER.md a paper is skipped by the word, and taken in again by a box", async () => {
  const path = join(folder.path, "TRACKER.md");
  writeFileSync(path, tracker().replace("| GPT-1 | ☐ |", "| GPT-1 | Skipped |"));
  expect((await folder.study("status")).err).toContain("Left out: GPT-1");
  expect(tracker()).toContain("| GPT-1 | Skipped |");
  writeFileSync(path, tracker().replace("| GPT-1 | Skipped |", "| GPT-1 | ☑ |"));
  expect((await folder.study("status")).err).toContain("Taken in again: GPT-1; Read: GPT-1");
  expect(tracker()).toContain("| GPT-1 | ☑ |");
});

test("every argument that has words is completed", async () => {
  const complete = async (...words: readonly string[]) =>
    (await folder.ok("complete", "--", ...words)).trim().split("\n");
  expect(await complete("checkin", "")).toEqual([
    "progress",
    "implementation",
    "quiz",
    "month:1",
    "month:2",
    "month:3",
  ]);
  expect(await complete("task", "done", "")).toContain("1");
  expect(await complete("task", "--week", "1")).toContain("12");
  expect(await complete("plan", "--phase", "")).toEqual(["1", "2", "3", "4", "5", "auto"]);
  expect(await complete("reward", "")).toContain("program");
  expect(await complete("guide", "bert", "--section", "")).toContain("equations");
  expect(await complete("compare", "BERT")).toContain("BERT-base");
  expect(await complete("sessions", "")).toEqual(expect.arrayContaining(["edit", "bert"]));
  expect(await complete("log", "1h", "ber")).toEqual(["bert"]);
  expect(await complete("log", "1h", "bert", "-a", "im")).toEqual(["implement"]);
  expect(await complete("resource", "add", "--group", "B")).toEqual(["Books"]);
  expect(await complete("plan", "--zone", "Europe/Zu")).toEqual(["Europe/Zurich"]);
  expect(await complete("init", "--curriculum", "d")).toEqual(["diffusion"]);
});

test("what an undo took away keeps its name in the history, and in what is undone", async () => {
  const before = (await folder.json<readonly unknown[]>("history", "--all")).length;
  await folder.ok("paper", "add", "Zeta Paper");
  await folder.ok("log", "20m", "zeta");
  await folder.ok("task", "add", "--week", "1", "Draw the residual stream");
  await folder.ok("task", "done", "--week", "1", "Draw the residual stream");
  for (const said of ["Done: Draw", "Added: Draw", "on Zeta Paper", "Paper added: Zeta Paper"]) {
    expect(await folder.ok("undo")).toContain(said);
  }
  const said = (await folder.json<readonly { what: readonly string[] }[]>("history", "--all"))
    .slice(before)
    .flatMap(({ what }) => what)
    .join("\n");
  expect(said).not.toContain("zeta-paper");
  expect(said).not.toContain("a line that is gone");
});
