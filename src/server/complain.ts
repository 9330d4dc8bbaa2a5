/** What went wrong in the server itself, at its terminal: an error's words may come from a file. */
import { harmlessPlain } from "../core/words/harmless.ts";

export function complain(error: unknown): void {
  const said = error instanceof Error ? (error.stack ?? error.message) : String(error);
  console.error(harmlessPlain(said));
}
