import { expect, test } from "bun:test";
import { type Assets, bundlePage } from "./bundle.ts";

/** The scripts without which no first screen is drawn: what the page asks for by itself, and what those import. */
function firstScripts(assets: Assets): readonly string[] {
  const found = new Set<string>();
  const add = (path: string) => {
    const text = assets[path]?.text;
    if (text === undefined || found.has(path)) return;
    found.add(path);
    // `import "./a.js"` and `from "./a.js"`; what is imported when it is needed has brackets.
    for (const [, name = ""] of text.matchAll(
      /(?:from|import)\s*"(?:\/assets\/|\.\/)([^"]+\.js)"/g,
    )) {
      add(`/assets/${name}`);
    }
  };
  for (const [, path = ""] of (assets["/"]?.text ?? "").matchAll(/<script[^>]* src="([^"]+)"/g)) {
    add(path);
  }
  return [...found];
}

/** Kilobytes by gzip; 66 of them are react-dom. What raises it belongs into a part that comes when it is asked for. */
const most = 154;

test(`the first screen's scripts are at most ${most} kB packed, in no more than three files`, async () => {
  const assets = await bundlePage();
  const scripts = firstScripts(assets);
  const sizes = scripts.map((path) => Bun.gzipSync(assets[path]?.text ?? "", { level: 9 }).length);
  const sum = sizes.reduce((all, size) => all + size, 0) / 1000;
  expect(sum).toBeGreaterThan(100);
  expect(sum).toBeLessThanOrEqual(most);
  expect(scripts.length).toBeLessThanOrEqual(3);
}, 60_000);
