/** The page's files as answers: built from source in a checkout, part of the program in the executable. */
import type { Assets } from "./bundle.ts";

/** Put in place by the build of the executable. */
declare const EMBEDDED_PAGE: Assets | undefined;

export async function loadAssets(): Promise<Assets> {
  if (typeof EMBEDDED_PAGE !== "undefined") return EMBEDDED_PAGE;
  const { bundlePage } = await import("./bundle.ts");
  return bundlePage();
}

export interface AssetAnswer {
  readonly plain: Uint8Array<ArrayBuffer>;
  readonly gzip: Uint8Array<ArrayBuffer>;
  readonly headers: Readonly<Record<string, string>>;
}

/** Compressed once, at the start. */
export function prepareAssets(assets: Assets): ReadonlyMap<string, AssetAnswer> {
  const encoder = new TextEncoder();
  return new Map(
    Object.entries(assets).map(([path, { type, text }]) => {
      const plain = encoder.encode(text);
      const cache = path === "/" ? "no-store" : "public, max-age=31536000, immutable";
      const headers = { "content-type": type, "cache-control": cache, vary: "accept-encoding" };
      return [path, { plain, gzip: Bun.gzipSync(plain), headers }];
    }),
  );
}
