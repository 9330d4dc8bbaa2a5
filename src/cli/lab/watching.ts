/** What `--watch` hears: saves in a folder, and keys. */
import { mkdirSync, watch } from "node:fs";
import type { Keys } from "../keys.ts";
import { arrivalOf, type Inbox } from "./inbox.ts";

/** Editors save in several steps; the last of them counts. */
const settleTime = 120;

/** Tells the inbox of saves in the folder, or in those in it too; the function ends that. */
export function watchFolder(
  folder: string,
  how: "itself" | "and all in it",
  inbox: Inbox,
): () => void {
  mkdirSync(folder, { recursive: true });
  let timer: ReturnType<typeof setTimeout> | undefined;
  const watcher = watch(folder, { recursive: how === "and all in it" }, (_, file) => {
    if (file !== null && !file.endsWith(".py")) return;
    clearTimeout(timer);
    timer = setTimeout(() => inbox.put({ is: "saved" }), settleTime);
  });
  return () => {
    clearTimeout(timer);
    watcher.close();
  };
}

/** Tells the inbox of keys until there are no more; the end of a pipe is no wish to leave. */
export async function listen(keys: Keys, inbox: Inbox): Promise<void> {
  for (let key = await keys.next(); key !== null; key = await keys.next()) {
    const arrival = arrivalOf(key);
    if (arrival !== null) inbox.put(arrival);
  }
}
