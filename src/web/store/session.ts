/**
 * This browser's session with the server. It is kept for this origin alone, which has a port (a cookie has none), and
 * by the name of the server: several may be found at one address in turn.
 */
import type { ServerName } from "../../wire/wire.ts";

const key = "sessions";

interface Sessions {
  /** The server that was spoken to last. */
  readonly last: ServerName;
  readonly of: Readonly<Record<ServerName, string>>;
}

/** Where storage is forbidden a session lasts as long as its page. */
let inMemory: Sessions | null = null;

function read(): Sessions | null {
  try {
    const text = localStorage.getItem(key);
    return text === null ? inMemory : JSON.parse(text);
  } catch {
    return inMemory;
  }
}

function write(sessions: Sessions): void {
  inMemory = sessions;
  try {
    localStorage.setItem(key, JSON.stringify(sessions));
  } catch {
    // Kept in memory.
  }
}

export function session(): string | null {
  const sessions = read();
  return sessions?.of[sessions.last] ?? null;
}

export function keepSession(server: ServerName, secret: string): void {
  write({ last: server, of: { ...read()?.of, [server]: secret } });
}

/** Another server answered, which this browser may have been let in by before: whether it is worth asking again. */
export function turnTo(server: ServerName | undefined, refused: string | null): boolean {
  const sessions = read();
  const known = server === undefined ? undefined : sessions?.of[server];
  if (sessions === null || server === undefined || known === undefined || known === refused) {
    return false;
  }
  write({ ...sessions, last: server });
  return true;
}

const ticketKey = "ticket";

/** A printed address says `#ticket=…`; a hub's invitation, which programs take too, has nothing else behind its `#`. */
export function ticketIn({ pathname, hash }: Pick<Location, "pathname" | "hash">): string | null {
  const said = /^#ticket=([\w-]+)$/.exec(hash) ?? (pathname === "/" && /^#([\w-]{43})$/.exec(hash));
  return (said || null)?.[1] ?? null;
}

/**
 * The ticket of a printed address, which is taken out of the address bar. The tab keeps it until the server has
 * answered: it may be led elsewhere before that.
 */
export function ticketHere(): string | null {
  const ticket = ticketIn(location);
  if (ticket === null) return sessionStorage.getItem(ticketKey);
  history.replaceState(null, "", location.pathname + location.search);
  sessionStorage.setItem(ticketKey, ticket);
  return ticket;
}

export function dropTicket(): void {
  sessionStorage.removeItem(ticketKey);
}

/** Another tab of this browser was let in. */
export function whenLetIn(work: () => void): void {
  window.addEventListener("storage", (event) => {
    if (event.key === key) work();
  });
}
