/**
 * What is needed once something is done, and not to look: deciding, and saying what was done. It comes with the first
 * move of a hand, so that it is there before the first press.
 */
type Deciding = typeof import("./decided.ts");

let here: Deciding | null = null;
let coming: Promise<Deciding> | null = null;

/** At once where it is there already: what is done is then shown in the same frame. */
export function decidingNow(): Deciding | null {
  return here;
}

export function deciding(): Promise<Deciding> {
  coming ??= import("./decided.ts").then(
    (come) => {
      here = come;
      return come;
    },
    (error: unknown) => {
      coming = null;
      throw error;
    },
  );
  return coming;
}

const moves = ["pointermove", "pointerdown", "touchstart", "keydown"] as const;

export function decideSoon(): void {
  const begin = () => {
    for (const move of moves) window.removeEventListener(move, begin, true);
    deciding().catch(() => {});
  };
  for (const move of moves) window.addEventListener(move, begin, true);
}
