import { expect, test } from "bun:test";
import { join } from "node:path";
import * as v from "valibot";

const root = join(import.meta.dir, "..");
/** Each feature of the page has its words beside it; what several share is in `strings.ts`. */
const wordFiles = ["strings.ts", ...(await files("src/web", "**/words.ts"))];

async function files(folder: string, pattern: string): Promise<readonly string[]> {
  return Array.fromAsync(new Bun.Glob(pattern).scan(join(root, folder)));
}

async function everythingElse(): Promise<string> {
  const texts: string[] = [];
  for (const pattern of ["src/**/*.{ts,tsx}", "tests/**/*.ts", "scripts/*.ts"]) {
    for (const file of await files(".", pattern)) {
      if (wordFiles.some((one) => file === `src/web/${one}`)) continue;
      const text = await Bun.file(join(root, file)).text();
      texts.push(namedAs(text));
    }
  }
  return texts.join("\n");
}

/** A file that calls its words by a shorter name means the same. */
function namedAs(text: string): string {
  const renamed = [...text.matchAll(/import \{[^}]*?\b(\w+) as (\w+)[^}]*\}/g)];
  const aliased = [...text.matchAll(/const (\w+) = (strings\.\w+|\w+Words);/g)];
  const said = text.replace(/\b(\w+)\s+\./g, "$1.");
  return [
    ...renamed.map(([, full = "", short = ""]) => [full, short] as const),
    ...aliased.map(([, short = "", full = ""]) => [full, short] as const),
  ].reduce(
    (whole, [full, short]) => whole.replaceAll(new RegExp(`\\b${short}(?=[.,;)\\]}])`, "g"), full),
    said,
  );
}

const words = v.record(v.string(), v.unknown());

test("every word of the page is said somewhere", async () => {
  const text = await everythingElse();
  const unsaid: string[] = [];
  for (const file of wordFiles) {
    const bags = v.parse(words, await import(join(root, "src/web", file)));
    for (const [bag, said] of Object.entries(bags)) unsaid.push(...unsaidOf(bag, said, text));
  }
  expect(wordFiles.length).toBeGreaterThan(2);
  expect(unsaid).toEqual([]);
});

function unsaidOf(bag: string, said: unknown, text: string): readonly string[] {
  const isSaid = (path: string) => new RegExp(`\\b${path}\\b`).test(text);
  // A group that is handed on or looked up by a key is said as a whole.
  const asWhole = (path: string) => new RegExp(`\\b${path}\\b(?!\\s*\\.)`).test(text);
  return Object.entries(v.parse(words, said)).flatMap(([name, group]) => {
    const path = `${bag}\\.${name}`;
    if (!isSaid(path)) return [`${bag}.${name}`];
    if (typeof group !== "object" || Array.isArray(group) || asWhole(path)) return [];
    return Object.keys(group ?? {})
      .filter((key) => !isSaid(`${path}\\.${key}`))
      .map((key) => `${bag}.${name}.${key}`);
  });
}
