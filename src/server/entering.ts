/** Getting in: a ticket for a session, and a new ticket for whoever is in. */
import type { Millis } from "../core/time/calendar.ts";
import { readSent, ticketForm } from "../wire/forms.ts";
import type { AnswerOf, api, Entered, ServerName } from "../wire/wire.ts";
import { answer, refusal } from "./answers.ts";
import { type Guard, isProgram } from "./guard.ts";
import type { Asked } from "./route.ts";
import type { OwnService } from "./service.ts";

export function enter({ service: { guard } }: Asked<OwnService>, body: string): Response {
  const read = readSent(ticketForm, body);
  if (!read.ok) return refusal(400, "bad-request", read.fault);
  const { sessions } = guard;
  const session = sessions.exchange(read.sent.ticket, Date.now());
  if (session === null) {
    return refusal(
      403,
      "ticket",
      "This address has already been used, is from an earlier start, or has expired. Starting study again prints another.",
    );
  }
  return answer<Entered>(200, { ok: true, session, server: sessions.server as ServerName });
}

export function newTicket({ service: { guard } }: Asked<OwnService>): Response {
  return answer<AnswerOf<typeof api.ticket>>(200, { ok: true, ...addressesFor(guard, Date.now()) });
}

/** Nobody who was let in before is in any more, whoever listens included. A session may not end the others. */
export function renew({ request, service: { guard, live } }: Asked<OwnService>): Response {
  if (!isProgram(request, guard)) {
    return refusal(403, "terminal", "Sessions are ended by `study serve --new-token`.");
  }
  guard.renew();
  live.dismiss();
  return answer<AnswerOf<typeof api.renew>>(200, { ok: true, ...addressesFor(guard, Date.now()) });
}

type Entrance = Pick<Guard, "port" | "lan" | "sessions">;

/** The page's address with a new ticket. It is read by the page alone: what follows a `#` is sent nowhere. */
export function addressFor({ port, sessions }: Entrance): string {
  return `http://127.0.0.1:${port}/#ticket=${sessions.ticket(null)}`;
}

/** A code on a screen may be photographed: it does not count for longer. */
const pairingTime = 10 * 60_000;

/** The same for another device of the network; null where this machine alone is served. */
export function pairingFor({ port, lan, sessions }: Entrance, now: Millis): string | null {
  if (lan === null) return null;
  return `http://${lan.name}:${port}/#ticket=${sessions.ticket(now + pairingTime)}`;
}

function addressesFor(guard: Guard, now: Millis) {
  return { address: addressFor(guard), pairing: pairingFor(guard, now) };
}
