/**
 * The store in SQL that SQLite and PostgreSQL read alike, through the runtime's one client for both. Rows are found by
 * their member first. A transaction that the database gives up for another (40001) is done again.
 */
import { sqlGroups } from "./sql-groups.ts";
import { giveTo, takeFrom } from "./sql-log.ts";
import { again, type SqlStoreOf, type Step } from "./step.ts";
import type { HubStore, Key, Member, MemberId, StoredFile } from "./store.ts";

export function sqlStore({ sql, begin }: SqlStoreOf): HubStore {
  const step: Step = (work) => again(() => begin(work));

  return {
    member: (name, id) =>
      step(async (tx) => {
        await tx`INSERT INTO member (id, name) VALUES (${id}, ${name}) ON CONFLICT (name) DO NOTHING`;
        const [row] = await tx`SELECT id, name, workspace FROM member WHERE name = ${name}`;
        return memberIn(row);
      }),
    memberOf: async (id) => {
      const [row] = await sql`SELECT id, name, workspace FROM member WHERE id = ${id}`;
      return memberIn(row);
    },
    members: async () => {
      const rows = await sql`SELECT id, name, workspace FROM member ORDER BY name`;
      return [...rows].map(memberIn);
    },
    invite: async (digest, member, expires) => {
      await sql`INSERT INTO invitation (digest, member, expires) VALUES (${digest}, ${member}, ${expires})`;
    },
    invited: async (digest, now) => {
      const [row] = await sql`SELECT m.id, m.name, m.workspace FROM invitation i
        JOIN member m ON m.id = i.member WHERE i.digest = ${digest} AND i.expires > ${now}`;
      return row === undefined ? null : memberIn(row);
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
      const [row] = await sql`SELECT k.digest, k.member, k.name, k.made, k.used, m.workspace,
          (SELECT COALESCE(SUM(size), 0) FROM log WHERE member = k.member)
          + (SELECT COALESCE(SUM(size), 0) FROM file WHERE member = k.member) AS size
        FROM key k JOIN member m ON m.id = k.member WHERE k.digest = ${digest}`;
      if (row === undefined) return null;
      const key = keyIn(row);
      if (key.used === null || key.used < now - 60_000) {
        await sql`UPDATE key SET used = ${now} WHERE digest = ${digest}`;
      }
      return { ...key, workspace: memberIn(row).workspace, size: Number(row.size) };
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
    workspaceOf: async (member, named) => {
      const asked = () => sql`SELECT workspace FROM member WHERE id = ${member}`;
      let [row] = await asked();
      if (row.workspace === null) {
        await sql`UPDATE member SET workspace = ${named} WHERE id = ${member} AND workspace IS NULL`;
        [row] = await asked();
      }
      return String(row.workspace);
    },
    give: (member, device, entries) => step((tx) => giveTo(tx, { member, device }, entries)),
    take: (member, vector, most) => takeFrom(sql, member, { vector, most }),
    sizeOf: async (member) => {
      const [row] = await sql`SELECT
        (SELECT COALESCE(SUM(size), 0) FROM log WHERE member = ${member})
        + (SELECT COALESCE(SUM(size), 0) FROM file WHERE member = ${member}) AS size`;
      return Number(row.size);
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
    // It writes: a store that can only be read keeps nothing of what it is given.
    ready: async () => {
      await step((tx) => tx`UPDATE done_step SET number = number WHERE number = 1`);
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
