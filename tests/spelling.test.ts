/** What a person reads is spelled in one way, the American one (CONTRIBUTING.md). */
import { expect, test } from "bun:test";
import { join } from "node:path";

const root = join(import.meta.dir, "..");
const read = [
  "*.md",
  "docs/**/*.md",
  "curricula/**/*.{md,yaml}",
  "src/web/**/{words,strings}.ts",
  "src/cli/*/define.ts",
];

const british =
  /\b(colour|behaviour|favour|neighbour|honour|modelling|modelled|labelled|unlabelled|travell|cancelled|programme|licence|judgement|learnt|spelt|optimis|normalis|summaris|recognis|organis|memoris|per cent\b|towards\b)\w*/gi;

/** What is said: of code neither comments nor names, of content neither ids nor the names that people type. */
function said(path: string, text: string): string {
  if (path.endsWith("released.yaml")) return "";
  if (path.endsWith(".yaml")) return text.replaceAll(/^\s*(- )?(id|aliases):.*$/gm, "");
  if (path.endsWith(".md")) return text.replaceAll(/```[\s\S]*?```|`[^`\n]*`/g, "");
  return [...text.matchAll(/"(?:[^"\\\n]|\\.)*"|`(?:[^`\\]|\\.)*`/g)]
    .map(([literal]) => literal.replaceAll(/\$\{[^}]*\}/g, ""))
    .join("\n");
}

test("help, screens, documents and content are in American English", async () => {
  const odd: string[] = [];
  for (const pattern of read) {
    for await (const path of new Bun.Glob(pattern).scan(root)) {
      if (path.includes("node_modules")) continue;
      const text = said(path, await Bun.file(join(root, path)).text());
      odd.push(...[...text.matchAll(british)].map(([word]) => `${path}: ${word}`));
    }
  }
  expect(odd).toEqual([]);
});
