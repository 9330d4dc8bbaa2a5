/** `mcp`. */
import type { Command } from "commander";
import type { Define } from "../define.ts";
import type { Terminal } from "../terminal.ts";

export function defineMcp(program: Command, terminal: Terminal, define: Define): void {
  define(program, "mcp", {
    summary: "serve the tracker to an assistant in your editor (Model Context Protocol)",
    examples: [
      "study mcp --dir ~/my-study",
      "study mcp --dir ~/my-study --write   # it may log, tick and check too",
    ],
  })
    .option("--write", "let it change things; each change can be undone")
    .action(async (options) => (await import("./mcp.ts")).mcp(terminal, options));
}
