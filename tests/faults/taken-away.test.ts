/** A folder whose files are taken away, replaced or brought back while it is served; and two that serve one folder. */
import { afterEach, beforeEach, describe, expect, test } from "bun:test";
import {
  chmodSync,
  copyFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { verifyJournal } from "../../src/journal/sqlite/verify.ts";
import { type Folder, workspace } from "../cli/study.ts";
import { eventually } from "../web/visit.ts";
import { type ServeProcess, serve, tick } from "./served-page.ts";

let folder: Folder;
let served: ServeProcess;

beforeEach(async () => {
  folder = await workspace();
  served = await serve(folder.path);
});
afterEach(async () => {
  await served.kill();
  folder.remove();
});

/** Nothing is said to be recorded, and nothing is made where the folder was. */
async function expectRefusal() {
  const note = { text: "Words.", base: "" };
  for (const answer of [
    await served.post("/api/commands", tick("bert")),
    await served.put("/notes/bert", note),
    await served.get("/api/state"),
  ]) {
    expect(answer.status).toBe(503);
    expect(await answer.text()).toContain("Nothing is recorded until it is back");
  }
}

const recorded = async (paper: string) =>
  expect((await served.post("/api/commands", tick(paper))).status).toBe(200);

describe("nothing is acknowledged that goes into a file which is gone", () => {
  test("the whole folder was deleted", async () => {
    await recorded("bert");
    rmSync(folder.path, { recursive: true });
    await expectRefusal();
    await Bun.sleep(1500);
    expect(existsSync(folder.path)).toBe(false);
  });

  test(".study was deleted, and a new workspace made in its place is served", async () => {
    rmSync(join(folder.path, ".study"), { recursive: true });
    await expectRefusal();
    await folder.ok("init", "--yes");
    await eventually(() => {
      served.getIn();
      return recorded("lora");
    }, 8000);
    expect(await folder.ok("export")).toContain('"lora"');
  });

  for (const part of ["journal.db-wal", "journal.db-shm"]) {
    test(`journal.51 ${part} was deleted: nothing more is acknowledged, and all that was is there afterwards`, async () => {
      await recorded("bert");
      rmSync(join(folder.path, ".study", part));
      const refused = await served.post("/api/commands", tick("lora"));
      expect(refused.status).toBe(503);
      expect(await refused.text()).toContain("until study is ended and started again");
      await served.kill();
      const exported = await folder.ok("export");
      expect(exported).toContain('"bert"');
      expect(exported).not.toContain('"lora"');
      expect(await folder.ok("doctor")).toContain("Sound  the journal");
    });
  }

  test("the folder was moved away and back", async () => {
    const away = `${folder.path}-away`;
    renameSync(folder.path, away);
    await expectRefusal();
    renameSync(away, folder.path);
    await recorded("bert");
    expect(await folder.ok("export")).toContain('"bert"');
  });

  test("a copy was brought back in the folder's place: it is served, and what is recorded is in it", async () => {
    await recorded("bert");
    const copy = `${folder.path}-copy`;
    await folder.ok("backup", "before.db");
    cpSync(folder.path, copy, { recursive: true });
    await recorded("lora");
    rmSync(folder.path, { recursive: true });
    renameSync(copy, folder.path);
    await expectRefusal();
    await eventually(() => recorded("gpt-1"), 8000);
    const now = await folder.ok("export");
    for (const paper of ["bert", "gpt-1"]) expect(now).toContain(`"${paper}"`);
    expect(now).not.toContain('"lora"');
  });

  test("the journal alone was replaced by a backup", async () => {
    await folder.ok("backup", "before.db");
    await recorded("bert");
    const journal = join(folder.path, ".study", "journal.db");
    for (const part of ["-wal", "-shm"]) rmSync(journal + part, { force: true });
    renameSync(join(folder.path, "before.db"), journal);
    await expectRefusal();
    await eventually(() => recorded("lora"), 8000);
    // What TRACKER.md said of the journal before is an edit to this one.
    const now = await folder.ok("export");
    for (const paper of ["bert", "lora"]) expect(now).toContain(`"${paper}"`);
  });
});

describe("a journal's file that is written over in its place is noticed", () => {
  const journal = () => join(folder.path, ".study", "journal.db");

  test("journal.52 by a backup, or by a plain copy of before: it is opened, and nothing of the log before gets into it", async () => {
    await folder.ok("backup", "before.db");
    await recorded("bert");
    copyFileSync(join(folder.path, "before.db"), journal());
    await expectRefusal();
    await eventually(() => recorded("lora"), 8000);
    expect(await folder.ok("doctor")).toContain("Sound");
    const plain = join(folder.path, "plain.db");
    // At rest the file has everything.
    await Bun.sleep(1500);
    copyFileSync(journal(), plain);
    await recorded("palm");
    await Bun.sleep(1500);
    writeFileSync(journal(), readFileSync(plain));
    await expectRefusal();
    await eventually(() => recorded("gpt-1"), 8000);
    expect(await folder.ok("doctor")).toContain("Sound");
    await served.stop();
    expect(verifyJournal(journal())).toEqual([]);
    expect(await folder.ok("export")).toContain('"lora"');
  });

  test("journal.52 by what is no journal: nothing is acknowledged until a sound one lies there", async () => {
    await recorded("bert");
    await folder.ok("backup", "before.db");
    writeFileSync(journal(), Buffer.alloc(8192, 0xa7));
    await expectRefusal();
    await Bun.sleep(2500);
    await expectRefusal();
    copyFileSync(join(folder.path, "before.db"), journal());
    await eventually(() => recorded("lora"), 8000);
    expect(await folder.ok("export")).toContain('"bert"');
  });

  test("journal.52 a file that was touched alone, or that other commands write to, is served on", async () => {
    await recorded("bert");
    utimesSync(journal(), new Date(), new Date());
    await recorded("lora");
    for (const minutes of ["20m", "30m", "40m"]) await folder.ok("log", minutes, "bert");
    await Bun.sleep(1500);
    await recorded("gpt-1");
  });
});

describe("one at a time holds a folder", () => {
  test("a second server says that one runs, and its address; its page is offered", async () => {
    const said = await folder.refused("serve", "--port", "0", "--no-open");
    expect(said).toContain(`, at ${served.url} (process `);
    const ticket = /Its page: \S+#ticket=(\S+)/.exec(said)?.[1];
    expect((await served.post("/api/session", { ticket })).status).toBe(200);
  });

  test("restore is refused while the folder is served, and works after", async () => {
    await folder.ok("backup", "before.db");
    expect(await folder.refused("restore", "before.db")).toContain(served.url);
    await recorded("bert");
    await served.stop();
    expect(await folder.ok("restore", "before.db")).toContain("Restored 1 entry");
  });

  test("so is a repair", async () => {
    const journal = join(folder.path, ".study", "journal.db");
    const bytes = Buffer.alloc(4096, 0xa7);
    writeFileSync(journal, bytes);
    expect(await folder.refused("doctor", "--repair")).toContain(served.url);
    expect(existsSync(`${journal}.damaged`)).toBe(false);
  });

  test("a server that was killed holds nothing", async () => {
    await served.kill();
    served = await serve(folder.path);
    await recorded("bert");
  });
});

describe("who gets in", () => {
  test(".study and what we make in it are their owner's alone, in a folder of version 0.1 too", async () => {
    await served.stop();
    const state = join(folder.path, ".study");
    chmodSync(state, 0o755);
    chmodSync(join(state, "journal.db"), 0o644);
    mkdirSync(join(state, "backups"), { recursive: true });
    chmodSync(join(state, "backups"), 0o755);
    served = await serve(folder.path);
    await served.post("/api/session", { ticket: served.printed.split("=")[1] });
    expect(statSync(state).mode & 0o777).toBe(0o700);
    const files = readdirSync(state).filter((name) => !/^TRACKER/.test(name));
    expect(files).toContain("sessions.json");
    expect(files).toContain("journal.db");
    for (const name of files) {
      expect([name, statSync(join(state, name)).mode & 0o077]).toEqual([name, 0]);
    }
  });

  test("a session goes on after a restart, and ends with --new-token, as the token for programs does", async () => {
    const { port } = new URL(served.url);
    const entered = await served.post("/api/session", { ticket: served.printed.split("=")[1] });
    const { session } = (await entered.json()) as { readonly session: string };
    const headers = { authorization: `Bearer ${session}` };
    const stateWith = async () => (await fetch(`${served.url}api/state`, { headers })).status;
    expect(await stateWith()).toBe(200);
    await served.stop();
    served = await serve(folder.path, "--port", port);
    expect(await stateWith()).toBe(200);
    await served.stop();
    served = await serve(folder.path, "--port", port, "--new-token");
    expect(await stateWith()).toBe(401);
  });

  test("--new-token ends all sessions and streams of a server that goes on, and gives a way in", async () => {
    const enter = async (ticket: string | undefined) =>
      (await served.post("/api/session", { ticket })).json() as Promise<{ session: string }>;
    const { session } = await enter(served.printed.split("=")[1]);
    const headers = { authorization: `Bearer ${session}` };
    const ask = (path: string, method = "GET") =>
      fetch(new URL(path, served.url), { method, headers });
    const stream = await ask("api/stream?after=0");
    // A session may not end the others.
    expect((await ask("api/renew", "POST")).status).toBe(403);
    const token = readFileSync(join(folder.path, ".study", "token"), "utf8");
    const said = await folder.ok("serve", "--new-token", "--no-open");
    await stream.text();
    expect((await ask("api/state")).status).toBe(401);
    expect((await served.get("/api/state")).status).toBe(401);
    served.getIn();
    expect((await served.get("/api/state")).status).toBe(200);
    expect(readFileSync(join(folder.path, ".study", "token"), "utf8")).not.toBe(token);
    const other = await enter(/#ticket=(\S+)/.exec(said)?.[1]);
    headers.authorization = `Bearer ${other.session}`;
    expect((await ask("api/state")).status).toBe(200);
  });
});
