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
  const everywhere = saidIn(await everythingElse());
  const unsaid: string[] = [];
  for (const file of wordFiles) {
    const bags = v.parse(words, await import(join(root, "src/web", file)));
    for (const [bag, said] of Object.entries(bags)) unsaid.push(...unsaidOf(bag, said, everywhere));
  }
  expect(wordFiles.length).toBeGreaterThan(2);
  expect(unsaid).toEqual([]);
});

/** Every `a.b` and `a.b.c` of a text, and whether it goes on: `a.b.c` says `a.b`, but not as a whole. */
function saidIn(text: string): ReadonlyMap<string, "whole" | "part"> {
  const said = new Map<string, "whole" | "part">();
  for (const [path] of text.matchAll(/\b\w+(?:\.\w+)+/g)) {
    const names = path.split(".");
    for (let end = 2; end < Math.min(names.length, 4); end += 1) {
      const part = names.slice(0, end).join(".");
      if (!said.has(part)) said.set(part, "part");
    }
    said.set(names.slice(0, 3).join("."), "whole");
  }
  return said;
}

function unsaidOf(
  bag: string,
  of: unknown,
  said: ReadonlyMap<string, "whole" | "part">,
): readonly string[] {
  return Object.entries(v.parse(words, of)).flatMap(([name, group]) => {
    const path = `${bag}.${name}`;
    if (!said.has(path)) return [path];
    // A group that is handed on or looked up by a key is said as a whole.
    const isWhole = said.get(path) === "whole";
    if (typeof group !== "object" || Array.isArray(group) || isWhole) return [];
    return Object.keys(group ?? {})
      .map((key) => `${path}.${key}`)
      .filter((key) => !said.has(key));
  });
}
