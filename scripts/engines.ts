/**
 * The page in Firefox and WebKit, as the system has them: axe on every screen, and a day by the keyboard. `npm test` has
 * Chromium; this is run before a release: `npm run engines`. What is not installed is named.
 */
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { strings } from "../src/web/strings.ts";
import { everyPath } from "../tests/web/addresses.ts";
import { type Engine, firefox, webkit } from "../tests/web/engines.ts";
import { serveDemo } from "../tests/web/served.ts";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const standards = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
const engines = { Firefox: firefox, WebKit: webkit };
const faults: string[] = [];

for (const [name, open] of Object.entries(engines)) {
  const engine = await open();
  if (engine === null) {
    console.log(`${name} is not installed.`);
    continue;
  }
  const served = await serveDemo();
  try {
    await engine.go(served.server.address);
    if (await engine.value<boolean>("typeof Temporal === 'undefined'")) {
      await holds(
        engine,
        `document.body.textContent.includes(${JSON.stringify(strings.oldBrowser)})`,
      );
      console.log(`${name} has no Temporal, and the page says so.`);
    } else {
      await shown(engine, "#screen h1");
      const { origin } = new URL(served.server.address);
      for (const path of everyPath) await look(engine, origin + path, path);
      await aDay(engine, origin);
      console.log(`${name}: ${everyPath.length} screens and a day by keys.`);
    }
  } catch (error) {
    faults.push(`${name}: ${error instanceof Error ? error.message : error}`);
  }
  await engine.close();
  await served.stop();
}
for (const fault of faults) console.log(fault);
process.exit(faults.length === 0 ? 0 : 1);

/** Waits until an expression holds. */
async function holds(engine: Engine, expression: string): Promise<void> {
  const end = Date.now() + 20_000;
  while (!(await engine.value<boolean>(`!!(${expression})`))) {
    if (Date.now() > end) throw new Error(`never: ${expression}`);
    await Bun.sleep(100);
  }
}

function shown(engine: Engine, selector: string): Promise<void> {
  return holds(engine, `document.querySelector(${JSON.stringify(selector)})`);
}

async function look(engine: Engine, address: string, path: string): Promise<void> {
  await engine.go(address);
  await shown(engine, "#screen h1");
  await holds(engine, "document.querySelector('#screen .waiting') === null");
  await Bun.sleep(400);
  await engine.value(`(() => { ${axe}; return 1; })()`);
  const found = await engine.value<string[]>(
    `axe.run({ runOnly: ${JSON.stringify(standards)} }).then(({ violations }) => violations.map(({ id, nodes }) => id + ": " + nodes[0].html))`,
  );
  const wide = await engine.value<number>(
    "document.documentElement.scrollWidth - document.documentElement.clientWidth",
  );
  if (wide > 0) found.push(`scrolls ${wide} pixels sideways`);
  for (const one of found) faults.push(`${engine.name}, ${path}: ${one}`);
}

/** Time is logged in the palette and taken back, cards are answered, a note is written: each by keys. */
async function aDay(engine: Engine, origin: string): Promise<void> {
  const says = (text: string) =>
    holds(engine, `document.body.textContent.includes(${JSON.stringify(text)})`);
  await engine.go(`${origin}/today`);
  await shown(engine, "#screen h1");
  await engine.press("Control+k");
  await shown(engine, "[cmdk-input]");
  await engine.press(..."log 40m bert yesterday");
  await says("Log 40m: BERT");
  await engine.press("Enter");
  await says("Logged 40m");
  await engine.press("Control+z");
  await says("Undone: ");
  await engine.press("g", "r");
  await shown(engine, ".card .front");
  const first = await engine.value<string>("document.querySelector('.card .front').textContent");
  await engine.press("Space");
  await shown(engine, ".grades");
  await engine.press("3");
  await holds(
    engine,
    `document.querySelector('.card .front')?.textContent !== ${JSON.stringify(first)}`,
  );
  await engine.go(`${origin}/paper/bert/notes`);
  await shown(engine, ".cm-content");
  await engine.value("document.querySelector('.cm-content').focus()");
  await engine.press("Control+End", ..." by keys $x^2$");
  await holds(
    engine,
    "document.querySelector('.notes-bar [role=status]').textContent.startsWith('Saved')",
  );
  await holds(engine, "document.querySelector('article.shown').textContent.includes('by keys')");
  await shown(engine, "article.shown .katex");
}
