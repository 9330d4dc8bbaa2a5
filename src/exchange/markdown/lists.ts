/** What the items of a list have in common. */

import { isFigure } from "./figures.ts";
import { marksIn } from "./marks.ts";
import type { ItemPiece, Piece } from "./pieces.ts";
import { isPaperLink } from "./titles.ts";

export interface ListSeen {
  readonly papers: boolean;
  /** Most items begin with a link. */
  readonly linked: boolean;
  /** Enough of them have a box or a sign that the others seem to be open. */
  readonly marked: boolean;
}

export const plainList: ListSeen = { papers: false, linked: false, marked: false };

export function listsOf(pieces: readonly Piece[]): ReadonlyMap<number, ListSeen> {
  const items = pieces.filter((piece): piece is ItemPiece => piece.is === "item");
  return new Map(
    [...Map.groupBy(items, ({ list }) => list)].map(([list, all]) => {
      const share = (is: (one: ItemPiece) => boolean) => all.filter(is).length / all.length;
      const linked = share(({ said }) => {
        const [first] = said.links;
        const bare = said.text.replace(/^[^\p{L}\p{N}"“]+/u, "");
        return first !== undefined && first.text !== "" && bare.startsWith(first.text);
      });
      return [
        list,
        {
          papers: share(({ said }) => isPaperLink(said)) >= 0.6,
          linked: all.length >= 3 && linked >= 0.6,
          marked: share(isMarked) >= 0.5,
        },
      ];
    }),
  );
}

function isMarked({ box, said }: ItemPiece): boolean {
  if (box === null && isFigure(said.text)) return false;
  return box !== null || said.struck || marksIn(said.text).state !== null;
}
