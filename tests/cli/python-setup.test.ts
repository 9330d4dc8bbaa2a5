/** `study python setup` without the internet: wheels come from a folder, or nothing can be had and that is said. */
import { afterAll, expect, test } from "bun:test";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { strToU8, zipSync } from "fflate";
import { python } from "../lab/python.ts";
import { workspace } from "./study.ts";

const folder = await workspace();
afterAll(() => folder.remove());

/** A wheel that says it is NumPy. */
function wheel(): Uint8Array {
  const info = "numpy-9.9.dist-info";
  const text = {
    "numpy/__init__.py": "__version__ = '9.9'\n",
    [`${info}/METADATA`]: "Metadata-Version: 2.1\nName: numpy\nVersion: 9.9\n",
    [`${info}/WHEEL`]:
      "Wheel-Version: 1.0\nGenerator: test\nRoot-Is-Purelib: true\nTag: py3-none-any\n",
    [`${info}/RECORD`]: "",
  };
  return zipSync(
    Object.fromEntries(Object.entries(text).map(([name, body]) => [name, strToU8(body)])),
  );
}

test("from a folder of wheels it makes .venv with NumPy, and says under which Python code runs now", async () => {
  const wheels = join(folder.path, "wheels");
  mkdirSync(wheels);
  const words = ["python", "setup", "--find-links", "wheels", "--python", python];
  const lacking = await folder.study(...words);
  expect(lacking.code).toBe(1);
  expect(lacking.err).toContain("The folder of wheels lacks a package for this Python.");

  writeFileSync(join(wheels, "numpy-9.9-py3-none-any.whl"), wheel());
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
