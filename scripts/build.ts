/** Makes `dist/study`: the program, its curricula and its page in one executable. Other machines' too, where they are asked for. */
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { zstdCompressSync } from "node:zlib";
import type { Curriculum } from "../src/core/content/curriculum.ts";
import { sayFault } from "../src/curriculum/faults.ts";
import { readCurriculum, readMaterial } from "../src/curriculum/folder.ts";
import { bundlePage } from "../src/server/bundle.ts";
import { readExampleNotes } from "../src/workspace/content.ts";
import type { EmbeddedMaterial } from "../src/workspace/embedded/material.ts";
import { bundleLab } from "./lab-files.ts";
import { sbomFrom } from "./sbom.ts";
import { askedFor, nameOf, sumsOf, type Target, usage, whyNot } from "./targets.ts";

const root = join(import.meta.dir, "..");
const dist = join(root, "dist");
const asked = askedFor(process.argv.slice(2));
if (asked.is === "not-understood") {
  console.error(asked.sentence);
  process.exit(2);
}
if (asked.is === "help") {
  console.log(usage);
  process.exit(0);
}

const curricula: Record<string, Curriculum> = {};
const materials: Record<string, EmbeddedMaterial> = {};
for (const name of readdirSync(join(root, "curricula"))) {
  const read = await readCurriculum(join(root, "curricula", name));
  const material = await readMaterial(join(root, "curricula", name));
  if (!read.ok || !material.ok) {
    const faults = [...(read.ok ? [] : read.faults), ...(material.ok ? [] : material.faults)];
    for (const fault of faults) console.error(`curricula/${name}/${sayFault(fault)}`);
    process.exit(1);
  }
  const exampleNotes = readExampleNotes(join(root, "curricula", name));
  curricula[name] = read.curriculum;
  materials[name] = { material: material.material, exampleNotes };
}

/** The forms of `src/exchange` as a list: the executable has no folders to look into. */
const formsListed: Bun.BunPlugin = {
  name: "forms",
  setup(build) {
    build.onLoad({ filter: /exchange[\\/]forms\.ts$/ }, async ({ path }) => {
      const namesIn = (folder: string) => {
        const full = join(path, "..", folder);
        return existsSync(full) ? readdirSync(full) : [];
      };
      const list = (folder: string) =>
        namesIn(folder)
          .filter((name) => name.endsWith(".ts") && !name.endsWith(".test.ts"))
          .sort()
          .map((name) => `() => import(${JSON.stringify(`./${folder}/${name}`)})`)
          .join(", ");
      const text = await Bun.file(path).text();
      const listed = text.replace(/modulesOf\("(in|out)"\)/g, (_, folder) => `[${list(folder)}]`);
      if (listed === text) throw new Error(`${path} lists its modules in another way`);
      return { contents: listed, loader: "ts" };
    });
  },
};

/** Packed, and as a file of its own: as text in the code it would be there three times, in the source and twice as wide in what is compiled. */
mkdirSync(join(dist, "parts"), { recursive: true });
const pagePart = join(dist, "parts", "page.zst");
writeFileSync(pagePart, zstdCompressSync(JSON.stringify(await bundlePage())));
const partsOf: Bun.BunPlugin = {
  name: "parts",
  setup(build) {
    build.onResolve({ filter: /^embedded:page$/ }, () => ({ path: pagePart }));
  },
};
const lab = bundleLab(root);
const packedLab = zstdCompressSync(JSON.stringify(lab.files)).toString("base64");

/** The parser of the command line starts programs that we have none of: what it would start them with is not loaded. */
const parserAlone: Bun.BunPlugin = {
  name: "parser",
  setup(build) {
    build.onLoad({ filter: /commander[\\/]lib[\\/]command\.js$/ }, async ({ path }) => {
      const text = await Bun.file(path).text();
      const alone = text.replace("require('node:child_process')", "{}");
      if (alone === text) throw new Error(`${path} loads child_process in another way`);
      return { contents: alone, loader: "js" };
    });
  },
};

/** The native library of the machine, if it is installed: its package would look for it on the user's disk. */
function optimizerFor(target: Target | null): Bun.BunPlugin {
  return {
    name: "optimizer",
    setup(build) {
      build.onResolve({ filter: /^@open-spaced-repetition\/binding-/ }, () => {
        const [os, cpu] = (target ?? `${process.platform}-${process.arch}`).split("-");
        const scope = join(root, "node_modules", "@open-spaced-repetition");
        const variants = [`${os}-${cpu}`, `${os}-${cpu}-gnu`, `${os}-${cpu}-msvc`];
        const library = variants
          .flatMap((variant) => [...new Bun.Glob(`binding-${variant}/*.node`).scanSync(scope)])
          .at(0);
        return library === undefined ? undefined : { path: join(scope, library) };
      });
    },
  };
}

/** Null for this machine's. */
async function compile(target: Target | null, outfile: string): Promise<void> {
  // What could not be made anew is not there, rather than old.
  rmSync(outfile, { force: true });
  const built = await Bun.build({
    entrypoints: [
      join(root, "src", "cli", "main.ts"),
      join(root, "src", "server", "merge-thread.ts"),
    ],
    compile: {
      outfile,
      // A command is over before compiled code pays for its compiling; `serve` and long walks (`sparing.ts`) set the
      // usual policy again.
      jitPolicy: 50,
      // What a folder has of its own is not meant for this program, and looking for it takes time.
      autoloadDotenv: false,
      autoloadBunfig: false,
      ...(target === null ? {} : { target: `bun-${target}` as Bun.Build.CompileTarget }),
    },
    plugins: [formsListed, optimizerFor(target), parserAlone, partsOf],
    loader: { ".zst": "file" },
    minify: true,
    sourcemap: "none",
    bytecode: true,
    // What one command does not need is in chunks that are not loaded.
    format: "esm",
    splitting: true,
    define: {
      EMBEDDED_MERGE_THREAD: JSON.stringify("./server/merge-thread.js"),
      EMBEDDED: JSON.stringify(Object.keys(curricula)),
      EMBEDDED_CURRICULA: JSON.stringify(curricula),
      EMBEDDED_MATERIAL: JSON.stringify(materials),
      EMBEDDED_LAB: JSON.stringify({ digest: lab.digest, packed: packedLab }),
    },
  });
  if (!built.success) throw new AggregateError(built.logs, "The program could not be built.");
  const megabytes = Math.round(statSync(outfile).size / 1e6);
  console.log(`Made ${outfile.slice(root.length + 1)} (${megabytes} MB).`);
}

/** What npm says of the lock file; false where there is no npm that can. */
function writeSbom(file: string): boolean {
  rmSync(file, { force: true });
  const words = ["sbom", "--sbom-format=cyclonedx", "--sbom-type=application"];
  const windows = process.platform === "win32";
  const { status, stdout } = spawnSync(
    windows ? "npm.cmd" : "npm",
    [...words, "--package-lock-only", "--omit=dev"],
    { cwd: root, encoding: "utf8", shell: windows, maxBuffer: 64_000_000 },
  );
  if (status !== 0) return false;
  writeFileSync(file, `${JSON.stringify(sbomFrom(stdout), null, 2)}\n`);
  return true;
}

const failed: string[] = [];
if (asked.is === "this-machine") {
  await compile(null, join(dist, process.platform === "win32" ? "study.exe" : "study"));
} else {
  const made: string[] = [];
  for (const target of asked.targets) {
    try {
      await compile(target, join(dist, nameOf(target)));
      made.push(nameOf(target));
    } catch (error) {
      const logs = error instanceof AggregateError ? error.errors : [];
      failed.push(whyNot(target, String(logs[0]?.message ?? (error as Error).message)));
    }
  }
  if (asked.release) {
    if (writeSbom(join(dist, "study.cdx.json"))) made.push("study.cdx.json");
    else failed.push("study.cdx.json could not be made: it needs an npm that has `npm sbom`.");
    const sumOf = (name: string) =>
      createHash("sha256")
        .update(readFileSync(join(dist, name)))
        .digest("hex");
    writeFileSync(
      join(dist, "SHA256SUMS"),
      sumsOf(made.map((name) => ({ name, sum: sumOf(name) }))),
    );
    console.log(`Made dist/SHA256SUMS of ${made.length} files.`);
  }
}
for (const sentence of failed) console.error(sentence);
process.exit(failed.length === 0 ? 0 : 1);
