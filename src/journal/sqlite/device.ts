/**
 * Where a journal's file is: which machine, and which file on its disk. A folder that was copied has another file,
 * so it is another device; one that was moved, or whose disk got another name, has the same.
 */
import type { Database } from "bun:sqlite";
import { readFileSync, statSync } from "node:fs";
import type { DeviceId } from "../../core/time/clock.ts";

export function whereaboutsOf(path: string): string {
  return `${machine()}:${statSync(path, { bigint: true }).ino}`;
}

function machine(): string {
  for (const file of ["/etc/machine-id", "/var/lib/dbus/machine-id"]) {
    try {
      const id = readFileSync(file, "utf8").trim();
      if (id !== "") return Bun.hash(id).toString(36);
    } catch {
      // Not this kind of system: the host's name is next best.
    }
  }
  return Bun.hash(process.getBuiltinModule("node:os").hostname()).toString(36);
}

interface Settled {
  readonly id: DeviceId;
  /** Null in a journal of version 0.1 that has not been written since. */
  readonly place: string | null;
}

function settled(db: Database): Settled | null {
  return db.query<Settled, []>("SELECT id, place FROM device").get();
}

/** Who has written here last. */
export function settledDevice(db: Database): DeviceId | null {
  return settled(db)?.id ?? null;
}

/** Who writes here: the device that the journal names, or `spare` in a copy, which is another device. */
export function deviceAt(db: Database, place: string, spare: DeviceId): DeviceId {
  const known = settled(db);
  if (known === null) {
    db.query("INSERT INTO device (id, place) VALUES (?, ?)").run(spare, place);
    return spare;
  }
  return known.place === null || known.place === place ? known.id : spare;
}

/** The same at a write, which settles it; another process may have done so first. */
export function settleAt(db: Database, place: string, device: DeviceId): DeviceId {
  const known = settled(db);
  if (known?.place === place) return known.id;
  db.query("UPDATE device SET id = ?, place = ?").run(device, place);
  return device;
}
