import { expect, test } from "bun:test";
import { join } from "node:path";
import { markOf } from "../scripts/prepared-mark.mjs";

const root = join(import.meta.dir, "..");

test("a lock file that changed, were it by one letter of the same length, is installed anew", async () => {
  const lock = await Bun.file(join(root, "package-lock.json")).text();
  const changed = lock.replace(/"version": "\d/, (version) => `${version.slice(0, -1)}9`);
  expect(changed.length).toBe(lock.length);
  const mark = markOf(lock, "1.4.5", "linux-x64");
  expect(markOf(lock, "1.4.5", "linux-x64")).toBe(mark);
  expect(markOf(changed, "1.4.5", "linux-x64")).not.toBe(mark);
  expect(markOf(lock, "1.4.6", "linux-x64")).not.toBe(mark);
  expect(markOf(lock, "1.4.5", "darwin-arm64")).not.toBe(mark);
});

test("the program holds what it depends on, and no tool of the tests", async () => {
  const held = new Set<string>();
  const embedded = ["", "_CURRICULA", "_MATERIAL", "_LAB", "_PAGE"];
  for (const entry of ["src/cli/main.ts", "src/web/page.tsx"]) {
    const built = await Bun.build({
      entrypoints: [join(root, entry)],
      target: entry.includes("cli") ? "bun" : "browser",
      splitting: true,
      define: Object.fromEntries(embedded.map((name) => [`EMBEDDED${name}`, "[]"])),
      plugins: [
        {
          name: "what is held",
          setup: (build) => {
            build.onLoad({ filter: /\.[cm]?[jt]sx?$/ }, ({ path }) => {
              held.add(path.replaceAll("\\", "/"));
              return undefined;
            });
          },
        },
      ],
    });
    expect(built.success).toBe(true);
  }
  const paths = [...held];
  expect(paths.some((path) => path.includes("/node_modules/valibot/"))).toBe(true);
  const { devDependencies } = await Bun.file(join(root, "package.json")).json();
  // The page's Markdown is parsed by what the scanner's tests take for a second opinion.
  const tools = Object.keys(devDependencies).filter((name) => name !== "mdast-util-from-markdown");
  const strange = paths.filter(
    (path) =>
      /\/tests\/|\.test\.tsx?$|\/contract\.ts$/.test(path) ||
      tools.some((name) => path.includes(`/node_modules/${name}/`)),
  );
  expect(strange).toEqual([]);
});
