/** `study python setup` without the internet: wheels come from a folder, or nothing can be had and that is said. */
import { afterAll, expect, test } from "bun:test";
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { python } from "../lab/python.ts";
import { workspace } from "./study.ts";

const folder = await workspace();
afterAll(() => folder.remove());

/** Writes a wheel that says it is NumPy. */
function writeWheel(wheels: string): void {
  const info = "numpy-9.9.dist-info";
  const texts = {
    "numpy/__init__.py": "__version__ = '9.9'\n",
    [`${info}/METADATA`]: "Metadata-Version: 2.1\nName: numpy\nVersion: 9.9\n",
    [`${info}/WHEEL`]:
      "Wheel-Version: 1.0\nGenerator: test\nRoot-Is-Purelib: true\nTag: py3-none-any\n",
    [`${info}/RECORD`]: "",
  };
  const program =
    "import json, sys, zipfile\nwith zipfile.ZipFile(sys.argv[1], 'w') as wheel:\n    for name, text in json.loads(sys.argv[2]).items():\n        wheel.writestr(name, text)";
  const path = join(wheels, "numpy-9.9-py3-none-any.whl");
  const { exitCode } = Bun.spawnSync([python, "-c", program, path, JSON.stringify(texts)]);
  expect(exitCode).toBe(0);
}

test("from a folder of wheels it makes .venv with NumPy, and says under which Python code runs now", async () => {
  const wheels = join(folder.path, "wheels");
  mkdirSync(wheels);
  const words = ["python", "setup", "--find-links", "wheels", "--python", python];
  const lacking = await folder.study(...words);
  expect(lacking.code).toBe(1);
  expect(lacking.err).toContain("The folder of wheels lacks a package for this Python.");

  writeWheel(wheels);
  const said = await folder.ok(...words);
  expect(said).toContain("Installing NumPy from ");
  expect(said).toContain(`Your code runs under ${join(folder.path, ".venv", "bin", "python")}`);
  expect(await folder.ok("python")).toContain("(.venv)");
  const numpy = Bun.spawnSync([
    join(folder.path, ".venv", "bin", "python"),
    "-c",
    "import numpy; print(numpy.__version__)",
  ]);
  expect(numpy.stdout.toString()).toBe("9.9\n");
});

test("what belongs to setup is refused elsewhere, and a folder that is not there is told", async () => {
  expect(await folder.refused("python", "--torch")).toContain("go with `study python setup`");
  expect(await folder.refused("python", "setup", "--find-links", "nowhere")).toContain(
    "There is no folder nowhere",
  );
});
