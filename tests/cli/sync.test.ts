import { afterAll, describe, expect, test } from "bun:test";
import {
  appendFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  truncateSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { emptyFolder, type Folder } from "./study.ts";

interface Box {
  readonly folder: Folder;
  readonly at: (...parts: readonly string[]) => string;
  /** A command in one of the workspaces. */
  readonly on: (device: string, ...words: readonly string[]) => Promise<string>;
  readonly hours: (device: string) => Promise<string | undefined>;
}

const folders: Folder[] = [];
afterAll(() => {
  for (const folder of folders) folder.remove();
});

function box(): Box {
  const folder = emptyFolder();
  folders.push(folder);
  const at = (...parts: readonly string[]) => join(folder.path, ...parts);
  const on = (device: string, ...words: readonly string[]) =>
    folder.ok(...words, "--dir", at(device));
  const hours = async (device: string) =>
    /Study hours +(.+?),/.exec(await on(device, "status"))?.[1];
  return { folder, at, on, hours };
}

const segmentsIn = (path: string) =>
  readdirSync(path, { recursive: true, encoding: "utf8" }).filter((name) =>
    name.endsWith(".jsonl"),
  );

describe("study sync PATH", () => {
  test("a second device begins from the place; entries, notes and code go both ways, and undo too", async () => {
    const { folder, at, on, hours } = box();
    await on("laptop", "init", "--yes", "--hours", "6");
    await on("laptop", "log", "30m", "bert");
    writeFileSync(at("laptop", "notes", "bert.md"), "one\ntwo\nthree\n");
    mkdirSync(at("laptop", "code", "bert"), { recursive: true });
    writeFileSync(at("laptop", "code", "bert", "mlm.py"), "mask = 0.15\n");
    expect(await on("laptop", "sync", at("shared"))).toMatch(/^Went: 2 entries, .*notes\/bert\.md/);
    expect(await on("laptop", "sync")).toContain("Nothing new");

    await folder.ok("init", "desktop", "--from", at("shared"));
    expect(await hours("desktop")).toBe("30m");
    expect(readFileSync(at("desktop", "code", "bert", "mlm.py"), "utf8")).toBe("mask = 0.15\n");

    await on("desktop", "log", "45m", "gpt-1");
    writeFileSync(at("desktop", "notes", "bert.md"), "one\ntwo\nthree\nfour\n");
    writeFileSync(at("laptop", "notes", "bert.md"), "ONE\ntwo\nthree\n");
    await on("desktop", "sync");
    expect(await on("laptop", "sync")).toContain("Came: 1 entry, notes/bert.md");
    await on("desktop", "sync");
    for (const device of ["laptop", "desktop"]) {
      expect(readFileSync(at(device, "notes", "bert.md"), "utf8")).toBe("ONE\ntwo\nthree\nfour\n");
      expect(await hours(device)).toBe("1h15");
    }
    await on("laptop", "undo");
    await on("laptop", "sync");
    await on("desktop", "sync");
    expect(await hours("desktop")).toBe("30m");
    // Nobody but a device itself writes in its folder, and no file is left half.
    expect(segmentsIn(at("shared")).length).toBe(2);
  });

  test("sync.35 another workspace's place is refused in words; one in which nothing was done becomes its device", async () => {
    const { folder, at, on, hours } = box();
    await on("laptop", "init", "--yes");
    await on("laptop", "log", "30m", "bert");
    await on("laptop", "sync", at("shared"));
    await on("other", "init", "--yes");
    await on("other", "log", "10m", "bert");
    const before = segmentsIn(at("shared"));
    const said = await folder.refused("sync", at("shared"), "--dir", at("other"));
    expect(said).toContain("belongs to another workspace; nothing was taken from it");
    expect(segmentsIn(at("shared"))).toEqual(before);
    expect(await hours("other")).toBe("10m");

    await on("fresh", "init", "--yes");
    const joined = await on("fresh", "sync", at("shared"));
    expect(joined).toContain("is now a device of the workspace");
    expect(await hours("fresh")).toBe("30m");
    const kept = readdirSync(at("fresh", ".study")).filter((name) => name.includes("before-join"));
    expect(kept.length).toBeGreaterThan(0);
    await on("fresh", "log", "15m", "bert");
    await on("fresh", "sync");
    await on("laptop", "sync");
    expect(await hours("laptop")).toBe("45m");
  });

  test("sync.36 a torn line waits, the rest is taken in, and doctor tells it if it stays", async () => {
    const { folder, at, on, hours } = box();
    await on("laptop", "init", "--yes");
    await on("laptop", "sync", at("shared"));
    await folder.ok("init", "desktop", "--from", at("shared"));
    await on("laptop", "log", "30m", "bert");
    await on("laptop", "log", "20m", "bert");
    await on("laptop", "sync");
    const [name = ""] = segmentsIn(at("shared"));
    const segment = at("shared", name);
    const whole = readFileSync(segment);
    truncateSync(segment, whole.length - 40);
    await on("desktop", "sync");
    expect(await hours("desktop")).toBe("30m");
    expect(await on("desktop", "doctor")).not.toContain("in part");
    utimesSync(segment, new Date(), new Date(Date.now() - 3_600_000));
    expect(await on("desktop", "doctor")).toContain("has arrived only in part");
    writeFileSync(segment, whole);
    await on("desktop", "sync");
    expect(await hours("desktop")).toBe("50m");
  });

  test("copies that a syncer leaves of a segment are taken in; damage is mended by the device that wrote it", async () => {
    const { folder, at, on, hours } = box();
    await on("laptop", "init", "--yes");
    await on("laptop", "sync", at("shared"));
    await folder.ok("init", "desktop", "--from", at("shared"));
    await on("laptop", "log", "30m", "bert");
    await on("laptop", "sync");
    const [name = ""] = segmentsIn(at("shared"));
    const segment = at("shared", name);
    renameSync(segment, segment.replace("1.jsonl", "1.sync-conflict-20261126-170000-ABCDEF.jsonl"));
    await on("desktop", "sync");
    expect(await hours("desktop")).toBe("30m");
    await on("laptop", "log", "15m", "bert");
    await on("laptop", "sync");
    appendFileSync(segment, '{"sum":"00000000","entry":{}}\n');
    expect(await on("laptop", "doctor")).toContain("has a damaged line");
    await on("laptop", "sync");
    expect(await on("laptop", "doctor")).not.toContain("damaged line");
    await on("desktop", "sync");
    expect(await hours("desktop")).toBe("45m");
  });

  test("a Git repository does what a folder does, also when two push at once", async () => {
    const { folder, at, on, hours } = box();
    Bun.spawnSync(["git", "init", "--quiet", "--bare", at("shared.git")]);
    await on("laptop", "init", "--yes");
    await on("laptop", "log", "30m", "bert");
    await on("laptop", "sync", at("shared.git"));
    await folder.ok("init", "desktop", "--from", at("shared.git"));
    await on("desktop", "log", "15m", "bert");
    await on("laptop", "log", "10m", "bert");
    await Promise.all([on("desktop", "sync"), on("laptop", "sync")]);
    await on("desktop", "sync");
    await on("laptop", "sync");
    expect(await hours("laptop")).toBe("55m");
    expect(await hours("desktop")).toBe("55m");
  });

  test("a sealed place needs its passphrase once on each device, and then works like any other", async () => {
    const { folder, at, on, hours } = box();
    const knowing = emptyFolder({ STUDY_PASSPHRASE: "correct horse battery" });
    folders.push(knowing);
    await on("laptop", "init", "--yes");
    await on("laptop", "log", "30m", "bert");
    writeFileSync(at("laptop", "notes", "bert.md"), "nobody else's business\n");
    await knowing.ok("sync", at("shared"), "--passphrase", "--dir", at("laptop"));
    expect(await folder.refused("init", "desktop", "--from", at("shared"))).toContain("is sealed");
    await knowing.ok("init", at("desktop"), "--from", at("shared"));
    expect(await hours("desktop")).toBe("30m");
    await on("desktop", "log", "15m", "bert");
    await on("desktop", "sync");
    await on("laptop", "sync");
    expect(await hours("laptop")).toBe("45m");
    for (const name of readdirSync(at("shared"), { recursive: true, encoding: "utf8" })) {
      if (!name.includes(".")) continue;
      expect(readFileSync(at("shared", name), "latin1")).not.toMatch(/bert|nobody/);
    }
    expect(await on("desktop", "doctor")).toContain("Sound");
  });

  test("sync.37 a place that is away is told and not made anew; a wrong one gets a sentence", async () => {
    const { folder, at, on, hours } = box();
    await on("laptop", "init", "--yes");
    expect(await folder.refused("sync", "--dir", at("laptop"))).toContain("Where to?");
    expect(await folder.refused("sync", at("laptop", "notes"), "--dir", at("laptop"))).toContain(
      "is inside the workspace itself",
    );
    expect(await folder.refused("init", "x", "--from", at("nowhere"))).toContain("does not exist");
    mkdirSync(at("empty"));
    expect(await folder.refused("init", "x", "--from", at("empty"))).toContain(
      "There is no workspace at",
    );
    expect(existsSync(at("x", ".study", "journal.db"))).toBe(false);
    await on("laptop", "sync", at("stick"));
    renameSync(at("stick"), at("away"));
    await on("laptop", "log", "30m", "bert");
    expect(await folder.refused("sync", "--dir", at("laptop"))).toContain("is not there");
    expect(await on("laptop", "doctor")).toContain("is not there, so nothing is synced");
    expect(existsSync(at("stick"))).toBe(false);
    renameSync(at("away"), at("stick"));
    await on("laptop", "sync");
    await folder.ok("init", "desktop", "--from", at("stick"));
    expect(await hours("desktop")).toBe("30m");
    await on("laptop", "sync", "--stop");
    expect(await folder.refused("sync", "--dir", at("laptop"))).toContain("Where to?");
  });
});

test("sync.68 another passphrase for a sealed place is refused by a device that knows it and by one that comes", async () => {
  const [right, wrong] = ["correct-horse-one", "correct-horse-two"];
  const own = emptyFolder({ STUDY_PASSPHRASE: right });
  const other = emptyFolder({ STUDY_PASSPHRASE: wrong });
  const shared = join(own.path, "sealed");
  await own.ok("init", "a", "--yes");
  await own.ok("sync", shared, "--passphrase", "--dir", "a");
  const keys = readFileSync(join(own.path, "a", ".study", "sync-keys.json"), "utf8");
  // The carrier lost everything: what is put back is locked as before.
  rmSync(shared, { recursive: true });
  mkdirSync(shared);
  const a = join(own.path, "a");
  const said = await other.refused("sync", shared, "--passphrase", "--dir", a);
  expect(said).toContain("is not the passphrase by which this device knows");
  expect(readdirSync(shared)).toEqual([]);
  expect(readFileSync(join(a, ".study", "sync-keys.json"), "utf8")).toBe(keys);
  await own.ok("sync", "--dir", "a");
  expect(await other.refused("init", "b", "--from", shared)).toContain("does not open");
  await own.ok("init", "b", "--from", shared);
  own.remove();
  other.remove();
});
