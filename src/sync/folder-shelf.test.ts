import { expect, test } from "bun:test";
import { existsSync, mkdirSync, mkdtempSync, renameSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { folderShelf } from "./folder-shelf.ts";

test("sync.37 a folder that goes while it is synced is told, and no other is made in its place", async () => {
  const root = mkdtempSync(join(tmpdir(), "study-shelf-"));
  const shared = join(root, "shared");
  mkdirSync(shared);
  const shelf = folderShelf(shared);
  await shelf.append("device00/1.jsonl", "one\n");
  renameSync(shared, join(root, "away"));
  for (const write of [
    () => shelf.append("device00/1.jsonl", "two\n"),
    () => shelf.replace("device00/files.json", new Uint8Array([1])),
    () => shelf.list(),
  ]) {
    await expect(write()).rejects.toThrow("is not there");
  }
  expect(existsSync(shared)).toBe(false);
  rmSync(root, { recursive: true });
});
