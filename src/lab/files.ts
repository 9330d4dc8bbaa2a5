/** Where the harness and the exercises lie: in the checkout, or unpacked from the executable. */
import { existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { type EmbeddedLab, embeddedLab, type LabTexts } from "./embedded-files.ts";

export interface LabFiles {
  /** The folder that holds run.py and study_lab. */
  readonly harness: string;
  /** The folder that holds the curricula that come with the program. */
  readonly curricula: string;
}

/** `state` is the folder in which the executable may unpack its files. */
export function labFiles(state: string): LabFiles {
  if (embeddedLab === null) {
    return {
      harness: join(import.meta.dir, "python"),
      curricula: join(import.meta.dir, "..", "..", "curricula"),
    };
  }
  const folder = unpack(embeddedLab, join(state, "lab"));
  return { harness: join(folder, "python"), curricula: join(folder, "curricula") };
}

/** Unpacks into a folder named by the content, in one step: two processes may do so at once. */
function unpack({ digest, packed }: EmbeddedLab, into: string): string {
  const folder = join(into, digest);
  if (existsSync(folder)) return folder;
  const files: LabTexts["files"] = JSON.parse(
    Bun.zstdDecompressSync(Buffer.from(packed, "base64")).toString("utf8"),
  );
  const made = join(into, `${digest}.${process.pid}`);
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(made, path)), { recursive: true });
    writeFileSync(join(made, path), text);
  }
  try {
    renameSync(made, folder);
  } catch (error) {
    rmSync(made, { recursive: true, force: true });
    if (!existsSync(folder)) throw error;
  }
  return folder;
}
