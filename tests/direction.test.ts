import { expect, test } from "bun:test";
import { dirname, join, relative, resolve } from "node:path";

/** The rooms of `src/` and the rooms that each may import from, itself included. */
const allowed: Readonly<Record<string, readonly string[]>> = {
  core: ["core"],
  wire: ["core", "wire"],
  curriculum: ["core", "curriculum"],
  tracker: ["core", "tracker"],
  journal: ["core", "journal"],
  lab: ["core", "lab"],
  workspace: ["core", "curriculum", "tracker", "journal", "lab", "workspace"],
  mcp: ["core", "journal", "workspace", "mcp"],
  exchange: ["core", "curriculum", "tracker", "journal", "workspace", "exchange"],
  sync: ["core", "journal", "workspace", "sync"],
  server: ["core", "wire", "tracker", "journal", "workspace", "exchange", "sync", "server"],
  hub: ["core", "wire", "workspace", "sync", "server", "hub"],
  cli: [
    "core",
    "wire",
    "curriculum",
    "tracker",
    "journal",
    "lab",
    "workspace",
    "exchange",
    "sync",
    "server",
    "mcp",
    "hub",
    "cli",
  ],
  web: ["core", "wire", "web"],
};

/** The rooms of `core/` in the order of what they build on: each may import from those before it. */
const coreRooms = [
  ["time"],
  ["content"],
  ["entries", "check"],
  ["progress", "replica"],
  ["group", "decide", "forecast", "recall", "words", "search", "compare"],
];

const source = join(import.meta.dir, "..", "src");
const transpilers = {
  ts: new Bun.Transpiler({ loader: "ts" }),
  tsx: new Bun.Transpiler({ loader: "tsx" }),
};

function scan(file: string, text: string): readonly string[] {
  const transpiler = file.endsWith(".tsx") ? transpilers.tsx : transpilers.ts;
  return transpiler.scanImports(text).map(({ path }) => path);
}

interface Import {
  readonly from: string;
  readonly to: string;
}

/** All imports of the program's own modules, types included: a type is a dependency too. */
async function imports(): Promise<readonly Import[]> {
  const found: Import[] = [];
  for await (const file of new Bun.Glob("**/*.{ts,tsx}").scan(source)) {
    // A contract suite is a test too, shared by the tests of several adapters.
    if (/\.test\.tsx?$|(^|\/)contract\.ts$/.test(file)) continue;
    const text = await Bun.file(join(source, file)).text();
    const values = scan(file, text);
    const types = [...text.matchAll(/from "(\.[^"]+)"/g)].map(([, path]) => path ?? "");
    for (const path of new Set([...values, ...types])) {
      if (!path.startsWith(".")) continue;
      const to = relative(source, resolve(source, dirname(file), path));
      found.push({ from: file, to });
    }
  }
  return found;
}

const room = (path: string) => path.split("/")[0] ?? "";

test("every room of src/ is in the list of directions", async () => {
  const rooms = new Set((await imports()).map(({ from }) => room(from)));
  expect([...rooms].filter((name) => allowed[name] === undefined)).toEqual([]);
});

test("no module imports against the direction of dependencies", async () => {
  const wrong = (await imports()).filter(
    ({ from, to }) => !to.startsWith("..") && !allowed[room(from)]?.includes(room(to)),
  );
  expect(wrong).toEqual([]);
});

test("no room of core imports a room that builds on it", async () => {
  const level = (path: string) => {
    const found = coreRooms.findIndex((rooms) => rooms.includes(path.split("/")[1] ?? ""));
    return found < 0 ? Number.NaN : found;
  };
  const wrong = (await imports()).filter(({ from, to }) => {
    if (room(from) !== "core" || room(to) !== "core") return false;
    return from.split("/")[1] !== to.split("/")[1] && !(level(to) < level(from));
  });
  expect(wrong).toEqual([]);
});

test("nothing outside src/ is imported but package.json", async () => {
  const outside = (await imports()).filter(({ to }) => to.startsWith(".."));
  expect(outside.filter(({ to }) => to !== "../package.json")).toEqual([]);
});

test("core takes nothing from outside but the schema library, FSRS and the arithmetic of formulas", async () => {
  const files = await Array.fromAsync(new Bun.Glob("core/**/*.ts").scan(source));
  const packages = new Set<string>();
  for (const file of files.filter((name) => !name.endsWith(".test.ts"))) {
    const text = await Bun.file(join(source, file)).text();
    for (const path of scan(file, text)) if (!path.startsWith(".")) packages.add(path);
  }
  expect([...packages].sort()).toEqual(["mathjs/number", "ts-fsrs", "valibot"]);
});

test("core reads no clock, no randomness and no environment", async () => {
  const files = await Array.fromAsync(new Bun.Glob("core/**/*.ts").scan(source));
  const reads = /Date\.now|new Date\(\)|Temporal\.Now|Math\.random|process\.|Bun\.|globalThis/;
  const found: string[] = [];
  for (const file of files.filter((name) => !name.endsWith(".test.ts"))) {
    const text = await Bun.file(join(source, file)).text();
    if (reads.test(text)) found.push(file);
  }
  expect(found).toEqual([]);
});

test("imports make no circle", async () => {
  const next = Map.groupBy(await imports(), ({ from }) => from);
  const state = new Map<string, "open" | "done">();
  const circles: string[] = [];
  const visit = (file: string, path: readonly string[]): void => {
    if (state.get(file) === "done") return;
    if (state.get(file) === "open") {
      circles.push([...path.slice(path.indexOf(file)), file].join(" → "));
      return;
    }
    state.set(file, "open");
    for (const { to } of next.get(file) ?? []) visit(to, [...path, file]);
    state.set(file, "done");
  };
  for (const file of next.keys()) visit(file, []);
  expect(circles).toEqual([]);
});
