import { expect, test } from "bun:test";
import { join } from "node:path";
import { strings } from "../src/web/strings.ts";

const root = join(import.meta.dir, "..");

async function everythingElse(): Promise<string> {
  const texts: string[] = [];
  for (const pattern of ["src/**/*.{ts,tsx}", "tests/**/*.ts", "scripts/*.ts"]) {
    for await (const file of new Bun.Glob(pattern).scan(root)) {
      if (!file.endsWith("web/strings.ts")) texts.push(await Bun.file(join(root, file)).text());
    }
  }
  return texts.join("\n").replace(/\bstrings\s+\./g, "strings.");
}

test("every word of the page is said somewhere", async () => {
  const text = await everythingElse();
  const isSaid = (path: string) => new RegExp(`\\bstrings\\.${path}\\b`).test(text);
  // A group that is handed on or looked up by a key is said as a whole.
  const asWhole = (group: string) => new RegExp(`\\bstrings\\.${group}\\b(?!\\s*\\.)`).test(text);
  const unsaid = Object.entries(strings).flatMap(([name, words]) => {
    if (!isSaid(name)) return [name];
    if (typeof words !== "object" || Array.isArray(words) || asWhole(name)) return [];
    return Object.keys(words)
      .filter((key) => !isSaid(`${name}\\.${key}`))
      .map((key) => `${name}.${key}`);
  });
  expect(unsaid).toEqual([]);
});
