/** `sync`. */
import type { Command } from "commander";
import type { Define } from "../define.ts";
import type { Terminal } from "../terminal.ts";

export function defineSync(program: Command, terminal: Terminal, define: Define): void {
  define(program, "sync [place]", {
    summary: "the same journal, notes and code on all your devices, through a folder, Git or a hub",
    examples: [
      "study sync ~/Dropbox/study      # a folder that any program carries",
      "study sync                      # the same again",
      "study init --from ~/Dropbox/study my-study   # on the next device",
      "study sync git@example.org:me/study-sync.git   # a repository that holds nothing else",
      "study sync 'https://hub.example.org/#…'   # the link of an invitation",
      "study sync ~/Dropbox/sealed --passphrase",
      "study sync --invite             # a phone, or another computer of yours, on the same hub",
      "study sync --stop               # no more by itself while it is served",
    ],
    json: "json",
  })
    .option(
      "--passphrase",
      "seal what is put there: only those who know the passphrase can read it",
    )
    .option("--invite", "a code that lets in one more device of yours, where a hub is the place")
    .option("--stop", "forget the place; what is there stays")
    .action(async (place, options) =>
      options.invite
        ? (await import("./invite.ts")).invite(terminal, options)
        : (await import("./sync.ts")).sync(terminal, place, options),
    );
}
