/** A folder that may become a workspace, or may not. */
import { existsSync, readdirSync, statSync } from "node:fs";
import type { Layout } from "../../workspace/layout.ts";
import { Stop } from "../run.ts";

/** A folder with other things in it is not taken over without being asked. */
export function refuseForeign(layout: Layout): void {
  const { folder } = layout;
  if (!existsSync(folder)) return;
  if (!statSync(folder).isDirectory())
    throw new Stop(`${folder} is a file; name a folder with --dir.`);
  const strangers = readdirSync(folder).filter(
    (name) => name !== "TRACKER.md" && !name.startsWith("."),
  );
  if (strangers.length > 0) {
    throw new Stop(
      `${folder} is not a workspace and not empty. \`study init --dir ${folder}\` makes one there; or name another folder with --dir.`,
    );
  }
}
