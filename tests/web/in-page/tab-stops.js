/* Runs in the page: marks everything that the Tab key should reach, and says how many there are. */
(() => {
  const kinds =
    "a[href], button, input, select, textarea, summary, [tabindex], [contenteditable=true]";
  const stops = [...document.querySelectorAll(kinds)].filter((element) => {
    if (element.tabIndex < 0 || element.disabled === true) return false;
    if (element.type === "radio" && !element.checked) return false;
    return element.checkVisibility({ visibilityProperty: true });
  });
  for (const [at, element] of stops.entries()) element.dataset.stop = String(at);
  return stops.length;
})();
