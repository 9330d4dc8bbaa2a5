/** All screens, one after the other, each when it stands. */
import { everyPath } from "./addresses.ts";
import type { Visitor } from "./visit.ts";

export async function everyScreen(visitor: Visitor, look: (path: string) => Promise<void>) {
  for (const path of everyPath) {
    await visitor.go(path);
    // Heavy parts come after the screen's title: math, charts, the editor.
    await visitor.page.locator("#screen .waiting").waitFor({ state: "detached" });
    await visitor.page.waitForTimeout(250);
    await look(path);
  }
}
