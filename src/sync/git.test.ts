import { afterAll, expect, test } from "bun:test";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { layoutOf } from "../workspace/layout.ts";
import { checkoutOf, checkoutPath } from "./git.ts";
import { placeFrom } from "./place.ts";

const root = mkdtempSync(join(tmpdir(), "study-git-"));
afterAll(() => rmSync(root, { recursive: true, force: true }));
const git = (...words: readonly string[]) => {
  const settings = ["-c", "user.name=x", "-c", "user.email=x@localhost"];
  const ran = Bun.spawnSync(["git", ...settings, ...words], { cwd: root });
  if (ran.exitCode !== 0) throw new Error(ran.stderr.toString());
  return ran.stdout.toString();
};

test("sync.39 of two that push at once the second takes what the first put there, and puts its own again", async () => {
  git("init", "--quiet", "--bare", "shared.git");
  const remote = join(root, "shared.git");
  const [one, two] = await Promise.all(
    ["one", "two"].map((name) => checkoutOf(remote, layoutOf(join(root, name)))),
  );
  await one?.shelf.append("device01/1.jsonl", "first\n");
  await two?.shelf.append("device02/1.jsonl", "second\n");
  expect(await one?.publish()).toBe(true);
  expect(await two?.publish()).toBe(false);
  await two?.refresh();
  const names = async () => (await two?.shelf.list())?.map(({ name }) => name);
  expect(await names()).toEqual(["device01/1.jsonl"]);
  await two?.shelf.append("device02/1.jsonl", "second\n");
  expect(await two?.publish()).toBe(true);
  await one?.refresh();
  expect((await one?.shelf.list())?.map(({ name }) => name)).toEqual([
    "device01/1.jsonl",
    "device02/1.jsonl",
  ]);
  // Nothing new is no commit.
  expect(await one?.publish()).toBe(true);
  expect(git("-C", remote, "log", "--oneline", "--all").trim().split("\n").length).toBe(2);
  const attributes = join(checkoutPath(layoutOf(join(root, "one")), remote), ".gitattributes");
  expect(readFileSync(attributes, "utf8")).toContain("* -text");
});

test("a repository that was emptied is filled again, and one that holds other things is refused", async () => {
  const remote = join(root, "emptied.git");
  git("init", "--quiet", "--bare", remote);
  const one = await checkoutOf(remote, layoutOf(join(root, "third")));
  await one.shelf.append("device01/1.jsonl", "first\n");
  expect(await one.publish()).toBe(true);
  rmSync(remote, { recursive: true });
  git("init", "--quiet", "--bare", remote);
  await one.refresh();
  expect(await one.publish()).toBe(true);
  expect(git("-C", remote, "ls-tree", "-r", "--name-only", "main")).toContain("device01/1.jsonl");

  git("clone", "--quiet", "--branch", "main", remote, "other");
  writeFileSync(join(root, "other", "thesis.tex"), "x");
  git("-C", "other", "add", ".");
  git("-C", "other", "commit", "--quiet", "-m", "x");
  git("-C", "other", "push", "--quiet", "origin", "main");
  await expect(one.refresh()).rejects.toThrow("holds other things (thesis.tex)");
});

test("a remote that can't be reached is told in words", async () => {
  const opened = checkoutOf(join(root, "nowhere.git"), layoutOf(join(root, "fourth")));
  await expect(opened).rejects.toThrow(
    /can't be reached or written. Git says: .+ goes there at the next/,
  );
  expect(existsSync(join(root, "nowhere.git"))).toBe(false);
});

test("what a person names is a folder or a repository, by its form", () => {
  git("init", "--quiet", "--bare", "named.git");
  const is = (said: string) => placeFrom(said, root).is;
  expect(["shared", "./x.git", "~/Dropbox/study", "C:/x"].map(is)).toEqual([
    "folder",
    "folder",
    "folder",
    "folder",
  ]);
  expect(
    [
      "named.git",
      "git@example.org:me/x.git",
      "ssh://example.org/x",
      "https://example.org/x.git",
    ].map(is),
  ).toEqual(["git", "git", "git", "git"]);
});
