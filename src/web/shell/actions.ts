/** What can be done on the present screen, each with a name and most with keys: for the keyboard, the palette and the help. */
import { useLayoutEffect, useSyncExternalStore } from "react";

export interface Action {
  readonly id: string;
  readonly label: string;
  readonly group: string;
  /** `Space`, `?`, `1`; two with a blank between them are pressed one after the other: `g t`. */
  readonly keys?: string;
  /** Keys with Ctrl, for show: the frame listens to them itself. */
  readonly chord?: string;
  readonly run: () => void;
}

type Source = () => readonly Action[];

const sources = new Set<Source>();
const listeners = new Set<() => void>();
let all: readonly Action[] = [];

function gather(): void {
  all = [...sources].flatMap((source) => source());
  for (const listener of listeners) listener();
}

/** Offers `actions` while the component is there. Actions that come later win over earlier ones with the same keys. */
export function useActions(actions: readonly Action[]): void {
  useLayoutEffect(() => {
    const source = () => actions;
    sources.add(source);
    gather();
    return () => {
      sources.delete(source);
      gather();
    };
  }, [actions]);
}

export function useAllActions(): readonly Action[] {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => all,
  );
}

/** How long the first of two keys waits for the second, in milliseconds. */
const sequenceTime = 1200;

/** Listens for the keys of all actions. Fields keep their keys. */
export function useActionKeys(): void {
  useLayoutEffect(() => {
    let first = "";
    let timer = 0;
    const onKey = (event: KeyboardEvent) => {
      if (
        event.defaultPrevented ||
        event.isComposing ||
        event.ctrlKey ||
        event.metaKey ||
        event.altKey
      )
        return;
      if (isField(event.target) || document.querySelector("dialog[open]") !== null) return;
      const key = keyOf(event);
      const typed = first === "" ? key : `${first} ${key}`;
      window.clearTimeout(timer);
      first = "";
      // A focused button takes its own Space and Enter.
      const onButton = (event.target as Element | null)?.closest("button, a, summary") !== null;
      if (onButton && (key === "Space" || key === "Enter")) return;
      const found = all.findLast(({ keys }) => keys === typed);
      if (found !== undefined) {
        event.preventDefault();
        found.run();
      } else if (all.some(({ keys }) => keys?.startsWith(`${typed} `))) {
        first = typed;
        timer = window.setTimeout(() => {
          first = "";
        }, sequenceTime);
      }
    };
    window.addEventListener("keydown", onKey);
    return () => {
      window.removeEventListener("keydown", onKey);
      window.clearTimeout(timer);
    };
  }, []);
}

/** What a key means: on a layout without Latin letters, the letter that stands there on a Latin one. */
export function keyOf({ key, code, shiftKey }: Pick<KeyboardEvent, "key" | "code" | "shiftKey">) {
  if (key === " ") return "Space";
  if (key.length !== 1 || /^[ -~]$/.test(key)) return key;
  const letter = /^Key([A-Z])$/.exec(code)?.[1];
  if (letter !== undefined) return shiftKey ? letter : letter.toLowerCase();
  const digit = /^Digit(\d)$/.exec(code)?.[1];
  return digit ?? latinMarks[shiftKey ? `Shift ${code}` : code] ?? key;
}

const latinMarks: Readonly<Record<string, string>> = {
  Slash: "/",
  "Shift Slash": "?",
  Comma: ",",
  Minus: "-",
};

/** Whether keys typed there are text. */
export function isField(target: EventTarget | null): boolean {
  return (
    target instanceof Element &&
    target.closest(
      "input:not([type=checkbox], [type=radio], [type=range]), textarea, select, [contenteditable=true]",
    ) !== null
  );
}
