/** How another device of the network gets in: the code to scan, and what there is to know before. */

import type { Terminal } from "../terminal.ts";
import { wrap } from "../wrap.ts";

export async function sayPairing(
  { print, verbatim, warn, paint }: Terminal,
  address: string,
): Promise<void> {
  const { renderUnicodeCompact } = await import("uqr");
  verbatim(renderUnicodeCompact(address, { border: 2 }));
  print(`Phone:   ${address}`);
  print(
    paint(
      "faint",
      wrap(
        "Lets one device in, once, within 10 minutes. `study serve --lan` in another terminal prints the next code.",
      ),
    ),
  );
  warn(
    wrap(
      "Everybody in this network can read along: nothing is encrypted. Whoever does can also look and change things as your phone can, until `study serve --new-token`. Use it in a network that you trust.",
    ),
  );
}
