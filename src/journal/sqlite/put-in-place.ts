/** A journal that was made beside another comes to that one's path, and nothing of it stays where it was made. */
import { existsSync, renameSync, rmSync } from "node:fs";

export function putInPlace(fresh: string, path: string): void {
  renameSync(fresh, path);
  if (existsSync(`${fresh}.count`)) renameSync(`${fresh}.count`, `${path}.count`);
  // The journal itself has these, and puts them beside it when it is opened.
  rmSync(`${fresh}.forgotten`, { force: true });
}
