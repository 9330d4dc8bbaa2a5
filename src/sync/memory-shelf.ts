/** A shelf in memory: what a device sees of the folder, for tests that play whole histories. */
import type { Listed, Shelf } from "./shelf.ts";

export interface MemoryShelf extends Shelf {
  readonly files: Map<string, Uint8Array>;
}

export function memoryShelf(): MemoryShelf {
  const files = new Map<string, Uint8Array>();
  const hash = (bytes: Uint8Array) => Number(Bun.hash.crc32(bytes));
  return {
    files,
    grows: true,
    async list() {
      return [...files]
        .map(([name, bytes]): Listed => ({ name, size: bytes.length, written: hash(bytes) }))
        .toSorted((a, b) => (a.name < b.name ? -1 : 1));
    },
    read: async (name) => files.get(name) ?? null,
    async append(name, text) {
      files.set(name, Buffer.concat([files.get(name) ?? new Uint8Array(), Buffer.from(text)]));
    },
    async replace(name, bytes) {
      files.set(name, bytes);
    },
    async remove(name) {
      files.delete(name);
    },
  };
}
