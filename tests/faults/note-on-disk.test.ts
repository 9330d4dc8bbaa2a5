/** What a power cut leaves can't be tried here; what was asked of the disk before an answer can. */
import { expect, test } from "bun:test";
import { mkdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { inFolder } from "./processes.ts";

const strace = Bun.which("strace");
const calls =
  "trace=openat,fsync,fdatasync,rename,renameat,renameat2,link,linkat,write,close,mkdir";
const steps = ["first", "second", "template", "image"];

test("sync.24 note, image and their folders are synced before they are answered for", () =>
  inFolder(async (folder) => {
    if (strace === null) return console.warn("strace is not here: the calls are not looked at.");
    mkdirSync(join(folder, ".study"));
    const log = join(folder, "calls.txt");
    const writer = join(import.meta.dir, "note-writer.ts");
    const child = Bun.spawn(
      [
        strace ?? "",
        "-f",
        "-y",
        "-s",
        "64",
        "-e",
        calls,
        "-o",
        log,
        process.execPath,
        writer,
        folder,
      ],
      { stdin: "ignore", stdout: "ignore", stderr: "pipe" },
    );
    expect(await child.stderr.text()).toBe("");
    expect(await child.exited).toBe(0);
    let before = readFileSync(log, "utf8");
    for (const step of steps) {
      const [done = "", rest = ""] = before.split(`answered ${step}`);
      const renamed = done.search(/\b(?:rename|link)\w*\(.*\/notes\//);
      expect(done.slice(0, renamed)).toMatch(/fsync\(\d+<[^>]*\.(md|png)\.\d+>\)/);
      expect(done.slice(renamed)).toMatch(/fsync\(\d+<[^>]*\/notes(\/images)?>\)/);
      // A folder that is new stands in the one above it.
      if (step === "first") expect(done).toContain(`${folder}>)`);
      if (step === "image") expect(done).toMatch(/fsync\(\d+<[^>]*\/notes>\)/);
      before = rest;
    }
  }));
