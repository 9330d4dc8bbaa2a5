import { afterAll, beforeAll, expect, test } from "bun:test";
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { python } from "../../tests/lab/python.ts";
import type { ExerciseTexts } from "../wire/wire.ts";
import { createWorkspace } from "../workspace/create.ts";
import { taskLabel, tasksPath } from "../workspace/editor-tasks.ts";
import { layoutOf } from "../workspace/layout.ts";
import { keepLocal } from "../workspace/local.ts";
import type { Workspace } from "../workspace/workspace.ts";
import { type Server, startServer } from "./serve.ts";
import { workspaceToken } from "./token.ts";

const folder = mkdtempSync(join(tmpdir(), "study-checks-"));
const solutions = join(import.meta.dir, "..", "..", "tests", "lab", "solutions", "layernorm");
let workspace: Workspace;
let server: Server;

beforeAll(async () => {
  const plan = {
    start: null,
    target: null,
    minutesAWeek: null,
    timeZone: "UTC",
    dayStarts: 0,
  } as const;
  const wanted = { ...plan, curriculum: "llm", kind: "own" } as const;
  workspace = await createWorkspace(layoutOf(folder), wanted, Date.now());
  keepLocal(workspace.layout, { python });
  server = await startServer({ workspace, port: 0 });
});
afterAll(async () => {
  await server.stop();
  workspace.close();
  rmSync(folder, { recursive: true, force: true });
});

const asProgram = () => ({ authorization: `Bearer ${workspaceToken(workspace.layout)}` });
const get = (path: string) => fetch(new URL(path, server.url), { headers: asProgram() });

function post(path: string, body: unknown, headers: Record<string, string> = {}) {
  return fetch(new URL(path, server.url), {
    method: "POST",
    headers: {
      "content-type": "application/json",
      ...asProgram(),
      ...headers,
    },
    body: JSON.stringify(body),
  });
}

const one = { paper: "layernorm", exercise: "forward" };

test("the texts of a paper's exercises, with their hints and files", async () => {
  const response = await get("/api/exercises?paper=layernorm");
  expect(await response.json()).toMatchObject({
    python: { found: true, path: python, by: "study python" },
    exercises: [
      {
        id: "forward",
        path: "code/layernorm/forward.py",
        exists: false,
        text: expect.stringContaining("layer_norm"),
        hints: expect.any(Array),
        solution: expect.stringContaining("def layer_norm"),
        edits: [],
      },
      { id: "backward" },
      { id: "batch-and-layer" },
      { id: "invariances" },
    ],
  });
  const none = await get("/api/exercises?paper=nothing");
  expect(none.status).toBe(404);
});

test("a starter is written on request, and once, with the editor's task as `study code` writes it", async () => {
  const written = async () => (await post("/api/code", one)).json();
  const path = "code/layernorm/forward.py";
  expect(await written()).toEqual({ ok: true, starters: [{ path, written: true }], editor: null });
  expect(await written()).toEqual({ ok: true, starters: [{ path, written: false }], editor: null });
  expect(existsSync(join(folder, path))).toBe(true);
  const tasks = join(folder, tasksPath);
  expect(JSON.parse(readFileSync(tasks, "utf8")).tasks).toMatchObject([{ label: taskLabel }]);
  writeFileSync(tasks, "mine");
  expect(await written()).toMatchObject({ ok: true, editor: expect.stringContaining("stays") });
  expect(readFileSync(tasks, "utf8")).toBe("mine");
});

test("a check is told line by line, and its verdict is in the journal", async () => {
  copyFileSync(join(solutions, "forward", "loops.py"), join(folder, "code/layernorm/forward.py"));
  const response = await post("/api/check", { ...one, seed: 5 });
  const lines = (await response.text()).trim().split("\n");
  const events = lines.map((line) => JSON.parse(line));
  expect(events[0]).toMatchObject({ event: "started", ...one, seed: 5 });
  expect(events.filter(({ event }) => event === "case")).toHaveLength(5);
  expect(events.at(-1)).toMatchObject({ event: "verdict", verdict: { kind: "passed" } });
  const { tally } = await workspace.look(Date.now());
  expect(tally.checks["layernorm/forward"]).toMatchObject({ last: { passed: true, seed: 5 } });
});

test("one case is repeated alone, with its input; the mistake that was named last comes as a diff", async () => {
  const line = "np.sqrt(variance) + epsilon";
  const code = [
    "import numpy as np",
    "def layer_norm(a, gain, bias, epsilon=1e-5):",
    "    mean = a.mean(axis=-1, keepdims=True)",
    "    variance = ((a - mean) ** 2).mean(axis=-1, keepdims=True)",
    `    return gain * (a - mean) / (${line}) + bias`,
  ];
  writeFileSync(join(folder, "code/layernorm/forward.py"), `${code.join("\n")}\n`);
  await (await post("/api/check", { ...one, seed: 5 })).text();
  const alone = await (await post("/api/check", { ...one, seed: 5, only: 1 })).text();
  const events = alone
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line));
  expect(events.find(({ event }) => event === "input")).toMatchObject({ at: 1 });
  expect(events.filter(({ event }) => event === "case")).toHaveLength(1);
  const texts = await (await get("/api/exercises?paper=layernorm")).json();
  const { edits } = (texts as ExerciseTexts).exercises[0] ?? { edits: [] };
  expect(edits[0]?.diff.some((told) => told.startsWith("-") && told.includes(line))).toBe(true);
  const bad = await post("/api/check", { ...one, seed: 5, only: -1 });
  expect(await bad.text()).toContain("must be the number of a case");
});

test("nobody else starts a check: no token, another origin, another host", async () => {
  const before = (await workspace.look(Date.now())).tally.checks["layernorm/forward"]?.runs;
  const refused = [
    await post("/api/check", one, { authorization: "Bearer wrong" }),
    await post("/api/check", one, { origin: "https://example.org" }),
    await post("/api/check", one, { "sec-fetch-site": "cross-site" }),
    await post("/api/check", one, { "content-type": "text/plain" }),
    await fetch(new URL("/api/check", server.url)),
  ];
  expect(refused.map(({ status }) => status)).toEqual([401, 403, 403, 415, 405]);
  expect((await workspace.look(Date.now())).tally.checks["layernorm/forward"]?.runs).toBe(before);
});

test("no page and no journal names the program that is started: only the terminal chooses it", async () => {
  const entry = async (bodies: object) => {
    const at = `${Date.now().toString(36).padStart(9, "0")}-000-oldpage0`;
    const made = { v: 1, id: at, command: at, by: "web", type: "settings.changed", ...bodies };
    return post("/api/entries", { entries: [made] });
  };
  const commands = [{ do: "change-settings", python: "/tmp/evil" }];
  expect(await (await post("/api/commands", { commands })).json()).toMatchObject({ entries: [] });
  expect((await entry({ python: "/tmp/evil" })).status).toBe(200);
  expect(await (await get("/api/python")).json()).toMatchObject({ found: true, path: python });
  expect((await post("/api/python", { python: "/tmp/evil" })).status).toBe(405);
});

test("a request that names no exercise gets a sentence", async () => {
  const said = async (body: unknown) => {
    const answer = (await (await post("/api/check", body)).json()) as { message: string };
    return answer.message;
  };
  expect(await said({ paper: "layernorm" })).toContain("Name one exercise");
  expect(await said({ paper: "layernorm", exercise: "x" })).toBe('There is no exercise "x" there.');
  expect(await said({ paper: 3 })).toBe('"paper" must be a paper\'s id or null.');
  expect(await said({ ...one, seed: 1.5 })).toContain('"seed" must be a whole number');
});

test("what a notebook checked is taken in, once, and a file that is none does no harm", async () => {
  const { checks } = workspace.layout;
  mkdirSync(checks, { recursive: true });
  const command = { do: "record-check", paper: "layernorm", exercise: "backward", passed: true };
  const run = { seed: 1, verdict: "passed", mistakes: [], digest: "", took: 3 };
  writeFileSync(join(checks, "1-a.json"), JSON.stringify({ ...command, ...run }));
  writeFileSync(join(checks, "2-b.json"), "{");
  writeFileSync(join(checks, "3-c.json"), JSON.stringify({ do: "undo" }));
  await workspace.syncTracker(Date.now());
  await workspace.syncTracker(Date.now());
  const { tally } = await workspace.look(Date.now());
  expect(tally.checks["layernorm/backward"]).toMatchObject({ runs: 1, last: { passed: true } });
  expect(readdirSync(checks)).toEqual([]);
});
