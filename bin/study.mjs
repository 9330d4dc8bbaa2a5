#!/usr/bin/env node
/**
 * `study` as npm installs it. It runs under plain Node and hands over to the pinned Bun beside it; what is said and
 * how it ends is Bun's.
 */
import { spawn, spawnSync } from "node:child_process";
import { realpathSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const root = dirname(dirname(realpathSync(fileURLToPath(import.meta.url))));
const program = join(root, "src", "cli", "main.ts");

function fail(sentence) {
  console.error(sentence);
  process.exit(1);
}

/** The package of the runtime, wherever npm put it. */
function runtime() {
  try {
    return dirname(createRequire(program).resolve("bun/package.json"));
  } catch {
    fail(`study's runtime is not installed: run \`npm ci\` in ${root}.`);
  }
}

/** Newer versions of npm run no install script unasked, and Bun's puts its program in place. */
function bunIn(folder) {
  const bun = join(folder, "bin", "bun.exe");
  const works = () => spawnSync(bun, ["--version"], { stdio: "ignore" }).status === 0;
  if (!works()) spawnSync(process.execPath, ["install.js"], { cwd: folder, stdio: "ignore" });
  if (!works()) fail(`Bun does not run on this machine (${process.platform}-${process.arch}).`);
  return bun;
}

/**
 * Bun obeys a `bunfig.toml`, a `tsconfig.json` and a `.env` of the folder it is started in, and that may be anybody's:
 * it is started in ours, and goes to where the person stands by itself, as under `npm run study`.
 */
const child = spawn(bunIn(runtime()), ["--no-env-file", program, ...process.argv.slice(2)], {
  cwd: root,
  env: { ...process.env, INIT_CWD: process.cwd(), npm_lifecycle_event: "study" },
  stdio: "inherit",
});
// Ctrl-C reaches both; the program decides how it ends.
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) {
  process.on(signal, () => {
    if (signal !== "SIGINT") child.kill(signal);
  });
}
child.on("error", (error) => fail(`study could not be started: ${error.message}.`));
child.on("exit", (code, signal) => {
  if (signal === null) process.exit(code ?? 1);
  process.removeAllListeners(signal);
  process.kill(process.pid, signal);
});
