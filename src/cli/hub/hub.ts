/** `hub`: serve, invite, and who is let in. */
import { readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { proxiesIn } from "../../hub/asker.ts";
import { faultOf, type Pem } from "../../hub/certificate.ts";
import { digestOf } from "../../hub/digest.ts";
import { pageFiles } from "../../hub/page/page-files.ts";
import { newSecret, serveHub } from "../../hub/serve.ts";
import type { Key, MemberId } from "../../hub/store.ts";
import { complain } from "../../server/complain.ts";
import { systemReason } from "../../workspace/trouble.ts";
import { printJson, Stop } from "../run.ts";
import type { Terminal } from "../terminal.ts";
import { groupIn, isName } from "./groups.ts";
import { sayInvitation } from "./invitation.ts";
import { inStore, memberOf, type StoreOptions, storeFor } from "./open.ts";

interface ServeOptions extends StoreOptions {
  readonly host: string;
  readonly port: string;
  readonly tls?: string;
  readonly plainHttp?: boolean;
  readonly proxy?: string;
  readonly quota: string;
}

const loopbackHosts = ["127.0.0.1", "localhost", "::1"];

export async function serve(terminal: Terminal, options: ServeOptions): Promise<void> {
  const port = Number(options.port);
  if (!Number.isInteger(port) || port < 0 || port > 65_535) {
    throw new Stop(`"${options.port}" is not a port: use a number from 1 to 65535.`, 2);
  }
  const quota = Number(options.quota) * 1_000_000;
  if (!(quota > 0)) throw new Stop(`"${options.quota}" is not a number of megabytes.`, 2);
  const tls = options.tls === undefined ? null : certificate(terminal, options.tls);
  if (tls === null && !options.plainHttp && !loopbackHosts.includes(options.host)) {
    throw new Stop(
      `Keys would go over the network in the clear. Give a certificate (--tls cert.pem,key.pem); or say --plain-http where a proxy in front of it has one.`,
      2,
    );
  }
  const proxies = options.proxy === undefined ? new Set<string>() : proxiesIn(options.proxy);
  if (proxies === null) {
    throw new Stop(
      `"${options.proxy}" are no addresses of proxies: --proxy 127.0.0.1,10.0.0.2.`,
      2,
    );
  }
  const store = await storeFor(terminal, options);
  try {
    const files = pageFiles();
    const hub = serveHub({
      store,
      files,
      copies: join(resolve(terminal.cwd, options.data), "pages"),
      hostname: options.host,
      port,
      tls,
      proxies,
      quota,
      log: (line) => terminal.json(line),
    });
    terminal.warn(`Hub:     ${hub.url}`);
    // So a page that was open before the hub was renewed hears of it at once.
    files.all().catch(complain);
    terminal.warn(
      "`study hub invite NAME` lets in a computer (study sync) or a phone (its browser). Ctrl-C ends it; nothing is lost.",
    );
    await new Promise<void>((done) => {
      for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => done());
    });
    await hub.stop();
  } catch (error) {
    await store.close();
    throw new Stop(`The hub can't listen on port ${port}: ${systemReason(error)}.`);
  }
}

function certificate(terminal: Terminal, said: string) {
  const [cert, key, ...more] = said.split(",").map((path) => resolve(terminal.cwd, path));
  if (cert === undefined || key === undefined || more.length > 0) {
    throw new Stop("--tls takes two files: --tls cert.pem,key.pem.", 2);
  }
  const fault = faultOf(pemAt(cert), pemAt(key), terminal.now());
  if (fault !== null) throw new Stop(fault);
  return { cert, key };
}

function pemAt(path: string): Pem {
  try {
    return { path, text: readFileSync(path, "utf8") };
  } catch (error) {
    throw new Stop(`${path} can't be read: ${systemReason(error)}.`);
  }
}

interface InviteOptions extends StoreOptions {
  readonly group?: string;
  readonly mentor?: boolean;
  readonly url: string;
  readonly days: string;
}

export async function invite(
  terminal: Terminal,
  said: string,
  options: InviteOptions,
): Promise<void> {
  const name = said.trim();
  if (!isName(name)) throw new Stop("A member has a name of 1 to 80 letters, on one line.", 2);
  const days = Number(options.days);
  if (!(days > 0 && days <= 90)) throw new Stop("An invitation is good for 1 to 90 days.", 2);
  if (!/^https?:\/\/[^/]+\/?$/.test(options.url)) {
    throw new Stop(`"${options.url}" is not the address of a hub: https://hub.example.org.`, 2);
  }
  if (options.mentor && options.group === undefined) {
    throw new Stop("A mentor is one of a group: say which with --group.", 2);
  }
  await inStore(terminal, options, async (store) => {
    const group = options.group === undefined ? null : await groupIn(store, options.group);
    const member = await store.member(name, newSecret() as MemberId);
    if (group !== null) {
      await store.admit(group.name, member.id, options.mentor ? "mentor" : "learner");
    }
    const code = newSecret();
    await store.invite(digestOf(code), member.id, terminal.now() + days * 86_400_000);
    const terms = `For one device of ${name}, once, for ${days} ${days === 1 ? "day" : "days"}`;
    await sayInvitation(terminal, { url: options.url, code, terms });
    if (group !== null) {
      terminal.print(`${name} is in ${group.name}, and shares nothing until \`study share on\`.`);
    }
  });
}

export async function members(terminal: Terminal, options: StoreOptions): Promise<void> {
  await inStore(terminal, options, async (store) => {
    const all = [];
    for (const member of await store.members()) {
      const [keys, bytes] = [await store.keys(member.id), await store.sizeOf(member.id)];
      all.push({ name: member.name, devices: keys.length, bytes });
    }
    if (options.json) printJson(terminal, all);
    else if (all.length === 0) terminal.print("Nobody yet: `study hub invite NAME`.");
    else {
      for (const { name, devices, bytes } of all) {
        terminal.print(
          `${name.padEnd(20)} ${devices} ${devices === 1 ? "device" : "devices"}, ${Math.ceil(bytes / 1000)} kB`,
        );
      }
    }
  });
}

export async function devices(
  terminal: Terminal,
  name: string,
  options: StoreOptions,
): Promise<void> {
  await inStore(terminal, options, async (store) => {
    const keys = await store.keys((await memberOf(store, name)).id);
    if (options.json) {
      const shown = keys.map(({ digest, name, made, used }) => ({
        key: short(digest),
        name,
        made,
        used,
      }));
      printJson(terminal, shown);
      return;
    }
    if (keys.length === 0) terminal.print(`${name} has no device yet.`);
    for (const { digest, name, made, used } of keys) {
      terminal.print(
        `${short(digest)}  ${name.padEnd(24)} since ${day(made)}, last ${used === null ? "never" : day(used)}`,
      );
    }
  });
}

export async function revoke(
  terminal: Terminal,
  name: string,
  said: string,
  options: StoreOptions,
): Promise<void> {
  await inStore(terminal, options, async (store) => {
    const member = await memberOf(store, name);
    const keys = await store.keys(member.id);
    const key = chosen(keys, said);
    if (key === null)
      throw new Stop(`${name} has no device "${said}": \`study hub devices ${name}\`.`);
    await store.revoke(member.id, key.digest);
    terminal.print(`${key.name} is no longer let in. What it gave stays.`);
  });
}

function chosen(keys: readonly Key[], said: string): Key | null {
  // Nothing is the beginning of all.
  if (said === "") return null;
  const found = keys.filter(({ digest, name }) => name === said || digest.startsWith(said));
  if (found.length > 1) {
    throw new Stop(
      `"${said}" is more than one: ${found.map(({ digest }) => short(digest)).join(", ")}.`,
    );
  }
  return found[0] ?? null;
}

const short = (digest: string) => digest.slice(0, 8);
const day = (at: number) => new Date(at).toISOString().slice(0, 10);
