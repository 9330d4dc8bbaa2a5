/** Timers that two devices started while neither knew of the other's. */
import { afterEach, describe, expect, test } from "bun:test";
import { cpSync, rmSync } from "node:fs";
import { join } from "node:path";
import { emptyFolder, type Folder, workspace } from "../cli/study.ts";

const folders: Folder[] = [];
afterEach(() => {
  for (const folder of folders.splice(0)) folder.remove();
});

interface Status {
  readonly minutes: number;
  readonly timers: readonly { readonly paper: string }[];
}

/** Two copies of one workspace, each with a timer of its own. */
async function apart(): Promise<readonly [Folder, Folder]> {
  const laptop = await workspace("--start", "2026-01-05");
  folders.push(laptop);
  const desktop = emptyFolder();
  folders.push(desktop);
  cpSync(laptop.path, desktop.path, { recursive: true });
  await laptop.ok("start", "bert");
  await desktop.ok("start", "lora", "-a", "implement", "--for", "25m");
  return [laptop, desktop];
}

async function bring(from: Folder, to: Folder): Promise<void> {
  const file = join(to.path, "other.jsonl");
  await from.ok("export", file);
  await to.ok("import", file);
  rmSync(file);
}

const openIn = async (folder: Folder) =>
  (await folder.json<Status>("status")).timers.map(({ paper }) => paper);

describe("timers of two devices that come together", () => {
  test("both stand in the status, and nothing is ended before it is said which", async () => {
    const [laptop, desktop] = await apart();
    await bring(desktop, laptop);
    const status = await laptop.ok("status");
    expect(status).toMatch(/^Timer 1 {6}0m reading on BERT since \d{4}-\d\d-\d\d \d\d:\d\d$/m);
    expect(status).toMatch(/^Timer 2 {6}0m of 25m implementing on LoRA since /m);
    for (const word of ["stop", "pause", "resume"]) {
      expect(await laptop.refused(word)).toMatch(
        /^Two timers are open\. 1: 0m reading on BERT since .+\. 2: 0m of 25m implementing on LoRA since .+\. Say which: `--timer 1` or `--timer 2`\.$/,
      );
    }
    expect(await laptop.refused("stop", "--timer", "3")).toBe(
      'There is no timer "3": 2 are open. `study status` lists them.',
    );
    expect(await openIn(laptop)).toEqual(["bert", "lora"]);
  });

  test("each is settled once, on any device, and the other hears of it", async () => {
    const [laptop, desktop] = await apart();
    await bring(desktop, laptop);
    expect(await laptop.ok("stop", "50m", "--timer", "2")).toContain("50m implementing on LoRA");
    expect(await laptop.ok("stop", "30m")).toContain("30m reading on BERT");
    await bring(laptop, desktop);
    expect(await openIn(desktop)).toEqual([]);
    expect(await desktop.refused("stop")).toBe(
      "No timer is running; `study start PAPER` starts one.",
    );
    expect((await desktop.json<Status>("status")).minutes).toBe(80);
  });

  test("one that both settled apart counts once, and so say the figures and the sessions", async () => {
    const [laptop, desktop] = await apart();
    await bring(laptop, desktop);
    await desktop.ok("stop", "20m", "--timer", "1");
    await laptop.ok("stop", "45m");
    await bring(laptop, desktop);
    await bring(desktop, laptop);
    for (const folder of [laptop, desktop]) {
      expect(await openIn(folder)).toEqual(["lora"]);
      expect((await folder.json<Status>("status")).minutes).toBe(20);
      const sessions = await folder.ok("sessions", "--all");
      expect(sessions).toContain("20m");
      expect(sessions).not.toContain("45m");
    }
  });
});
