/** `sync`. */
import type { Command } from "commander";
import type { Define } from "../define.ts";
import type { Terminal } from "../terminal.ts";

export function defineSync(program: Command, terminal: Terminal, define: Define): void {
  define(program, "sync [place]", {
    summary: "the same journal, notes and code on all your devices, by way of a folder",
    examples: [
      "study sync ~/Dropbox/study      # a folder that any program carries",
      "study sync                      # the same again",
      "study init --from ~/Dropbox/study my-study   # on the next device",
      "study sync --stop               # no more by itself while it is served",
    ],
    json: "json",
  })
    .option("--stop", "forget the place; what lies there stays")
    .action(async (place, options) => (await import("./sync.ts")).sync(terminal, place, options));
}
