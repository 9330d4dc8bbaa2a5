/** What a browser's request says of where it comes from, and of the browser. */

/**
 * A page of another site may make a browser send requests here. It has no key, which is kept for this origin alone; all
 * the same it gets nothing. By which names a hub is called its proxy knows, so an origin is compared with the address
 * that was asked, and the browser's own word, where it gives it, goes before that.
 */
export function isForeignPage({ method, headers }: Pick<Request, "method" | "headers">): boolean {
  const site = headers.get("sec-fetch-site");
  if (site !== null) {
    const follows = method === "GET" && headers.get("sec-fetch-mode") === "navigate";
    return site !== "same-origin" && site !== "none" && !follows;
  }
  const origin = headers.get("origin");
  return origin !== null && hostOf(origin) !== headers.get("host");
}

function hostOf(origin: string): string | null {
  return URL.canParse(origin) ? new URL(origin).host : null;
}

const browsers = [
  ["Firefox", /Firefox\/|FxiOS\//],
  ["Edge", /Edg(e|A|iOS)?\//],
  ["Opera", /OPR\//],
  ["Chrome", /Chrome\/|CriOS\//],
  ["Safari", /Safari\//],
] as const;

const systems = [
  ["Android", /Android/],
  ["iPhone", /iPhone/],
  ["iPad", /iPad/],
  ["Windows", /Windows/],
  ["Mac", /Mac OS X|Macintosh/],
  ["ChromeOS", /CrOS/],
  ["Linux", /Linux/],
] as const;

/** What a browser is called among a member's devices: `Chrome on Android`. */
export function browserName(userAgent: string | null): string {
  const said = userAgent ?? "";
  const browser = browsers.find(([, form]) => form.test(said))?.[0] ?? "A browser";
  const system = systems.find(([, form]) => form.test(said))?.[0];
  return system === undefined ? browser : `${browser} on ${system}`;
}
