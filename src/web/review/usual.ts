/** The grade that Space gives, and that has the focus once an answer is shown: a key pressed twice forgets nothing. */
import type { Grade } from "../../core/entries/entry.ts";

export const usual: Grade = 3;
