/** What reaches `--watch` while it waits or runs: saves and keys, in their order. */
import type { Key } from "../keys.ts";

export type Arrival =
  | { readonly is: "saved" }
  | { readonly is: "key"; readonly key: "hint" | "list" | "check-all" | "reset" }
  | { readonly is: "quit" };

/** As in rustlings. */
const keys: ReadonlyMap<Key, Arrival> = new Map([
  ["h", { is: "key", key: "hint" }],
  ["l", { is: "key", key: "list" }],
  ["c", { is: "key", key: "check-all" }],
  ["x", { is: "key", key: "reset" }],
  ["q", { is: "quit" }],
]);

/** What a key asks for; null for every other key. */
export function arrivalOf(key: Key): Arrival | null {
  return keys.get(key) ?? null;
}

/** What waits after one more arrival. Saves that nobody has looked at are one; after the end comes nothing. */
export function withArrival(waiting: readonly Arrival[], arrival: Arrival): readonly Arrival[] {
  if (waiting.some(({ is }) => is === "quit")) return waiting;
  // Whoever leaves does not wait for what was asked before.
  if (arrival.is === "quit") return [arrival];
  if (arrival.is === "saved" && waiting.some(({ is }) => is === "saved")) return waiting;
  return [...waiting, arrival];
}

export class Inbox {
  #waiting: readonly Arrival[] = [];
  #wake: (() => void) | null = null;
  readonly #leaving = new AbortController();

  /** Aborted when the person leaves: a run need not go on. */
  get left(): AbortSignal {
    return this.#leaving.signal;
  }

  put(arrival: Arrival): void {
    this.#waiting = withArrival(this.#waiting, arrival);
    if (arrival.is === "quit") this.#leaving.abort();
    this.#wake?.();
  }

  /** A run that begins reads what was saved until now. */
  forgetSaves(): void {
    this.#waiting = this.#waiting.filter(({ is }) => is !== "saved");
  }

  async next(): Promise<Arrival> {
    for (;;) {
      const [first, ...rest] = this.#waiting;
      if (first !== undefined) {
        this.#waiting = rest;
        return first;
      }
      await new Promise<void>((done) => {
        this.#wake = done;
      });
    }
  }
}
