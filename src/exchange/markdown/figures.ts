/** Figures that a file keeps of itself, and study computes. */

/** `Papers Read: 3/15 (20%)`: what study computes itself. */
export function isFigure(text: string): boolean {
  const label =
    /^([^:]{3,40}):\s*[~≈]?\d[\d.,]*\s*(?:\/\s*\d+)?\s*(?:h(?:ours?|rs)?\b|days?\b)?\s*\(?(?:\d{1,3}\s*%)?\)?(?:\s+(?:done|complete|completed|read|finished))?\s*$/iu.exec(
      text,
    )?.[1];
  return label !== undefined && figureWords.test(label);
}

const figureWords =
  /\b(?:total|overall|papers? (?:read|implemented|finished|completed)|hours|completed|completion|implemented|remaining|left|streak|count|average|time spent|progress)\b/i;
