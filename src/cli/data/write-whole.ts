/** Writing a file that is there whole or not at all. */
import { closeSync, existsSync, openSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { JournalUnavailable } from "../../journal/port.ts";
import { systemReason } from "../../workspace/trouble.ts";
import { Stop } from "../run.ts";

/** Of any size. */
export async function writeWhole(
  path: string,
  pieces: AsyncIterable<string | Uint8Array>,
): Promise<void> {
  const part = `${path}.part`;
  try {
    const out = openSync(part, "w");
    try {
      for await (const piece of pieces) writeFileSync(out, piece);
    } finally {
      closeSync(out);
    }
    renameSync(part, path);
  } catch (error) {
    rmSync(part, { force: true });
    if (error instanceof JournalUnavailable) throw error;
    const missing = !existsSync(dirname(path))
      ? `the folder ${dirname(path)} does not exist`
      : null;
    throw new Stop(`${path} can't be written: ${missing ?? systemReason(error)}.`);
  }
}
