/** A transaction of a hub's database. One that the database gives up for another (40001) is done again. */
import type { SQL, TransactionSQL } from "bun";

const mostTries = 10;

export interface SqlStoreOf {
  readonly sql: SQL;
  readonly begin: <T>(work: (sql: TransactionSQL) => Promise<T>) => Promise<T>;
}

/** A transaction, done again where the database gave it up for another. */
export type Step = <T>(work: (sql: TransactionSQL) => Promise<T>) => Promise<T>;

export async function again<T>(work: () => Promise<T>): Promise<T> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await work();
    } catch (error) {
      if (tries >= mostTries || !isGivenUp(error)) throw error;
      // Those that were in each other's way come back at different times.
      await Bun.sleep(Math.random() * 2 ** tries);
    }
  }
}

/** As a database says it of a transaction that is to be done again. */
export function givenUp(): Error {
  return Object.assign(new Error("this is to be done again"), { code: "40001" });
}

/** What one transaction did is undone because of another: doing it again is right. */
function isGivenUp(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const { errno, code } = error as Error & { readonly errno?: unknown; readonly code?: unknown };
  return [errno, code].some((one) =>
    ["40001", "40P01", "23505", "SQLITE_BUSY", "SQLITE_BUSY_SNAPSHOT"].includes(String(one)),
  );
}
