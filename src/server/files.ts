/** The learner's files over HTTP: notes, their images, and the papers' PDFs. */
import { existsSync } from "node:fs";
import { join } from "node:path";
import type { PaperId } from "../core/content/curriculum.ts";
import { allNotes, imageType, readNote, saveImage, saveNote } from "../workspace/notes.ts";
import { fetchPdf, hasPdf, pdfLimit, pdfPath, savePdf } from "../workspace/papers.ts";
import { Trouble } from "../workspace/trouble.ts";
import { answer, refusal } from "./answers.ts";
import type { Service } from "./service.ts";

const paperForm = /^[a-z0-9][a-z0-9.:-]*$/;
export const imageLimit = 20_000_000;

/** A file's name in a path; null for anything that could lead out of its folder. */
export function paperIn(part: string): PaperId | null {
  return paperForm.test(part) && !part.includes("..") ? (part as PaperId) : null;
}

export function listNotes({ workspace }: Service): Response {
  return answer(200, { notes: allNotes(workspace.layout) });
}

export async function getNote(paper: PaperId, { workspace }: Service): Promise<Response> {
  const { progress } = await workspace.look(Date.now());
  const name = progress.papers.find(({ id }) => id === paper)?.name;
  return answer(200, readNote(workspace.layout, workspace.curriculum, paper, name));
}

export async function putNote(paper: PaperId, text: string, service: Service): Promise<Response> {
  const { workspace, live } = service;
  let sent: { text?: unknown; base?: unknown };
  try {
    sent = JSON.parse(text);
  } catch {
    return refusal(400, "bad-note", "The request is not JSON.");
  }
  if (typeof sent?.text !== "string" || typeof sent.base !== "string") {
    return refusal(400, "bad-note", 'The request must be {"text": "…", "base": "…"}.');
  }
  const saved = inWords(() =>
    saveNote(workspace.layout, {
      paper,
      text: sent.text as string,
      base: sent.base as string,
    }),
  );
  if (saved instanceof Response) return saved;
  live.noteChanged(paper);
  return answer(200, saved);
}

export async function postImage(
  paper: PaperId,
  request: Request,
  { workspace }: Service,
): Promise<Response> {
  const bytes = await request.bytes();
  if (bytes.length > imageLimit) {
    return refusal(413, "too-large", "An image may hold 20 MB at most.");
  }
  const type = (request.headers.get("content-type") ?? "").split(";")[0] ?? "";
  const path = inWords(() => saveImage(workspace.layout, paper, type, bytes));
  return path instanceof Response ? path : answer(200, { ok: true, path });
}

export function getImage(name: string, { workspace }: Service): Response {
  const type = imageType(name);
  const path = join(workspace.layout.images, name);
  if (type === null || !/^[\w.-]+$/.test(name) || !existsSync(path)) {
    return refusal(404, "not-found", `There is no image ${name} beside the notes.`);
  }
  return new Response(Bun.file(path), {
    headers: { "content-type": type, "cache-control": "private, max-age=3600" },
  });
}

export function listPdfs({ workspace }: Service): Response {
  const papers = workspace.curriculum.papers.map(({ id }) => id);
  return answer(200, { pdfs: papers.filter((id) => hasPdf(workspace.layout, id)) });
}

export function getPdf(paper: PaperId, { workspace }: Service): Response {
  if (!hasPdf(workspace.layout, paper)) {
    return refusal(404, "not-found", `papers/${paper}.pdf is not there yet.`);
  }
  return new Response(Bun.file(pdfPath(workspace.layout, paper)), {
    headers: {
      "content-type": "application/pdf",
      "cache-control": "private, no-cache",
      // Opened by its address it is shown by the browser's own reader, which runs no script of it here.
      "content-security-policy": "default-src 'none'; style-src 'unsafe-inline'; sandbox",
    },
  });
}

export async function putPdf(
  paper: PaperId,
  request: Request,
  { workspace }: Service,
): Promise<Response> {
  const bytes = await request.bytes();
  if (bytes.length > pdfLimit) return refusal(413, "too-large", "A PDF may hold 100 MB at most.");
  const kept = inWords(() => savePdf(workspace.layout, paper, bytes));
  return kept instanceof Response ? kept : answer(200, { ok: true });
}

/** Lines of JSON while it goes on: `{"bytes", "of"}`, at last `{"ok": true}` or `{"ok": false, "message"}`. */
export function fetchPaper(id: PaperId, { workspace, arxiv }: Service): Response {
  const paper = workspace.curriculum.papers.find((known) => known.id === id);
  if (paper === undefined) return refusal(404, "not-found", `There is no paper "${id}".`);
  const encoder = new TextEncoder();
  const body = new ReadableStream<Uint8Array>({
    async start(controller) {
      const say = (line: unknown) => {
        try {
          controller.enqueue(encoder.encode(`${JSON.stringify(line)}\n`));
        } catch {
          // Nobody listens any more; the file is kept all the same.
        }
      };
      let told = 0;
      try {
        await fetchPdf(workspace.layout, paper, arxiv, (bytes, of) => {
          if (bytes - told < 100_000 && bytes !== of) return;
          told = bytes;
          say({ bytes, of });
        });
        say({ ok: true });
      } catch (error) {
        if (!(error instanceof Trouble)) console.error(error);
        const message = error instanceof Trouble ? error.message : "The PDF could not be kept.";
        say({ ok: false, message });
      }
      try {
        controller.close();
      } catch {
        // Closed by the other side.
      }
    },
  });
  return new Response(body, {
    headers: { "content-type": "application/x-ndjson", "cache-control": "no-store" },
  });
}

function inWords<T>(work: () => T): T | Response {
  try {
    return work();
  } catch (error) {
    if (error instanceof Trouble) return refusal(400, error.reason, error.message);
    throw error;
  }
}
