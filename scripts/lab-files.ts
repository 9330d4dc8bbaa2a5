/** The Python of the harness and the exercises, as the executable carries them. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { LabTexts } from "../src/lab/embedded-files.ts";

export function bundleLab(root: string): LabTexts {
  const files: Record<string, string> = {};
  const take = (folder: string, pattern: string, under: string) => {
    for (const path of [...new Bun.Glob(pattern).scanSync(folder)].sort()) {
      if (path.includes("__pycache__")) continue;
      const name = `${under}/${path.replaceAll("\\", "/")}`;
      files[name] = readFileSync(join(folder, path), "utf8");
    }
  };
  take(join(root, "src", "lab", "python"), "**/*.py", "python");
  take(join(root, "curricula"), "*/papers/*/exercises/*/*.{md,py}", "curricula");
  take(join(root, "curricula"), "*/milestones/*/*.{md,py}", "curricula");
  return { digest: Bun.hash(JSON.stringify(files)).toString(36), files };
}
