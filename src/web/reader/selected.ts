/** What is selected in the paper. The text's pieces stand in the order of reading, so the selection follows it too. */
import { type PagePart, type Passage, type Piece, passageFrom } from "./passage.ts";

/** Null when no words of it are selected. */
export function selectedIn(pages: HTMLElement | null): Passage | null {
  const range = rangeIn(pages);
  if (range === null || pages === null) return null;
  return passageFrom(wordsIn(range, pages), partsOf(range, pages));
}

/** The words alone: what stands beside them on the page, links and marks, is not of the text. */
export function selectedWords(pages: HTMLElement | null): string {
  const range = rangeIn(pages);
  return range === null || pages === null ? "" : wordsIn(range, pages);
}

function rangeIn(pages: HTMLElement | null): Range | null {
  const selection = document.getSelection();
  if (pages === null || selection === null || selection.isCollapsed || selection.rangeCount === 0) {
    return null;
  }
  const range = selection.getRangeAt(0);
  return pages.contains(range.commonAncestorContainer) ? range : null;
}

/** The pages that are drawn, from the first on. */
function pagesIn(range: Range, pages: HTMLElement): readonly HTMLElement[] {
  return [...pages.querySelectorAll<HTMLElement>("[data-page]")]
    .filter((page) => range.intersectsNode(page))
    .toSorted((one, other) => Number(one.dataset.page) - Number(other.dataset.page));
}

const piecesIn = (page: HTMLElement, range: Range) =>
  [...page.querySelectorAll<HTMLElement>(".textLayer span[data-piece]")].filter((piece) =>
    range.intersectsNode(piece),
  );

function wordsIn(range: Range, pages: HTMLElement): string {
  const pieces = pagesIn(range, pages).flatMap((page) => piecesIn(page, range));
  return pieces
    .map((piece) => {
      const ends = piece.nextElementSibling?.tagName !== "SPAN";
      return partOf(piece, range).toString() + (ends ? "\n" : "");
    })
    .join("");
}

function partsOf(range: Range, pages: HTMLElement): readonly PagePart[] {
  return pagesIn(range, pages).map((page) => ({
    page: Number(page.dataset.page),
    box: page.getBoundingClientRect(),
    pieces: piecesIn(page, range).map((piece) => pieceOf(piece, range)),
  }));
}

function pieceOf(piece: HTMLElement, range: Range): Piece {
  const { left, top, right, bottom } = partOf(piece, range).getBoundingClientRect();
  const own = Number.parseFloat(piece.style.getPropertyValue("--rotate")) || 0;
  const page = Number(piece.closest<HTMLElement>(".textLayer")?.dataset.mainRotation ?? 0);
  const turned = Math.round((own + page) / 90) % 2 !== 0;
  return { left, top, right, bottom, turned };
}

/** The part of a piece of text that is selected. */
function partOf(piece: HTMLElement, range: Range): Range {
  const part = document.createRange();
  part.selectNodeContents(piece);
  if (piece.contains(range.startContainer)) part.setStart(range.startContainer, range.startOffset);
  if (piece.contains(range.endContainer)) part.setEnd(range.endContainer, range.endOffset);
  return part;
}
