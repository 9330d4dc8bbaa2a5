/** Checks that notebooks made: files in `.study/checks`, one a check, until the journal has them. */
import { readdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { type CommandOf, parseCommand } from "../core/decide/command.ts";
import type { Layout } from "./layout.ts";

/** The names of those that nobody has taken in yet, the oldest first. */
export function waitingChecks({ checks }: Layout): readonly string[] {
  try {
    return readdirSync(checks)
      .filter((name) => name.endsWith(".json"))
      .sort();
  } catch {
    // No notebook has checked anything.
    return [];
  }
}

/** Null for a file that holds no check, or that is gone by now. */
export function readCheck({ checks }: Layout, name: string): CommandOf<"record-check"> | null {
  try {
    const parsed = parseCommand(JSON.parse(readFileSync(join(checks, name), "utf8")));
    return parsed.ok && parsed.command.do === "record-check" ? parsed.command : null;
  } catch {
    return null;
  }
}

export function dropCheck({ checks }: Layout, name: string): void {
  rmSync(join(checks, name), { force: true });
}
