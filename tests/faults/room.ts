/** A disk that fills up: at a call of the program's, or with so many pages left. */
import { mkdtempSync, readFileSync, rmSync, statfsSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { builtProgram } from "../executable.ts";
import { atCalls, type Fault } from "./calls.ts";
import { type Folder, folderAt, type Said } from "./folder.ts";
import { faultsAfter, type Stage } from "./kill-points.ts";

/** What is wrong after a call that failed, once there is room again: nothing, when what was said is true. */
export async function failedAt(stage: Stage, fault: Fault): Promise<readonly string[]> {
  const folder = stage.folder.copy();
  try {
    const met = await atCalls([builtProgram(), ...stage.scenario.words], {
      folder: folder.path,
      fault,
    });
    const { call, path } = met.calls[fault.at - 1] ?? { call: "none", path: "" };
    const what = fault.happens === "fail" ? fault.error : fault.happens;
    const where = `${stage.scenario.title}, ${what} at call ${fault.at} (${call} ${path.slice(folder.path.length + 1)})`;
    return (await untrue(stage, folder, met)).map((one) => `${where}: ${one}`);
  } finally {
    folder.remove();
  }
}

async function untrue(stage: Stage, folder: Folder, said: Said): Promise<readonly string[]> {
  const faults: string[] = [];
  if (said.code >= 128) faults.push(`it ends by signal ${said.code - 128}`);
  if (/^\s+at /m.test(said.err)) faults.push(`it shows a stack: ${said.err.slice(0, 300)}`);
  if (said.code !== 0 && said.err.trim() === "") faults.push("it fails without a word");
  // Reading commands may show what they can; what they print is no promise.
  const acknowledged = said.code === 0 && stage.scenario.words[0] !== "status";
  // An edit of the file stands, and the next look takes it in.
  if (stage.scenario.edit === undefined && /nothing was recorded/i.test(said.err)) {
    const records = await folder.records();
    if (records.length !== stage.recordsBefore.length) {
      faults.push("it says that nothing was recorded, and something was");
    }
  }
  return [...faults, ...(await faultsAfter(stage, folder, acknowledged))];
}

export interface SmallDisk {
  readonly path: string;
  /** Leaves so many pages of 4 kB; null empties it again. */
  fill(pages: number | null): void;
  /** Whether anything can be written to it. */
  allow(writing: "writing" | "nothing"): void;
  remove(): void;
}

const page = 4096;

/** A file system of its own in memory; null where this user may not mount one. */
export function smallDisk(megabytes = 2): SmallDisk | null {
  const path = mkdtempSync(join(tmpdir(), "study-disk-"));
  const mounted =
    process.platform === "linux" &&
    Bun.spawnSync(["mount", "-t", "tmpfs", "-o", `size=${megabytes}m`, "tmpfs", path]).exitCode ===
      0;
  const remove = () => {
    if (mounted) Bun.spawnSync(["umount", "-l", path]);
    rmSync(path, { recursive: true, force: true });
  };
  if (!mounted) {
    remove();
    return null;
  }
  const filler = join(path, "filler");
  return {
    path,
    fill(pages) {
      rmSync(filler, { force: true });
      if (pages === null) return;
      const { bavail, bsize } = statfsSync(path);
      const free = Math.floor((bavail * bsize) / page);
      writeFileSync(filler, new Uint8Array(Math.max(0, free - pages) * page));
    },
    allow(writing) {
      const how = writing === "nothing" ? "ro" : "rw";
      Bun.spawnSync(["mount", "-o", `remount,${how}`, path]);
    },
    remove,
  };
}

/** What is wrong after a command on a disk with so many pages left, once there is room again. */
export async function withPagesLeft(
  stage: Stage,
  disk: SmallDisk,
  pages: number,
): Promise<readonly string[]> {
  const folder = folderAt(join(disk.path, "learner"));
  try {
    Bun.spawnSync(["cp", "-a", stage.folder.path, folder.path]);
    const before = readFileSync(folder.tracker);
    disk.fill(pages);
    const said = await folder.study(...stage.scenario.words);
    disk.fill(null);
    const faults = [...(await untrue(stage, folder, said))];
    if (readFileSync(folder.tracker).length < before.length / 2) faults.push("TRACKER.md is cut");
    return faults.map((one) => `${stage.scenario.title}, ${pages} pages left: ${one}`);
  } finally {
    disk.fill(null);
    folder.remove();
  }
}
