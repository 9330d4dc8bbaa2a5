/**
 * The store in SQL that SQLite and PostgreSQL read alike, through the runtime's one client for both. Rows are found by
 * their member first. A transaction that the database gives up for another (40001) is done again.
 */
import { sqlGroups } from "./sql-groups.ts";
import { again, type SqlStoreOf, type Step } from "./step.ts";
import type { HubStore, Key, Member, MemberId, StoredFile } from "./store.ts";

/** So many rows in one statement. */
const atOnce = 500;

export function sqlStore({ sql, begin }: SqlStoreOf): HubStore {
  const step: Step = (work) => again(() => begin(work));

  return {
    member: (name, id) =>
      step(async (tx) => {
        await tx`INSERT INTO member (id, name) VALUES (${id}, ${name}) ON CONFLICT (name) DO NOTHING`;
        const [row] = await tx`SELECT id, name, workspace FROM member WHERE name = ${name}`;
        return memberIn(row);
      }),
    members: async () => {
      const rows = await sql`SELECT id, name, workspace FROM member ORDER BY name`;
      return [...rows].map(memberIn);
    },
    invite: async (digest, member, expires) => {
      await sql`INSERT INTO invitation (digest, member, expires) VALUES (${digest}, ${member}, ${expires})`;
    },
    redeem: (digest, key, now) =>
      step(async (tx) => {
        const [found] = await tx`
          DELETE FROM invitation WHERE digest = ${digest} AND expires > ${now} RETURNING member`;
        if (found === undefined) return null;
        await tx`INSERT INTO key (digest, member, name, made)
          VALUES (${key.digest}, ${found.member}, ${key.name}, ${now})`;
        const [row] = await tx`SELECT id, name, workspace FROM member WHERE id = ${found.member}`;
        return memberIn(row);
      }),
    keyOf: async (digest, now) => {
      const [row] = await sql`SELECT * FROM key WHERE digest = ${digest}`;
      if (row === undefined) return null;
      await sql`UPDATE key SET used = ${now} WHERE digest = ${digest} AND (used IS NULL OR used < ${now - 60_000})`;
      return keyIn(row);
    },
    keys: async (member) => {
      const rows = await sql`SELECT * FROM key WHERE member = ${member} ORDER BY made, digest`;
      return [...rows].map(keyIn);
    },
    revoke: async (member, digest) => {
      const gone =
        await sql`DELETE FROM key WHERE member = ${member} AND digest = ${digest} RETURNING digest`;
      return gone.length > 0;
    },
    workspaceOf: (member, named) =>
      step(async (tx) => {
        await tx`UPDATE member SET workspace = ${named} WHERE id = ${member} AND workspace IS NULL`;
        const [row] = await tx`SELECT workspace FROM member WHERE id = ${member}`;
        return String(row.workspace);
      }),
    give: (member, device, entries) =>
      step(async (tx) => {
        await tx`INSERT INTO log (member, device, length, size) VALUES (${member}, ${device}, 0, 0)
          ON CONFLICT (member, device) DO NOTHING`;
        // Who numbers a log holds its row, so that no two give the same number.
        const [log] =
          await tx`UPDATE log SET length = length WHERE member = ${member} AND device = ${device} RETURNING length`;
        const first = Number(log.length);
        let length = first;
        let size = 0;
        const refused: string[] = [];
        for (let at = 0; at < entries.length; at += atOnce) {
          const some = new Map(entries.slice(at, at + atOnce).map((one) => [one.id, one]));
          const there = await tx`SELECT id, text FROM entry
            WHERE member = ${member} AND id IN ${tx([...some.keys()])}`;
          for (const { id, text } of there) {
            if (some.get(id)?.text !== text) refused.push(id);
            some.delete(id);
          }
          const rows = [...some.values()].map((one, index) => ({
            member,
            id: one.id,
            device,
            number: length + index + 1,
            type: one.type,
            text: one.text,
            topic: one.topic,
            command: one.command,
            reverses: one.reverses,
          }));
          if (rows.length === 0) continue;
          await tx`INSERT INTO entry ${tx(rows)}`;
          length += rows.length;
          size += rows.reduce((sum, { text }) => sum + text.length, 0);
        }
        await tx`UPDATE log SET length = ${length}, size = size + ${size}
          WHERE member = ${member} AND device = ${device}`;
        return { added: length - first, refused, from: first, to: length };
      }),
    take: (member, vector, most) =>
      step(async (tx) => {
        const logs =
          await tx`SELECT device, length FROM log WHERE member = ${member} ORDER BY device`;
        const entries: string[] = [];
        const known: Record<string, number> = {};
        let more = false;
        for (const { device, length } of logs) {
          const from = vector[device] ?? 0;
          known[device] = Math.min(from, Number(length));
          if (Number(length) <= from) continue;
          const rows = await tx`SELECT number, text FROM entry
            WHERE member = ${member} AND device = ${device} AND number > ${from}
            ORDER BY number LIMIT ${most - entries.length}`;
          for (const { number, text } of rows) {
            entries.push(text);
            known[device] = Number(number);
          }
          more ||= (known[device] ?? 0) < Number(length);
        }
        return { entries, vector: known, more };
      }),
    sizeOf: async (member) => {
      const [logs] =
        await sql`SELECT COALESCE(SUM(size), 0) AS size FROM log WHERE member = ${member}`;
      const [files] =
        await sql`SELECT COALESCE(SUM(size), 0) AS size FROM file WHERE member = ${member}`;
      return Number(logs.size) + Number(files.size);
    },
    files: async (member) => {
      const rows =
        await sql`SELECT name, size, written FROM file WHERE member = ${member} ORDER BY name`;
      return [...rows].map(
        ({ name, size, written }): StoredFile => ({
          name,
          size: Number(size),
          written: Number(written),
        }),
      );
    },
    readFile: async (member, name) => {
      const [row] = await sql`SELECT bytes FROM file WHERE member = ${member} AND name = ${name}`;
      return row === undefined ? null : new Uint8Array(row.bytes);
    },
    putFile: async (member, name, bytes, now) => {
      await sql`INSERT INTO file (member, name, size, written, bytes)
        VALUES (${member}, ${name}, ${bytes.length}, ${now}, ${Buffer.from(bytes)})
        ON CONFLICT (member, name) DO UPDATE
        SET size = excluded.size, written = excluded.written, bytes = excluded.bytes`;
    },
    removeFile: async (member, name) => {
      await sql`DELETE FROM file WHERE member = ${member} AND name = ${name}`;
    },
    ...sqlGroups(sql, step),
    ready: async () => {
      await sql`SELECT 1`;
    },
    close: () => sql.close(),
  };
}

interface Row {
  readonly [column: string]: string | number | null;
}

function memberIn(row: Row): Member {
  const { id, name, workspace } = row;
  return {
    id: String(id) as MemberId,
    name: String(name),
    workspace: workspace === null ? null : String(workspace),
  };
}

function keyIn({ digest, member, name, made, used }: Row): Key {
  return {
    digest: String(digest),
    member: String(member) as MemberId,
    name: String(name),
    made: Number(made),
    used: used === null ? null : Number(used),
  };
}
