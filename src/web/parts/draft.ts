/** A text that is being written and not yet handed in: it outlives the tab. */
import { useCallback, useState } from "react";
import { useTracker } from "./parts.tsx";

/** What is stored stands for `key` in this workspace; an empty text is not stored. */
export function useDraft(key: string): readonly [string, (text: string) => void] {
  const { workspace } = useTracker().server;
  const name = `draft:${workspace}:${key}`;
  const [text, setText] = useState(() => localStorage.getItem(name) ?? "");
  const keep = useCallback(
    (next: string) => {
      setText(next);
      if (next === "") localStorage.removeItem(name);
      else localStorage.setItem(name, next);
    },
    [name],
  );
  return [text, keep];
}
