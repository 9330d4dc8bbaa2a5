/** The program knows no subject: what is studied is data. */
import { afterAll, beforeAll, describe, expect, test } from "bun:test";
import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { readFolder } from "../../src/curriculum/folder.ts";
import { idKinds, idsOf, releaseAll, releasedFile } from "../../src/curriculum/released.ts";
import { checkCurriculumFolder } from "../../src/workspace/content.ts";
import { type Folder, workspace } from "../cli/study.ts";

const root = join(import.meta.dir, "..", "..");
const shipped = readdirSync(join(root, "curricula"));

describe("the sources", () => {
  test("no module of src/ holds the id of a paper, a task, a milestone or a card", async () => {
    const ids = new Set<string>();
    for (const name of shipped) {
      const folder = await readFolder(join(root, "curricula", name));
      if (!folder.ok) throw new Error(`curricula/${name} can't be read`);
      for (const list of Object.values(idsOf(folder.files))) for (const id of list) ids.add(id);
    }
    expect(ids.size).toBeGreaterThan(200);
    const found: string[] = [];
    for await (const file of new Bun.Glob("**/*.{ts,tsx}").scan(join(root, "src"))) {
      if (/\.test\.tsx?$|(^|\/)contract\.ts$/.test(file)) continue;
      const whole = await Bun.file(join(root, "src", file)).text();
      // An example in a comment teaches the reader, not the program.
      const text = whole.replace(/\/\*[\s\S]*?\*\//g, "");
      for (const [, , literal = ""] of text.matchAll(/(["'`])((?:(?!\1)[^\\\n]|\\.)*)\1/g)) {
        // The starter is a curriculum itself, and its one milestone is called as anybody's first would be.
        if (ids.has(literal) && file !== "curriculum/starter.ts") found.push(`${file}: ${literal}`);
      }
    }
    expect(found).toEqual([]);
  });
});

describe("every shipped curriculum", () => {
  for (const name of shipped) {
    test(`${name} has no fault, its formulas, standards and released ids included`, async () => {
      const { papers, weeks } = await checkCurriculumFolder(join(root, "curricula", name));
      expect(papers.length).toBeGreaterThanOrEqual(5);
      expect(weeks.length).toBeGreaterThanOrEqual(3);
    });

    test(`${name}: every id of today is released, so none can go unseen`, async () => {
      const folder = await readFolder(join(root, "curricula", name));
      if (!folder.ok) throw new Error(`curricula/${name} can't be read`);
      expect(folder.files.has(releasedFile)).toBe(true);
      const { added } = releaseAll(folder.files);
      if (added > 0) {
        throw new Error(`${added} new ids: run \`study curriculum release curricula/${name}\``);
      }
      for (const kind of idKinds) {
        const ids = idsOf(folder.files)[kind];
        expect(new Set(ids).size).toBe(ids.length);
      }
    });
  }
});

describe("the tracker with a curriculum that is not the default", () => {
  let folder: Folder;
  beforeAll(async () => {
    folder = await workspace("--curriculum", "diffusion", "--start", "2026-01-05", "--hours", "5");
  });
  afterAll(() => folder.remove());

  test("status, file and week speak of its papers", async () => {
    expect(await folder.ok("status")).toContain("Diffusion Models Tracker");
    const tracker = await Bun.file(join(folder.path, "TRACKER.md")).text();
    expect(tracker).toContain("| DDPM | ☐ | ☐ | ☐ | 0 |");
    expect(await folder.ok("week", "2")).toContain("Implement the sampler with eta from 0 to 1");
  });

  test("reading, cards, quiz, teach-back, comparison, search and days work", async () => {
    await folder.ok("log", "30m", "ddpm", "--pass", "1");
    expect(await folder.ok("guide", "ddim", "--section", "equations")).toContain("eq. (12)");
    expect((await folder.fed("\n3\nq\n", "review")).out).toContain("1 card answered");
    const { cards } = await folder.json<{ cards: { paper: string }[] }>("quiz");
    expect(cards).toHaveLength(10);
    expect(new Set(cards.map(({ paper }) => paper))).toEqual(new Set(["ddpm"]));
    expect(await folder.ok("teach-back", "ddpm", "--text", "Noise.", "--points", "1")).toContain(
      "1 of 6",
    );
    expect(await folder.ok("compare", "ddpm")).toMatch(/parameters +35\.7M +114M/);
    expect(await folder.ok("search", "cosine schedule")).toContain("Improved DDPM");
    expect(await folder.ok("week", "1", "--days")).toContain("☑   30m  DDPM: first pass");
    const { days, hours } = await folder.json<{ hours: number; days: { minutes: number }[] }>(
      "week",
      "3",
      "--days",
    );
    expect([hours, days.reduce((sum, { minutes }) => sum + minutes, 0)]).toEqual([5, 300]);
  });

  test("the whole course can be done", async () => {
    for (const paper of [
      "ddpm",
      "ddim",
      "improved-ddpm",
      "classifier-free-guidance",
      "latent-diffusion",
    ]) {
      for (const aspect of ["read", "notes", "implemented"]) await folder.ok(aspect, paper);
    }
    for (const line of ["1", "2", "3"]) await folder.ok("milestone", "done", line);
    const { read, rewards, next } = await folder.json<{
      read: number;
      rewards: { earned: boolean }[];
      next: { kind: string } | null;
    }>("status");
    expect([read, rewards.every(({ earned }) => earned)]).toEqual([5, true]);
    // A check-in may stand for today, whatever day the test runs on, and reviews go on.
    expect([undefined, "checkin", "cards"]).toContain(next?.kind);
  });
});

describe("a curriculum of one's own", () => {
  const dir = mkdtempSync(join(tmpdir(), "study-new-"));
  afterAll(() => rmSync(dir, { recursive: true }));

  test("`curriculum new` makes one that checks, that can be released and studied", async () => {
    const folder = await workspace();
    const made = join(dir, "Graph Networks");
    expect(await folder.ok("curriculum", "new", made)).toContain(
      'Made the curriculum "graph-networks"',
    );
    expect(await folder.ok("curriculum", "check", made)).toContain("1 paper and 1 week, no fault");
    expect(await folder.ok("curriculum", "release", made)).toContain("8 new ids were added to");
    expect(await folder.refused("curriculum", "new", made)).toContain("already exists");
    const study = join(dir, "study");
    await folder.ok("init", study, "--yes", "--curriculum", made, "--dir", study);
    expect(await folder.ok("status", "--dir", study)).toContain("Graph networks Tracker");
    expect(await folder.ok("week", "1", "--days", "--dir", study)).toContain(
      "First Paper: first pass",
    );
    folder.remove();
  });

  test("an id that is gone is told with its line", async () => {
    const folder = await workspace();
    const made = join(dir, "gone");
    await folder.ok("curriculum", "new", made);
    await folder.ok("curriculum", "release", made);
    const weeks = join(made, "weeks.yaml");
    await Bun.write(weeks, (await Bun.file(weeks).text()).replaceAll("w1-read", "w1-reading"));
    expect(await folder.refused("curriculum", "check", made)).toMatch(
      /released\.yaml:\d+:5: the task "w1-read" was released and is gone/,
    );
    folder.remove();
  });
});
