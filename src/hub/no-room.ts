/** A store without room: what it is given it can't keep, and what it has is there. */

export class NoRoom extends Error {
  constructor() {
    super("the hub's database has no room left");
  }
}

/** SQLite's, the system's and PostgreSQL's words for it. */
const codes = ["SQLITE_FULL", "ENOSPC", "EDQUOT", "53100"];

export function isNoRoom(error: unknown): boolean {
  if (error instanceof NoRoom) return true;
  if (!(error instanceof Error)) return false;
  const { errno, code } = error as Error & { readonly errno?: unknown; readonly code?: unknown };
  return [errno, code].some((one) => codes.includes(String(one)));
}
