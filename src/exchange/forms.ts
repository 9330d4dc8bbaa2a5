/**
 * The forms that there are: each module of `in/` and `out/` has one. A checkout looks into the folders; the build puts
 * the list in place (`scripts/build.ts`).
 */
import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import type { ReadForm, WriteForm } from "./form.ts";

interface Modules {
  readonly in: readonly (() => Promise<{ readonly form: ReadForm }>)[];
  readonly out: readonly (() => Promise<{ readonly form: WriteForm }>)[];
}

const modules: Modules = { in: modulesOf("in"), out: modulesOf("out") };

export function readForms(): Promise<readonly ReadForm[]> {
  return Promise.all(modules.in.map(async (load) => (await load()).form));
}

export function writeForms(): Promise<readonly WriteForm[]> {
  return Promise.all(modules.out.map(async (load) => (await load()).form));
}

function modulesOf<Form>(
  folder: "in" | "out",
): readonly (() => Promise<{ readonly form: Form }>)[] {
  const path = join(import.meta.dir, folder);
  if (!existsSync(path)) return [];
  return readdirSync(path)
    .filter((name) => name.endsWith(".ts") && !name.endsWith(".test.ts"))
    .sort()
    .map((name) => () => import(join(path, name)));
}
