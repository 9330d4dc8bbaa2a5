import { afterAll, describe, expect, test } from "bun:test";
import {
  chmodSync,
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";
import { type Folder, newFolder, within } from "./folder.ts";
import { smallDisk } from "./room.ts";
import { type Answer, serve } from "./served.ts";

const disk = smallDisk();
afterAll(() => disk?.remove());

const outside = () => mkdtempSync(join(tmpdir(), "study-vault-"));
const bert = "| BERT | ☐ | ☐ | ☐ | 1h17 |";

/** Moves the file to `target` and leaves a link with this text in its place. */
function link(path: string, target: string, text = target): void {
  renameSync(path, target);
  symlinkSync(text, path);
}

async function inVault(
  place: (folder: Folder, vault: string) => string,
  work: (folder: Folder, target: string, vault: string) => Promise<void>,
): Promise<void> {
  const vault = outside();
  try {
    await within(await newFolder(), (folder) => work(folder, place(folder, vault), vault));
  } finally {
    rmSync(vault, { recursive: true, force: true });
  }
}

const elsewhere = ({ tracker }: Folder, vault: string): string => {
  const target = join(vault, "LLM progress.md");
  link(tracker, target);
  return target;
};

/** Different ways in which a file can be a link to another. */
const places: Readonly<Record<string, (folder: Folder, vault: string) => string>> = {
  "to a file elsewhere": elsewhere,
  "with a relative path": ({ path, tracker }, vault) => {
    const target = join(vault, "progress.md");
    link(tracker, target, relative(path, target));
    return target;
  },
  "to a link to a file": ({ tracker }, vault) => {
    const target = join(vault, "deep", "progress.md");
    mkdirSync(join(vault, "deep"));
    link(tracker, target);
    symlinkSync(target, join(vault, "between.md"));
    rmSync(tracker);
    symlinkSync(join(vault, "between.md"), tracker);
    return target;
  },
  "to a file in a folder of the same workspace": ({ path, tracker }) => {
    const target = join(path, "notes", "progress.md");
    link(tracker, target, join("notes", "progress.md"));
    return target;
  },
};

describe("TRACKER.md is a link", () => {
  for (const [title, place] of Object.entries(places)) {
    test(`tracker.25 ${title}: it is written through, and stays a link`, () =>
      inVault(place, async (folder, target) => {
        const text = readlinkSync(folder.tracker);
        await folder.ok("log", "1h17", "bert");
        expect(lstatSync(folder.tracker).isSymbolicLink()).toBe(true);
        expect(readlinkSync(folder.tracker)).toBe(text);
        expect(lstatSync(target).isFile()).toBe(true);
        expect(readFileSync(target, "utf8")).toContain(bert);
        // An edit on the other side comes in, and the answer to it goes out.
        writeFileSync(
          target,
          readFileSync(target, "utf8").replace("| GPT-1 | ☐ |", "| GPT-1 | ☑ |"),
        );
        await folder.ok("status");
        expect((await folder.records()).at(-1)).toMatchObject({ paper: "gpt-1", by: "file" });
        expect(readFileSync(target, "utf8")).toContain("**Papers Read**: 1/15");
        expect((await folder.study("doctor")).code).toBe(0);
      }));
  }

  test("tracker.25 nothing is left lying beside the file that it leads to", () =>
    inVault(elsewhere, async (folder, _, vault) => {
      await folder.ok("log", "1h17", "bert");
      await folder.ok("log", "1h17", "bert");
      expect(readdirSync(vault)).toEqual(["LLM progress.md"]);
    }));

  test("tracker.25 to nothing, as a vault is that is not mounted: the link stays, nothing is lost, and it is said", () =>
    inVault(elsewhere, async (folder, target, vault) => {
      await folder.ok("log", "1h17", "bert");
      const gone = `${vault}-away`;
      renameSync(vault, gone);
      const { code, err } = await folder.study("log", "20m", "gpt-2");
      expect({ code, err }).toEqual({ code: 0, err: expect.stringContaining(target) });
      expect(lstatSync(folder.tracker).isSymbolicLink()).toBe(true);
      renameSync(gone, vault);
      await folder.ok("status");
      expect(readFileSync(target, "utf8")).toContain("| GPT-2 | ☐ | ☐ | ☐ | 20m |");
      expect(readFileSync(target, "utf8")).toContain(bert);
      expect(await folder.records()).toHaveLength(3);
    }));

  test("tracker.25 to a file that somebody removed: the link stays, it is said once, and the text comes back where it was", () =>
    inVault(elsewhere, async (folder, target) => {
      rmSync(target);
      const { code, err } = await folder.study("log", "1h17", "bert");
      expect(code).toBe(0);
      expect(err.trim().split("\n")).toEqual([expect.stringMatching(/TRACKER\.md.*link/)]);
      await folder.ok("doctor", "--repair");
      expect(lstatSync(folder.tracker).isSymbolicLink()).toBe(true);
      expect(readFileSync(target, "utf8")).toContain(bert);
      expect(await folder.records()).toHaveLength(2);
    }));

  test("tracker.25 to itself: the command is recorded, and what is wrong is said", async () =>
    within(await newFolder(), async (folder) => {
      rmSync(folder.tracker);
      symlinkSync("TRACKER.md", folder.tracker);
      const { code, err } = await folder.study("log", "1h17", "bert");
      expect(code).toBe(0);
      expect(err).toMatch(/TRACKER\.md/);
      expect(await folder.records()).toHaveLength(2);
    }));

  test.skipIf(disk === null)("tracker.25 to another disk: it is written there", async () => {
    if (disk === null) return;
    await within(await newFolder(), async (folder) => {
      const target = join(disk.path, "progress.md");
      writeFileSync(target, folder.text());
      rmSync(folder.tracker);
      symlinkSync(target, folder.tracker);
      const { err } = await folder.study("log", "1h17", "bert");
      expect(err).toBe("");
      expect(lstatSync(folder.tracker).isSymbolicLink()).toBe(true);
      expect(readFileSync(target, "utf8")).toContain(bert);
    });
  });
});

describe("modes", () => {
  for (const mode of [0o600, 0o640, 0o664, 0o644]) {
    test(`tracker.25 a TRACKER.md of mode ${mode.toString(8)} keeps it`, async () =>
      within(await newFolder(), async (folder) => {
        chmodSync(folder.tracker, mode);
        await folder.ok("log", "1h17", "bert");
        expect(folder.text()).toContain(bert);
        expect(statSync(folder.tracker).mode & 0o777).toBe(mode);
      }));
  }

  test("tracker.25 a note keeps its mode", async () => {
    const saved = await withNote((path) => chmodSync(path, 0o600));
    expect(statSync(saved.path).mode & 0o777).toBe(0o600);
    saved.remove();
  });
});

/** Writes a note through the page, changes how its file lies there, and writes it again. */
async function withNote(change: (path: string, folder: Folder) => void) {
  const folder = await newFolder();
  const served = await serve(folder);
  const put = (text: string, base: string): Promise<Answer | null> =>
    served.ask("PUT", "/notes/bert", { text, base });
  const first = await put("# BERT\n\nFirst.\n", "");
  const path = join(folder.path, "notes", "bert.md");
  change(path, folder);
  const second = await put("# BERT\n\nSecond.\n", "# BERT\n\nFirst.\n");
  await served.stop();
  return { folder, path, first, second, remove: () => folder.remove() };
}

describe("notes", () => {
  test("tracker.25 a note that is a link is written through, and stays a link", async () => {
    const vault = outside();
    const target = join(vault, "Bert in my vault.md");
    const { path, second, remove } = await withNote((from) => link(from, target));
    expect(second?.status).toBe(200);
    expect(lstatSync(path).isSymbolicLink()).toBe(true);
    expect(readFileSync(target, "utf8")).toBe("# BERT\n\nSecond.\n");
    expect(readdirSync(vault)).toEqual(["Bert in my vault.md"]);
    remove();
    rmSync(vault, { recursive: true });
  });

  test("tracker.25 notes/ that is a link to a folder elsewhere is written through", async () => {
    const vault = outside();
    const { path, second, folder, remove } = await withNote((_, { path: home }) => {
      renameSync(join(home, "notes"), join(vault, "papers"));
      symlinkSync(join(vault, "papers"), join(home, "notes"));
    });
    expect(second?.status).toBe(200);
    expect(readFileSync(path, "utf8")).toBe("# BERT\n\nSecond.\n");
    expect(lstatSync(join(folder.path, "notes")).isSymbolicLink()).toBe(true);
    expect(readdirSync(join(vault, "papers"))).toEqual(["bert.md"]);
    remove();
    rmSync(vault, { recursive: true });
  });

  test.skipIf(disk === null)("tracker.25 notes/ on another disk is written too", async () => {
    if (disk === null) return;
    const { path, second, remove } = await withNote((_, { path: home }) => {
      Bun.spawnSync(["cp", "-a", join(home, "notes"), disk.path]);
      rmSync(join(home, "notes"), { recursive: true });
      symlinkSync(join(disk.path, "notes"), join(home, "notes"));
    });
    expect(second).toMatchObject({ status: 200 });
    expect(existsSync(path) && readFileSync(path, "utf8")).toBe("# BERT\n\nSecond.\n");
    remove();
  });
});
