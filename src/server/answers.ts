/** The forms of an answer. */
import type { Place } from "../journal/port.ts";
import type { Refusal } from "../wire/wire.ts";
import type { Denial } from "./guard.ts";

export function answer<Body>(status: number, body: Body): Response {
  return Response.json(body, { status, headers: { "cache-control": "no-store" } });
}

export function refusal(status: number, reason: string, message: string): Response {
  return answer<Refusal>(status, { ok: false, reason, message });
}

export function denied({ status, reason, message }: Denial): Response {
  return refusal(status, reason, message);
}

/** What a page sends was made for another workspace than the one that is served here now. */
export function otherWorkspace(): Response {
  return refusal(409, "other-workspace", "Another workspace is served here now; this is kept.");
}

const isOther = (how: string) => (folder: string) =>
  `The journal of ${folder} was ${how} while it was served. Nothing is recorded until it is back: a sound journal in its place is opened within seconds; otherwise end study, and put a backup there with \`study restore\`.`;

const away: Readonly<Record<Exclude<Place, "here">, (folder: string) => string>> = {
  gone: (folder) => sayTaken(folder),
  replaced: (folder) => sayTaken(folder),
  exchanged: isOther("replaced by another file"),
  overwritten: isOther("written over"),
  "without-log": (folder) =>
    `The log of the journal of ${folder} (.study/journal.db-wal or -shm) was deleted while it was served. Nothing is recorded until study is ended and started again; what was recorded before is there then.`,
};

function sayTaken(folder: string): string {
  return `The workspace ${folder} was deleted, moved or replaced while it was served. Nothing is recorded until it is back.`;
}

/** What would be said to have been kept would be kept in a file that is gone. */
export function folderAway(folder: string, place: Exclude<Place, "here">): Response {
  return refusal(503, "gone", away[place](folder));
}

export function wrongMethod(...allow: readonly string[]): Response {
  const response = refusal(405, "method", `Use ${allow.join(" or ")} here.`);
  response.headers.set("allow", allow.join(", "));
  return response;
}
