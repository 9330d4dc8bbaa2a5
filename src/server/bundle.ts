/** Builds the page from `src/web`: scripts in chunks named after their content, styles, fonts, and the worker. */
import { readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { home } from "../wire/screens.ts";

export interface Asset {
  readonly type: string;
  /** UTF-8 text, or base64 where `binary` says so. */
  readonly text: string;
  readonly binary?: true;
}

/** By path: `/`, `/assets/page-x7k2.js`. */
export type Assets = Readonly<Record<string, Asset>>;

const folder = join(import.meta.dir, "..", "web");
const packages = join(import.meta.dir, "..", "..", "node_modules");

const script = "text/javascript; charset=utf-8";
const style = "text/css; charset=utf-8";
const color = "#245a8d";

export async function bundlePage(): Promise<Assets> {
  const face = textFace();
  const parts = { ...mathStyle(), ...pdfWorker(), ...face };
  const paint = await firstPaint();
  const [mathPath = "", workerPath = ""] = [
    Object.keys(parts).find((path) => path.endsWith(".css")),
    Object.keys(parts).find((path) => path.endsWith(".mjs")),
  ];
  const built = await Bun.build({
    entrypoints: [join(folder, "page.tsx")],
    target: "browser",
    minify: true,
    splitting: true,
    plugins: [withTheFirstScreen()],
    publicPath: "/assets/",
    define: {
      "process.env.NODE_ENV": '"production"',
      MATH_STYLE: JSON.stringify(mathPath),
      PDF_WORKER: JSON.stringify(workerPath),
    },
    naming: { entry: "[name]-[hash].[ext]", chunk: "[name]-[hash].[ext]" },
  });
  if (!built.success) throw new AggregateError(built.logs, "The page could not be built.");
  const assets: Record<string, Asset> = { ...parts, ...paint };
  const links = [
    ...Object.keys(face).map(faceLinks),
    ...Object.keys(paint).map((path) => `<script src="${path}"></script>`),
  ];
  for (const output of built.outputs) {
    const path = `/assets/${output.path.replace(/^\.?\//, "")}`;
    const isStyle = path.endsWith(".css");
    assets[path] = { type: isStyle ? style : script, text: await output.text() };
    if (isStyle) links.push(`<link rel="stylesheet" href="${path}">`);
    else if (output.kind === "entry-point") {
      links.push(`<script type="module" src="${path}"></script>`);
    }
  }
  assets["/"] = { type: "text/html; charset=utf-8", text: shell(links) };
  assets["/icon.svg"] = { type: "image/svg+xml", text: icon };
  assets["/manifest.webmanifest"] = { type: "application/manifest+json", text: manifest };
  assets["/worker.js"] = { type: script, text: await worker(assets) };
  return assets;
}

/**
 * What comes later asks for all of the first screen, which is there by then. So the bundler finds nothing to divide in
 * it, and it is one file: three dozen small ones are larger when compressed, and each is asked for by itself.
 */
function withTheFirstScreen(): Bun.BunPlugin {
  const first = [join(folder, "app.tsx"), join(folder, "store", "store.ts")]
    .map((path) => `import ${JSON.stringify(path)};\n`)
    .join("");
  const later = laterParts();
  return {
    name: "with-the-first-screen",
    setup(build) {
      build.onLoad({ filter: /[\\/]src[\\/]web[\\/].*\.tsx?$/ }, ({ path }) => {
        if (!later.has(path)) return undefined;
        const contents = first + readFileSync(path, "utf8");
        return { contents, loader: path.endsWith("x") ? "tsx" : "ts" };
      });
    },
  };
}

/** The files of the page that are imported when they are needed. */
function laterParts(): ReadonlySet<string> {
  const files = [...new Bun.Glob("**/*.{ts,tsx}").scanSync({ cwd: folder, absolute: true })];
  const transpilers = {
    ts: new Bun.Transpiler({ loader: "ts" }),
    tsx: new Bun.Transpiler({ loader: "tsx" }),
  };
  return new Set(
    files.flatMap((file) => {
      const text = readFileSync(file, "utf8");
      if (!text.includes("import(")) return [];
      return transpilers[file.endsWith("x") ? "tsx" : "ts"]
        .scanImports(text)
        .filter(({ kind, path }) => kind === "dynamic-import" && path.startsWith("."))
        .map(({ path }) => join(dirname(file), path));
    }),
  );
}

/** What runs before the first frame: a script of its own, which the browser waits for. */
async function firstPaint(): Promise<Record<string, Asset>> {
  const built = await Bun.build({
    entrypoints: [join(folder, "first-paint.ts")],
    target: "browser",
    minify: true,
    format: "iife",
    naming: { entry: "[name]-[hash].[ext]" },
  });
  const [output] = built.outputs;
  if (!built.success || output === undefined) {
    throw new AggregateError(built.logs, "The page's first script could not be built.");
  }
  const path = `/assets/${output.path.replace(/^\.?\//, "")}`;
  return { [path]: { type: script, text: await output.text() } };
}

/** Makes the page start without its server; it keeps the very files that this build made. */
async function worker(assets: Assets): Promise<string> {
  const paths = Object.keys(assets).filter((path) => path !== "/worker.js");
  const version = Bun.hash(JSON.stringify(assets)).toString(36);
  const built = await Bun.build({
    entrypoints: [join(folder, "worker", "worker.ts")],
    target: "browser",
    minify: true,
    define: { ASSETS: JSON.stringify(paths), VERSION: JSON.stringify(version) },
  });
  if (!built.success) throw new AggregateError(built.logs, "The page's worker could not be built.");
  return (await built.outputs[0]?.text()) ?? "";
}

/**
 * KaTeX's own style sheet and fonts, loaded with the first formula. They are those of the KaTeX that sets the
 * formulas, which the reader of Markdown brings along: the names of the classes differ between versions.
 */
function mathStyle(): Record<string, Asset> {
  const reader = dirname(Bun.resolveSync("rehype-katex", import.meta.dir));
  const home = dirname(Bun.resolveSync("katex/package.json", reader));
  const dist = join(home, "dist");
  const { version } = JSON.parse(readFileSync(join(home, "package.json"), "utf8"));
  const base = `/assets/katex-${version}`;
  const text = readFileSync(join(dist, "katex.min.css"), "utf8");
  const fonts = readdirSync(join(dist, "fonts")).filter((name) => name.endsWith(".woff2"));
  return {
    [`${base}/katex.min.css`]: { type: style, text },
    ...Object.fromEntries(
      fonts.map((name) => [
        `${base}/fonts/${name}`,
        {
          type: "font/woff2",
          text: readFileSync(join(dist, "fonts", name)).toString("base64"),
          binary: true as const,
        },
      ]),
    ),
  };
}

/** Inter's Latin letters in all weights (SIL Open Font License 1.1): one file, and no other face is loaded. */
function textFace(): Record<string, Asset> {
  const home = join(packages, "@fontsource-variable", "inter");
  const { version } = JSON.parse(readFileSync(join(home, "package.json"), "utf8"));
  const text = readFileSync(join(home, "files", "inter-latin-wght-normal.woff2"));
  return {
    [`/assets/inter-${version}.woff2`]: {
      type: "font/woff2",
      text: text.toString("base64"),
      binary: true,
    },
  };
}

/** The face is asked for with the page itself; until it is there, the system's own is drawn. */
function faceLinks(path: string): string {
  const face = `@font-face{font-family:"Inter";src:url("${path}") format("woff2");font-weight:100 900;font-display:swap}`;
  return `<link rel="preload" href="${path}" as="font" type="font/woff2" crossorigin><style>${face}</style>`;
}

/** pdf.js parses in a worker of its own. */
function pdfWorker(): Record<string, Asset> {
  const { version } = JSON.parse(
    readFileSync(join(packages, "pdfjs-dist", "package.json"), "utf8"),
  );
  const path = join(packages, "pdfjs-dist", "build", "pdf.worker.min.mjs");
  return {
    [`/assets/pdf-${version}.worker.mjs`]: { type: script, text: readFileSync(path, "utf8") },
  };
}

const icon = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 512 512"><rect width="512" height="512" rx="112" fill="${color}"/><path d="M128 272l83 83 173-179" fill="none" stroke="white" stroke-width="56" stroke-linecap="round" stroke-linejoin="round"/></svg>\n`;

const manifest = JSON.stringify({
  name: "study",
  short_name: "study",
  description: "A study tracker for papers",
  start_url: home,
  scope: "/",
  display: "standalone",
  background_color: "#faf9f6",
  theme_color: color,
  icons: [{ src: "/icon.svg", sizes: "any", type: "image/svg+xml", purpose: "any" }],
});

function shell(links: readonly string[]): string {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>study</title>
<link rel="icon" href="/icon.svg" type="image/svg+xml">
<link rel="manifest" href="/manifest.webmanifest">
${links.join("\n")}
</head>
<body><div id="page"></div><noscript>The tracker needs JavaScript. TRACKER.md in your workspace does not.</noscript></body>
</html>
`;
}
