/** Writing a file in one step: readers see the old text or the new one, never a part. */
import { renameSync, rmSync, writeFileSync } from "node:fs";

/** Puts `content` in place of `path` by way of `aside` on the same disk. Throws what the operating system throws. */
export function replaceFile(path: string, aside: string, content: string | Uint8Array): void {
  try {
    writeFileSync(aside, content);
    renameSync(aside, path);
  } catch (error) {
    rmSync(aside, { force: true });
    throw error;
  }
}
