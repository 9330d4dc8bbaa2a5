/** What `npm install -g` puts on the path: a link to `bin/study.mjs`, run by Node. */
import { afterAll, beforeAll, describe, expect, test } from "bun:test";
import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const root = join(import.meta.dir, "..");
let home: string;
let study: string;
beforeAll(() => {
  home = realpathSync(mkdtempSync(join(tmpdir(), "study-launched-")));
  study = join(home, "bin", "study");
  mkdirSync(join(home, "bin"));
  mkdirSync(join(home, "learner"));
  symlinkSync(join(root, "bin", "study.mjs"), study);
});
afterAll(() => rmSync(home, { recursive: true, force: true }));

function run(...words: readonly string[]) {
  const { STUDY_DIR: _, INIT_CWD: __, npm_lifecycle_event: ___, ...env } = process.env;
  const ended = Bun.spawnSync(["node", study, ...words], {
    cwd: join(home, "learner"),
    env,
    stdout: "pipe",
    stderr: "pipe",
  });
  return { code: ended.exitCode, out: ended.stdout.toString(), err: ended.stderr.toString() };
}

describe("the launcher", () => {
  test("works where the person stands, and ends as the program ends", () => {
    expect(run("init", "--yes")).toMatchObject({ code: 0 });
    expect(run("log", "25m", "bert")).toMatchObject({
      code: 0,
      out: expect.stringContaining("25m"),
    });
    expect(run("status", "--json").out).toContain('"minutes": 25');
    expect(run("dance")).toMatchObject({ code: 2, err: expect.stringContaining("dance") });
    expect(Bun.file(join(home, "learner", "TRACKER.md")).size).toBeGreaterThan(1000);
  });

  test("runs nothing of the folder that it is started in", () => {
    const folder = join(home, "learner");
    writeFileSync(join(folder, "bunfig.toml"), 'preload = ["./planted.ts"]\n');
    writeFileSync(join(folder, "planted.ts"), 'console.log("planted");\n');
    writeFileSync(join(folder, ".env"), "STUDY_DIR=/nowhere\n");
    const { code, out, err } = run("status");
    expect({ code, planted: (out + err).includes("planted"), err }).toEqual({
      code: 0,
      planted: false,
      err: "",
    });
  });
});

test("a packed study holds the launcher, the sources and the curricula, and no test", async () => {
  const { bin, files } = await Bun.file(join(root, "package.json")).json();
  expect(bin).toEqual({ study: "bin/study.mjs" });
  expect(files).toEqual(expect.arrayContaining(["bin", "src", "curricula", "!src/**/*.test.ts"]));
});
