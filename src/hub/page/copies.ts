/** The copies that pages work on: opened when one is asked for, kept abreast while it is looked at, closed after. */
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { complain } from "../../server/complain.ts";
import { digestOf } from "../digest.ts";
import type { Keeping } from "../exchange.ts";
import type { MemberId } from "../store.ts";
import { type Copy, openCopy } from "./copy.ts";
import { ownClient } from "./own-client.ts";

export interface Copies {
  /** The member's copy, for the device that asks. */
  readonly of: (member: MemberId, device: string) => Promise<Copy>;
  /** Something of a member came from another device. */
  readonly stir: (member: MemberId) => void;
  readonly close: () => Promise<void>;
}

export interface CopiesOf {
  readonly folder: string;
  readonly keeping: Keeping;
  readonly now: () => number;
}

interface Held {
  readonly copy: Promise<Copy>;
  used: number;
  synced: number;
  /** The digests of the keys that asked for it. */
  readonly devices: Set<string>;
}

const beat = 2000;
/** Another hub process may have the same database. */
const syncEvery = 10_000;
const idleTime = 5 * 60_000;

export function copiesIn({ folder, keeping, now }: CopiesOf): Copies {
  const held = new Map<MemberId, Held>();

  const sync = async (one: Held) => {
    one.synced = now();
    try {
      await (await one.copy).sync();
    } catch (error) {
      complain(error instanceof Error ? error.message : error);
    }
  };

  const look = async (member: MemberId, one: Held) => {
    const copy = await one.copy;
    if (!copy.isHeard()) {
      if (now() - one.used < idleTime || held.get(member) !== one) return;
      held.delete(member);
      copy.close();
      return;
    }
    const known = new Set((await keeping.store.keys(member)).map(({ digest }) => digest));
    const gone = [...one.devices].filter((device) => !known.has(device));
    for (const device of gone) one.devices.delete(device);
    // All ask anew, and those that were shut out are told so.
    if (gone.length > 0) copy.live.dismiss();
    if (now() - one.synced > syncEvery) await sync(one);
  };
  const timer = setInterval(() => {
    for (const [member, one] of held) void look(member, one).catch(() => {});
  }, beat);
  // A hub that can't listen ends; this alone would keep it.
  timer.unref();

  const open: Copies["of"] = async (member, device) => {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    const client = ownClient(member, keeping, now);
    const one = held.get(member) ?? {
      copy: openCopy({ folder: join(folder, digestOf(member).slice(0, 32)), client, now }),
      used: now(),
      synced: now(),
      devices: new Set<string>(),
    };
    held.set(member, one);
    one.used = now();
    one.devices.add(device);
    try {
      const copy = await one.copy;
      if (copy.workspace.journal.place() === "here") return copy;
      // Somebody took it away; it is made anew.
      if (held.get(member) === one) {
        held.delete(member);
        copy.close();
      }
      return open(member, device);
    } catch (error) {
      // What is not there yet, or can't be opened, is tried again when it is asked for.
      if (held.get(member) === one) held.delete(member);
      throw error;
    }
  };

  return {
    of: open,
    stir: (member) => {
      const one = held.get(member);
      if (one !== undefined) void sync(one);
    },
    close: async () => {
      clearInterval(timer);
      for (const { copy } of held.values()) await copy.then((one) => one.close()).catch(() => {});
      held.clear();
    },
  };
}
