import { expect, test } from "bun:test";
import { join } from "node:path";

const root = join(import.meta.dir, "..");

async function textOf(pattern: string): Promise<string> {
  const files = await Array.fromAsync(new Bun.Glob(pattern).scan(root));
  const texts = await Promise.all(
    files
      .filter((file) => !file.includes("node_modules"))
      .map((file) => Bun.file(join(root, file)).text()),
  );
  return texts.join("\n");
}

const laws = [...(await textOf("src/**/SPEC.md")).matchAll(/^- \*\*(\w+\.\d+)\*\*/gm)].map(
  ([, id]) => id,
);
const tests =
  (await textOf("src/**/*.test.ts")) +
  (await textOf("src/**/contract.ts")) +
  (await textOf("tests/**/*.test.ts"));
const shown = new Set(
  [...tests.matchAll(/\b(?:test|watched)\(\s*[`"'](.*?)[`"']/g)].flatMap(
    ([, title = ""]) =>
      title.match(/\b(?:tracker|journal|fold|sync|time|next|exchange)\.\d+/g) ?? [],
  ),
);

test("every law of a SPEC is shown by a test that names it", () => {
  expect(laws.filter((id) => id !== undefined && !shown.has(id))).toEqual([]);
});

test("no test names a law that there is none of", () => {
  expect([...shown].filter((id) => !laws.includes(id))).toEqual([]);
});
