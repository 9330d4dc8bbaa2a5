/** The logs of a member's devices in SQL: entries are numbered under the log's own row, and found by member first. */
import type { SQL, TransactionSQL } from "bun";
import type { DeviceId } from "../core/time/clock.ts";
import { isSameReached, type Reached, type Vector } from "../sync/hub-protocol.ts";
import { markAfter } from "./digest.ts";
import { givenUp } from "./step.ts";
import { beginAnew, type Given, type HubEntry, type MemberId, type Taken } from "./store.ts";

/** So many rows in one statement. */
const atOnce = 500;

export interface Log {
  readonly member: MemberId;
  readonly device: DeviceId;
}

export async function giveTo(
  tx: TransactionSQL,
  { member, device }: Log,
  entries: readonly HubEntry[],
): Promise<Given> {
  // Who numbers a log holds its row, so that no two give the same number.
  const [log] = await tx`INSERT INTO log (member, device, length, size)
    VALUES (${member}, ${device}, 0, 0)
    ON CONFLICT (member, device) DO UPDATE SET length = log.length RETURNING length, mark`;
  const from = reachedIn(log);
  let to = from;
  let size = 0;
  const refused: string[] = [];
  for (let at = 0; at < entries.length; at += atOnce) {
    const some = new Map(entries.slice(at, at + atOnce).map((one) => [one.id, one]));
    for (;;) {
      const rows = numbered([...some.values()], { member, device }, to);
      const last = rows.at(-1);
      if (last === undefined) break;
      // Mostly all are new: they are put there first, and looked for only where that does not go.
      const put = await tx`INSERT INTO entry ${tx(rows)} ON CONFLICT DO NOTHING RETURNING id`;
      if (put.length === rows.length) {
        to = { number: last.number, mark: last.mark };
        size += rows.reduce((sum, { text }) => sum + text.length, 0);
        break;
      }
      const ours = put.map(({ id }: Row) => id);
      if (ours.length > 0) {
        await tx`DELETE FROM entry WHERE member = ${member} AND id IN ${tx(ours)}`;
      }
      const there = await tx`SELECT id, text FROM entry
        WHERE member = ${member} AND id IN ${tx([...some.keys()])}`;
      // Another device gave one meanwhile, which this transaction can't see.
      if (there.length === 0) throw givenUp();
      for (const { id, text } of there) {
        if (some.get(id)?.text !== text) refused.push(id);
        some.delete(id);
      }
    }
  }
  if (to !== null && !isSameReached(from, to)) {
    await tx`UPDATE log SET length = ${to.number}, mark = ${to.mark}, size = size + ${size}
      WHERE member = ${member} AND device = ${device}`;
  }
  return { added: (to?.number ?? 0) - (from?.number ?? 0), refused, from, to };
}

function numbered(entries: readonly HubEntry[], log: Log, after: Reached | null) {
  let { number, mark } = after ?? { number: 0, mark: "" };
  return entries.map(({ id, type, text, topic, command, reverses }) => {
    number += 1;
    mark = markAfter(mark, id);
    return { ...log, id, number, mark, type, text, topic, command, reverses };
  });
}

interface Asked {
  readonly vector: Vector;
  readonly most: number;
}

/** No transaction: a log only grows, and what comes meanwhile is taken too or the next time. */
export async function takeFrom(
  sql: SQL,
  member: MemberId,
  { vector, most }: Asked,
): Promise<Taken> {
  const logs = await sql`SELECT device, length, mark FROM log
    WHERE member = ${member} ORDER BY device`;
  const there = new Set(logs.map(({ device }: Row) => device));
  if (Object.keys(vector).some((device) => !there.has(device))) return beginAnew;
  const entries: string[] = [];
  const reached: Record<string, Reached> = {};
  let more = false;
  for (const log of logs) {
    const end = reachedIn(log);
    const known = vector[log.device] ?? null;
    let at = known;
    if (!isSameReached(known, end)) {
      // The entry that is known is read again, to see that the log up to there is the same.
      const again = known === null ? 0 : 1;
      const rows = await sql`SELECT number, mark, text FROM entry
        WHERE member = ${member} AND device = ${log.device} AND number >= ${known?.number ?? 1}
        ORDER BY number LIMIT ${most - entries.length + again}`;
      const found = rows.map((row: Row) => ({
        number: Number(row.number),
        mark: String(row.mark),
      }));
      if (known !== null && !isSameReached(known, found[0] ?? null)) return beginAnew;
      entries.push(...rows.slice(again).map(({ text }: Row) => String(text)));
      at = found.at(-1) ?? null;
    }
    if (at !== null) reached[log.device] = at;
    more ||= (at?.number ?? 0) < (end?.number ?? 0);
  }
  return { entries, vector: reached, more, anew: false };
}

interface Row {
  readonly [column: string]: string | number | null;
}

function reachedIn({ length, mark }: Row): Reached | null {
  return Number(length) === 0 ? null : { number: Number(length), mark: String(mark) };
}
