/** What a look at a group costs whoever makes it: the learner's computer, or the hub for a phone. Ours alone. */
import { parseEntry, writeEntry } from "../src/core/entries/entry.ts";
import { companion } from "../src/core/group/together.ts";
import { groupViewOf } from "../src/core/group/view.ts";
import { day } from "../src/core/time/calendar.ts";

import { llm } from "../tests/fixtures/llm.ts";
import { entriesOf, sessions } from "./sessions.ts";

const [members, each] = [Number(process.argv[2] ?? 50), Number(process.argv[3] ?? 3000)];
const now = Date.parse("2026-11-27T12:00:00Z");
const today = day("2026-11-27");
const texts = entriesOf(sessions(each, now), now).map(writeEntry);
const topics = ["plan", "progress", "hours"] as const;
const began = process.cpuUsage();
const companions = Array.from({ length: members }, (_, index) => {
  const entries = texts.flatMap((text) => {
    const read = parseEntry(text);
    return read.ok && read.entry !== null ? [read.entry] : [];
  });
  return companion({ name: `m${index}`, role: "learner", topics, entries }, llm, today);
});
const read = process.cpuUsage(began);
const group = { name: "g", curriculum: null, checkin: null, role: "mentor", me: "m0" } as const;
const shown = companions.map(({ name, role }) => ({ name, role, topics }));
groupViewOf({ ...group, members: shown }, companions, llm, today);
const all = process.cpuUsage(began);
const ms = ({ user, system }: NodeJS.CpuUsage) => ((user + system) / 1000).toFixed(0);
console.log(
  `${members} members of ${each} entries: ${ms(read)} ms of CPU to read them, ${ms(all)} ms with the view`,
);
