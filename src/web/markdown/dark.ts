/** Whether the page is dark, by the learner's choice or the system's. */
import { useSyncExternalStore } from "react";

const system = "(prefers-color-scheme: dark)";

export function useDark(): boolean {
  return useSyncExternalStore(subscribe, isDark);
}

function isDark(): boolean {
  const { colorScheme } = getComputedStyle(document.documentElement);
  return colorScheme.includes("light dark") ? matchMedia(system).matches : colorScheme === "dark";
}

function subscribe(listener: () => void): () => void {
  const watch = matchMedia(system);
  const chosen = new MutationObserver(listener);
  watch.addEventListener("change", listener);
  chosen.observe(document.documentElement, { attributeFilter: ["data-theme"] });
  return () => {
    watch.removeEventListener("change", listener);
    chosen.disconnect();
  };
}
