import { expect, test } from "bun:test";
import { keyOf } from "./actions.ts";

test("a shortcut is where it is on a Latin layout, whatever letters the keys bear", () => {
  const table: readonly (readonly [key: string, code: string, shift: boolean, means: string])[] = [
    ["g", "KeyG", false, "g"],
    ["п", "KeyG", false, "g"],
    ["П", "KeyG", true, "G"],
    ["ε", "KeyE", false, "e"],
    [" ", "Space", false, "Space"],
    ["?", "Slash", true, "?"],
    [",", "Slash", true, ","],
    ["١", "Digit1", false, "1"],
    ["ю", "Period", false, "ю"],
    // Dvorak and AZERTY are Latin: what is written on the key counts.
    ["i", "KeyG", false, "i"],
    ["Enter", "Enter", false, "Enter"],
  ];
  for (const [key, code, shiftKey, means] of table) {
    expect([key, code, keyOf({ key, code, shiftKey })]).toEqual([key, code, means]);
  }
});
