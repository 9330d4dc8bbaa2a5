/** Makes `dist/study`: the program, its curricula and its page in one executable. */
import { existsSync, mkdirSync, readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import type { Curriculum } from "../src/core/content/curriculum.ts";
import { sayFault } from "../src/curriculum/faults.ts";
import { readCurriculum, readMaterial } from "../src/curriculum/folder.ts";
import { bundlePage } from "../src/server/bundle.ts";
import { readExampleNotes } from "../src/workspace/content.ts";
import type { EmbeddedMaterial } from "../src/workspace/embedded/material.ts";
import { bundleLab } from "./lab-files.ts";

const root = join(import.meta.dir, "..");
const target = process.argv[2];
const outfile = join(root, "dist", target === undefined ? "study" : `study-${target}`);

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

mkdirSync(join(root, "dist"), { recursive: true });
/** The native library of the target, if it is installed: its package would look for it on the user's disk. */
const optimizer: Bun.BunPlugin = {
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

const built = await Bun.build({
  entrypoints: [
    join(root, "src", "cli", "main.ts"),
    join(root, "src", "server", "merge-thread.ts"),
  ],
  compile: {
    outfile,
    // A command is over before compiled code pays for its compiling; `serve` and long walks (`sparing.ts`) set the usual
    // policy again.
    jitPolicy: 50,
    // What a folder has of its own is not meant for this program, and looking for it takes time.
    autoloadDotenv: false,
    autoloadBunfig: false,
    ...(target === undefined ? {} : { target: `bun-${target}` as Bun.Build.CompileTarget }),
  },
  plugins: [formsListed, optimizer],
  minify: true,
  bytecode: true,
  // What one command does not need is in chunks that are not loaded.
  format: "esm",
  splitting: true,
  define: {
    EMBEDDED_MERGE_THREAD: JSON.stringify("./server/merge-thread.js"),
    EMBEDDED: JSON.stringify(Object.keys(curricula)),
    EMBEDDED_CURRICULA: JSON.stringify(curricula),
    EMBEDDED_MATERIAL: JSON.stringify(materials),
    EMBEDDED_LAB: JSON.stringify(bundleLab(root)),
    EMBEDDED_PAGE: JSON.stringify(await bundlePage()),
  },
});
if (!built.success) {
  for (const message of built.logs) console.error(message);
  process.exit(1);
}
const megabytes = Math.round(statSync(outfile).size / 1e6);
console.log(`Made ${outfile.slice(root.length + 1)} (${megabytes} MB).`);
