/** `export`, `import`, `backup`, `restore`, `forget`, `doctor`, `curriculum`. */
import type { Command } from "commander";
import { type Define, defineGroup } from "../define.ts";
import type { Terminal } from "../terminal.ts";

export function defineData(program: Command, terminal: Terminal, define: Define): void {
  define(program, "export [file]", {
    summary: "everything, or a part of it for another tool: the file's ending chooses",
    examples: [
      "study export journal.jsonl     # everything",
      "study export study.ics         # calendar",
      "study export cards.apkg        # Anki; cards.tsv for others",
      "study export papers.bib        # or papers.json for CSL",
      "study export hours.csv --csv sessions",
      "study export portfolio.html    # or badge.svg",
    ],
  })
    .option("--csv <what>", "which table: sessions, cards or checks")
    .action(async (file, options) =>
      (await import("./data.ts")).exportFile(terminal, file, options),
    );
  define(program, "calendar", {
    summary: "the address at which a calendar program reads what is ahead",
    examples: ["study calendar", "study calendar --revoke"],
  })
    .option("--revoke", "end the address")
    .action(async (options) => (await import("./calendar.ts")).calendarAddress(terminal, options));
  define(program, "import <file>", {
    summary:
      "import a journal (.jsonl, .db), or what another tool kept: any Markdown tracker, sessions, cards, papers, highlights, notes",
    examples: [
      "study import OldTracker.md --dry-run",
      "study import OldTracker.md",
      "study import toggl.csv         # or Clockify, Timewarrior (.data), WakaTime (.json)",
      "study import cards.apkg        # or cards.tsv",
      "study import library.bib       # or CSL-JSON, Better BibTeX JSON",
      "study import Annotations.md    # highlights of Zotero's",
      "study import ~/vault           # what notes of papers say in their properties",
      "study import journal.jsonl",
      "study import 'journal (conflicted copy).db'",
    ],
    json: "json",
  })
    .option("--dry-run", "show what would be imported, and change nothing")
    .option("--merge", "from another workspace: what was done there, as one command")
    .action(async (file, options) =>
      (await import("./data.ts")).importFile(terminal, file, options),
    );
  define(program, "backup [file]", {
    summary: "a copy of the journal, safe while others write",
    examples: ["study backup study-2026-11-23.db", "study backup --list"],
    json: "json",
  })
    .option("--list", "the copies that study makes by itself")
    .action(async (file, options) => {
      if (file === undefined) (await import("./backup-list.ts")).listBackups(terminal, options);
      else await (await import("./data.ts")).backup(terminal, file, options);
    });
  define(program, "restore <file>", {
    summary: "replace the journal with a backup; the old one is kept",
    examples: ["study restore study-2026-11-23.db"],
  }).action(async (file, options) => (await import("./data.ts")).restore(terminal, file, options));
  define(program, "forget <name>", {
    summary: "erase a command, a note or a paper's record for good",
    examples: [
      "study history   # shows the ids",
      "study forget 0mhx3k9q2-000-laptop01",
      "study forget notes/bert.md",
      "study forget bert",
    ],
  })
    .option("--yes", "do not ask")
    .action(async (what, options) => (await import("./forget.ts")).forget(terminal, what, options));
  define(program, "doctor", {
    summary: "check the journal, the tracker file and the curriculum",
    examples: ["study doctor", "study doctor --repair"],
    json: "json",
  })
    .option(
      "--repair",
      "save what can be saved of a damaged journal; bring back an emptied TRACKER.md",
    )
    .action(async (options) => (await import("./doctor.ts")).doctor(terminal, options));
  const curriculum = defineGroup(
    program,
    "curriculum",
    "curricula as data: check, new, from, release",
    ["study curriculum new my-curriculum", "study curriculum check ./my-curriculum"],
  );
  define(curriculum, "check [folder]", {
    summary: "validate a curriculum and list every fault",
    examples: ["study curriculum check", "study curriculum check ./my-curriculum"],
  }).action(async (folder, options) =>
    (await import("./curriculum.ts")).checkCurriculum(terminal, folder, options),
  );
  define(curriculum, "new <name>", {
    summary: "make a small curriculum to start from",
    examples: ["study curriculum new my-curriculum"],
  }).action(async (name) => (await import("./curriculum.ts")).newCurriculum(terminal, name));
  define(curriculum, "from <file...>", {
    summary: "make one from your own tracker or reading list in Markdown",
    examples: [
      "study curriculum from OldTracker.md",
      "study curriculum from plan.md papers.md --into my-curriculum",
    ],
  })
    .option("--into <folder>", "the folder to make; named after the document otherwise")
    .action(async (files, options) =>
      (await import("./curriculum-from.ts")).curriculumFrom(terminal, files, options),
    );
  define(curriculum, "release <folder>", {
    summary: "record its ids, so that a later check notices when one is gone",
    examples: ["study curriculum release ./my-curriculum"],
  }).action(async (folder) =>
    (await import("./curriculum.ts")).releaseCurriculum(terminal, folder),
  );
}
