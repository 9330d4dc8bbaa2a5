import { describe, expect, test } from "bun:test";
import fc from "fast-check";
import { type MemoryShelf, memoryShelf } from "../../tests/fixtures/memory-shelf.ts";
import type { WorkspaceId } from "../core/replica/replica.ts";
import type { DeviceId } from "../core/time/clock.ts";
import { type Content, contentOf, contentOfText } from "./content.ts";
import { exchangeFiles, type Files } from "./files.ts";
import type { Heads } from "./heads.ts";
import { gone } from "./lineage.ts";

interface Device {
  readonly id: DeviceId;
  readonly texts: Map<string, Content>;
  readonly shelf: MemoryShelf;
  versions: Heads;
}

const note = "notes/bert.md";
const begun = "# BERT\n\nIn my words:\n";

function filesOf({ texts }: Device): Files {
  return {
    list: async () => ({
      files: new Map([...texts].map(([path, { mark }]) => [path, { mark, written: 0 }])),
      looked: () => true,
    }),
    read: async (path) => texts.get(path) ?? null,
    put: async (path, before, content) => {
      if ((texts.get(path)?.mark ?? gone) !== before) return false;
      if (content === null) texts.delete(path);
      else texts.set(path, content);
      return true;
    },
    startOf: (path) => (path === note ? begun : ""),
  };
}

class Devices {
  readonly all: readonly Device[];

  readonly copies: "each" | "one";

  /** With a shelf each, between which a syncer carries; or with the one of a hub. */
  constructor(count: number, hub: ReturnType<typeof memoryShelf> | null = null) {
    this.copies = hub === null ? "each" : "one";
    this.all = Array.from({ length: count }, (_, index) => ({
      id: `d000000${index}` as DeviceId,
      texts: new Map(),
      shelf: hub ?? memoryShelf(),
      versions: {},
    }));
  }

  at(index: number): Device {
    return this.all[index % this.all.length] as Device;
  }

  async sync(device: Device) {
    const done = await exchangeFiles(
      {
        files: filesOf(device),
        shelf: device.shelf,
        device: device.id,
        workspace: "w" as WorkspaceId,
        copies: this.copies,
        isSame: async () => false,
        restedSince: 1,
      },
      device.versions,
    );
    device.versions = done.versions;
    return done;
  }

  /** A syncer brings some of what another device wrote, each file whole or in part. */
  carry(from: Device, to: Device, some: (name: string) => boolean, part: number | null): void {
    for (const [name, bytes] of from.shelf.files) {
      if (name.startsWith(`${to.id}/`) || !some(name)) continue;
      to.shelf.files.set(name, part === null ? bytes : bytes.slice(0, part % (bytes.length + 1)));
    }
  }

  async settle(): Promise<void> {
    for (let round = 0; round < this.all.length + 4; round += 1) {
      for (const device of this.all) await this.sync(device);
      for (const from of this.all) {
        for (const to of this.all) {
          if (from === to) continue;
          for (const name of to.shelf.files.keys()) {
            if (name.startsWith(`${from.id}/`)) to.shelf.files.delete(name);
          }
          this.carry(from, to, (name) => name.startsWith(`${from.id}/`), null);
        }
      }
    }
  }

  shown() {
    return this.all.map(({ texts }) =>
      Object.fromEntries(
        [...texts].map(([path, { text }]) => [path, text]).toSorted((a, b) => (a < b ? -1 : 1)),
      ),
    );
  }
}

const textOf = ({ texts }: Device, path: string) => texts.get(path)?.text ?? null;
const write = (device: Device, path: string, text: string) =>
  device.texts.set(path, contentOfText(text));

const small = fc.nat({ max: 9 });
const deed = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.record({
      do: fc.constant("add" as const),
      who: small,
      path: fc.constantFrom(note, "notes/gpt-1.md", "code/bert/attention.py"),
      at: small,
    }),
  },
  { weight: 3, arbitrary: fc.record({ do: fc.constant("sync" as const), who: small }) },
  {
    weight: 4,
    arbitrary: fc.record({
      do: fc.constant("carry" as const),
      from: small,
      to: small,
      every: fc.integer({ min: 1, max: 3 }),
      part: fc.option(fc.nat({ max: 2000 })),
    }),
  },
);

const runs = process.env.STUDY_SOAK === undefined ? 120 : 10_000;

describe("files of devices that share a folder", () => {
  test("sync.33 every line that was typed on any device is on all of them in the end, and all have the same files", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 2, max: 5 }),
        fc.array(deed, { maxLength: 30 }),
        async (count, history) => {
          const devices = new Devices(count);
          const typed: string[] = [];
          for (const step of history) {
            if (step.do === "sync") await devices.sync(devices.at(step.who));
            else if (step.do === "carry") {
              const [from, to] = [devices.at(step.from), devices.at(step.to)];
              if (from === to) continue;
              let number = 0;
              devices.carry(from, to, () => (number++ + step.from) % step.every === 0, step.part);
            } else {
              const device = devices.at(step.who);
              const lines = (textOf(device, step.path) ?? begun).split("\n");
              const line = `line ${typed.length} of ${device.id}`;
              typed.push(line);
              lines.splice(step.at % lines.length, 0, line);
              write(device, step.path, lines.join("\n"));
            }
          }
          await devices.settle();
          const shown = devices.shown();
          for (const files of shown) expect(files).toEqual(shown[0] ?? {});
          const all = new Set(
            Object.values(shown[0] ?? {})
              .join("\n")
              .split("\n"),
          );
          expect(typed.filter((line) => !all.has(line))).toEqual([]);
        },
      ),
      { numRuns: runs },
    );
  }, 3_600_000);

  test("sync.67 on a hub each text is kept once, whoever has it; what is typed on any device is on all, and so it is for one that comes later", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(deed, { maxLength: 30 }), async (history) => {
        const hub = memoryShelf();
        const devices = new Devices(5, hub);
        const typed: string[] = [];
        for (const step of history) {
          if (step.do === "carry") continue;
          const device = devices.at(step.who % 4);
          if (step.do === "sync") await devices.sync(device);
          else {
            const lines = (textOf(device, step.path) ?? begun).split("\n");
            typed.push(`line ${typed.length} of ${device.id}`);
            lines.splice(step.at % lines.length, 0, typed.at(-1) ?? "");
            write(device, step.path, lines.join("\n"));
          }
        }
        const some = devices.all.slice(0, 4);
        for (let round = 0; round < 8; round += 1) for (const one of some) await devices.sync(one);
        // The last has never been there.
        await devices.sync(devices.at(4));
        const shown = devices.shown();
        for (const files of shown) expect(files).toEqual(shown[0] ?? {});
        const all = new Set(
          Object.values(shown[0] ?? {})
            .join("\n")
            .split("\n"),
        );
        expect(typed.filter((line) => !all.has(line))).toEqual([]);
      }),
      { numRuns: runs },
    );
    const hub = memoryShelf();
    const devices = new Devices(3, hub);
    write(devices.at(0), note, "one text\n");
    for (const one of devices.all) await devices.sync(one);
    expect([...hub.files.keys()].filter((name) => name.includes("/files/")).length).toBe(1);
  }, 3_600_000);

  test("sync.34 two devices that change different lines of a note get both, from the text that both knew", async () => {
    const devices = new Devices(2);
    const [a, b] = [devices.at(0), devices.at(1)];
    write(a, note, "one\ntwo\nthree\nfour\n");
    await devices.settle();
    write(a, note, "ONE\ntwo\nthree\nfour\n");
    write(b, note, "one\ntwo\nthree\nfour\nfive\n");
    await devices.settle();
    expect(devices.shown()).toEqual(
      [a, b].map(() => ({ [note]: "ONE\ntwo\nthree\nfour\nfive\n" })),
    );
  });

  test("a note that both began apart is merged from the template, and not twice", async () => {
    const devices = new Devices(2);
    write(devices.at(0), note, `${begun}mine\n`);
    write(devices.at(1), note, `top\n${begun}`);
    await devices.settle();
    expect(textOf(devices.at(0), note)).toBe(`top\n${begun}mine\n`);
    expect(textOf(devices.at(1), note)).toBe(`top\n${begun}mine\n`);
  });

  test("a program that two devices changed in one place stays runnable: the other text is kept beside it", async () => {
    const devices = new Devices(2);
    const [a, b] = [devices.at(0), devices.at(1)];
    const path = "code/bert/attention.py";
    write(a, path, "scale = 1\n");
    await devices.settle();
    write(a, path, "scale = 2\n");
    write(b, path, "scale = 3\n");
    await devices.settle();
    const texts = Object.values(devices.shown()[0] ?? {});
    expect(texts.toSorted()).toEqual(["scale = 2\n", "scale = 3\n"]);
    expect(devices.shown()[1]).toEqual(devices.shown()[0] ?? {});
  });

  test("a file that was taken away goes everywhere, unless somebody went on with it", async () => {
    const devices = new Devices(3);
    const [a, b, c] = [devices.at(0), devices.at(1), devices.at(2)];
    write(a, note, "kept\n");
    write(a, "code/old.py", "x\n");
    await devices.settle();
    expect(textOf(c, "code/old.py")).toBe("x\n");
    a.texts.delete("code/old.py");
    a.texts.delete(note);
    write(b, note, "kept\nand more\n");
    await devices.settle();
    expect(devices.shown()).toEqual([a, b, c].map(() => ({ [note]: "kept\nand more\n" })));
  });

  test("a state that comes back is a new state: an edit that was taken back on one device is taken back on all", async () => {
    const devices = new Devices(2);
    const [a, b] = [devices.at(0), devices.at(1)];
    for (const text of ["a\n", "b\n", "a\n"]) {
      write(a, note, text);
      await devices.settle();
      expect(textOf(b, note)).toBe(text);
    }
  });

  test("images are carried as they are", async () => {
    const devices = new Devices(2);
    const bytes = new Uint8Array([0, 255, 1, 2]);
    devices.at(0).texts.set("notes/images/x.png", contentOf(bytes));
    await devices.settle();
    expect(devices.at(1).texts.get("notes/images/x.png")?.bytes).toEqual(bytes);
  });

  test("a path that leads out of the folders that travel is nobody's to write", async () => {
    const devices = new Devices(2);
    const [a, b] = [devices.at(0), devices.at(1)];
    for (const path of ["../up.md", "notes/../../up.md", "TRACKER.md", "notes/.hidden", ".study/x"])
      write(a, path, "x\n");
    await devices.settle();
    expect([...b.texts.keys()]).toEqual([]);
  });

  test("old texts go once nobody can need them: the shared folder does not grow with every save", async () => {
    const devices = new Devices(2);
    const a = devices.at(0);
    for (let state = 0; state < 20; state += 1) {
      write(a, note, `state ${state}\n`);
      await devices.settle();
    }
    const texts = [...a.shelf.files.keys()].filter((name) => name.includes("/files/"));
    expect(texts.length).toBeLessThanOrEqual(4);
  });
});
