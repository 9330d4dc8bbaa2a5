/* Runs in the page: what has the focus, whether it can be seen, and whether it says what it is. */
(() => {
  const element = document.activeElement;
  if (element === null || element === document.body) return null;
  const shows = (one) => {
    if (one === null) return false;
    const { outlineStyle, outlineWidth, boxShadow, strokeWidth } = getComputedStyle(one);
    const outlined = outlineStyle !== "none" && Number.parseFloat(outlineWidth) >= 1;
    return outlined || boxShadow !== "none" || (one.matches(".rim") && strokeWidth !== "1px");
  };
  const { width, height, bottom, top } = element.getBoundingClientRect();
  const hidden = [];
  for (let one = element; one !== null; one = one.parentElement) {
    if (Number(getComputedStyle(one).opacity) < 0.1) hidden.push(one.tagName);
  }
  const name =
    element.getAttribute("aria-label") ??
    element.labels?.[0]?.textContent ??
    (element.hasAttribute("aria-labelledby")
      ? document.getElementById(element.getAttribute("aria-labelledby"))?.textContent
      : element.textContent);
  return {
    stop: element.dataset.stop ?? null,
    html: element.outerHTML.slice(0, 160),
    name: (name ?? "").trim().slice(0, 80),
    // A field that is hidden lets its label show the focus.
    seen:
      shows(element) ||
      shows(element.closest("label")) ||
      shows(element.querySelector(".rim")) ||
      shows(element.closest(".editor")),
    there: width > 0 && height > 0 && bottom > 0 && top < innerHeight && hidden.length === 0,
  };
})();
