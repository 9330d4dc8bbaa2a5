/**
 * Runs under plain Node before every npm script: installs what is missing, silently and at once when nothing is.
 * `node scripts/prepare.mjs test` also sees to what only the tests need.
 */
import { spawnSync } from "node:child_process";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { markOf } from "./prepared-mark.mjs";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const modules = join(root, "node_modules");
const mark = join(modules, ".prepared");

function fail(sentence) {
  console.error(sentence);
  process.exit(1);
}

const [major] = process.versions.node.split(".").map(Number);
if (major < 20) fail(`study needs Node 20 or newer; this is ${process.versions.node}.`);

function isCurrent() {
  return existsSync(mark) && readFileSync(mark, "utf8") === wanted();
}

function wanted() {
  const lock = readFileSync(join(root, "package-lock.json"));
  return markOf(lock, installedBun(), `${process.platform}-${process.arch}`);
}

/** The version of the package, which its binary must have too; null where there is none. */
function installedBun() {
  const file = join(modules, "bun", "package.json");
  return existsSync(file) ? JSON.parse(readFileSync(file, "utf8")).version : null;
}

function install() {
  console.log("Installing what study needs (once) …");
  const npm = process.platform === "win32" ? "npm.cmd" : "npm";
  const quiet = ["--no-audit", "--no-fund", "--loglevel=error"];
  const result = spawnSync(npm, ["ci", ...quiet], {
    cwd: root,
    stdio: ["ignore", "pipe", "pipe"],
    shell: process.platform === "win32",
  });
  if (result.status !== 0) {
    process.stderr.write(result.stderr ?? "");
    fail(
      "npm ci did not succeed; the lines above say why. A network connection is needed this once.",
    );
  }
}

/** Newer npm versions do not run a package's install script unasked; Bun's puts its binary in place. */
function placeBun() {
  const bun = join(modules, ".bin", process.platform === "win32" ? "bun.cmd" : "bun");
  const works = () => {
    const shell = process.platform === "win32";
    const { status, stdout } = spawnSync(bun, ["--version"], { encoding: "utf8", shell });
    return status === 0 && stdout.trim() === installedBun();
  };
  if (works()) return;
  spawnSync(process.execPath, ["install.js"], { cwd: join(modules, "bun"), stdio: "ignore" });
  if (!works()) fail(`Bun does not run on this machine (${process.platform}-${process.arch}).`);
}

if (!isCurrent()) {
  install();
  placeBun();
  writeFileSync(mark, wanted());
}

/** Chromium without its windows, where it is packaged: the same engine opens a page in a third of the time. */
const shell = "chromium-headless-shell";
const browsers = [shell, "chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];
const macBrowser = "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome";

function onPath(name) {
  return (process.env.PATH ?? "").split(":").some((folder) => existsSync(join(folder, name)));
}

function hasBrowser() {
  if (process.env.CHROMIUM !== undefined) return existsSync(process.env.CHROMIUM);
  return existsSync(macBrowser) || browsers.some(onPath);
}

const mayInstall = process.getuid?.() === 0 && existsSync("/usr/bin/apt-get");

/** Without a network it is over in two minutes. */
const patience = ["-o", "Acquire::Retries=1", "-o", "Acquire::http::Timeout=20"];

function apt(...words) {
  const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
  const options = { stdio: "ignore", env };
  return spawnSync("apt-get", [...patience, ...words, "-qq"], options).status === 0;
}

function installed(...packages) {
  return apt("install", "-y", "--no-install-recommends", ...packages);
}

function installBrowser() {
  console.log("Installing Chromium for the browser tests (once) …");
  apt("update");
  const letters = "fonts-noto-color-emoji";
  return installed(shell, letters) || hasBrowser() || installed("chromium", letters);
}

const shellTried = join(modules, ".study-shell-tried");
const wantsShell = process.env.CHROMIUM === undefined && !onPath(shell) && !existsSync(shellTried);

if (process.argv[2] === "test" && (!hasBrowser() || wantsShell)) {
  if (!(mayInstall ? installBrowser() : hasBrowser())) {
    fail(
      "The browser tests need Chromium: install it, or name it with CHROMIUM=/path/to/chromium.",
    );
  }
  writeFileSync(shellTried, "");
}

/**
 * The lab's tests run Python: NumPy they need, PyTorch they are better with. tests/lab/python.ts looks in the
 * same places.
 */
const pythons = [
  process.env.STUDY_TEST_PYTHON,
  process.env.VIRTUAL_ENV && join(process.env.VIRTUAL_ENV, "bin", "python"),
  join(root, ".venv", "bin", "python"),
  "python3",
  "/usr/bin/python3",
  "python",
].filter(Boolean);

function somePythonHas(...names) {
  const code = `import sys, ${names.join(", ")}; sys.exit(sys.version_info < (3, 9))`;
  return pythons.some((path) => spawnSync(path, ["-c", code], { stdio: "ignore" }).status === 0);
}

if (process.argv[2] === "test" && !somePythonHas("numpy", "torch")) {
  if (mayInstall) {
    console.log("Installing NumPy and PyTorch for the lab's tests (once) …");
    apt("update");
    // One by one: PyTorch is not packaged everywhere.
    for (const name of ["python3-numpy", "python3-torch"]) installed(name);
  }
  if (!somePythonHas("numpy")) {
    fail(
      "The lab's tests need Python 3.9 or newer with NumPy: install them, or name one with STUDY_TEST_PYTHON=/path/to/python.",
    );
  }
  if (!somePythonHas("numpy", "torch")) {
    console.log(
      "No Python with PyTorch here: the lab's tests leave out the solutions that need it.",
    );
  }
}
