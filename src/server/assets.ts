/** The page's files as answers: built from source in a checkout, part of the program in the executable. */
import { statSync } from "node:fs";
import { join } from "node:path";
import { fingerprint, kept, keptInCheckout } from "../workspace/kept.ts";
import type { Assets } from "./bundle.ts";

/** Put in place by the build of the executable. */
declare const EMBEDDED: unknown;

export async function loadAssets(): Promise<Assets> {
  if (typeof EMBEDDED !== "undefined") return (await import("./embedded-page.ts")).page;
  // The program's own code and the packages are what the page is made of.
  const key = fingerprint([source], /\.(tsx?|css)$/, Bun.version, modified(lock));
  return kept(keptInCheckout("page.json"), key, async () => {
    const { bundlePage } = await import("./bundle.ts");
    return bundlePage();
  });
}

const source = join(import.meta.dir, "..");
const lock = join(source, "..", "package-lock.json");

function modified(path: string): string {
  return String(statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0);
}

export interface AssetAnswer {
  readonly plain: Uint8Array<ArrayBuffer>;
  readonly headers: Readonly<Record<string, string>>;
  /** Null for what does not get smaller. */
  readonly gzip: () => Uint8Array<ArrayBuffer> | null;
}

export function prepareAssets(assets: Assets): ReadonlyMap<string, AssetAnswer> {
  const encoder = new TextEncoder();
  return new Map(
    Object.entries(assets).map(([path, { type, text, binary }]) => {
      const plain =
        binary === true ? new Uint8Array(Buffer.from(text, "base64")) : encoder.encode(text);
      // Only what is named after its content may be kept without asking.
      const named = path.startsWith("/assets/");
      const cache = named ? "public, max-age=31536000, immutable" : "no-cache";
      const headers = { "content-type": type, "cache-control": cache, vary: "accept-encoding" };
      return [path, { plain, headers, gzip: binary === true ? () => null : once(plain) }];
    }),
  );
}

/** The path of the script that the page begins with: named after the content of all that it needs. */
export function firstScript(assets: ReadonlyMap<string, AssetAnswer>): string | null {
  const page = new TextDecoder().decode(assets.get("/")?.plain);
  return /<script type="module" src="([^"]+)"/.exec(page)?.[1] ?? null;
}

/** Compressed when it is first asked for: most of the page's parts never are. */
function once(plain: Uint8Array<ArrayBuffer>): () => Uint8Array<ArrayBuffer> {
  let gzip: Uint8Array<ArrayBuffer> | null = null;
  return () => {
    gzip ??= Bun.gzipSync(plain);
    return gzip;
  };
}
