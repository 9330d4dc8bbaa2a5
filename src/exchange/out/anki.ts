/** Cards as an Anki package: a deck for each paper, mathematics for MathJax, and the answers as its review log. */
import { Database } from "bun:sqlite";
import { strToU8, zipSync } from "fflate";
import type { Millis } from "../../core/time/calendar.ts";
import { fieldOf, type WrittenCard, writtenCards } from "../cards.ts";
import type { WriteForm } from "../form.ts";

export const form: WriteForm = {
  name: "Anki package: all cards with their answers",
  endings: ["apkg"],
  async write(from) {
    const collection = collectionOf(await writtenCards(from), from.now);
    return zipSync({ "collection.anki2": collection, media: strToU8("{}") });
  },
};

/** The second version of the model that Anki made in 2012 and still reads: schema 11. */
const schema = `
create table col (id integer primary key, crt integer not null, mod integer not null, scm integer not null, ver integer not null, dty integer not null, usn integer not null, ls integer not null, conf text not null, models text not null, decks text not null, dconf text not null, tags text not null);
create table notes (id integer primary key, guid text not null, mid integer not null, mod integer not null, usn integer not null, tags text not null, flds text not null, sfld integer not null, csum integer not null, flags integer not null, data text not null);
create table cards (id integer primary key, nid integer not null, did integer not null, ord integer not null, mod integer not null, usn integer not null, type integer not null, queue integer not null, due integer not null, ivl integer not null, factor integer not null, reps integer not null, lapses integer not null, left integer not null, odue integer not null, odid integer not null, flags integer not null, data text not null);
create table revlog (id integer primary key, cid integer not null, usn integer not null, ease integer not null, ivl integer not null, lastIvl integer not null, factor integer not null, time integer not null, type integer not null);
create table graves (usn integer not null, oid integer not null, type integer not null);
create index ix_notes_usn on notes (usn);
create index ix_cards_usn on cards (usn);
create index ix_revlog_usn on revlog (usn);
create index ix_cards_nid on cards (nid);
create index ix_cards_sched on cards (did, queue, due);
create index ix_revlog_cid on revlog (cid);
create index ix_notes_csum on notes (csum);
`;

const model = 1_700_000_000_001;
const day = 86_400_000;

function collectionOf(cards: readonly WrittenCard[], now: Millis): Uint8Array {
  const database = new Database(":memory:");
  try {
    database.run(schema);
    const decks = new Map<string, number>();
    for (const { paperName } of cards) {
      const name = deckName(paperName);
      if (!decks.has(name)) decks.set(name, stableId(name));
    }
    // Days are counted from the collection's own beginning: four in the morning, a year ago.
    const begun = Math.floor((now - 365 * day) / day) * day + 4 * 3_600_000;
    const seconds = Math.floor(now / 1000);
    database.query("insert into col values (1, ?, ?, ?, 11, 0, 0, 0, ?, ?, ?, ?, '{}')").run(
      Math.floor(begun / 1000),
      now,
      now,
      JSON.stringify({
        nextPos: 1,
        curModel: String(model),
        curDeck: 1,
        activeDecks: [1],
        // Without it Anki takes answers to be of its first scheduler, which had three buttons, and turns good into easy.
        schedVer: 2,
      }),
      JSON.stringify({ [model]: modelOf(seconds) }),
      JSON.stringify(decksOf(decks, seconds)),
      JSON.stringify({ 1: defaultOptions }),
    );
    const used = new Set<number>();
    database.transaction(() => {
      cards.forEach((card, index) => {
        addCard(database, card, {
          deck: decks.get(deckName(card.paperName)) ?? 1,
          begun,
          now,
          index,
          used,
        });
      });
    })();
    return database.serialize();
  } finally {
    database.close();
  }
}

function deckName(paper: string | null): string {
  return `study::${(paper ?? "Own cards").replaceAll("::", ":")}`;
}

interface Place {
  readonly deck: number;
  readonly begun: Millis;
  readonly now: Millis;
  readonly index: number;
  readonly used: Set<number>;
}

function addCard(
  database: Database,
  written: WrittenCard,
  { deck, begun, now, index, used }: Place,
): void {
  const { card, memory, suspended, answers } = written;
  const id = stableId(card.id);
  const front = fieldOf(card.front);
  const back = `${fieldOf(card.back)}${card.source === null ? "" : `<br><small>${fieldOf(card.source ?? "")}</small>`}`;
  const seconds = Math.floor(now / 1000);
  database
    .query("insert into notes values (?, ?, ?, ?, -1, ?, ?, ?, ?, 0, '')")
    .run(
      id,
      card.id,
      model,
      seconds,
      ` study ${card.paper ?? ""} `,
      `${front}\x1f${back}`,
      front,
      checksum(front),
    );
  const isNew = memory.due === null;
  const dueDay = memory.due === null ? 0 : Math.max(0, Math.floor((memory.due - begun) / day));
  const interval = Math.max(1, Math.round(memory.stability));
  database
    .query("insert into cards values (?, ?, ?, 0, ?, -1, ?, ?, ?, ?, 2500, ?, ?, 0, 0, 0, 0, ?)")
    .run(
      id,
      id,
      deck,
      seconds,
      isNew ? 0 : 2,
      suspended ? -1 : isNew ? 0 : 2,
      isNew ? index + 1 : dueDay,
      isNew ? 0 : interval,
      answers.length,
      memory.lapses,
      lastAnswered(answers),
    );
  let before = 0;
  answers.forEach((answer, nth) => {
    const next = answers[nth + 1];
    const gap =
      next === undefined ? interval : Math.max(0, Math.round((next.at - answer.at) / day));
    // A log entry is named by its moment, and no two may have one name.
    let moment = answer.at;
    while (used.has(moment)) moment += 1;
    used.add(moment);
    database
      .query("insert into revlog values (?, ?, -1, ?, ?, ?, 2500, ?, ?)")
      .run(
        moment,
        id,
        answer.grade,
        gap,
        before,
        Math.min(answer.took ?? 0, 60_000),
        nth === 0 ? 0 : 1,
      );
    before = gap;
  });
}

/** When a card was answered last, in seconds, in the column where Anki keeps it. */
function lastAnswered(answers: WrittenCard["answers"]): string {
  const last = answers.at(-1);
  return last === undefined ? "" : JSON.stringify({ lrt: Math.floor(last.at / 1000) });
}

/** The same for the same name at every export, so that a second import updates. */
function stableId(name: string): number {
  return 1_500_000_000_000 + Number(BigInt(Bun.hash(name)) % 100_000_000_000n);
}

/** Anki finds notes of one front by the first 32 bits of its SHA-1. */
function checksum(front: string): number {
  const hash = new Bun.CryptoHasher("sha1").update(front.replace(/<[^>]*>/g, "")).digest("hex");
  return Number.parseInt(hash.slice(0, 8), 16);
}

function modelOf(seconds: number): object {
  const field = (name: string, ord: number) => ({
    name,
    ord,
    sticky: false,
    rtl: false,
    font: "Arial",
    size: 20,
    media: [],
  });
  return {
    id: model,
    name: "study",
    type: 0,
    mod: seconds,
    usn: -1,
    sortf: 0,
    did: 1,
    tmpls: [
      {
        name: "Card 1",
        ord: 0,
        qfmt: "{{Front}}",
        afmt: "{{FrontSide}}\n\n<hr id=answer>\n\n{{Back}}",
        did: null,
        bqfmt: "",
        bafmt: "",
      },
    ],
    flds: [field("Front", 0), field("Back", 1)],
    css: ".card { font-family: arial; font-size: 20px; text-align: center; }",
    latexPre: "",
    latexPost: "",
    req: [[0, "all", [0]]],
    tags: [],
    vers: [],
  };
}

function decksOf(decks: ReadonlyMap<string, number>, seconds: number): object {
  const deck = (id: number, name: string) => ({
    id,
    name,
    desc: "",
    mod: seconds,
    usn: -1,
    conf: 1,
    dyn: 0,
    collapsed: false,
    browserCollapsed: false,
    extendNew: 0,
    extendRev: 0,
    newToday: [0, 0],
    revToday: [0, 0],
    lrnToday: [0, 0],
    timeToday: [0, 0],
  });
  return Object.fromEntries([
    [1, deck(1, "Default")],
    ...[...decks].map(([name, id]) => [id, deck(id, name)] as const),
  ]);
}

const defaultOptions = {
  id: 1,
  name: "Default",
  mod: 0,
  usn: 0,
  maxTaken: 60,
  autoplay: true,
  timer: 0,
  replayq: true,
  dyn: false,
  new: {
    bury: true,
    delays: [1, 10],
    initialFactor: 2500,
    ints: [1, 4, 7],
    order: 1,
    perDay: 20,
    separate: true,
  },
  lapse: { delays: [10], leechAction: 0, leechFails: 8, minInt: 1, mult: 0 },
  rev: { bury: true, ease4: 1.3, fuzz: 0.05, ivlFct: 1, maxIvl: 36_500, minSpace: 1, perDay: 200 },
};
