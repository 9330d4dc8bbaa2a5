/** Programs to compare with that do as little as this runtime can: nothing, and nothing but synchronising. */
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

export interface Peers {
  readonly empty: string;
  readonly syncing: string;
}

const syncing = `import { fsyncSync, openSync, writeSync } from "node:fs";
const [, , path, times] = process.argv;
const file = openSync(path, "a");
for (let turn = 0; turn < Number(times); turn += 1) {
  writeSync(file, "x".repeat(4096));
  fsyncSync(file);
}
`;

/** Compiles both as `scripts/build.ts` compiles ours. */
export async function compilePeers(folder: string): Promise<Peers> {
  mkdirSync(folder, { recursive: true });
  const make = async (name: string, text: string) => {
    const source = join(folder, `${name}.ts`);
    writeFileSync(source, text);
    const built = await Bun.build({
      entrypoints: [source],
      compile: {
        outfile: join(folder, name),
        jitPolicy: 10,
        autoloadDotenv: false,
        autoloadBunfig: false,
      },
      minify: true,
      bytecode: true,
      format: "esm",
    });
    if (!built.success) throw new Error(`${name} can't be compiled`);
    return join(folder, name);
  };
  return { empty: await make("empty", ""), syncing: await make("syncing", syncing) };
}

/** How often a command synchronises a file; null where `strace` is not installed. */
export function countSyncs(words: readonly string[], folder: string): number | null {
  if (Bun.which("strace") === null) return null;
  const out = join(folder, "syncs");
  const { exitCode } = Bun.spawnSync([
    ...["strace", "-f", "-e", "trace=fsync,fdatasync", "-o", out],
    ...words,
  ]);
  if (exitCode !== 0) return null;
  return [...readFileSync(out, "utf8").matchAll(/ (fsync|fdatasync)\(/g)].length;
}
