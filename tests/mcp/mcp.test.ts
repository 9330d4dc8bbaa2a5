/** The official client of the protocol speaks to the program that is shipped. */
import { afterAll, beforeAll, describe, expect, test } from "bun:test";
import { copyFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { Client } from "@modelcontextprotocol/sdk/client/index.js";
import { StdioClientTransport } from "@modelcontextprotocol/sdk/client/stdio.js";
import { type Folder, workspace } from "../cli/study.ts";
import { builtProgram } from "../executable.ts";
import { python } from "../lab/python.ts";

const solutions = join(import.meta.dir, "..", "lab", "solutions", "layernorm", "forward");

let folder: Folder;
let writer: Client;
let reader: Client;
beforeAll(async () => {
  folder = await workspace("--start", "2026-11-16");
  await folder.ok("python", python);
  writer = await connect("--write");
  reader = await connect();
});
afterAll(async () => {
  await writer.close();
  await reader.close();
  folder.remove();
});

async function connect(...words: readonly string[]): Promise<Client> {
  const client = new Client({ name: "a-test", version: "1" });
  const env = { PATH: process.env.PATH ?? "", HOME: folder.path };
  await client.connect(
    new StdioClientTransport({
      command: builtProgram(),
      args: ["mcp", "--dir", folder.path, ...words],
      cwd: folder.path,
      env,
    }),
  );
  return client;
}

interface Today {
  readonly next: { readonly what: string; readonly command: string } | null;
  readonly week: {
    readonly steps: readonly {
      readonly what: string;
      readonly command: string;
      readonly done: boolean;
    }[];
  } | null;
}

interface Said {
  readonly failed: boolean;
  readonly text: string;
}

async function call(client: Client, name: string, given: Record<string, unknown>): Promise<Said> {
  const result = await client.callTool({ name, arguments: given });
  const [first] = result.content as readonly { readonly text: string }[];
  return { failed: result.isError === true, text: first?.text ?? "" };
}

/** Of a tool that must succeed. */
async function ok(name: string, given: Record<string, unknown> = {}): Promise<string> {
  const { failed, text } = await call(writer, name, given);
  if (failed) throw new Error(`${name}: ${text}`);
  return text;
}

async function refusal(name: string, given: Record<string, unknown> = {}): Promise<string> {
  const { failed, text } = await call(writer, name, given);
  expect({ name, failed }).toEqual({ name, failed: true });
  return text;
}

describe("an assistant that may only read", () => {
  test("sees no tool that changes anything, and is refused one in a sentence", async () => {
    const { tools } = await reader.listTools();
    expect(tools.map(({ name }) => name)).toEqual([
      "look",
      "read",
      "search",
      "due_cards",
      "card_back",
    ]);
    expect(tools.every(({ annotations }) => annotations?.readOnlyHint === true)).toBe(true);
    const { failed, text } = await call(reader, "log", { duration: "40m", paper: "bert" });
    expect({ failed, text }).toEqual({
      failed: true,
      text: expect.stringContaining("`study mcp --write`"),
    });
    expect(await folder.json<readonly unknown[]>("sessions")).toEqual([]);
  });

  test("reads today, plan, progress, papers, verdicts, guides and notes by address", async () => {
    const { resources } = await reader.listResources();
    for (const { uri } of resources) {
      const { contents } = await reader.readResource({ uri });
      const [content] = contents as readonly { readonly text: string }[];
      expect(JSON.parse(content?.text ?? "")).toBeDefined();
    }
    expect(resources.map(({ name }) => name)).toEqual([
      "today",
      "plan",
      "progress",
      "papers",
      "verdicts",
    ]);
    const { contents: now } = await reader.readResource({ uri: "study://today" });
    const [{ text }] = now as unknown as readonly [{ readonly text: string }];
    const { next, week } = JSON.parse(text) as Today;
    const { next: atTerminal } = await folder.json<Pick<Today, "next">>("status");
    const open = week?.steps.find(({ done }) => !done);
    expect(next).toMatchObject({ what: atTerminal?.what, command: atTerminal?.command });
    expect([open?.what, open?.command]).toEqual([next?.what, next?.command]);
    await folder.ok("notes", "bert");
    const { contents } = await reader.readResource({ uri: "study://notes/BERT" });
    expect(JSON.stringify(contents)).toContain("BERT");
    const guide = await reader.readResource({ uri: "study://guides/attention" });
    expect(JSON.stringify(guide.contents)).toContain("glossary");
    for (const uri of ["study://nothing", "study://guides/nobody", "study://notes/%zz"]) {
      const failed = await reader.readResource({ uri }).catch((error: Error) => error.message);
      expect(failed).toMatch(/There is n/);
    }
  });
});

describe("an assistant that may write", () => {
  test("logs, starts, stops, ticks and adds, each marked as its own and undone by one step", async () => {
    expect(await ok("log", { paper: "BERT", duration: "40m", activity: "notes" })).toContain("40m");
    expect(await ok("start", { paper: "1810.04805" })).toContain("BERT");
    expect(await ok("stop", { duration: "25m" })).toContain("25m");
    expect(await ok("tick_paper", { paper: "bert", what: "read" })).toContain("BERT");
    expect(await ok("tick_task", { task: "1", week: 1 })).toMatch(/done|Ticked/i);
    expect(await ok("add_task", { text: "Ask Ana about masks", week: 2 })).toContain("Ask Ana");
    const lines = (await folder.ok("export")).split("\n").filter((line) => line.includes('"mcp"'));
    expect(lines.length).toBeGreaterThanOrEqual(6);
    expect((await Bun.file(join(folder.path, "TRACKER.md")).text()).includes("Ask Ana")).toBe(true);
    expect(await ok("undo")).toMatch(/^Undone: .*Ask Ana/);
    expect((await Bun.file(join(folder.path, "TRACKER.md")).text()).includes("Ask Ana")).toBe(
      false,
    );
  });

  test("takes back what an assistant did, and nothing that the learner did", async () => {
    await ok("log", { paper: "BERT", duration: "35m" });
    await folder.ok("log", "20m", "lora");
    const before = await folder.ok("export");
    expect(await refusal("undo")).toMatch(/no assistant's: Logged 20m/);
    expect(await folder.ok("export")).toBe(before);
    await folder.ok("undo");
    expect(await ok("undo")).toMatch(/^Undone: Logged 35m/);
  });

  test("asks cards by their fronts, and gives the back of one when asked", async () => {
    const { cards } = JSON.parse(await ok("due_cards", { most: 2 }));
    expect(cards).toHaveLength(2);
    expect(Object.keys(cards[0])).not.toContain("back");
    const { back } = JSON.parse(await ok("card_back", { card: cards[0].id }));
    expect(back.length).toBeGreaterThan(0);
    expect(await ok("answer_card", { card: cards[0].id, grade: "good" })).not.toBe("");
    expect(await refusal("card_back", { card: "no-such-card" })).toContain("due_cards");
  });

  test("checks code, names the mistake, and never shows a line of the reference", async () => {
    await folder.ok("code", "layernorm/forward");
    const file = join(folder.path, "code", "layernorm", "forward.py");
    writeFileSync(
      file,
      "def layer_norm(a, gain, bias, epsilon=1e-5):\n    return gain * (a - a.mean(-1, keepdims=True)) / a.std(-1, keepdims=True, ddof=1) + bias\n",
    );
    const wrong = await ok("check_code", { exercise: "layernorm/forward" });
    expect(JSON.parse(wrong)).toMatchObject({ verdict: "wrong" });
    expect(JSON.parse(wrong).mistakes.length).toBeGreaterThan(0);
    expect(wrong).not.toMatch(/"diff"|def layer_norm/);
    expect(await ok("hint", { exercise: "layernorm/forward" })).toMatch(/^Hint 1 of/);
    copyFileSync(join(solutions, "loops.py"), file);
    const right = await ok("check_code", { exercise: "layernorm/forward" });
    expect(JSON.parse(right)).toMatchObject({ passed: true, verdict: "passed" });
    const { tools } = await writer.listTools();
    expect(tools.map(({ name }) => name).filter((name) => /solution|reference/.test(name))).toEqual(
      [],
    );
  });

  test.each([
    ["log", { duration: "forty" }, "not a duration"],
    ["log", {}, '"duration" is missing'],
    ["log", { duration: "40m", colour: "red" }, 'There is no "colour"'],
    ["log", { duration: 40 }, "it must be text"],
    ["log", { duration: "40m", on: "2031-01-01" }, "in the future"],
    ["log", { duration: "40m", paper: "brt" }, "did you mean"],
    ["stop", {}, "timer"],
    ["tick_task", { task: "no such words" }, "No line contains"],
    ["tick_task", { task: "1", week: 0 }, "from 1 to 520"],
    ["tick_paper", { paper: "bert", what: "eaten" }, "it must be"],
    ["check_code", { exercise: "layernorm" }, "Name one"],
    ["look", { at: "yesterday" }, "it must be"],
    ["dance", {}, 'no tool "dance"'],
  ])("bad input to %s gets a sentence: %j", async (name, given, sentence) => {
    const before = await folder.ok("export");
    expect(await refusal(name, given)).toContain(sentence);
    expect(await folder.ok("export")).toBe(before);
  });

  test("edits of TRACKER.md made meanwhile are taken in", async () => {
    const path = join(folder.path, "TRACKER.md");
    const text = await Bun.file(path).text();
    writeFileSync(path, text.replace("| GPT-2 | ☐", "| GPT-2 | ☑"));
    const papers = JSON.parse(await ok("look", { at: "papers" }));
    const gpt2 = papers.find(({ id }: { readonly id: string }) => id === "gpt-2");
    expect(gpt2.done.read).toBe(true);
  });
});
