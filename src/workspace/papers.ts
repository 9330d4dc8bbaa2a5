/** The papers' PDFs: `papers/<paper>.pdf`, fetched when the learner asks or put there by them. */
import { existsSync, mkdirSync, statSync } from "node:fs";
import { join } from "node:path";
import type { Paper, PaperId } from "../core/content/curriculum.ts";
import type { Layout } from "./layout.ts";
import { replaceFile } from "./replace-file.ts";
import { Trouble } from "./trouble.ts";

export const pdfLimit = 100_000_000;

export function pdfPath(layout: Layout, paper: PaperId): string {
  return join(layout.papers, `${paper}.pdf`);
}

export function hasPdf(layout: Layout, paper: PaperId): boolean {
  return existsSync(pdfPath(layout, paper)) && statSync(pdfPath(layout, paper)).size > 0;
}

export function savePdf(layout: Layout, paper: PaperId, bytes: Uint8Array): void {
  // ISO 32000-1, 7.5.2: the header stands at the start; readers accept it within the first kilobyte.
  const head = new TextDecoder("latin1").decode(bytes.subarray(0, 1024));
  if (!head.includes("%PDF-")) {
    throw new Trouble("bad-file", "That is not a PDF: the file does not start with %PDF-.");
  }
  mkdirSync(layout.papers, { recursive: true });
  replaceFile(pdfPath(layout, paper), layout.state, bytes);
}

/** What is known of where a paper's PDF is. */
export type Fetchable = Pick<Paper, "id" | "name" | "arxiv" | "url">;

/** Where a paper's PDF is fetched from; null for one that has no arXiv id and no address. */
function pdfAddress({ arxiv, url }: Fetchable, arxivServer: string): string | null {
  return arxiv !== null ? `${arxivServer}/pdf/${arxiv}` : url;
}

/** Fetches the PDF and keeps it. `tell` hears how many bytes are here, of how many if the server says so. */
export async function fetchPdf(
  layout: Layout,
  paper: Fetchable,
  arxivServer: string,
  tell: (bytes: number, of: number | null) => void,
): Promise<void> {
  const address = pdfAddress(paper, arxivServer);
  if (address === null) {
    throw new Trouble(
      "missing-file",
      `No address of a PDF of "${paper.name}" is known: drop the file onto the page, or put it at papers/${paper.id}.pdf.`,
    );
  }
  const bytes = await download(address, tell);
  savePdf(layout, paper.id, bytes);
}

async function download(
  address: string,
  tell: (bytes: number, of: number | null) => void,
): Promise<Uint8Array> {
  const failed = (why: string) =>
    new Trouble(
      "missing-file",
      `${address} could not be fetched (${why}). Try again later, or download it and drop the file onto the page.`,
    );
  let response: Response;
  try {
    response = await fetch(address, {
      headers: { "user-agent": "study (a reading tracker; one paper at its reader's request)" },
      signal: AbortSignal.timeout(120_000),
    });
  } catch (error) {
    throw failed(error instanceof Error ? error.message : "no connection");
  }
  if (!response.ok || response.body === null)
    throw failed(`the server answered ${response.status}`);
  const length = Number(response.headers.get("content-length") ?? 0);
  const parts: Uint8Array[] = [];
  let size = 0;
  try {
    for await (const part of response.body) {
      parts.push(part);
      size += part.length;
      if (size > pdfLimit) throw new Error("it is larger than 100 MB");
      tell(size, length > 0 ? length : null);
    }
  } catch (error) {
    throw failed(error instanceof Error ? error.message : "the connection broke");
  }
  const whole = new Uint8Array(size);
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
