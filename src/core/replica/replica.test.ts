import { describe, expect, test } from "bun:test";
import fc from "fast-check";
import { anyBody } from "../../../tests/fixtures/commands.ts";
import type { PaperId } from "../content/curriculum.ts";
import { type Body, type Entry, reversedBy } from "../entries/entry.ts";
import { advance, emptySnapshot, fold } from "../entries/ledger.ts";
import { type DeviceId, type EntryId, entryId, stampOf } from "../time/clock.ts";
import {
  type Arrivals,
  acknowledge,
  type Base,
  batchOf,
  begin,
  entriesIn,
  load,
  make,
  type Replica,
  refuse,
  settledOf,
  take,
  viewOf,
  type WorkspaceId,
  wait,
} from "./replica.ts";

const workspace = "000000001-000-server00" as WorkspaceId;
const formerly = "server00" as WorkspaceId;
const device = (name: string) => name.padEnd(8, "0") as DeviceId;
const inOrder = (entries: readonly Entry[]) => entries.toSorted((a, b) => (a.id < b.id ? -1 : 1));

/** A server as far as replicas can tell: what arrived, in order of arrival, and snapshots of any depth. */
class Server {
  readonly rows: Entry[] = [];
  /** Entries that it will never take. */
  readonly refuses = new Set<EntryId>();

  base(tailKept: number): Base {
    const tail = inOrder(this.rows);
    const whole = { snapshot: emptySnapshot, tail };
    const snapshot = advance(whole, tailKept);
    const cut = { snapshot, tail: tail.filter(({ id }) => id > (snapshot.through ?? "")) };
    // An undo that reaches behind its snapshot makes a server fold everything.
    const near = new Set(cut.tail.map(({ command }) => command));
    const far = cut.tail.some((entry) => {
      const target = reversedBy(entry);
      return target !== null && !near.has(target) && entry.id > (snapshot.knowing ?? "");
    });
    return { workspace, formerly, ledger: far ? whole : cut, arrival: this.rows.length };
  }

  receive(entries: readonly Entry[]): boolean {
    if (entries.some(({ id }) => this.refuses.has(id))) return false;
    const known = new Set(this.rows.map(({ id }) => id));
    this.rows.push(...entries.filter(({ id }) => !known.has(id)));
    return true;
  }

  since(after: number, upTo = this.rows.length): Arrivals {
    return { after, arrival: upTo, entries: this.rows.slice(after, upTo) };
  }
}

/** A page: its replica, and what its browser's store keeps over its end. */
interface Page {
  replica: Replica;
  stored: readonly Entry[];
  /** What the server told this page that it has. */
  told: readonly Entry[];
  /** How far its clock is off. */
  readonly skew: number;
  opened: number;
}

const step = (page: Page, next: Replica) => {
  const settled = new Set(settledOf(page.replica.waiting, next).map(({ id }) => id));
  page.stored = page.stored.filter(({ id }) => !settled.has(id));
  page.replica = next;
};

type Deed =
  | { readonly do: "make"; readonly bodies: readonly Body[] }
  | { readonly do: "undo" }
  | { readonly do: "send"; readonly most: number; readonly way: "there" | "answer lost" | "away" }
  | { readonly do: "hear"; readonly missing: number }
  | { readonly do: "hear again"; readonly from: number }
  | { readonly do: "load"; readonly tailKept: number }
  | { readonly do: "load late"; readonly tailKept: number }
  | { readonly do: "open anew"; readonly tailKept: number }
  | { readonly do: "be refused" };

const tailKept = fc.integer({ min: 0, max: 6 });
const anyDeed: fc.Arbitrary<Deed> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({
      do: fc.constant("make" as const),
      bodies: fc.array(anyBody, { minLength: 1, maxLength: 3 }),
    }),
  },
  { weight: 2, arbitrary: fc.constant({ do: "undo" as const }) },
  {
    weight: 4,
    arbitrary: fc.record({
      do: fc.constant("send" as const),
      most: fc.integer({ min: 1, max: 6 }),
      way: fc.constantFrom("there" as const, "answer lost" as const, "away" as const),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({ do: fc.constant("hear" as const), missing: fc.constantFrom(0, 0, 1) }),
  },
  fc.record({ do: fc.constant("hear again" as const), from: fc.nat(4) }),
  fc.record({ do: fc.constant("load" as const), tailKept }),
  fc.record({ do: fc.constant("load late" as const), tailKept }),
  fc.record({ do: fc.constant("open anew" as const), tailKept }),
  fc.constant({ do: "be refused" as const }),
);

interface Scene {
  readonly server: Server;
  readonly pages: readonly Page[];
  /** Every entry that a page made, and those that a server will not have. */
  readonly made: Map<EntryId, Entry>;
  now: number;
}

function sceneOf(skews: readonly number[]): Scene {
  const server = new Server();
  const pages = skews.map((skew, index) => ({
    replica: begin(device(`page${index}`), server.base(0), []),
    stored: [],
    told: [],
    skew,
    opened: 0,
  }));
  return { server, pages, made: new Map(), now: 1_000_000 };
}

function create(scene: Scene, page: Page, bodies: readonly Body[]): void {
  const { replica, made } = make(page.replica, bodies, scene.now + page.skew);
  page.replica = replica;
  page.stored = [...page.stored, ...made];
  for (const entry of made) scene.made.set(entry.id, entry);
}

/** Sends once; false when nothing came of it. */
function send(scene: Scene, page: Page, most: number, way: "there" | "answer lost"): boolean {
  const { server } = scene;
  const batch = batchOf(page.replica, most);
  if (batch.length === 0) return false;
  if (server.receive(batch)) {
    if (way === "answer lost") return true;
    page.told = [...page.told, ...batch];
    step(page, acknowledge(page.replica, batch, server.rows.length));
    return true;
  }
  const refused = refuse(page.replica, batch);
  if (refused.is === "split") return send(scene, page, refused.most, way);
  step(page, refused.replica);
  return true;
}

function hear(page: Page, arrivals: Arrivals): void {
  page.told = [...page.told, ...arrivals.entries];
  step(page, take(page.replica, arrivals));
}

function play(scene: Scene, who: number, deed: Deed): void {
  const { server, pages } = scene;
  const page = pages[who % pages.length] as Page;
  const { replica } = page;
  scene.now += 7;
  switch (deed.do) {
    case "make":
      create(scene, page, deed.bodies);
      return;
    case "undo": {
      const undoes = viewOf(replica).settled.undoable;
      if (undoes !== null) create(scene, page, [{ type: "command.undone", undoes }]);
      return;
    }
    case "send":
      if (deed.way !== "away") send(scene, page, deed.most, deed.way);
      return;
    case "hear": {
      hear(page, server.since(Math.min(replica.arrival + deed.missing, server.rows.length)));
      return;
    }
    case "hear again": {
      const after = Math.min(deed.from, replica.arrival);
      hear(page, server.since(after, replica.arrival));
      expect(viewOf(page.replica).need).toBe(viewOf(replica).need);
      return;
    }
    case "load":
      step(page, load(replica, server.base(deed.tailKept)));
      return;
    case "load late": {
      const answer = server.base(deed.tailKept);
      play(scene, who + 1, { do: "send", most: 6, way: "there" });
      hear(page, server.since(page.replica.arrival));
      step(page, load(page.replica, answer));
      return;
    }
    case "open anew":
      page.opened += 1;
      page.replica = begin(
        device(`p${page.opened}x${who % pages.length}`),
        server.base(deed.tailKept),
        page.stored,
      );
      page.stored = page.replica.waiting;
      return;
    case "be refused": {
      const own = replica.waiting.find((entry) => reversedBy(entry) === null);
      const here = server.rows.some(({ id }) => id === own?.id);
      if (own !== undefined && !here) server.refuses.add(own.id);
      return;
    }
  }
}

/** Everyone sends and hears until there is nothing left to do. */
function settleAll(scene: Scene): void {
  const { server, pages } = scene;
  for (const page of pages) while (page.replica.waiting.length > 0) send(scene, page, 4, "there");
  for (const page of pages) {
    step(page, take(page.replica, server.since(page.replica.arrival)));
    for (let turn = 0; turn < 3 && viewOf(page.replica).need !== null; turn += 1) {
      step(page, load(page.replica, server.base(4)));
    }
  }
}

const anyScene = fc.record({
  skews: fc.array(fc.constantFrom(0, 0, -500, 500, 90), { minLength: 2, maxLength: 3 }),
  deeds: fc.array(fc.tuple(fc.nat(2), anyDeed), { minLength: 1, maxLength: 40, size: "max" }),
});

test("sync.1 two and three devices agree, whatever was offline, late, repeated, refused or loaded between", () => {
  fc.assert(
    fc.property(anyScene, ({ skews, deeds }) => {
      const scene = sceneOf(skews);
      for (const [who, deed] of deeds) play(scene, who, deed);
      settleAll(scene);
      const whole = fold(inOrder(scene.server.rows));
      for (const { replica } of scene.pages) {
        expect(viewOf(replica).need).toBeNull();
        expect(viewOf(replica).settled.tally).toEqual(whole);
      }
    }),
    { numRuns: 400 },
  );
});

test("sync.4 what was made is with the server in the end, but for the commands that it refuses", () => {
  fc.assert(
    fc.property(anyScene, ({ skews, deeds }) => {
      const scene = sceneOf(skews);
      for (const [who, deed] of deeds) play(scene, who, deed);
      settleAll(scene);
      const { made, server } = scene;
      const refused = new Set([...server.refuses].map((id) => made.get(id)?.command));
      const wanted = [...made.values()].filter(({ command }) => !refused.has(command));
      expect(inOrder(server.rows)).toEqual(inOrder(wanted));
    }),
    { numRuns: 200 },
  );
});

test("sync.3 at every moment a replica shows the fold of the entries that it knows, each of them once", () => {
  fc.assert(
    fc.property(anyScene, ({ skews, deeds }) => {
      const scene = sceneOf(skews);
      for (const [who, deed] of deeds) {
        play(scene, who, deed);
        for (const { replica } of scene.pages) {
          const ids = entriesIn(replica).map(({ id }) => id);
          expect(new Set(ids).size).toBe(ids.length);
        }
      }
    }),
    { numRuns: 200 },
  );
});

test("sync.2 what the server has said that it has stays in view, or the page knows that it must load", () => {
  fc.assert(
    fc.property(anyScene, ({ skews, deeds }) => {
      const scene = sceneOf(skews);
      for (const [who, deed] of deeds) {
        play(scene, who, deed);
        for (const { replica, told } of scene.pages) {
          const { ledger, waiting, arrival } = replica;
          const waits = new Set(waiting.map(({ id }) => id));
          expect(told.filter(({ id }) => waits.has(id))).toEqual([]);
          const through = ledger.snapshot.through ?? "";
          const own = waiting.filter(({ id }) => id > through);
          const here = new Set(entriesIn(replica).map(({ id }) => id));
          expect(told.filter(({ id }) => id > through && !here.has(id))).toEqual([]);
          const { need, settled } = viewOf(replica);
          if (need !== null || own.some(isFarUndo(replica))) continue;
          const known = [...scene.server.rows.slice(0, arrival), ...told, ...own];
          const once = [...new Map(known.map((entry) => [entry.id, entry])).values()];
          expect(settled.tally).toEqual(fold(inOrder(once)));
        }
      }
    }),
    { numRuns: 1000 },
  );
});

function isFarUndo(replica: Replica): (entry: Entry) => boolean {
  const through = replica.ledger.snapshot.through ?? "";
  const near = entriesIn(replica).filter(({ id }) => id > through);
  const commands = new Set(near.map(({ command }) => command));
  return (entry) => {
    const target = reversedBy(entry);
    return target !== null && !commands.has(target);
  };
}

const mark = (paper: string): Body => ({
  type: "paper.marked",
  paper: paper as PaperId,
  aspect: "read",
  done: true,
});
const emptyBase: Base = {
  workspace,
  formerly,
  ledger: { snapshot: emptySnapshot, tail: [] },
  arrival: 0,
};
const fresh = (waiting: readonly Entry[] = []) => begin(device("one"), emptyBase, waiting);

describe("sending", () => {
  const three = [["a", "b"], ["c"], ["d", "e", "f"]].reduce(
    (replica, papers) => make(replica, papers.map(mark), 5).replica,
    fresh(),
  );

  test("sync.5 a batch holds whole commands, and at least one", () => {
    expect(batchOf(three, 1)).toHaveLength(2);
    expect(batchOf(three, 3)).toHaveLength(3);
    expect(batchOf(three, 5)).toHaveLength(3);
    expect(batchOf(three, 200)).toHaveLength(6);
  });

  test("sync.5 a refused batch is split until one command is refused, which is dropped whole", () => {
    const first = refuse(three, batchOf(three, 200));
    expect(first).toEqual({ is: "split", most: 3 });
    const second = refuse(three, batchOf(three, 3));
    expect(second).toEqual({ is: "split", most: 2 });
    const third = refuse(three, batchOf(three, 2));
    if (third.is !== "dropped") throw new Error("one command is not split");
    expect(third.replica.waiting).toHaveLength(4);
  });
});

describe("what is not known is asked for", () => {
  const server = new Server();
  const other = make(begin(device("two"), emptyBase, []), [mark("bert"), mark("lora")], 50).made;
  server.receive(other);

  test("sync.6 arrivals that begin after what was heard last leave a gap", () => {
    const heard = take(fresh(), server.since(1));
    expect(viewOf(heard).need).toBe("gap");
    expect(heard.arrival).toBe(0);
    expect(viewOf(load(heard, server.base(9))).need).toBeNull();
  });

  test("sync.6 an entry that belongs inside the snapshot asks for a newer one", () => {
    const here = begin(device("one"), server.base(0), []);
    const early = make(begin(device("four"), emptyBase, []), [mark("palm")], 3).made;
    server.receive(early);
    const heard = take(here, server.since(here.arrival));
    expect(viewOf(heard).need).toBe("older-entry");
    expect(viewOf(load(heard, server.base(0))).settled.tally).toEqual(fold(inOrder(server.rows)));
  });

  test("sync.6 an undo of what is inside the snapshot is left out until it was sent, then asked for", () => {
    const command = (other[0] as Entry).id;
    const here = begin(device("one"), server.base(0), []);
    const { replica, made } = make(here, [{ type: "command.undone", undoes: command }], 90);
    expect(viewOf(replica)).toEqual({ ...viewOf(here), need: null });
    server.receive(made);
    const sent = acknowledge(replica, made, server.rows.length);
    expect(viewOf(sent).need).toBe("undo-behind");
    const loaded = load(sent, server.base(0));
    expect(viewOf(loaded).need).toBeNull();
    expect(viewOf(loaded).settled.tally).toEqual(fold(inOrder(server.rows)));
  });

  test("sync.6 an undo that the snapshot should have known of asks for a newer one", () => {
    const [first, , last] = [["bert"], ["lora"], ["palm"]].map(
      (papers, index) => make(begin(device("two"), emptyBase, []), papers.map(mark), index).made[0],
    ) as [Entry, Entry, Entry];
    const undo = make(
      begin(device("thr"), emptyBase, []),
      [{ type: "command.undone", undoes: first.command }],
      1,
    ).made;
    const ledger = { snapshot: emptySnapshot, tail: [first, last] };
    const snapshot = advance(ledger, 1);
    const here = begin(
      device("one"),
      { ...emptyBase, ledger: { snapshot, tail: [last] }, arrival: 2 },
      [],
    );
    expect(viewOf(take(here, { after: 2, arrival: 3, entries: undo })).need).toBe("older-entry");
    expect(viewOf(acknowledge(here, undo, 3)).need).toBe("older-entry");
  });

  test("sync.3 an entry that waits and may be inside the snapshot is not counted on top of it", () => {
    const { made } = make(fresh(), [mark("gpt-2")], 20);
    const lost = new Server();
    lost.receive(made);
    const again = begin(device("one"), lost.base(0), made);
    expect(viewOf(again).settled.tally).toEqual(fold(made));
    expect(batchOf(again, 10)).toEqual(made);
  });
});

test("sync.7 an entry made here is later than all that was seen, with the clock set back", () => {
  const seen = make(begin(device("two"), emptyBase, []), [mark("bert")], 9_000).made;
  const heard = take(fresh(), { after: 0, arrival: 1, entries: seen });
  const { made } = make(heard, [mark("lora")], 10);
  expect((made[0] as Entry).id > (seen[0] as Entry).id).toBe(true);
  const inside = begin(
    device("one"),
    {
      ...emptyBase,
      ledger: { snapshot: advance({ snapshot: emptySnapshot, tail: seen }, 0), tail: [] },
    },
    [],
  );
  expect(stampOf((make(inside, [mark("lora")], 10).made[0] as Entry).id).wall).toBe(9_000);
});

describe("workspaces", () => {
  const { replica } = make(fresh(), [mark("bert")], 5);

  test("sync.8 another workspace at the same address begins anew, and nothing waits for it", () => {
    const other = "000000002-000-elsewher" as WorkspaceId;
    const there = load(replica, {
      ...emptyBase,
      workspace: other,
      formerly: "elsewher" as WorkspaceId,
    });
    expect(there.workspace).toBe(other);
    expect(there.waiting).toEqual([]);
  });

  test("sync.8 what waited under the name of version 0.1 goes on waiting", () => {
    const old = { ...replica, workspace: formerly };
    const now = load(old, emptyBase);
    expect(now.workspace).toBe(workspace);
    expect(now.waiting).toEqual(replica.waiting);
  });
});

test("sync.3 entries that another tab tells of are kept once", () => {
  const { replica, made } = make(fresh(), [mark("bert")], 5);
  expect(wait(wait(replica, made), [...made, ...made]).waiting).toEqual(made);
  const heard = take(fresh(), { after: 0, arrival: 1, entries: made });
  expect(wait(heard, made).waiting).toEqual([]);
  expect(entryId({ wall: 5, counter: 0 }, device("one"))).toBe((made[0] as Entry).id);
});
