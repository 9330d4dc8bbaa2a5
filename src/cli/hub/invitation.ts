/** An invitation as it is shown: a code to scan, and what to do with its link. */
import type { Terminal } from "../terminal.ts";

export interface Invitation {
  /** The hub's address. */
  readonly url: string;
  readonly code: string;
  /** Whom it is for, and how long. */
  readonly terms: string;
}

export async function sayInvitation(
  terminal: Terminal,
  { url, code, terms }: Invitation,
): Promise<void> {
  const link = `${url.replace(/\/$/, "")}/#${code}`;
  const { renderUnicodeCompact } = await import("uqr");
  terminal.verbatim(renderUnicodeCompact(link, { border: 2 }));
  terminal.print(`${terms}:`);
  terminal.verbatim(`  study sync '${link}'`);
  terminal.verbatim(`  study init my-study --from '${link}'   # on a second device`);
  terminal.print("Or scan the code with a phone, or open the link in a browser: it is the page.");
}
