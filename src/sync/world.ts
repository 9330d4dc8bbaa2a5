/**
 * Devices that share a folder, and a syncer that carries it badly: a deterministic world for tests. Clock, disk and
 * network are values in it, and one list of deeds is one history.
 */

import type { PaperId } from "../core/content/curriculum.ts";
import type { Body } from "../core/entries/entry.ts";
import type { WorkspaceId } from "../core/replica/replica.ts";
import type { Millis } from "../core/time/calendar.ts";
import type { DeviceId } from "../core/time/clock.ts";
import { memoryJournal } from "../journal/memory/journal.ts";
import type { Journal } from "../journal/port.ts";
import { readLines } from "../journal/record.ts";
import { exchangeEntries } from "./entries.ts";
import { type MemoryShelf, memoryShelf } from "./memory-shelf.ts";
import type { ShelfMemory } from "./segments.ts";
import type { Shelf } from "./shelf.ts";

/** Numbers stand for any device, file or place; they are taken modulo how many there are. */
export type Deed =
  | { readonly do: "record"; readonly who: number; readonly minutes: number }
  | { readonly do: "undo"; readonly who: number }
  | { readonly do: "sync"; readonly who: number }
  /** The program is killed while it appends: a part is written and nothing is remembered. */
  | { readonly do: "killed"; readonly who: number; readonly after: number }
  /** The syncer brings a file, whole or its beginning, as it is or as it was once, under its name or another's. */
  | {
      readonly do: "carry";
      readonly from: number;
      readonly to: number;
      readonly file: number;
      readonly how: "whole" | "part" | "old" | "copy";
      readonly cut: number;
    }
  /** A power cut tears the end of what a device wrote last. */
  | { readonly do: "tear"; readonly who: number; readonly cut: number }
  /** The journal is put back to what it was; it gives out ids of a device of its own from then on. */
  | { readonly do: "restore"; readonly who: number; readonly keep: number }
  /** The folder of a device is copied to another machine. */
  | { readonly do: "copy"; readonly who: number }
  | { readonly do: "wait"; readonly minutes: number };

interface Device {
  journal: Journal;
  shelf: MemoryShelf;
  memory: ShelfMemory | null;
  /** How far its clock is off. */
  readonly skew: Millis;
}

const start = Date.UTC(2026, 0, 5);
const most = 6;

export interface World {
  readonly play: (deed: Deed) => Promise<void>;
  /** The syncer brings everything everywhere, all clocks pass every entry, and all devices sync until nothing moves. */
  readonly settle: () => Promise<void>;
  /** The journals, as sorted lines. */
  readonly journals: () => Promise<readonly (readonly string[])[]>;
  /** What was acknowledged and no restore took back: it has to be in every journal at the end. */
  readonly acknowledged: () => ReadonlySet<string>;
  readonly devices: readonly Device[];
}

export async function worldOf(skews: readonly Millis[]): Promise<World> {
  const devices: Device[] = [];
  /** Every state of every file that a device ever had on its own shelf. */
  const history = new Map<string, Uint8Array[]>();
  const acknowledged = new Set<string>();
  let now = start;
  let names = 0;
  const newDevice = () => {
    names += 1;
    return `d${String(names).padStart(7, "0")}` as DeviceId;
  };

  const first = memoryJournal(newDevice());
  const begun = await first.record(start, () => ({
    steps: [
      {
        by: "cli",
        bodies: [
          {
            type: "workspace.started",
            curriculum: "llm",
            timeZone: "UTC",
            start: null,
            target: null,
            minutesAWeek: null,
          } as Body,
        ],
      },
    ],
    result: null,
  }));
  const workspace = String(begun.entries[0]?.id) as WorkspaceId;
  const seed = await linesOf(first);
  for (const text of seed) acknowledged.add(text);
  for (const [index, skew] of skews.entries()) {
    const journal = index === 0 ? first : memoryJournal(newDevice());
    if (index > 0) await journal.insert(readLines(seed));
    devices.push({ journal, shelf: memoryShelf(), memory: null, skew });
  }

  const who = (number: number) => devices[number % devices.length] as Device;
  const record = async (device: Device, body: Body) => {
    const made = await device.journal.record(now + device.skew, () => ({
      steps: [{ by: "cli", bodies: [body] }],
      result: null,
    }));
    const ids = new Set(made.entries.map(({ id }) => id));
    for (const { id, text } of await device.journal.since(0)) {
      if (ids.has(id)) acknowledged.add(text);
    }
  };
  const sync = async (device: Device, shelf: Shelf) => {
    const { journal, memory } = device;
    const done = await exchangeEntries(
      { journal, shelf, workspace, now: now + device.skew, closedAt: 900 },
      memory,
    );
    device.memory = done.memory;
    return done;
  };
  const keepHistory = ({ shelf }: Device) => {
    for (const [name, bytes] of shelf.files) {
      const states = history.get(name) ?? [];
      if (!states.some((state) => Buffer.compare(state, bytes) === 0)) states.push(bytes);
      history.set(name, states);
    }
  };
  const isOwn = ({ journal }: Device, name: string) => name.startsWith(`${journal.device}/`);

  const play = async (deed: Deed): Promise<void> => {
    switch (deed.do) {
      case "wait":
        now += deed.minutes * 60_000;
        return;
      case "record": {
        const paper = "a-paper" as PaperId;
        const on = "2026-01-05" as never;
        const minutes = deed.minutes as never;
        const at = now as never;
        const body = { type: "session.logged", paper, activity: "read", start: at, on, minutes };
        await record(who(deed.who), body as Body);
        return;
      }
      case "undo": {
        const device = who(deed.who);
        const { undoable } = (await device.journal.picture()).settled;
        if (undoable !== null) await record(device, { type: "command.undone", undoes: undoable });
        return;
      }
      case "sync":
        await sync(who(deed.who), who(deed.who).shelf);
        keepHistory(who(deed.who));
        return;
      case "killed": {
        const device = who(deed.who);
        const before = device.memory;
        await sync(device, dyingShelf(device.shelf, deed.after)).catch((error) => {
          if (error !== dead) throw error;
        });
        device.memory = before;
        return;
      }
      case "carry": {
        const [from, to] = [who(deed.from), who(deed.to)];
        const files = [...from.shelf.files].filter(([name]) => !isOwn(to, name));
        const [name, bytes] = files[deed.file % (files.length || 1)] ?? [];
        if (name === undefined || bytes === undefined || from === to) return;
        const states = history.get(name) ?? [bytes];
        const old = states[deed.cut % states.length] ?? bytes;
        if (deed.how === "whole") to.shelf.files.set(name, bytes);
        else if (deed.how === "old") to.shelf.files.set(name, old);
        else if (deed.how === "part")
          to.shelf.files.set(name, bytes.slice(0, deed.cut % (bytes.length + 1)));
        else to.shelf.files.set(name.replace(".jsonl", " (conflicted copy).jsonl"), old);
        return;
      }
      case "tear": {
        const device = who(deed.who);
        const own = [...device.shelf.files].filter(([name]) => isOwn(device, name)).at(-1);
        if (own === undefined) return;
        const [name, bytes] = own;
        const left = bytes.slice(0, Math.max(0, bytes.length - (deed.cut % 400)));
        // Every other time no line is torn, and some are missing.
        const whole = left.slice(0, left.lastIndexOf(10) + 1);
        device.shelf.files.set(name, deed.cut % 2 === 0 ? whole : left);
        return;
      }
      case "restore": {
        const device = who(deed.who);
        const lines = await linesOf(device.journal);
        const kept = lines.slice(0, 1 + (deed.keep % lines.length));
        const onShelves = devices.flatMap(({ shelf }) =>
          [...shelf.files.values()].map((bytes) => Buffer.from(bytes).toString()),
        );
        const elsewhere = await Promise.all(
          devices.filter((one) => one !== device).map(({ journal }) => linesOf(journal)),
        );
        for (const text of lines.slice(kept.length)) {
          const held = elsewhere.some((other) => other.includes(text));
          if (!held && !onShelves.some((file) => file.includes(`${text}}\n`)))
            acknowledged.delete(text);
        }
        device.journal = memoryJournal(newDevice());
        await device.journal.insert(readLines(kept));
        return;
      }
      case "copy": {
        if (devices.length >= most) return;
        const { journal, shelf, memory, skew } = who(deed.who);
        const copy = memoryJournal(newDevice());
        await copy.insert(readLines(await linesOf(journal)));
        const files = memoryShelf();
        for (const [name, bytes] of shelf.files) files.files.set(name, bytes);
        devices.push({ journal: copy, shelf: files, memory, skew });
        return;
      }
      default:
        deed satisfies never;
    }
  };

  const settle = async () => {
    now += 40 * 86_400_000;
    for (let round = 0; round < 4; round += 1) {
      for (const device of devices) await sync(device, device.shelf);
      const all = new Map<string, Uint8Array>();
      for (const { shelf } of devices)
        for (const [name, bytes] of shelf.files) {
          if ((all.get(name)?.length ?? -1) < bytes.length) all.set(name, bytes);
        }
      for (const device of devices) {
        for (const [name, bytes] of device.shelf.files)
          if (isOwn(device, name)) all.set(name, bytes);
      }
      for (const { shelf } of devices)
        for (const [name, bytes] of all) shelf.files.set(name, bytes);
    }
  };

  return {
    play,
    settle,
    journals: () => Promise.all(devices.map(({ journal }) => linesOf(journal))),
    acknowledged: () => acknowledged,
    devices,
  };
}

const dead = new Error("killed");

/** Writes a part of what it is asked to append, and then nothing any more. */
function dyingShelf(shelf: MemoryShelf, after: number): Shelf {
  let left = after;
  const die = () => {
    throw dead;
  };
  return {
    ...shelf,
    async append(name, text) {
      await shelf.append(name, text.slice(0, left));
      left -= text.length;
      if (left < 0) die();
    },
    async replace() {
      die();
    },
    async remove() {
      die();
    },
  };
}

async function linesOf(journal: Journal): Promise<readonly string[]> {
  const lines: string[] = [];
  for await (const { text } of journal.lines()) lines.push(text);
  return lines;
}
