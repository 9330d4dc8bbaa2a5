/** Leading a browser to the page. Programs are started with words that all others can read, so a file tells the address. */
import { layoutOf } from "../../workspace/layout.ts";
import { replaceFile } from "../../workspace/replace-file.ts";
import type { Terminal } from "../terminal.ts";

/** Writes the file that leads to `address`, for its owner alone; gives its path. */
export function openingFile(folder: string, address: string): string {
  const { opening, state } = layoutOf(folder);
  // An address has no characters that mean something in HTML: a port, and letters of base64url.
  const page = `<!doctype html>
<meta charset="utf-8">
<meta name="referrer" content="no-referrer">
<meta http-equiv="refresh" content="0;url=${address}">
<title>study</title>
<a href="${address}">Open the tracker</a>
`;
  replaceFile(opening, state, page);
  return opening;
}

export function hasDesktop({ env }: Terminal): boolean {
  if (env.CI !== undefined || env.SSH_CONNECTION !== undefined) return false;
  if (process.platform !== "linux") return true;
  return env.DISPLAY !== undefined || env.WAYLAND_DISPLAY !== undefined;
}
