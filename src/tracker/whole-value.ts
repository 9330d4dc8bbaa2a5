/** A field's value, where a formatter has broken a long line into several. */

import type { DesiredField } from "./desired.ts";
import { plainText } from "./plain.ts";
import { says } from "./says.ts";
import type { FoundField, FoundText } from "./scan.ts";

/**
 * The value with the lines that go on with it, where that is what the field said, or more like it than the first
 * line alone; else those lines are the learner's own.
 */
export function wholeValue(
  found: FoundText | FoundField,
  known: readonly DesiredField[],
): FoundText {
  const wrapped = "wrapped" in found ? found.wrapped : null;
  if (wrapped === null || known.some((field) => says(found.text, field))) return found;
  const whole = { ...wrapped, text: wrapped.text.replace(/\s*\r?\n\s*/g, " ") };
  if (known.some((field) => field.kind === "text" && goesOn(found.text, whole.text, field))) {
    return whole;
  }
  return found;
}

function goesOn(first: string, whole: string, field: DesiredField): boolean {
  const before = plainText(field.text);
  if (plainText(whole) === before) return true;
  const head = plainText(first);
  // The field was longer than the line, and begins or ends as the lines do.
  const ending = plainText(whole).slice(-20);
  return (
    before.length > head.length && (before.startsWith(head.slice(0, 20)) || before.endsWith(ending))
  );
}
