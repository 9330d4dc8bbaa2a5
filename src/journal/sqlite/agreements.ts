/** The table of agreements: the newest whole, each older one as a patch of the one after it. */
import type { Database } from "bun:sqlite";
import { agreementsKept, applyPatch, patchTo, type Remembered } from "../agreements.ts";

interface Row {
  readonly turn: number;
  readonly whole: string | null;
  readonly patch: string | null;
}

export function rememberedIn(db: Database): Remembered {
  const rows = () => db.query<Row, []>("SELECT * FROM agreement ORDER BY turn DESC");
  return {
    latest: rows().get()?.whole ?? null,
    earlier: () => unpatched(rows().all()),
  };
}

function* unpatched(rows: readonly Row[]): Iterable<string> {
  let newer = "";
  for (const [index, { whole, patch }] of rows.entries()) {
    newer = whole ?? applyPatch(newer, patch ?? "");
    if (index > 0) yield newer;
  }
}

export function keepAgreement(db: Database, value: string): void {
  const last = db.query<Row, []>("SELECT * FROM agreement ORDER BY turn DESC").get();
  if (last?.whole != null) {
    db.query("UPDATE agreement SET whole = NULL, patch = ? WHERE turn = ?").run(
      patchTo(value, last.whole),
      last.turn,
    );
  }
  db.query("INSERT INTO agreement (turn, whole) VALUES (?, ?)").run((last?.turn ?? 0) + 1, value);
  db.query("DELETE FROM agreement WHERE turn <= ?").run((last?.turn ?? 0) + 1 - agreementsKept);
}
