/** The links of a page: within the paper they lead to their place, elsewhere they open a tab. */
import type { PDFPageProxy } from "pdfjs-dist";
import { useEffect, useState } from "react";
import type { Rect } from "../../core/entries/tally.ts";
import type { OpenedPdf } from "./open-pdfs.ts";
import { placeOfRect } from "./rect-style.ts";
import { type Target, targetOf } from "./target.ts";
import { readerWords as words } from "./words.ts";

type Link = { readonly rect: Rect } & (
  | { readonly to: "page"; readonly target: Target }
  | { readonly to: "elsewhere"; readonly url: string }
);

export function Links(props: {
  readonly pdf: OpenedPdf;
  readonly page: number;
  readonly jump: (page: number, down: number) => void;
}) {
  const { pdf, page, jump } = props;
  const [links, setLinks] = useState<readonly Link[]>([]);
  useEffect(() => {
    let current = true;
    const read = async () => {
      const found = await linksOf(pdf, await pdf.file.getPage(page));
      if (current) setLinks(found);
    };
    read().catch(() => {});
    return () => {
      current = false;
    };
  }, [pdf, page]);
  return links.map((link) =>
    link.to === "page" ? (
      <a
        key={link.rect.join()}
        className="pdf-link"
        href={`#page=${link.target.page}`}
        style={placeOfRect(link.rect)}
        onClick={(event) => {
          event.preventDefault();
          event.stopPropagation();
          jump(link.target.page, link.target.down);
        }}
      >
        <span className="hidden">{words.pageNumber(link.target.page)}</span>
      </a>
    ) : (
      <a
        key={link.rect.join()}
        className="pdf-link"
        href={link.url}
        target="_blank"
        rel="noreferrer noopener"
        title={link.url}
        style={placeOfRect(link.rect)}
      >
        <span className="hidden">{link.url}</span>
      </a>
    ),
  );
}

async function linksOf(pdf: OpenedPdf, page: PDFPageProxy): Promise<readonly Link[]> {
  const viewport = page.getViewport({ scale: 1 });
  const links: Link[] = [];
  for (const annotation of await page.getAnnotations({ intent: "display" })) {
    if (annotation.subtype !== "Link") continue;
    const [left = 0, bottom = 0, right = 0, top = 0]: readonly number[] = annotation.rect;
    const [x1 = 0, y1 = 0] = viewport.convertToViewportPoint(left, bottom);
    const [x2 = 0, y2 = 0] = viewport.convertToViewportPoint(right, top);
    const rect: Rect = [
      Math.min(x1, x2) / viewport.width,
      Math.min(y1, y2) / viewport.height,
      Math.abs(x2 - x1) / viewport.width,
      Math.abs(y2 - y1) / viewport.height,
    ];
    if (typeof annotation.url === "string" && /^(https?|mailto):/.test(annotation.url)) {
      links.push({ rect, to: "elsewhere", url: annotation.url });
      continue;
    }
    const target = annotation.dest == null ? null : await targetOf(pdf, annotation.dest);
    if (target !== null) links.push({ rect, to: "page", target });
  }
  return links;
}
