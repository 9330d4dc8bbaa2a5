/** `hub`: serving accounts. It needs no workspace. */
import type { Command } from "commander";
import { type Define, defineGroup } from "../define.ts";
import type { Terminal } from "../terminal.ts";

export function defineHub(program: Command, terminal: Terminal, define: Define): void {
  const hub = defineGroup(program, "hub", "a server that devices meet at", [
    "study hub",
    "study hub invite ann",
    "study hub devices ann",
  ]);
  const store = (command: Command) =>
    command
      .option("--data <folder>", "where its database is kept", "study-hub")
      .option("--database <address>", "a PostgreSQL server instead: postgres://…");
  store(
    define(hub, "serve", {
      summary: "serve it; what `study hub` does",
      stands: "for its group",
      examples: [
        "study hub",
        "study hub --host 0.0.0.0 --tls cert.pem,key.pem",
        "study hub --database postgres://study@localhost/study",
      ],
    }),
  )
    .option("--host <name>", "the address to listen on", "127.0.0.1")
    .option("--port <number>", "the port", "4330")
    .option("--tls <cert,key>", "serve HTTPS with this certificate and key")
    .option("--plain-http", "beyond this machine without TLS: only behind a proxy that has it")
    .option("--quota <megabytes>", "how much a member may keep", "500")
    .action(async (options) => (await import("./hub.ts")).serve(terminal, options));
  store(
    define(hub, "invite <name>", {
      summary: "a link that lets in one device of a member, once",
      examples: [
        "study hub invite ann",
        "study hub invite ann --url https://hub.example.org --days 2",
      ],
    }),
  )
    .option("--url <address>", "how the hub is reached from there", "http://127.0.0.1:4330")
    .option("--days <number>", "how long it is valid", "7")
    .action(async (name, options) => (await import("./hub.ts")).invite(terminal, name, options));
  store(
    define(hub, "members", {
      summary: "who is on it, and how much they keep",
      examples: ["study hub members", "study hub members --json"],
      json: "json",
    }),
  ).action(async (options) => (await import("./hub.ts")).members(terminal, options));
  store(
    define(hub, "devices <name>", {
      summary: "the devices of a member",
      examples: ["study hub devices ann"],
      json: "json",
    }),
  ).action(async (name, options) => (await import("./hub.ts")).devices(terminal, name, options));
  store(
    define(hub, "revoke <name> <device>", {
      summary: "shut a device out; what it gave stays",
      examples: ["study hub revoke ann 3f9a02"],
    }),
  ).action(async (name, device, options) =>
    (await import("./hub.ts")).revoke(terminal, name, device, options),
  );
}
