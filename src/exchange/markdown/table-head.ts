/** A table whose first row spans the columns of the one below it: `| | Phase 1 | | |` over `| Week | Paper | Status |`. */
import { kindOf } from "./columns.ts";
import type { TablePiece } from "./pieces.ts";

/** Where the row below the head names the columns and the head does not, that row is the head. */
export function withHead(piece: TablePiece): TablePiece {
  const [second, ...rows] = piece.rows;
  if (second === undefined || rows.length === 0) return piece;
  const empty = piece.head.filter(({ text }) => text.trim() === "").length;
  if (empty === 0 || empty * 2 < piece.head.length || kindOf(piece).is !== "unknown") return piece;
  const below: TablePiece = { ...piece, head: second, rows };
  return kindOf(below).is === "unknown" ? piece : below;
}
