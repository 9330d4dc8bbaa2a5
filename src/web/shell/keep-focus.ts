/**
 * The focus never falls to the body. Where the focused thing is taken away (a button that gives way to others, a line
 * that is removed), what stands in its place gets the focus; a key that follows is not lost.
 */

export const canFocus =
  "a[href], button:not(:disabled), input:not(:disabled), select:not(:disabled), textarea:not(:disabled), summary, [tabindex]:not([tabindex='-1']), [contenteditable=true]";

/** What takes letters for itself is no heir of a button: the next key is meant as one of the screen's. */
const takesLetters =
  "textarea, select, [contenteditable=true], input:not([type=checkbox], [type=radio], [type=button], [type=submit])";

export function keepFocus(): () => void {
  let last: HTMLElement | SVGElement | null = null;
  let around: readonly Element[] = [];
  const onFocus = ({ target }: FocusEvent) => {
    if (!(target instanceof HTMLElement || target instanceof SVGElement)) return;
    last = target;
    around = ancestorsOf(target);
  };
  // A press beside everything is meant: the focus may go.
  const onPress = () => {
    last = null;
  };
  const watch = new MutationObserver((records) => {
    if (last === null || isThere(last) || document.activeElement !== document.body) return;
    const heir = heirOf(last, around, records);
    last = null;
    heir?.focus({ preventScroll: heir.id === "screen" });
  });
  document.addEventListener("focusin", onFocus);
  document.addEventListener("pointerdown", onPress, true);
  watch.observe(document.body, {
    childList: true,
    subtree: true,
    attributes: true,
    attributeFilter: ["disabled", "hidden"],
  });
  return () => {
    document.removeEventListener("focusin", onFocus);
    document.removeEventListener("pointerdown", onPress, true);
    watch.disconnect();
  };
}

function ancestorsOf(element: Element): readonly Element[] {
  const all: Element[] = [];
  for (let at = element.parentElement; at !== null; at = at.parentElement) all.push(at);
  return all;
}

function isThere(element: Element): boolean {
  return element.isConnected && element.matches(canFocus) && element.checkVisibility();
}

function heirOf(
  gone: Element,
  around: readonly Element[],
  records: readonly MutationRecord[],
): HTMLElement | SVGElement | null {
  const added = records.flatMap(({ addedNodes }) => [...addedNodes]).filter(isElement);
  const called = added.flatMap((node) => inside(node, "[data-takes-focus]"))[0];
  if (called !== undefined) return called;
  const removal = records.find(({ removedNodes }) =>
    [...removedNodes].some((node) => node.contains(gone)),
  );
  const place = removal?.target;
  if (removal !== undefined && place instanceof Element && place.isConnected) {
    const instead = added.find((node) => node.parentElement === place);
    const [first] = instead === undefined ? [] : heirsIn(instead, gone);
    if (first !== undefined) return first;
    const taken = [...removal.removedNodes].filter(isElement).find((node) => node.contains(gone));
    const beside = besideOf(taken, gone, [removal.nextSibling, removal.previousSibling]);
    if (beside !== undefined) return beside;
  }
  const home = around.find((one) => one.isConnected && heirsIn(one, gone).length > 0);
  const [near] =
    home === undefined || home.contains(document.getElementById("screen"))
      ? []
      : heirsIn(home, gone);
  return near ?? document.getElementById("screen");
}

/** The thing in the same place of the line below, else of the one above. */
function besideOf(taken: Element | undefined, gone: Element, siblings: readonly (Node | null)[]) {
  const at = taken === undefined ? -1 : [...taken.querySelectorAll(canFocus)].indexOf(gone);
  for (const sibling of siblings) {
    if (!isElement(sibling) || !sibling.isConnected) continue;
    const [called] = inside(sibling, "[data-takes-focus]");
    if (called !== undefined) return called;
    const isLike = sibling.tagName === taken?.tagName && sibling.className === taken.className;
    const same = isLike ? inside(sibling, canFocus)[at] : undefined;
    const one = same ?? heirsIn(sibling, gone)[0];
    if (one !== undefined) return one;
  }
  return undefined;
}

function heirsIn(element: Element, gone: Element): readonly (HTMLElement | SVGElement)[] {
  const all = inside(element, canFocus);
  return gone.matches(takesLetters) ? all : all.filter((one) => !one.matches(takesLetters));
}

function inside(element: Element, selector: string): readonly (HTMLElement | SVGElement)[] {
  return [element, ...element.querySelectorAll(selector)].filter(
    (one): one is HTMLElement | SVGElement =>
      (one instanceof HTMLElement || one instanceof SVGElement) &&
      one.matches(selector) &&
      one.isConnected &&
      one.checkVisibility(),
  );
}

function isElement(node: Node | null): node is Element {
  return node instanceof Element;
}
