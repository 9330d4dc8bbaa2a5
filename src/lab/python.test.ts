import { afterAll, expect, test } from "bun:test";
import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { findPython, sayBadPython } from "./python.ts";

const root = mkdtempSync(join(tmpdir(), "study-python-"));
afterAll(() => rmSync(root, { recursive: true, force: true }));

let made = 0;
/** A folder and a PATH of their own, with the programs that are named. */
function place(...programs: readonly string[]) {
  made += 1;
  const home = join(root, String(made));
  const put = (path: string, text = "") => {
    mkdirSync(dirname(join(home, path)), { recursive: true });
    writeFileSync(join(home, path), text);
    chmodSync(join(home, path), 0o755);
    return join(home, path);
  };
  mkdirSync(join(home, "work"), { recursive: true });
  for (const program of programs) put(program);
  const env = { PATH: join(home, "bin") };
  return { put, folder: join(home, "work"), env, path: (name: string) => join(home, name) };
}

test("the first that is there is taken, in order", () => {
  const all = place(
    "bin/python",
    "bin/python3",
    "bin/mine",
    "active/bin/python",
    "work/.venv/bin/python",
  );
  const { folder, path } = all;
  const env = { ...all.env, VIRTUAL_ENV: path("active") };
  const by = (around: object, environment: object = env) => {
    const found = findPython({ folder, env: environment as typeof env, ...around });
    return found.found ? [found.by, found.path] : found.sentence;
  };
  expect(by({ asked: "mine", chosen: "python" })).toEqual(["--python", path("bin/mine")]);
  expect(by({ chosen: path("bin/mine") })).toEqual(["study python", path("bin/mine")]);
  expect(by({})).toEqual([".venv", path("work/.venv/bin/python")]);
  rmSync(join(folder, ".venv"), { recursive: true });
  expect(by({})).toEqual(["VIRTUAL_ENV", path("active/bin/python")]);
  expect(by({}, all.env)).toEqual(["PATH", path("bin/python3")]);
  rmSync(path("bin/python3"));
  expect(by({}, all.env)).toEqual(["PATH", path("bin/python")]);
  rmSync(path("bin/python"));
  expect(by({}, all.env)).toMatch(/^There is no Python on this machine .* --python\.$/);
});

test("uv is asked where it looks after the folder", () => {
  const { put, folder, env, path } = place("bin/python3", "work/pyproject.toml", "managed/python");
  put("bin/uv", `#!/bin/sh\necho ${path("managed/python")}\n`);
  expect(findPython({ folder, env })).toEqual({
    found: true,
    path: path("managed/python"),
    by: "uv",
  });
  rmSync(join(folder, "pyproject.toml"));
  expect(findPython({ folder, env })).toMatchObject({ by: "PATH" });
});

test("one that was named and is not there is told, with who named it", () => {
  const { folder, env } = place("bin/python3");
  expect(findPython({ folder, env, asked: "pyhton" })).toEqual({
    found: false,
    sentence:
      'There is no Python at "pyhton" (--python): name a program, such as python3 or .venv/bin/python.',
  });
  expect(findPython({ folder, env, chosen: "/no/python" })).toMatchObject({
    sentence: expect.stringContaining("`study python` chose it"),
  });
});

test("what mends a Python is an exact command", () => {
  const bad = {
    why: "no-numpy",
    python: "3.11.2",
    path: "/usr/bin/python3",
    managed: true,
  } as const;
  expect(sayBadPython(bad, "PATH")).toEndWith("This fixes it: study python setup");
  expect(sayBadPython({ ...bad, managed: false }, ".venv")).toEndWith(
    "/usr/bin/python3 -m pip install numpy",
  );
  expect(sayBadPython(bad, "uv")).toEndWith("uv pip install --python /usr/bin/python3 numpy");
  expect(sayBadPython({ ...bad, why: "old", python: "3.8.1" }, "PATH")).toContain(
    "is Python 3.8.1; 3.9 or newer is needed",
  );
});
