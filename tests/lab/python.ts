/** The Python that the lab's tests run under: the best of those that scripts/prepare.mjs knows. */
import { join } from "node:path";

const root = join(import.meta.dir, "..", "..");
const { STUDY_TEST_PYTHON, VIRTUAL_ENV } = process.env;
const candidates = [
  STUDY_TEST_PYTHON,
  VIRTUAL_ENV === undefined ? undefined : join(VIRTUAL_ENV, "bin", "python"),
  join(root, ".venv", "bin", "python"),
  Bun.which("python3"),
  "/usr/bin/python3",
  Bun.which("python"),
].filter((path) => typeof path === "string");

function has(path: string, ...names: readonly string[]): boolean {
  const code = `import sys, ${names.join(", ")}; sys.exit(sys.version_info < (3, 9))`;
  try {
    const { exitCode } = Bun.spawnSync([path, "-c", code], { stdout: "ignore", stderr: "ignore" });
    return exitCode === 0;
  } catch {
    return false;
  }
}

const withTorch = candidates.find((path) => has(path, "numpy", "torch"));

function find(): string {
  const found = withTorch ?? candidates.find((path) => has(path, "numpy"));
  if (found === undefined) throw new Error("no Python with NumPy: see scripts/prepare.mjs");
  return found;
}

export const python = find();
/** Where it has no PyTorch, what needs it is left out. */
export const hasTorch = withTorch !== undefined;
export const harness = join(root, "src", "lab", "python");
export const curriculum = join(root, "curricula", "llm");
