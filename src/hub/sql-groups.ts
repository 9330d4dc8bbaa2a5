/** GroupStore in SQL. What a member sees of another is decided in one statement, by what stands in the tables at that moment. */
import type { SQL } from "bun";
import { mentorsAlone, type Role, type Topic } from "../core/group/topic.ts";
import type { Step } from "./step.ts";
import type { Belonging, Group, GroupName, GroupSeen, GroupStore, SharedEntry } from "./store.ts";

export function sqlGroups(sql: SQL, step: Step): GroupStore {
  return {
    newGroup: async ({ name, curriculum, checkin }) => {
      const made = await sql`INSERT INTO party (name, curriculum, checkin)
        VALUES (${name}, ${curriculum}, ${checkin}) ON CONFLICT (name) DO NOTHING RETURNING name`;
      return made.length > 0;
    },
    changeGroup: async ({ name, curriculum, checkin }) => {
      const changed = await sql`UPDATE party SET curriculum = ${curriculum}, checkin = ${checkin}
        WHERE name = ${name} RETURNING name`;
      return changed.length > 0;
    },
    endGroup: (name) =>
      step(async (tx) => {
        await tx`DELETE FROM share WHERE party = ${name}`;
        await tx`DELETE FROM belonging WHERE party = ${name}`;
        return (await tx`DELETE FROM party WHERE name = ${name} RETURNING name`).length > 0;
      }),
    groups: () =>
      step(async (tx) => {
        const parties = [...(await tx`SELECT name, curriculum, checkin FROM party ORDER BY name`)];
        const rows = await tx`SELECT b.party, b.role, m.name FROM belonging b
          JOIN member m ON m.id = b.member ORDER BY m.name`;
        return parties.map((party) => ({
          ...groupIn(party),
          members: [...rows]
            .filter((row) => row.party === party.name)
            .map(({ name, role }) => ({ name: String(name), role: role as Role })),
        }));
      }),
    admit: async (group, member, role) => {
      await sql`INSERT INTO belonging (party, member, role) VALUES (${group}, ${member}, ${role})
        ON CONFLICT (party, member) DO UPDATE SET role = excluded.role`;
    },
    leave: (group, member) =>
      step(async (tx) => {
        const gone = await tx`DELETE FROM belonging
          WHERE party = ${group} AND member = ${member} RETURNING member`;
        await tx`DELETE FROM share WHERE member = ${member} AND party = ${group}`;
        return gone.length > 0;
      }),
    groupsOf: (member) =>
      step(async (tx) => {
        const parties = await tx`SELECT p.name, p.curriculum, p.checkin, b.role
          FROM belonging b JOIN party p ON p.name = b.party
          WHERE b.member = ${member} ORDER BY p.name`;
        const seen: GroupSeen[] = [];
        for (const party of [...parties]) {
          const role = party.role as Role;
          const rows = await tx`SELECT m.name, b.role, s.topic FROM belonging b
            JOIN member m ON m.id = b.member
            LEFT JOIN share s ON s.member = b.member AND s.party = b.party
              AND (s.topic <> ${mentorsAlone} OR ${role} = 'mentor' OR s.member = ${member})
            WHERE b.party = ${party.name} ORDER BY m.name, s.topic`;
          seen.push({ ...groupIn(party), role, members: belongingsIn([...rows]) });
        }
        return seen;
      }),
    share: (group, member, { on, off }) =>
      step(async (tx) => {
        // Who shares holds the row of who leaves, so that nothing is shared by one who has left.
        const [there] = await tx`UPDATE belonging SET role = role
          WHERE party = ${group} AND member = ${member} RETURNING role`;
        if (there === undefined) return false;
        for (const topic of off) {
          await tx`DELETE FROM share
            WHERE member = ${member} AND party = ${group} AND topic = ${topic}`;
        }
        for (const topic of on) {
          await tx`INSERT INTO share (member, party, topic) VALUES (${member}, ${group}, ${topic})
            ON CONFLICT (member, party, topic) DO NOTHING`;
        }
        return true;
      }),
    shared: async ({ viewer, group, of, after, most }) => {
      const rows = await sql`
        WITH seen AS (
          SELECT s.member, s.topic FROM belonging mine
          JOIN member other ON other.name = ${of}
          JOIN belonging theirs ON theirs.party = mine.party AND theirs.member = other.id
          JOIN share s ON s.member = theirs.member AND s.party = theirs.party
          WHERE mine.party = ${group} AND mine.member = ${viewer}
            AND (s.topic <> ${mentorsAlone} OR mine.role = 'mentor' OR s.member = mine.member))
        SELECT e.id, e.text FROM entry e
        WHERE e.member = (SELECT MAX(member) FROM seen) AND e.id > ${after}
          AND (e.topic IN (SELECT topic FROM seen)
            OR e.reverses IN (SELECT o.command FROM entry o
              WHERE o.member = (SELECT MAX(member) FROM seen)
                AND o.topic IN (SELECT topic FROM seen)))
        ORDER BY e.id LIMIT ${most}`;
      return [...rows].map(({ id, text }): SharedEntry => ({ id: String(id), text: String(text) }));
    },
    sharedFiles: async ({ viewer, group, of }) => {
      const rows = await sql`SELECT f.name FROM belonging mine
        JOIN member other ON other.name = ${of}
        JOIN belonging theirs ON theirs.party = mine.party AND theirs.member = other.id
        JOIN share s ON s.member = theirs.member AND s.party = theirs.party AND s.topic = 'notes'
        JOIN file f ON f.member = s.member
        WHERE mine.party = ${group} AND mine.member = ${viewer} ORDER BY f.name`;
      return [...rows].map(({ name }) => String(name));
    },
    sharedFile: async ({ viewer, group, of }, name) => {
      const [row] = await sql`SELECT f.bytes FROM belonging mine
        JOIN member other ON other.name = ${of}
        JOIN belonging theirs ON theirs.party = mine.party AND theirs.member = other.id
        JOIN share s ON s.member = theirs.member AND s.party = theirs.party AND s.topic = 'notes'
        JOIN file f ON f.member = s.member AND f.name = ${name}
        WHERE mine.party = ${group} AND mine.member = ${viewer}`;
      return row === undefined ? null : new Uint8Array(row.bytes);
    },
  };
}

interface Row {
  readonly [column: string]: string | number | null;
}

function groupIn({ name, curriculum, checkin }: Row): Group {
  const text = (value: string | number | null | undefined) =>
    value === null || value === undefined ? null : String(value);
  return {
    name: String(name) as GroupName,
    curriculum: text(curriculum),
    checkin: text(checkin),
  };
}

/** A row for each topic of each member, by name. */
function belongingsIn(rows: readonly Row[]): readonly Belonging[] {
  const found = new Map<string, { readonly role: Role; readonly topics: Topic[] }>();
  for (const { name, role, topic } of rows) {
    const one = found.get(String(name)) ?? { role: role as Role, topics: [] };
    found.set(String(name), one);
    if (topic !== null) one.topics.push(topic as Topic);
  }
  return [...found].map(([name, one]) => ({ name, ...one }));
}
