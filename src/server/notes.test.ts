/** Notes over HTTP, against real files. */

import { afterAll, beforeAll, expect, test } from "bun:test";
import {
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Note, SavedNote } from "../core/content/note.ts";
import { createWorkspace } from "../workspace/create.ts";
import { layoutOf } from "../workspace/layout.ts";
import { conflictMarks, type Merged } from "../workspace/merge.ts";
import type { Merge } from "../workspace/notes.ts";
import type { Workspace } from "../workspace/workspace.ts";
import { prepareAssets } from "./assets.ts";
import { type Handle, handler } from "./handle.ts";
import { goLive, type Live } from "./live.ts";
import { mergeApart } from "./merge-apart.ts";
import { sessionsOf } from "./sessions.ts";
import { workspaceToken } from "./token.ts";

const port = 4321;
const folder = mkdtempSync(join(tmpdir(), "study-notes-"));
const path = (name: string) => join(folder, "notes", name);
let workspace: Workspace;
let live: Live;
let handle: Handle;
let token: string;
/** What a merge goes through before it is written. */
let merging = (merged: Merged | Promise<Merged>): Merged | Promise<Merged> => merged;

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
  live = await goLive(workspace, "backups");
  token = workspaceToken(layoutOf(folder));
  const assets = prepareAssets({ "/": { type: "text/html", text: "<!doctype html>" } });
  const sessions = sessionsOf(layoutOf(folder), port);
  const guard = { port, lan: null, token, sessions, renew: () => {} };
  const apart = mergeApart();
  const merge: Merge = (base, ours, theirs) => merging(apart(base, ours, theirs));
  const arxiv = "http://127.0.0.1:9";
  const served = { is: "computer" } as const;
  const groups = () => null;
  handle = handler({ workspace, live, guard, assets, merge, version: "0", arxiv, served, groups });
  mkdirSync(join(folder, "notes"), { recursive: true });
});
afterAll(() => {
  live.stop();
  workspace.close();
  rmSync(folder, { recursive: true });
});

function ask(
  method: string,
  to: string,
  body?: string | Uint8Array<ArrayBuffer>,
  type = "application/json",
) {
  const headers = {
    host: `127.0.0.1:${port}`,
    authorization: `Bearer ${token}`,
    ...(body === undefined ? {} : { "content-type": type }),
  };
  const sent = body === undefined ? {} : { body };
  return handle(new Request(`http://127.0.0.1:${port}${to}`, { method, headers, ...sent }));
}

async function get(paper: string): Promise<Note> {
  return (await (await ask("GET", `/notes/${paper}`)).json()) as Note;
}

async function put(paper: string, change: { text: string; base: string }) {
  const response = await ask("PUT", `/notes/${paper}`, JSON.stringify(change));
  const said = (await response.json()) as SavedNote & { reason?: string; message?: string };
  return { status: response.status, ...said };
}

const bytesOf = (name: string) => readFileSync(path(name));
const latin = Buffer.from("# BERT\n\nMod\u00e8le\n", "latin1");
const wide = Buffer.from("\uFEFF# BERT\nMod\u00e8le\n", "utf16le");

for (const [kind, bytes] of [
  ["Latin-1", latin],
  ["UTF-16", wide],
] as const) {
  test(`sync.20 a note in ${kind} is shown and never written`, async () => {
    writeFileSync(path("bert.md"), bytes);
    const note = await get("bert");
    expect(note).toMatchObject({ fixed: "not-text", written: true });
    expect(note.text).toContain("Mod\u00e8le");
    const saved = await put("bert", { text: `${note.text}More.`, base: note.text });
    expect(saved).toMatchObject({ status: 409, reason: "fixed" });
    expect(saved.message).toContain("notes/bert.md is not UTF-8");
    expect(bytesOf("bert.md").equals(bytes)).toBe(true);
  });
}

test("sync.21 a note with Windows' line ends keeps them, and a mark at its beginning", async () => {
  writeFileSync(path("gpt-1.md"), "\uFEFF# GPT-1\r\n\r\none\r\ntwo\r\n");
  const { text: base } = await get("gpt-1");
  expect(base).toBe("# GPT-1\n\none\ntwo\n");
  expect(await put("gpt-1", { text: `${base}three\n`, base })).toMatchObject({
    status: 200,
    merged: false,
  });
  expect(bytesOf("gpt-1.md").toString()).toBe("\uFEFF# GPT-1\r\n\r\none\r\ntwo\r\nthree\r\n");
});

test("sync.21 both sides' edits of a note with Windows' line ends are merged line by line", async () => {
  const base = "# GPT-2\n\none\n\ntwo\n";
  for (const sent of [base, base.replaceAll("\n", "\r\n")]) {
    writeFileSync(path("gpt-2.md"), "# GPT-2\r\n\r\none\r\n\r\ntwo, by an editor\r\n");
    const text = "# GPT-2\n\none, by the page\n\ntwo\n";
    expect(await put("gpt-2", { text, base: sent })).toMatchObject({ merged: true, conflicts: 0 });
    expect(bytesOf("gpt-2.md").toString()).toBe(
      "# GPT-2\r\n\r\none, by the page\r\n\r\ntwo, by an editor\r\n",
    );
  }
});

test("sync.21 lines with several kinds of ends keep each its own", async () => {
  writeFileSync(path("gpt-3.md"), "a\r\nb\nc\r\nd\re\n\nend");
  const { text: base } = await get("gpt-3");
  expect(base).toBe("a\nb\nc\nd\ne\n\nend");
  await put("gpt-3", { text: "a\nb\nnew\nc\nd\ne!\n\nend\n", base });
  expect(bytesOf("gpt-3.md").toString()).toMatch(
    /^a\r\nb\nnew(\r\n|\n)c\r\nd\re!(\r\n|\n)\nend(\r\n|\n)$/,
  );
});

/** Close to the longest note, in lines. */
const longText = () =>
  Array.from({ length: 100_000 }, (_, line) => `line ${line}\n`)
    .join("")
    .slice(0, 990_000);

test("sync.28 while long texts are merged the server answers others, and the file may change meanwhile", async () => {
  const base = longText();
  writeFileSync(path("gpt-1.md"), base.replace("line 7\n", "line 7, by an editor\n"));
  const begun = Promise.withResolvers<void>();
  const rest = Promise.withResolvers<void>();
  merging = async (merged) => {
    begun.resolve();
    await rest.promise;
    return merged;
  };
  const text = base.replace("line 70000\n", "line 70000, by the page\n");
  const saving = put("gpt-1", { text, base });
  await begun.promise;
  const beside = await get("gpt-2");
  expect((await put("gpt-2", { text: "short", base: beside.text })).status).toBe(200);
  const other = await get("gpt-1");
  writeFileSync(path("gpt-1.md"), other.text.replace("line 9\n", "line 9, by an editor\n"));
  merging = (merged) => merged;
  rest.resolve();
  expect(await saving).toMatchObject({ status: 200, merged: true, conflicts: 0 });
  const saved = bytesOf("gpt-1.md").toString();
  expect(saved).toBe(
    text
      .replace("line 7\n", "line 7, by an editor\n")
      .replace("line 9\n", "line 9, by an editor\n"),
  );
});

test("sync.28 a long merge is made in a thread of its own: what waits here is done before it", async () => {
  const base = longText();
  const theirs = base.replaceAll("7\n", "seven\n");
  const order: string[] = [];
  const merged = Promise.resolve(mergeApart()(base, `${base}more\n`, theirs)).then((done) => {
    order.push("merged");
    return done;
  });
  setImmediate(() => order.push("here"));
  expect(await merged).toEqual({ text: `${theirs}more\n`, conflicts: 0 });
  expect(order).toEqual(["here", "merged"]);
});

test("sync.20 a million characters are saved, whatever they are; more are refused in words", async () => {
  for (const one of ["a", "\u00e8", "\u4e2d", "\u{1f600}", "\u0001", '"', "\n"]) {
    const base = (await get("llama")).text;
    const text = one.repeat(1_000_000);
    expect(await put("llama", { text, base })).toMatchObject({ status: 200 });
    expect(bytesOf("llama.md").toString()).toBe(text);
    const more = await put("llama", { text: `${text}x`, base: text });
    expect(more.status).toBe(400);
    expect(more.message).toContain("longer than 1,000,000 characters");
  }
});

test("sync.20 a note that grew too long outside is shown and never written", async () => {
  const long = "long ".repeat(210_000);
  writeFileSync(path("palm.md"), long);
  expect(await get("palm")).toMatchObject({ fixed: "too-long" });
  expect(await put("palm", { text: "short", base: long })).toMatchObject({ status: 409 });
  expect(bytesOf("palm.md").toString()).toBe(long);
});

test("sync.20 both sides' changes that are too long together are refused, and the file stays as it is", async () => {
  const base = "base\n";
  const theirs = `${"t".repeat(600_000)}\n`;
  await put("lora", { text: base, base: (await get("lora")).text });
  writeFileSync(path("lora.md"), theirs);
  const refused = await put("lora", { text: `${"m".repeat(600_000)}\n`, base });
  expect(refused).toMatchObject({ status: 400 });
  expect(refused.message).toContain("would be longer than 1,000,000 characters");
  expect(bytesOf("lora.md").toString()).toBe(theirs);
});

test("sync.24 what is answered is what the file has, also where a letter was cut in two", async () => {
  const base = (await get("gpt-1")).text;
  const { text } = await put("gpt-1", { text: "half \ud83d\n", base });
  expect(text).toBe("half \ufffd\n");
  expect(bytesOf("gpt-1.md").toString()).toBe(text);
});

test("sync.20 what is no paper gets no note, image or PDF; a note that is there may be of any name", async () => {
  const stray = { status: 404, message: 'There is no paper "nosuch", so nothing was kept.' };
  expect(await put("nosuch", { text: "x", base: "" })).toMatchObject(stray);
  const image = await ask("POST", "/notes/nosuch/images", new Uint8Array(10), "image/png");
  expect(image.status).toBe(404);
  const pdf = await ask("PUT", "/papers/nosuch.pdf", new Uint8Array(10), "application/pdf");
  expect(pdf.status).toBe(404);
  expect(existsSync(path("nosuch.md"))).toBe(false);
  writeFileSync(path("reading-list.md"), "mine\n");
  expect(await put("reading-list", { text: "ours\n", base: "mine\n" })).toMatchObject({
    status: 200,
  });
});

test("images of 10 MB are kept; above 20 MB the limit is told", async () => {
  const small = await ask("POST", "/notes/bert/images", new Uint8Array(10_000_000), "image/png");
  expect(small.status).toBe(200);
  const large = await ask("POST", "/notes/bert/images", new Uint8Array(20_000_001), "image/png");
  expect(large.status).toBe(413);
  expect(await large.text()).toContain("20 MB at most");
});

const marked = "# T5\n\none\n<<<<<<< HEAD\nmine\n=======\ntheirs\n>>>>>>> branch\nend\n";

test("sync.22 a note in which a merge left its marks is not merged with; its lines are named", async () => {
  const base = "# T5\n\none\nold\nend\n";
  writeFileSync(path("t5.md"), marked);
  const refused = await put("t5", { text: base.replace("one", "one more"), base });
  expect(refused).toMatchObject({ status: 409, reason: "merge-marks" });
  expect(refused.message).toContain("notes/t5.md, lines 4, 6 and 8");
  expect(bytesOf("t5.md").toString()).toBe(marked);
});

test("sync.22 who has seen the marks may edit them away", async () => {
  writeFileSync(path("t5.md"), marked);
  const { text: base } = await get("t5");
  expect(await put("t5", { text: "# T5\n\none\nmine\nend\n", base })).toMatchObject({
    status: 200,
  });
  expect(bytesOf("t5.md").toString()).toBe("# T5\n\none\nmine\nend\n");
});

test("tracker.25 a notes folder that is a link to another disk is written through", async () => {
  const elsewhere = mkdtempSync(join(existsSync("/dev/shm") ? "/dev/shm" : tmpdir(), "vault-"));
  const other = mkdtempSync(join(tmpdir(), "study-linked-"));
  rmSync(join(folder, "notes"), { recursive: true });
  try {
    symlinkSync(join(elsewhere, "not", "yet"), join(folder, "notes"));
    expect(await put("bert", { text: "one\n", base: "" })).toMatchObject({ status: 200 });
    expect(readFileSync(join(elsewhere, "not", "yet", "bert.md"), "utf8")).toBe("one\n");
    expect(lstatSync(join(folder, "notes")).isSymbolicLink()).toBe(true);
    const image = await ask("POST", "/notes/bert/images", new Uint8Array(9), "image/png");
    expect(image.status).toBe(200);
    symlinkSync(join(other, "gpt-2.md"), path("gpt-2.md"));
    expect(await put("gpt-2", { text: "two\n", base: "" })).toMatchObject({ status: 200 });
    expect(readFileSync(join(other, "gpt-2.md"), "utf8")).toBe("two\n");
  } finally {
    rmSync(join(folder, "notes"));
    mkdirSync(join(folder, "notes"));
    rmSync(elsewhere, { recursive: true });
    rmSync(other, { recursive: true });
  }
});

test("what keeps a note from being written is told, and is no fault of study", async () => {
  mkdirSync(path("bert.md"));
  expect((await ask("GET", "/notes/bert")).status).toBe(400);
  expect(await put("bert", { text: "a", base: "" })).toMatchObject({
    status: 400,
    message: "notes/bert.md is not a file; move it away.",
  });
  rmSync(path("bert.md"), { recursive: true });
  rmSync(join(folder, "notes"), { recursive: true });
  writeFileSync(join(folder, "notes"), "a file in its place");
  const refused = await put("bert", { text: "a", base: "" });
  expect(refused).toMatchObject({ status: 503, reason: "unwritable" });
  expect(refused.message).toStartWith("notes/bert.md can't be ");
  rmSync(join(folder, "notes"));
  mkdirSync(join(folder, "notes"));
});

test("sync.23 a clash keeps both sides, once each", async () => {
  writeFileSync(path("bert.md"), "theirs\n");
  const { text } = await put("bert", { text: "mine\n", base: "old\n" });
  const { ours, theirs, end } = conflictMarks;
  expect(text).toBe(`${ours}\nmine\n${theirs}\ntheirs\n${end}\n`);
});
