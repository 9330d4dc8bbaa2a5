/**
 * A page whose server was renewed is an old one: it loads itself anew, once nothing is being typed that nobody keeps.
 * Notes and drafts are kept as they are typed, and what waits is in the browser's store.
 */
import { pageHeader } from "../../wire/wire.ts";
import type { Clock } from "./clock.ts";

const calm = 2000;
const renewedKey = "renewed-for";
const fields = "input:not([type=checkbox], [type=radio]), textarea";

/** The script that this page is: named after its content. */
function ownPage(): string | null {
  const script = document.querySelector(`script[type="module"][src^="/assets/"]`);
  return script?.getAttribute("src") ?? null;
}

export function pageNamed(headers: Headers): string | null {
  return headers.get(pageHeader) || null;
}

/** Fields in which the learner typed; what is in them is lost with the page. */
const typedIn = new WeakSet<Element>();

export function watchTyping(): void {
  document.addEventListener("input", ({ target }) => {
    if (target instanceof Element && target.matches(fields)) typedIn.add(target);
  });
}

/** What the server has for a page now. */
export function meetPage(page: string | null, clock: Clock): void {
  const own = ownPage();
  if (page === null || own === null || page === own) {
    clock.cancel("renew");
    return;
  }
  // Loaded for this one before, and still another: a cache stands between. Once is enough.
  if (sessionStorage.getItem(renewedKey) === page) return;
  clock.after("renew", calm, () => {
    if (isBusy()) {
      meetPage(page, clock);
      return;
    }
    sessionStorage.setItem(renewedKey, page);
    window.location.reload();
  });
}

function isBusy(): boolean {
  const typing = [
    ...document.querySelectorAll<HTMLInputElement | HTMLTextAreaElement>(fields),
  ].some((field) => typedIn.has(field) && field.value !== "");
  const isWriting = document.activeElement?.closest("[contenteditable=true]") != null;
  const isOpen = document.querySelector("dialog[open], [aria-busy=true]") !== null;
  return typing || isOpen || (isWriting && !document.hidden);
}
