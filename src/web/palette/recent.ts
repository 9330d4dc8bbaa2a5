/** What was chosen from the palette last, in this browser. */
import { type Cell, cellOf } from "../store/cell.ts";
import { used } from "./matching.ts";

const cells = new Map<string, Cell<readonly string[]>>();

/** Each workspace has its own: papers and tasks of one are not those of another. */
export function recentOf(workspace: string): Cell<readonly string[]> {
  const key = `palette:${workspace}`;
  const known = cells.get(key);
  if (known !== undefined) return known;
  const cell = cellOf(read(key));
  cell.subscribe(() => localStorage.setItem(key, JSON.stringify(cell.now())));
  cells.set(key, cell);
  return cell;
}

export function remember(workspace: string, id: string): void {
  recentOf(workspace).change((recent) => used(id, recent));
}

function read(key: string): readonly string[] {
  const kept = localStorage.getItem(key);
  return kept === null ? [] : (JSON.parse(kept) as readonly string[]);
}
