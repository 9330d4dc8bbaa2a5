/**
 * The tables of a hub's database, version after version. Each step is done once, in one transaction with its number, and
 * never changed afterwards; a database of a later version is left alone.
 */
import type { SQL, TransactionSQL } from "bun";
import { parseEntry } from "../core/entries/entry.ts";
import { markAfter } from "./digest.ts";
import { hubEntry } from "./hub-entry.ts";
import { again, type SqlStoreOf } from "./step.ts";

/** What a database calls a column of bytes. */
export type Bytes = "BLOB" | "BYTEA";

export class NewerDatabase extends Error {
  constructor() {
    super("it was made by a newer version of study");
  }
}

export async function migrate({ sql, begin }: SqlStoreOf, bytes: Bytes): Promise<void> {
  await again(() => sql.unsafe("CREATE TABLE IF NOT EXISTS done_step (number BIGINT PRIMARY KEY)"));
  for (let number = 1; number <= steps.length; number += 1) {
    await again(() =>
      begin(async (tx) => {
        const done = await tx`SELECT number FROM done_step`;
        if (done.some((row: { number: unknown }) => Number(row.number) > steps.length)) {
          throw new NewerDatabase();
        }
        if (done.some((row: { number: unknown }) => Number(row.number) === number)) return;
        await tx`INSERT INTO done_step (number) VALUES (${number})`;
        await steps[number - 1]?.(tx, bytes);
      }),
    );
  }
}

type MigrationStep = (tx: TransactionSQL, bytes: Bytes) => Promise<void>;

const steps: readonly MigrationStep[] = [accounts, groups];

async function accounts(tx: TransactionSQL, bytes: Bytes): Promise<void> {
  await all(tx, [
    `CREATE TABLE IF NOT EXISTS member (
       id TEXT PRIMARY KEY, name TEXT NOT NULL UNIQUE, workspace TEXT)`,
    `CREATE TABLE IF NOT EXISTS invitation (
       digest TEXT PRIMARY KEY, member TEXT NOT NULL, expires BIGINT NOT NULL)`,
    `CREATE TABLE IF NOT EXISTS key (
       digest TEXT PRIMARY KEY, member TEXT NOT NULL, name TEXT NOT NULL,
       made BIGINT NOT NULL, used BIGINT)`,
    `CREATE TABLE IF NOT EXISTS entry (
       member TEXT NOT NULL, id TEXT NOT NULL, device TEXT NOT NULL, number BIGINT NOT NULL,
       type TEXT NOT NULL, text TEXT NOT NULL,
       PRIMARY KEY (member, id), UNIQUE (member, device, number))`,
    `CREATE TABLE IF NOT EXISTS log (
       member TEXT NOT NULL, device TEXT NOT NULL, length BIGINT NOT NULL, size BIGINT NOT NULL,
       PRIMARY KEY (member, device))`,
    `CREATE TABLE IF NOT EXISTS file (
       member TEXT NOT NULL, name TEXT NOT NULL, size BIGINT NOT NULL, written BIGINT NOT NULL,
       bytes ${bytes} NOT NULL, PRIMARY KEY (member, name))`,
  ]);
}

async function groups(tx: TransactionSQL): Promise<void> {
  await all(tx, [
    "ALTER TABLE entry ADD COLUMN topic TEXT",
    "ALTER TABLE entry ADD COLUMN command TEXT",
    "ALTER TABLE entry ADD COLUMN reverses TEXT",
    "ALTER TABLE entry ADD COLUMN mark TEXT",
    "ALTER TABLE log ADD COLUMN mark TEXT",
    `CREATE TABLE party (name TEXT PRIMARY KEY, curriculum TEXT, checkin TEXT)`,
    `CREATE TABLE belonging (
       party TEXT NOT NULL, member TEXT NOT NULL, role TEXT NOT NULL, PRIMARY KEY (party, member))`,
    "CREATE INDEX belonging_of ON belonging (member, party)",
    `CREATE TABLE share (
       member TEXT NOT NULL, party TEXT NOT NULL, topic TEXT NOT NULL,
       PRIMARY KEY (member, party, topic))`,
  ]);
  const logs = await tx`SELECT member, device, length FROM log`;
  for (const log of [...logs]) await bringAlong(tx, log);
}

/** What lies there from before gets its topic and its mark. */
async function bringAlong(tx: TransactionSQL, log: Log): Promise<void> {
  const { member, device, length } = log;
  let mark = "";
  for (let from = 1; from <= Number(length); from += 1000) {
    const some = await tx`SELECT number, id, text FROM entry
      WHERE member = ${member} AND device = ${device} AND number >= ${from} AND number < ${from + 1000}
      ORDER BY number`;
    for (const { number, id, text } of [...some]) {
      mark = markAfter(mark, String(id));
      const parsed = parseEntry(String(text));
      const { topic, command, reverses } = parsed.ok ? hubEntry(parsed, String(text)) : notShared;
      await tx`UPDATE entry
        SET topic = ${topic}, command = ${command}, reverses = ${reverses}, mark = ${mark}
        WHERE member = ${member} AND device = ${device} AND number = ${number}`;
    }
  }
  await tx`UPDATE log SET mark = ${mark} WHERE member = ${member} AND device = ${device}`;
}

interface Log {
  readonly member: string;
  readonly device: string;
  readonly length: number | string;
}

const notShared = { topic: null, command: null, reverses: null };

async function all(sql: SQL, statements: readonly string[]): Promise<void> {
  for (const statement of statements) await sql.unsafe(statement);
}
