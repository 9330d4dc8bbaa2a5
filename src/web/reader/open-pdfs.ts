/**
 * The papers that this page has opened. They stay in memory while it is open, so that neither another tab of the paper
 * nor a server that is away closes them; only a few, so that memory does not grow with every paper.
 */
import {
  GlobalWorkerOptions,
  getDocument,
  type PDFDocumentLoadingTask,
  type PDFDocumentProxy,
} from "pdfjs-dist";
import type { PaperId } from "../../core/content/curriculum.ts";
import { api } from "../../wire/wire.ts";
import { open, Refused } from "../store/server.ts";
import { type PageWords, readWords } from "./page-words.ts";
import type { Size } from "./place.ts";

declare const PDF_WORKER: string;
GlobalWorkerOptions.workerSrc = PDF_WORKER;

export interface OpenedPdf {
  readonly file: PDFDocumentProxy;
  readonly sizes: readonly Size[];
  /** The words of a page; read once. */
  readonly words: (page: number) => Promise<PageWords>;
}

/** Why a paper can't be shown. */
export type PdfFault =
  | { readonly is: "away" }
  | { readonly is: "missing" }
  | { readonly is: "encrypted" }
  /** The file that is there is something else. */
  | { readonly is: "other" }
  | { readonly is: "empty" }
  | { readonly is: "broken"; readonly reason: string };

export type Opening =
  | { readonly ok: true; readonly pdf: OpenedPdf }
  | { readonly ok: false; readonly fault: PdfFault };

interface Held {
  readonly opening: Promise<Opening>;
  readonly close: () => void;
}

const mostHeld = 2;
/** The newest last. */
const held = new Map<string, Held>();

/** `version` counts the files that were put in its place since. */
export function openPdf(workspace: string, paper: PaperId, version: number): Promise<Opening> {
  const key = `${workspace} ${paper} ${version}`;
  const known = held.get(key);
  const now = known ?? load(paper);
  held.delete(key);
  held.set(key, now);
  for (const old of [...held.keys()].slice(0, -mostHeld)) letGo(old);
  void now.opening.then(({ ok }) => {
    // What could not be opened is tried again the next time.
    if (!ok && held.get(key) === now) held.delete(key);
  });
  return now.opening;
}

function letGo(key: string): void {
  held.get(key)?.close();
  held.delete(key);
}

function load(paper: PaperId): Held {
  const leaving = new AbortController();
  let loading: PDFDocumentLoadingTask | null = null;
  const opening = async (): Promise<Opening> => {
    let data: ArrayBuffer;
    try {
      const response = await open(api.pdf, { parts: { paper }, signal: leaving.signal });
      data = await response.arrayBuffer();
    } catch (error) {
      return { ok: false, fault: fetchFault(error) };
    }
    if (!saysPdf(data)) return { ok: false, fault: { is: "other" } };
    try {
      loading = getDocument({ data, enableXfa: false, useWasm: false });
      const pdf = await opened(await loading.promise);
      if (pdf.sizes.length > 0) return { ok: true, pdf };
      void loading.destroy();
      return { ok: false, fault: { is: "empty" } };
    } catch (error) {
      void loading?.destroy();
      return { ok: false, fault: fileFault(error) };
    }
  };
  return {
    opening: opening(),
    close: () => {
      leaving.abort();
      void loading?.destroy();
    },
  };
}

async function opened(file: PDFDocumentProxy): Promise<OpenedPdf> {
  const numbers = Array.from({ length: file.numPages }, (_, at) => at + 1);
  const sizes = await Promise.all(
    numbers.map(async (number): Promise<Size> => {
      const { width, height } = (await file.getPage(number)).getViewport({ scale: 1 });
      return [width, height];
    }),
  );
  const known = new Map<number, Promise<PageWords>>();
  const words = (page: number) => {
    const read = known.get(page) ?? file.getPage(page).then(readWords);
    known.set(page, read);
    return read;
  };
  return { file, sizes, words };
}

/** Some files have a few bytes before their head, as readers allow. */
const headWithin = 1024;

function saysPdf(data: ArrayBuffer): boolean {
  const head = new Uint8Array(data, 0, Math.min(headWithin, data.byteLength));
  return new TextDecoder("latin1").decode(head).includes("%PDF-");
}

function fetchFault(error: unknown): PdfFault {
  if (error instanceof Refused) {
    return error.status === 404 ? { is: "missing" } : { is: "broken", reason: error.message };
  }
  return { is: "away" };
}

function fileFault(error: unknown): PdfFault {
  const { name, message } = error instanceof Error ? error : { name: "", message: String(error) };
  return name === "PasswordException" ? { is: "encrypted" } : { is: "broken", reason: message };
}
