/**
 * Who is let in. A printed address holds a ticket that counts once; the page exchanges it for a session of its own.
 * Of a session its mark is kept, so that it outlives this process, and the file does not tell the session.
 */
import { createHash, randomBytes } from "node:crypto";
import { readFileSync, rmSync } from "node:fs";
import * as v from "valibot";
import type { Layout } from "../workspace/layout.ts";
import { replaceFile } from "../workspace/replace-file.ts";

export interface Sessions {
  /** Tells this server from another that is found at the same address at another time. */
  readonly server: string;
  /** A new ticket, good until that moment; null for as long as the server runs. */
  readonly ticket: (until: number | null) => string;
  /** A session for a ticket. Where the answer is lost it may be asked for again, until the session is used. */
  readonly exchange: (ticket: string, now: number) => string | null;
  readonly knows: (session: string) => boolean;
  /** Tickets too. */
  readonly forgetAll: () => void;
}

interface Ticket {
  readonly until: number | null;
  /** The mark of the session that it was exchanged for, as long as nobody has used that. */
  readonly made: string | null;
}

const keptForm = v.object({
  server: v.string(),
  sessions: v.array(v.object({ mark: v.string(), port: v.number(), since: v.number() })),
});
type Kept = Readonly<v.InferOutput<typeof keptForm>>;

/** More browsers than anybody has; the one that was let in first goes first. */
const mostSessions = 64;
const mostTickets = 64;

/** The sessions of the server on `port`: one of another port is not let in, whatever it knows. */
export function sessionsOf(layout: Layout, port: number): Sessions {
  let kept = readKept(layout) ?? { server: secret(8), sessions: [] };
  const tickets = new Map<string, Ticket>();
  return {
    server: kept.server,
    ticket: (until) => {
      const ticket = secret(32);
      tickets.set(ticket, { until, made: null });
      for (const oldest of tickets.keys()) {
        if (tickets.size <= mostTickets) break;
        tickets.delete(oldest);
      }
      return ticket;
    },
    exchange: (ticket, now) => {
      const found = tickets.get(ticket);
      if (found === undefined || (found.until !== null && now > found.until)) return null;
      const session = secret(32);
      const mine = { mark: markOf(session), port, since: now };
      const others = kept.sessions.filter(({ mark }) => mark !== found.made);
      kept = { ...kept, sessions: [...others, mine].slice(-mostSessions) };
      tickets.set(ticket, { ...found, made: mine.mark });
      replaceFile(layout.sessions, layout.state, `${JSON.stringify(kept)}\n`);
      return session;
    },
    knows: (session) => {
      const mark = markOf(session);
      if (!kept.sessions.some((one) => one.mark === mark && one.port === port)) return false;
      for (const [ticket, { made }] of tickets) if (made === mark) tickets.delete(ticket);
      return true;
    },
    forgetAll: () => {
      kept = { ...kept, sessions: [] };
      tickets.clear();
    },
  };
}

/** Nobody who was let in before gets in again. */
export function forgetSessions({ sessions, token }: Layout): void {
  for (const path of [sessions, token]) rmSync(path, { force: true });
}

function readKept({ sessions }: Layout): Kept | null {
  try {
    const read = v.safeParse(keptForm, JSON.parse(readFileSync(sessions, "utf8")));
    return read.success ? read.output : null;
  } catch {
    return null;
  }
}

function secret(bytes: number): string {
  return randomBytes(bytes).toString("base64url");
}

/** A session has too many possible values to be found by its mark; comparing marks tells nothing of it by its time. */
function markOf(session: string): string {
  return createHash("sha256").update(session).digest("base64url");
}
