/** Files of other tools, as a page sends them: a trial says what they would bring, and a yes takes it in. */
import type { Millis } from "../core/time/calendar.ts";
import { foundIfNote, readNote } from "../exchange/notes/paper-notes.ts";
import { formOf, recognize, takeFound } from "../exchange/take-file.ts";
import type { TakenIn } from "../wire/wire.ts";
import { noteIn } from "../workspace/note-file.ts";
import type { Look, TrackerReport, Workspace } from "../workspace/workspace.ts";
import { answer, refusal } from "./answers.ts";
import type { Asked } from "./route.ts";
import { bytesWithin } from "./text-within.ts";

const mostBytes = 100_000_000;
const longestName = 300;

type Way = "trial" | "record";

interface Sent {
  readonly name: string;
  readonly bytes: Uint8Array;
}

type Told = Omit<TakenIn, "ok"> | { readonly fault: string };

/** The file is the body; its name and the way stand in the address. */
export async function takeIn(asked: Asked): Promise<Response> {
  const { request, url, service } = asked;
  const name = (url.searchParams.get("name") ?? "").slice(0, longestName);
  const way = url.searchParams.get("way");
  if (name === "" || (way !== "trial" && way !== "record")) {
    return refusal(
      400,
      "bad-request",
      "Name the file and the way: ?name=NAME&way=trial or record.",
    );
  }
  const bytes = await bytesWithin(request, mostBytes);
  if (bytes === null) return refusal(413, "too-large", "A file may hold 100 MB at most; split it.");
  const told = await taken(service.workspace, { name, bytes }, Date.now(), way);
  if ("fault" in told) {
    return refusal(400, "bad-file", `${name} ${told.fault}. Nothing was taken in.`);
  }
  await service.live.look();
  return answer<TakenIn>(200, { ok: true, ...told });
}

async function taken(workspace: Workspace, sent: Sent, now: Millis, way: Way): Promise<Told> {
  const { name, bytes } = sent;
  const form = await formOf(name, bytes);
  if (form === null) return { fault: unknownFault };
  const look = await workspace.look(now);
  const of = { curriculum: workspace.curriculum, today: look.today };
  const read = await recognize(form, sent, of, () => noteOf(sent, { ...workspace, ...look }));
  if (read.is === "refused") return { fault: read.fault };
  if (read.is === "own-tracker") {
    return ownReport(name, way, await workspace.adopt(read.text, now, way));
  }
  const { found } = read;
  const done = await takeFound(workspace, name, found, now, way, "page");
  const left = [...found.left, ...done.homeless].map(({ line, text, reason }) => ({
    line,
    message: text === "" ? `${reason}.` : `"${text}": ${reason}.`,
  }));
  const problems = [...left, ...done.refused].map(({ line, message }) => ({ line, message }));
  const { entries, quotes, report } = done;
  return { brings: entries.length + quotes.added, report: report.lines, problems };
}

const unknownFault =
  "is no file that the page takes in: it reads Markdown trackers and notes, tables (CSV, TSV), Anki packages, BibTeX, CSL-JSON, Zotero's highlights, and times of Toggl, Clockify, Timewarrior and WakaTime. A journal or a backup is imported in the terminal, by “study import”";

function noteOf({ name, bytes }: Sent, known: Workspace & Look) {
  const read = /\.(?:md|markdown)$/i.test(name) ? noteIn(bytes) : null;
  if (read?.is !== "text") return null;
  return foundIfNote(readNote({ file: name, text: read.text, place: "elsewhere" }), known);
}

function ownReport(
  name: string,
  way: Way,
  { entries, problems }: Pick<TrackerReport, "entries" | "problems">,
): Told {
  const count = entries.length;
  const taken = count === 1 ? "one entry" : `${count} entries`;
  const said =
    count === 0
      ? `Nothing in ${name} that the journal does not have.`
      : `${way === "record" ? "Took" : "Would take"} ${taken} from ${name}.`;
  return { brings: count, report: [said], problems };
}
