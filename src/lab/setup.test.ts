import { expect, test } from "bun:test";
import { type SetupWish, setupSteps, whyFailed } from "./setup.ts";

const wish: SetupWish = {
  folder: "/home/ana/study",
  uv: null,
  base: "/usr/bin/python3",
  torch: false,
  wheels: null,
  windows: false,
};
const nothing = () => false;
const lines = (change: Partial<SetupWish>, exists: (path: string) => boolean = nothing) =>
  setupSteps({ ...wish, ...change }, exists).map(({ program, args }) =>
    [program, ...args].join(" "),
  );
const python = "/home/ana/study/.venv/bin/python";
const pip = `${python} -m pip install --disable-pip-version-check`;

test("an environment is made with venv and pip, or with uv where that is there", () => {
  expect(lines({})).toEqual(["/usr/bin/python3 -m venv /home/ana/study/.venv", `${pip} numpy`]);
  expect(lines({ uv: "uv" })).toEqual([
    "uv venv --python /usr/bin/python3 /home/ana/study/.venv",
    `uv pip install --python ${python} numpy`,
  ]);
});

test("one that is there stays, and only what lacks is installed", () => {
  expect(lines({}, (path) => path === python)).toEqual([`${pip} numpy`]);
});

test("PyTorch is the build for the CPU, by way of uv; from wheels nothing else is asked", () => {
  const choose = `pip install --python ${python} --torch-backend cpu torch`;
  expect(lines({ uv: "uv", torch: true }).at(-1)).toBe(`uv ${choose}`);
  expect(lines({ torch: true }).slice(-2)).toEqual([`${pip} uv`, `${python} -m uv ${choose}`]);
  expect(lines({ torch: true, wheels: "/wheels" }).slice(-2)).toEqual([
    `${pip} --no-index --find-links /wheels numpy`,
    `${pip} --no-index --find-links /wheels torch`,
  ]);
});

test("what failed is told with what to do", () => {
  const [make, install] = setupSteps(wish, nothing);
  const [, fromWheels] = setupSteps({ ...wish, wheels: "/wheels" }, nothing);
  if (make === undefined || install === undefined || fromWheels === undefined) throw new Error();
  expect(
    whyFailed(make, "The virtual environment … because ensurepip is not available."),
  ).toContain("sudo apt install python3-venv");
  expect(whyFailed(install, "ERROR: No matching distribution found for numpy")).toContain(
    "study python setup --find-links FOLDER",
  );
  expect(whyFailed(fromWheels, "ERROR: No matching distribution found for numpy")).toContain(
    "The folder of wheels lacks a package",
  );
  expect(whyFailed(install, "OSError: [Errno 28] No space left on device")).toContain(
    "disk is full",
  );
  expect(whyFailed(install, "Traceback\nValueError: odd")).toBe(
    "Installing NumPy failed: ValueError: odd",
  );
});
