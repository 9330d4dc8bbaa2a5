/** The learner's files over HTTP: notes, their images, and the papers' PDFs. */
import type { Note, SavedNote } from "../core/content/note.ts";
import { sourceOf } from "../core/progress/paper-progress.ts";
import { noteForm, readSent } from "../wire/forms.ts";
import { type AnswerOf, type api, type FetchLine, isFor } from "../wire/wire.ts";
import { findImage, imageType } from "../workspace/images.ts";
import { noteLimit, withLineFeeds } from "../workspace/note-file.ts";
import { allNotes, isNote, readNote, saveImage, saveNote } from "../workspace/notes.ts";
import { fetchPdf, hasPdf, pdfLimit, pdfPath, savePdf } from "../workspace/papers.ts";
import { Trouble } from "../workspace/trouble.ts";
import { versionsOf, versionText } from "../workspace/versions.ts";
import { answer, otherWorkspace, refusal } from "./answers.ts";
import { complain } from "./complain.ts";
import { type Asked, paperIn } from "./route.ts";
import type { OwnService } from "./service.ts";

const imageLimit = 20_000_000;
/** Two texts of the longest kind, each character escaped as two halves of six bytes. */
export const noteBodyLimit = 2 * 12 * noteLimit + 1_000_000;

export function listNotes({ service: { workspace } }: Asked): Response {
  return answer<AnswerOf<typeof api.notes>>(200, { notes: allNotes(workspace.layout) });
}

/** A name that is no paper's gets no file; where there is one already it may be of any name. Null where it may be. */
async function refuseStray(asked: Asked, isThere: boolean): Promise<Response | null> {
  if (isThere) return null;
  const paper = paperIn(asked);
  const { progress } = await asked.service.workspace.look(Date.now());
  if (progress.papers.some(({ id }) => id === paper)) return null;
  return refusal(404, "not-found", `There is no paper "${paper}", so nothing was kept.`);
}

export async function getNote(asked: Asked): Promise<Response> {
  const { workspace } = asked.service;
  const paper = paperIn(asked);
  const { progress } = await workspace.look(Date.now());
  const name = progress.papers.find(({ id }) => id === paper)?.name;
  const note = inWords(() => readNote(workspace.layout, workspace.curriculum, paper, name));
  return note instanceof Response ? note : answer<Note>(200, note);
}

export async function putNote(asked: Asked, body: string): Promise<Response> {
  const { workspace, live, merge } = asked.service;
  const paper = paperIn(asked);
  const read = readSent(noteForm, body);
  if (!read.ok) return refusal(400, "bad-note", read.fault);
  if (!isFor(read.sent.workspace, live.names)) return otherWorkspace();
  const { layout } = workspace;
  const stray = await refuseStray(asked, isNote(layout, paper));
  if (stray !== null) return stray;
  const saved = await inWordsLater(saveNote(layout, paper, read.sent, Date.now(), merge));
  if (saved instanceof Response) return saved;
  live.noteChanged(paper);
  return answer<SavedNote>(200, saved);
}

export function listVersions(asked: Asked): Response {
  const { layout } = asked.service.workspace;
  const versions = versionsOf(layout, paperIn(asked));
  return answer<AnswerOf<typeof api.versions>>(200, { versions });
}

export function getVersion(asked: Asked): Response {
  const { layout } = asked.service.workspace;
  const paper = paperIn(asked);
  const raw = versionText(layout, paper, Number(asked.parts.number));
  if (raw === null) {
    return refusal(404, "not-found", `notes/${paper}.md has no such version.`);
  }
  return answer<AnswerOf<typeof api.version>>(200, { text: withLineFeeds(raw) });
}

export async function postImage(asked: Asked): Promise<Response> {
  const { request, service } = asked;
  const { workspace } = service;
  const bytes = await request.bytes();
  if (bytes.length > imageLimit) {
    return refusal(413, "too-large", "An image may hold 20 MB at most.");
  }
  const stray = await refuseStray(asked, isNote(workspace.layout, paperIn(asked)));
  if (stray !== null) return stray;
  const type = (request.headers.get("content-type") ?? "").split(";")[0] ?? "";
  const path = inWords(() => saveImage(workspace.layout, paperIn(asked), type, bytes));
  if (path instanceof Response) return path;
  return answer<AnswerOf<typeof api.keepImage>>(200, { ok: true, path });
}

export function getImage({ parts, service: { workspace } }: Asked): Response {
  const name = decoded(parts.file ?? "");
  const type = imageType(name);
  const path = findImage(workspace.layout, name);
  if (type === null || path === null) {
    return refusal(404, "not-found", `There is no image ${name} beside the notes.`);
  }
  return new Response(Bun.file(path), {
    headers: { "content-type": type, "cache-control": "no-store" },
  });
}

/** What is no sound address names no file. */
function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return "";
  }
}

export async function listPdfs({ service: { workspace } }: Asked): Promise<Response> {
  const { progress } = await workspace.look(Date.now());
  const pdfs = progress.papers.map(({ id }) => id).filter((id) => hasPdf(workspace.layout, id));
  return answer<AnswerOf<typeof api.pdfs>>(200, { pdfs });
}

export function getPdf(asked: Asked): Response {
  const { workspace } = asked.service;
  const paper = paperIn(asked);
  if (!hasPdf(workspace.layout, paper)) {
    return refusal(404, "not-found", `papers/${paper}.pdf is not there yet.`);
  }
  return new Response(Bun.file(pdfPath(workspace.layout, paper)), {
    headers: {
      "content-type": "application/pdf",
      "cache-control": "no-store",
      // Opened by its address it is shown by the browser's own reader, which runs no script of it here.
      "content-security-policy": "default-src 'none'; style-src 'unsafe-inline'; sandbox",
    },
  });
}

export async function putPdf(asked: Asked): Promise<Response> {
  const { workspace } = asked.service;
  const bytes = await asked.request.bytes();
  if (bytes.length > pdfLimit) return refusal(413, "too-large", "A PDF may hold 100 MB at most.");
  const stray = await refuseStray(asked, hasPdf(workspace.layout, paperIn(asked)));
  if (stray !== null) return stray;
  const kept = inWords(() => savePdf(workspace.layout, paperIn(asked), bytes));
  return kept instanceof Response ? kept : answer<AnswerOf<typeof api.keepPdf>>(200, { ok: true });
}

/** Lines of JSON while it goes on: `{"bytes", "of"}`, at last `{"ok": true}` or `{"ok": false, "message"}`. */
export async function fetchPaper(asked: Asked<OwnService>): Promise<Response> {
  const { workspace, arxiv } = asked.service;
  const id = paperIn(asked);
  const { progress, tally } = await workspace.look(Date.now());
  const name = progress.papers.find((known) => known.id === id)?.name;
  if (name === undefined) return refusal(404, "not-found", `There is no paper "${id}".`);
  const paper = { id, name, ...sourceOf(workspace.curriculum, tally, id) };
  const encoder = new TextEncoder();
  const body = new ReadableStream<Uint8Array>({
    async start(controller) {
      const say = (line: FetchLine) => {
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
        if (!(error instanceof Trouble)) complain(error);
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

/** Of what is no fault of the request itself. */
const statusOf: Partial<Record<Trouble["reason"], number>> = {
  unwritable: 503,
  fixed: 409,
  "merge-marks": 409,
};

function inWords<T>(work: () => T): T | Response {
  try {
    return work();
  } catch (error) {
    return asAnswer(error);
  }
}

const inWordsLater = <T>(work: Promise<T>): Promise<T | Response> => work.catch(asAnswer);

function asAnswer(error: unknown): Response {
  if (!(error instanceof Trouble)) throw error;
  return refusal(statusOf[error.reason] ?? 400, error.reason, error.message);
}
