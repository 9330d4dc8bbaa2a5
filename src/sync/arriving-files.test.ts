import { expect, test } from "bun:test";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { layoutOf } from "../workspace/layout.ts";
import { arrivingFiles } from "./arriving-files.ts";
import { contentOfText } from "./content.ts";
import { gone } from "./lineage.ts";
import { workspaceFiles } from "./workspace-files.ts";

test("sync.76 files of a device that joins come to their places together, and over none that was written meanwhile", async () => {
  const folder = mkdtempSync(join(tmpdir(), "study-arriving-"));
  const layout = layoutOf(folder);
  const own = workspaceFiles({ layout, now: 1, curriculum: null }, new Map());
  const note = (name: string) => join(folder, "notes", `${name}.md`);
  // A join that was killed before has left this.
  mkdirSync(join(folder, ".study", "arriving"), { recursive: true });
  writeFileSync(join(folder, ".study", "arriving", "0"), "half a te");
  const { files, settle } = arrivingFiles(layout, own);
  const put = (path: string, text: string) => files.put(path, gone, contentOfText(text));
  expect(await put("notes/bert.md", "theirs\n")).toBe(true);
  expect(await put("notes/lora.md", "theirs too\n")).toBe(true);
  expect((await files.read("notes/bert.md"))?.text).toBe("theirs\n");
  expect(existsSync(note("bert"))).toBe(false);
  mkdirSync(join(folder, "notes"), { recursive: true });
  writeFileSync(note("lora"), "mine\n");
  expect(await settle()).toEqual(["notes/lora.md"]);
  expect(readFileSync(note("bert"), "utf8")).toBe("theirs\n");
  expect(readFileSync(note("lora"), "utf8")).toBe("mine\n");
  expect(existsSync(join(folder, ".study", "arriving"))).toBe(false);
  rmSync(folder, { recursive: true });
});
