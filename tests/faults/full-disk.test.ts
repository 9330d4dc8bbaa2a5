import { expect, test } from "bun:test";
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { verifyJournal } from "../../src/journal/sqlite/verify.ts";
import { acknowledged, idsIn, inFolder, writer } from "./processes.ts";

/** A file system of one megabyte where this user may mount one; else a limit on the size of files. */
function smallDisk(folder: string): {
  readonly path: string;
  readonly shell?: string;
  readonly free: () => void;
} {
  const disk = join(folder, "disk");
  mkdirSync(disk);
  const mounted =
    Bun.spawnSync(["mount", "-t", "tmpfs", "-o", "size=1m", "tmpfs", disk]).exitCode === 0;
  const path = join(disk, "journal.db");
  if (!mounted) return { path, shell: "trap '' XFSZ; ulimit -f 1500", free: () => {} };
  return { path, free: () => void Bun.spawnSync(["umount", "-l", disk]) };
}

test(
  "a full disk is said in a sentence, and what was acknowledged stays",
  () =>
    inFolder(async (folder) => {
      const { path, shell, free } = smallDisk(folder);
      try {
        const child = writer(path, "full", 100_000, 900, shell);
        const clone = await child.stdout.text();
        await child.exited;
        const lines = clone.trim().split("\n");
        expect(lines.at(-1)).toBe(
          "! The disk is full: nothing was recorded. Free some space and repeat the command.",
        );
        const known = lines.slice(0, -1);
        expect(known.length).toBeGreaterThan(20);
        // On another disk, with room: a full one can't even be read in write-ahead mode.
        for (const part of ["", "-wal"]) {
          const copied = Bun.spawnSync(["cp", path + part, join(folder, `moved.db${part}`)]);
          if (part === "") expect(copied.exitCode).toBe(0);
        }
        const moved = join(folder, "moved.db");
        expect(new Set(await idsIn(moved))).toEqual(new Set(known));
        expect(verifyJournal(moved)).toEqual([]);
        const again = writer(moved, "full", 3);
        expect(await acknowledged(again)).toHaveLength(6);
      } finally {
        free();
      }
    }),
  60_000,
);
