/** Which of the edits that a text seems to have are the learner's, where it may be an old text that was saved again. */
import type { Problem } from "../core/words/problem.ts";
import { type Base, broughtBack } from "./base.ts";
import type { Desired } from "./desired.ts";
import type { Agreed, Edit } from "./edits/reading.ts";

export interface Meant {
  readonly edits: readonly Edit[];
  /** What was left out, because it may not be meant. */
  readonly stayed: readonly Problem[];
}

export function meantBy(edits: readonly Edit[], base: Base, readings: Readings): Meant {
  switch (base.is) {
    case "none":
      return { edits, stayed: [] };
    case "named":
      return base.before === null ? { edits, stayed: [] } : sinceBefore(edits, base.before);
    case "nearest":
      return deliberate(edits, base, readings);
    default:
      return base satisfies never;
  }
}

/** How a text compares with what it may have been edited from. */
export interface Readings {
  readonly now: Desired;
  readonly against: (agreed: Agreed) => readonly Edit[];
  /** The text has not the line at its foot. */
  readonly lostEnd: boolean;
}

/**
 * The edits that the learner must have meant. Where the text does not say what it was edited from, a change back to
 * what it said once may be an old text that was saved again: what was recorded since stays, and they are told.
 */
function deliberate(
  edits: readonly Edit[],
  { agreed, remembered }: Base & { readonly is: "nearest" },
  { now, against, lostEnd }: Readings,
): Meant {
  const isBack = (edit: Edit) => broughtBack(edit, remembered) || (lostEnd && isRemoval(edit));
  const counted = edits
    .filter((edit) => !isBack(edit))
    .map((edit) => [edit, upTo(edit, agreed, now)] as const);
  const back = [
    ...edits.filter(isBack),
    ...counted.flatMap(([edit, to]) => (to === null ? [edit] : [])),
  ];
  const stayed = back.map(({ line, column }) => ({ line, column, message: stayedMessage }));
  const [latest = agreed] = remembered;
  const older = stayed.length === 0 && agreed !== latest && against(latest).length > 0;
  return {
    edits: counted.flatMap(([, to]) => (to === null ? [] : [to])),
    stayed: older ? [{ line: 1, column: 1, message: olderMessage }] : stayed,
  };
}

/**
 * Hours that may have been counted already are not counted twice: the cell says how many there are in all. Null for
 * fewer than were recorded.
 */
function upTo(edit: Edit, agreed: Agreed, now: Desired): Edit | null {
  const { command, key } = edit;
  if (command.do !== "adjust-hours") return edit;
  const [was, is] = [agreed.fields[key]?.minutes ?? 0, now.fields[key]?.minutes ?? 0];
  if (was === is) return edit;
  const minutes = was + command.minutes - is;
  return minutes > 0 ? { ...edit, command: { ...command, minutes } } : null;
}

/**
 * Where a text says again what it said before an edit of its own was taken in, it may be that the learner changed
 * their mind in the same window, or that another window has saved which never saw the edit: what was recorded stays.
 */
function sinceBefore(edits: readonly Edit[], before: Agreed): Meant {
  const isBack = (edit: Edit) => broughtBack(edit, [before]);
  const back = edits.filter(isBack);
  return {
    edits: edits.filter((edit) => !isBack(edit)),
    stayed: back.map(({ line, column }) => ({ line, column, message: savedBackMessage })),
  };
}

/** What a text that has lost its end does not have, was not taken out by anybody. */
function isRemoval({ command }: Edit): boolean {
  return command.do === "remove-item" || command.do === "remove-paper";
}

const savedBackMessage =
  "Here the text says what it said before a change of yours was taken in, and a window that never saw the change would save the same; what was recorded stays. Change it in the file as it is now to say so.";
const stayedMessage =
  "This would take back what was recorded since an older text of the file, and the file does not say which text it was made from (its mark is gone, or another copy's); what was recorded stays. Change it once more to say so.";
const olderMessage =
  "A text was saved that does not say what it was made from (its mark is gone, or another copy's); what was recorded since stays. To bring two copies together, import the other one's journal instead.";
