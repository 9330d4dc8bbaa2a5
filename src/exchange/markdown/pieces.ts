/** The pieces that a tracker is made of. */
export interface Link {
  readonly text: string;
  readonly url: string;
}

/** Words without Markdown's marks, the links among them, and the line that they stand in, from 1. */
export interface Said {
  readonly text: string;
  readonly links: readonly Link[];
  readonly line: number;
  /** All of it is struck out. */
  readonly struck: boolean;
}

/** Where something stands in the text that was parsed. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

export interface HeadingPiece {
  readonly is: "heading";
  readonly level: number;
  readonly said: Said;
}

export interface ItemPiece extends Span {
  readonly is: "item";
  readonly depth: number;
  /** The text between the brackets of its box; null where it has none. */
  readonly box: string | null;
  readonly said: Said;
  /** It has no box itself, and items with boxes below it: it names a group. */
  readonly holds: boolean;
  /** Items of one list have one number. */
  readonly list: number;
}

export interface TablePiece extends Span {
  readonly is: "table";
  readonly line: number;
  readonly head: readonly Said[];
  readonly rows: readonly (readonly Said[])[];
}

export interface LinePiece {
  readonly is: "line";
  readonly said: Said;
  /** In a quotation, such as a callout. */
  readonly quoted: boolean;
}

export type Piece = HeadingPiece | ItemPiece | TablePiece | LinePiece;
