/** A backup that is moved to a journal's place, as sync services and people do, where a log of the one before lies. */
import { afterAll, describe, expect, test } from "bun:test";
import { copyFileSync, cpSync, readdirSync, renameSync } from "node:fs";
import { join } from "node:path";
import { emptyFolder, type Folder, workspace } from "../cli/study.ts";
import { serve, tick } from "./served-page.ts";

const folders: Folder[] = [];
afterAll(() => {
  for (const folder of folders) folder.remove();
});

/** A folder with a backup of before, and a log that a killed server left. */
async function killedServer(): Promise<Folder> {
  const folder = await workspace();
  folders.push(folder);
  await folder.ok("read", "bert");
  await folder.ok("backup", "before.db");
  const served = await serve(folder.path);
  for (const paper of ["gpt-1", "gpt-2", "lora", "palm"]) {
    expect((await served.post("/api/commands", tick(paper))).status).toBe(200);
  }
  await served.kill();
  expect(readdirSync(join(folder.path, ".study"))).toContain("journal.db-wal");
  return folder;
}

function moveBackupIn(folder: Folder): void {
  const journal = join(folder.path, ".study", "journal.db");
  copyFileSync(join(folder.path, "before.db"), `${journal}.new`);
  renameSync(`${journal}.new`, journal);
}

describe("a log that is another journal's", () => {
  test("journal.53 is put aside and told, and the backup is sound", async () => {
    const folder = await killedServer();
    moveBackupIn(folder);
    const { code, err } = await folder.study("log", "20m", "bert");
    expect(code).toBe(0);
    expect(err).toContain("The log was put aside as");
    expect(await folder.ok("doctor")).toContain("Sound  the journal");
    const exported = await folder.ok("export");
    expect(exported).toContain('"bert"');
    expect(readdirSync(join(folder.path, ".study")).join()).toMatch(/journal\.db\.before-.*-log/);
  });

  test("journal.53 is put aside by doctor too", async () => {
    const folder = await killedServer();
    moveBackupIn(folder);
    const { code, out, err } = await folder.study("doctor");
    expect([code, err]).toEqual([0, expect.stringContaining("The log was put aside as")]);
    expect(out).toContain("Sound  the journal");
  });

  test("journal.53 a folder that is copied with its log keeps what stands in it", async () => {
    const folder = await killedServer();
    const copy = emptyFolder();
    folders.push(copy);
    cpSync(folder.path, copy.path, { recursive: true });
    const exported = await copy.ok("export");
    for (const paper of ["gpt-1", "gpt-2", "lora", "palm"])
      expect(exported).toContain(`"${paper}"`);
    expect(await copy.ok("doctor")).toContain("Sound  the journal");
  });

  test("journal.53 while the folder is served nothing of it gets into the backup, which is opened", async () => {
    const folder = await workspace();
    folders.push(folder);
    await folder.ok("read", "bert");
    await folder.ok("backup", "before.db");
    const served = await serve(folder.path);
    try {
      expect((await served.post("/api/commands", tick("gpt-1"))).status).toBe(200);
      moveBackupIn(folder);
      expect((await served.post("/api/commands", tick("gpt-2"))).status).toBe(503);
      let status = 503;
      for (let turn = 0; turn < 40 && status === 503; turn += 1) {
        await Bun.sleep(250);
        status = (await served.post("/api/commands", tick("lora"))).status;
      }
      expect(status).toBe(200);
    } finally {
      await served.kill();
    }
    expect(await folder.ok("doctor")).toContain("Sound  the journal");
    const exported = await folder.ok("export");
    for (const paper of ["bert", "lora"]) expect(exported).toContain(`"${paper}"`);
    expect(exported).not.toContain('"gpt-2"');
  });
});
