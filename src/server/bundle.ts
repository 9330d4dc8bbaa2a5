/** Builds the page from `src/web`: one script and one style sheet, named after their content. */
import { join } from "node:path";

export interface Asset {
  readonly type: string;
  readonly text: string;
}

/** By path: `/`, `/assets/page-x7k2.js`. */
export type Assets = Readonly<Record<string, Asset>>;

const folder = join(import.meta.dir, "..", "web");

export async function bundlePage(): Promise<Assets> {
  const built = await Bun.build({
    entrypoints: [join(folder, "page.tsx")],
    target: "browser",
    minify: true,
    define: { "process.env.NODE_ENV": '"production"' },
    naming: "[name]-[hash].[ext]",
  });
  if (!built.success) throw new AggregateError(built.logs, "The page could not be built.");
  const assets: Record<string, Asset> = {};
  const links: string[] = [];
  for (const output of built.outputs) {
    const path = `/assets/${output.path.replace(/^\.?\//, "")}`;
    const isStyle = path.endsWith(".css");
    const type = isStyle ? "text/css; charset=utf-8" : "text/javascript; charset=utf-8";
    assets[path] = { type, text: await output.text() };
    links.push(
      isStyle
        ? `<link rel="stylesheet" href="${path}">`
        : `<script type="module" src="${path}"></script>`,
    );
  }
  return { ...assets, "/": { type: "text/html; charset=utf-8", text: shell(links) } };
}

function shell(links: readonly string[]): string {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>study</title>
<link rel="icon" href="data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 16 16'%3E%3Crect width='16' height='16' rx='4' fill='%232f5d8a'/%3E%3Cpath d='M4 8.5l2.6 2.6L12 5.6' fill='none' stroke='white' stroke-width='2'/%3E%3C/svg%3E">
${links.join("\n")}
</head>
<body><div id="page"></div><noscript>The tracker needs JavaScript. TRACKER.md in your workspace does not.</noscript></body>
</html>
`;
}
