/** Three devices of one workspace over a year of mishaps: clocks that are wrong, copied folders, restored backups. */

import { expect, test } from "bun:test";
import { copyFileSync, existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import type { Body } from "../../src/core/entries/entry.ts";
import { fold } from "../../src/core/entries/ledger.ts";
import { NotAnEntry } from "../../src/journal/port.ts";
import { readLines } from "../../src/journal/record.ts";
import { openSqliteJournal, type SqliteJournal } from "../../src/journal/sqlite/journal.ts";
import { takeInJournal } from "../../src/workspace/import.ts";
import { newDevice } from "../../src/workspace/open.ts";
import { anyBody } from "../fixtures/commands.ts";
import { patience, runs } from "./soak.ts";

const minute = 60_000;
const begun = Date.UTC(2026, 0, 5);

type Deed =
  | { readonly do: "record"; readonly bodies: readonly Body[] }
  | { readonly do: "undo" }
  | { readonly do: "take in"; readonly from: number }
  /** This device's journal is lost; another's folder is copied in its place. */
  | { readonly do: "copy"; readonly from: number }
  | { readonly do: "back up" }
  | { readonly do: "restore" }
  | { readonly do: "set clock"; readonly skew: number };

/** No command starts a workspace twice. */
const bodies = fc.array(
  anyBody.filter(({ type }) => !type.startsWith("workspace.")),
  { minLength: 1, maxLength: 3 },
);
const other = fc.nat(2);
const anyDeed: fc.Arbitrary<Deed> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({
      do: fc.constant("record" as const),
      bodies,
    }),
  },
  { weight: 2, arbitrary: fc.constant({ do: "undo" as const }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constant("take in" as const), from: other }) },
  fc.record({ do: fc.constant("copy" as const), from: other }),
  fc.constant({ do: "back up" as const }),
  fc.constant({ do: "restore" as const }),
  fc.record({
    do: fc.constant("set clock" as const),
    skew: fc.integer({ min: -400 * 1440, max: 90 }).map((minutes) => minutes * minute),
  }),
);

const parts = ["", "-wal", "-shm"] as const;

class Folder {
  readonly #path: string;
  skew = 0;
  constructor(folder: string, name: string) {
    this.#path = join(folder, `${name}.db`);
  }

  async open<T>(work: (journal: SqliteJournal) => Promise<T>): Promise<T> {
    const journal = openSqliteJournal(this.#path, newDevice());
    try {
      return await work(journal);
    } finally {
      journal.close();
    }
  }

  async record(now: number, bodies: readonly Body[]): Promise<void> {
    await this.open((journal) =>
      journal.record(now + this.skew, () => ({ steps: [{ bodies, by: "cli" }], result: null })),
    );
  }

  async undo(now: number): Promise<void> {
    await this.open((journal) =>
      journal.record(now + this.skew, ({ picture }) => {
        const { undoable } = picture.settled;
        const bodies: Body[] =
          undoable === null ? [] : [{ type: "command.undone", undoes: undoable }];
        return { steps: [{ bodies, by: "cli" }], result: null };
      }),
    );
  }

  /** A clock that is behind refuses what it takes for the future; it comes another time. */
  async takeIn(from: Folder, now: number): Promise<void> {
    const lines = await from.lines();
    await this.open((journal) =>
      takeInJournal(journal, () => lines, "same-workspace", now + this.skew),
    ).catch((error: unknown) => {
      if (!(error instanceof NotAnEntry)) throw error;
    });
  }

  lines(): Promise<readonly string[]> {
    return this.open(async (journal) => [...journal.texts()]);
  }

  copyFrom(from: Folder): void {
    if (from === this) return;
    for (const part of parts) rmSync(this.#path + part, { force: true });
    copyFileSync(from.#path, this.#path);
  }

  async backUp(): Promise<void> {
    rmSync(`${this.#path}.backup`, { force: true });
    await this.open(async (journal) => journal.copyTo(`${this.#path}.backup`));
  }

  /** As `study restore` does: into a journal of its own. */
  async restore(): Promise<void> {
    const backup = `${this.#path}.backup`;
    if (!existsSync(backup)) return;
    const source = openSqliteJournal(backup, newDevice());
    const lines = [...source.texts()];
    source.close();
    for (const part of parts) rmSync(this.#path + part, { force: true });
    await this.open((journal) => journal.insert(readLines(lines)));
  }
}

async function play(folders: readonly Folder[], who: number, deed: Deed, now: number) {
  const folder = folders[who % folders.length] as Folder;
  switch (deed.do) {
    case "record":
      return folder.record(now, deed.bodies);
    case "undo":
      return folder.undo(now);
    case "take in":
      return folder.takeIn(folders[deed.from] as Folder, now);
    case "copy":
      return folder.copyFrom(folders[deed.from] as Folder);
    case "back up":
      return folder.backUp();
    case "restore":
      return folder.restore();
    case "set clock":
      folder.skew = deed.skew;
  }
}

test(
  "journal.32 three devices with wrong clocks, copies and restores agree once each has taken in the others, and lose nothing",
  () =>
    fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(fc.nat(2), anyDeed), { minLength: 5, maxLength: 30 }),
        async (deeds) => {
          const at = mkdtempSync(join(tmpdir(), "study-devices-"));
          try {
            const folders = ["laptop", "desktop", "phone"].map((name) => new Folder(at, name));
            const [first, ...rest] = folders as [Folder, ...Folder[]];
            await first.record(begun, [
              {
                type: "workspace.started",
                curriculum: "llm",
                timeZone: "UTC",
                start: null,
                target: null,
                minutesAWeek: null,
              },
            ]);
            for (const folder of rest) folder.copyFrom(first);
            let now = begun;
            for (const [who, deed] of deeds) {
              now += minute;
              await play(folders, who, deed, now);
            }
            const all = new Set((await Promise.all(folders.map((one) => one.lines()))).flat());
            // Clocks are right again, and no stamp is ahead any more.
            for (const folder of folders) folder.skew = 0;
            for (const folder of [...folders, ...folders]) {
              for (const from of folders) await folder.takeIn(from, now + 400 * minute);
            }
            for (const folder of folders) {
              const lines = await folder.lines();
              expect(new Set(lines)).toEqual(all);
              await folder.open(async (journal) => {
                const { tally } = (await journal.picture()).settled;
                const entries = [];
                for await (const { entry } of journal.lines()) if (entry) entries.push(entry);
                expect(tally).toEqual(fold(entries));
              });
            }
          } finally {
            rmSync(at, { recursive: true, force: true });
          }
        },
      ),
      { numRuns: runs({ test: 12, soak: 1000 }) },
    ),
  patience({ test: 3, soak: 60 }),
);
