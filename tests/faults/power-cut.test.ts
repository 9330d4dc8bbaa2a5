/**
 * A power cut: the disk is a file with a file system in it. A copy of that file, made while commands run, is what the
 * disk would hold: what was not synced is not in it. Needs root and loop devices; elsewhere the test says so.
 */
import { expect, test } from "bun:test";
import {
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { folderAt } from "./folder.ts";
import { serve } from "./served-page.ts";
import { patience, runs } from "./soak.ts";

const cuts = runs({ test: 3, soak: 60 });

function sh(...words: readonly string[]): boolean {
  try {
    return Bun.spawnSync([...words], { stdout: "ignore", stderr: "ignore" }).exitCode === 0;
  } catch {
    return false;
  }
}

function mount(image: string, at: string): boolean {
  mkdirSync(at, { recursive: true });
  return sh("mount", "-o", "loop,commit=300", image, at);
}

const unmount = (at: string) => sh("umount", at) || sh("umount", "-l", at);

test(
  "journal.1 and sync.24 after a power cut everything that was acknowledged is there, entries and notes, and the journal is sound",
  async () => {
    const folder = mkdtempSync(join(tmpdir(), "study-power-"));
    const [image, disk] = [join(folder, "disk.img"), join(folder, "disk")];
    writeFileSync(image, "");
    truncateSync(image, 96_000_000);
    const ready =
      process.platform === "linux" && sh("mkfs.ext4", "-q", image) && mount(image, disk);
    if (!ready) {
      console.log("No power cuts here: loop devices need root, mkfs.ext4 and their modules.");
      rmSync(folder, { recursive: true, force: true });
      return;
    }
    let served: Awaited<ReturnType<typeof serve>> | null = null;
    try {
      const study = folderAt(join(disk, "study"));
      mkdirSync(study.path);
      await study.ok("init", "--yes");
      served = await serve(study.path);
      let base = "";
      for (let cut = 0; cut < cuts; cut += 1) {
        const goal = `Goal ${cut}`;
        await study.ok("goal", "1", goal);
        const text = `${base}Line ${cut}.\n`;
        expect((await served.put("/notes/bert", { text, base })).status).toBe(200);
        base = text;
        const more = served.post("/api/commands", {
          commands: [{ do: "mark-paper", paper: "lora", aspect: "read", done: cut % 2 === 0 }],
        });
        const copy = join(folder, "cut.img");
        // All stands still while the disk is copied: a cut is one moment.
        process.kill(served.process, "SIGSTOP");
        copyFileSync(image, copy);
        process.kill(served.process, "SIGCONT");
        expect((await more).status).toBe(200);
        const after = join(folder, "after");
        expect(mount(copy, after)).toBe(true);
        try {
          const left = folderAt(join(after, "study"));
          expect(await left.ok("export")).toContain(goal);
          expect(readFileSync(join(left.path, "notes", "bert.md"), "utf8")).toBe(text);
          expect(await left.ok("doctor")).toContain("Sound  the journal");
        } finally {
          unmount(after);
          rmSync(copy);
        }
      }
    } finally {
      await served?.kill();
      unmount(disk);
      rmSync(folder, { recursive: true, force: true });
    }
  },
  patience({ test: 2, soak: 20 }),
);
