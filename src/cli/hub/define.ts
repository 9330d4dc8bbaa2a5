/** `hub`: serving accounts. It needs no workspace. */
import type { Command } from "commander";
import { type Define, defineGroup } from "../define.ts";
import type { Terminal } from "../terminal.ts";

export function defineHub(program: Command, terminal: Terminal, define: Define): void {
  const hub = defineGroup(program, "hub", "a server that devices meet at", [
    "study hub",
    "study hub invite ann",
    "study hub devices ann",
    "study hub group new readers",
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
        "study hub --host 0.0.0.0 --tls cert.pem,key.pem   # computers sync, and phones open its page",
        "study hub --database postgres://study@localhost/study",
      ],
    }),
  )
    .option("--host <name>", "the address to listen on", "127.0.0.1")
    .option("--port <number>", "the port", "4330")
    .option("--tls <cert,key>", "serve HTTPS with this certificate and key")
    .option("--plain-http", "beyond this machine without TLS: only behind a proxy that has it")
    .option("--proxy <addresses>", "of proxies in front, whose X-Forwarded-For is believed")
    .option("--quota <megabytes>", "how much a member may keep", "500")
    .action(async (options) => (await import("./hub.ts")).serve(terminal, options));
  store(
    define(hub, "invite <name>", {
      summary: "a link that lets in one device of a member, once: a computer, or a phone's browser",
      examples: [
        "study hub invite ann",
        "study hub invite ann --url https://hub.example.org --days 2",
        "study hub invite ann --group readers",
      ],
    }),
  )
    .option("--url <address>", "how the hub is reached from there", "http://127.0.0.1:4330")
    .option("--days <number>", "how long it is valid", "7")
    .option("--group <name>", "and make them a member of this group")
    .option("--mentor", "as a mentor of that group")
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
  defineGroups(hub, define, { terminal, store });
}

interface With {
  readonly terminal: Terminal;
  /** Adds the options that say where the database is. */
  readonly store: (command: Command) => Command;
}

/** `hub group`: who reads together. */
function defineGroups(hub: Command, define: Define, { terminal, store }: With): void {
  const group = defineGroup(hub, "group", "groups: members who share what each of them chose", [
    "study hub group new readers",
    "study hub group add readers ann --mentor",
    "study hub group list",
  ]);
  const fixing = (command: Command) =>
    store(command)
      .option(
        "--curriculum <version>",
        "all go by this one: llm@1a2b, a workspace's folder, or any",
      )
      .option("--checkin <weekday>", "the day of its digest; the curriculum's first when left out");
  fixing(
    define(group, "new <name>", {
      summary: "make one",
      examples: [
        "study hub group new readers",
        "study hub group new readers --curriculum ./my-study --checkin friday",
      ],
    }),
  ).action(async (name, options) => (await import("./groups.ts")).make(terminal, name, options));
  fixing(
    define(group, "change <name>", {
      summary: "fix another version of the curriculum, or another day",
      examples: ["study hub group change readers --checkin sunday --curriculum any"],
    }),
  ).action(async (name, options) => (await import("./groups.ts")).change(terminal, name, options));
  store(
    define(group, "list", {
      summary: "the groups and who is in them; what `study hub group` does",
      stands: "for its group",
      examples: ["study hub group list", "study hub group list --json"],
      json: "json",
    }),
  ).action(async (options) => (await import("./groups.ts")).list(terminal, options));
  store(
    define(group, "add <group> <member>", {
      summary: "take a member of the hub in, or give another role",
      examples: ["study hub group add readers ann", "study hub group add readers ann --mentor"],
    }),
  )
    .option("--mentor", "as one who helps: sees failed checks of who consents")
    .action(async (group, member, options) =>
      (await import("./groups.ts")).add(terminal, group, member, options),
    );
  store(
    define(group, "remove <group> <member>", {
      summary: "let a member go; nothing of theirs is seen there any more",
      examples: ["study hub group remove readers ann"],
    }),
  ).action(async (group, member, options) =>
    (await import("./groups.ts")).remove(terminal, group, member, options),
  );
  store(
    define(group, "end <group>", {
      summary: "end a group; what its members have stays theirs",
      examples: ["study hub group end readers"],
    }),
  ).action(async (group, options) => (await import("./groups.ts")).end(terminal, group, options));
}
