/** A passage for the note of its paper. */
import type { PaperId } from "../../core/content/curriculum.ts";
import type { Quote } from "../../core/content/note-quotes.ts";

export interface PaperQuote extends Quote {
  readonly paper: PaperId;
  readonly comment: string;
}
