import { expect, test } from "bun:test";
import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { workspace } from "./study.ts";

const root = join(import.meta.dir, "..", "..");
const pages = [
  "moving-in",
  "moving-out",
  "with-calendar",
  "with-anki",
  "with-editors",
  "with-zotero",
  "with-obsidian",
];

test("every command of the pages on moving in and out, and on other tools, runs as it is written", async () => {
  const folder = await workspace("--start", "2026-01-05");
  const put = (name: string, text: string) => writeFileSync(join(folder.path, name), text);
  const trackers = join(root, "tests", "fixtures", "trackers");
  copyFileSync(join(trackers, "39-mixed.md"), join(folder.path, "OldTracker.md"));
  copyFileSync(join(trackers, "05-kanban.md"), join(folder.path, "Board.md"));
  put(
    "toggl.csv",
    "Description,Start date,Start time,End date,End time,Duration\nBERT,2026-03-02,09:00:00,2026-03-02,10:30:00,01:30:00\n",
  );
  put("cards.tsv", "Front\tBack\n");
  put(
    "library.bib",
    "@article{x, title={Mamba: Linear-Time Sequence Modeling}, author={Gu, Albert}, year={2023}}\n",
  );
  mkdirSync(join(folder.path, "vault"));
  put("vault/BERT.md", "---\nstatus: done\nhours: 2\n---\n");
  put("notes/lora.md", "---\nstatus: reading\n---\n");
  put(
    "Annotations.md",
    "“words” ([Hu et al., 2022, p. 2](zotero://select/x)) ([pdf](zotero://open-pdf/x?page=2&annotation=K))\n",
  );
  for (const page of pages) {
    const text = readFileSync(join(root, "docs", `${page}.md`), "utf8");
    for (const [, block = ""] of text.matchAll(/```sh\n([\s\S]*?)```/g)) {
      for (const line of block.trim().split("\n")) {
        const { code, err } = await folder.study(...line.split(" ").slice(1));
        expect([page, line, code, code === 0 ? "" : err]).toEqual([page, line, 0, ""]);
      }
    }
  }
  expect(readFileSync(join(folder.path, "hours.csv"), "utf8")).toContain("BERT");
  expect(readFileSync(join(folder.path, "notes", "lora.md"), "utf8")).toContain(
    "---\nstatus: reading\n---\n\n## Quotes\n\n> words\n> ([p. 2](../papers/lora.pdf#page=2))\n",
  );
  expect(await folder.refused("export", "all.xyz")).toStartWith(
    'No form has the ending ".xyz": use .jsonl',
  );
  folder.remove();
}, 240_000);
