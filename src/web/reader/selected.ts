/** What is selected in the paper. The text's pieces stand in the order of reading, so the selection follows it too. */
import { type Area, type PagePart, type Passage, passageFrom } from "./passage.ts";

/** Null when no words of it are selected. */
export function selectedIn(pages: HTMLElement | null): Passage | null {
  const selection = document.getSelection();
  if (pages === null || selection === null || selection.isCollapsed || selection.rangeCount === 0) {
    return null;
  }
  const range = selection.getRangeAt(0);
  if (!pages.contains(range.commonAncestorContainer)) return null;
  return passageFrom(selection.toString(), partsOf(range, pages));
}

function partsOf(range: Range, pages: HTMLElement): readonly PagePart[] {
  return [...pages.querySelectorAll<HTMLElement>("[data-page]")]
    .filter((page) => range.intersectsNode(page))
    .map((page) => ({
      page: Number(page.dataset.page),
      box: page.getBoundingClientRect(),
      pieces: [...page.querySelectorAll<HTMLElement>(".textLayer span")]
        .filter((piece) => range.intersectsNode(piece))
        .map((piece) => areaOf(piece, range)),
    }));
}

/** The part of a piece of text that is selected. */
function areaOf(piece: HTMLElement, range: Range): Area {
  const part = document.createRange();
  part.selectNodeContents(piece);
  if (piece.contains(range.startContainer)) part.setStart(range.startContainer, range.startOffset);
  if (piece.contains(range.endContainer)) part.setEnd(range.endContainer, range.endOffset);
  return part.getBoundingClientRect();
}
