/** Two texts of one field that mean the same. */
import type { DesiredField } from "./desired.ts";
import { readDay, readHours, readText } from "./form.ts";
import { sameText } from "./plain.ts";
import { readState, saysSkipped } from "./states.ts";

/** Whether a text means what the field says, in whatever words. */
export function says(text: string, field: DesiredField): boolean {
  if (text === field.text) return true;
  switch (field.kind) {
    case "tick":
      return (
        readState(text) === readState(field.text) && saysSkipped(text) === saysSkipped(field.text)
      );
    case "hours":
      return text !== "" && readHours(text) === field.minutes;
    case "day":
      return readDay(text) === readDay(field.text);
    case "text":
      return sameText(readText(text), readText(field.text));
    case "derived":
      // A version before wrote hours as a fraction; what it wrote agrees.
      if (field.minutes !== undefined && text !== "") return readHours(text) === field.minutes;
      return sameText(text, field.text);
    case "stamp":
      return false;
    default:
      return field.kind satisfies never;
  }
}
