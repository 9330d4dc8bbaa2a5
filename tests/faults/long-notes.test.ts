/** A note as long as they may be, on both sides changed: merged by the program as it is shipped. */
import { expect, test } from "bun:test";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { newFolder, within } from "./folder.ts";
import { serve } from "./served-page.ts";

test("sync.28 the executable has the thread that merges long notes", async () =>
  within(await newFolder(), async (folder) => {
    const served = await serve(folder.path);
    try {
      const base = Array.from({ length: 90_000 }, (_, line) => `line ${line}\n`).join("");
      const theirs = base.replace("line 7\n", "line 7, by an editor\n");
      mkdirSync(join(folder.path, "notes"), { recursive: true });
      writeFileSync(join(folder.path, "notes", "bert.md"), theirs);
      const saved = await served.put("/notes/bert", { text: `${base}more\n`, base });
      expect(saved.status).toBe(200);
      expect(readFileSync(join(folder.path, "notes", "bert.md"), "utf8")).toBe(`${theirs}more\n`);
    } finally {
      await served.kill();
    }
  }));
