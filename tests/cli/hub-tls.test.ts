/** A hub with a certificate of one's own: what is wrong with it, and who trusts it. */
import { afterAll, expect, test } from "bun:test";
import { join } from "node:path";
import { emptyFolder, program } from "./study.ts";

const pem = (name: string) => join(import.meta.dir, "..", "fixtures", "tls", name);
const folder = emptyFolder();
const trusting = emptyFolder({ NODE_EXTRA_CA_CERTS: pem("ca.pem") });
const ends: (() => void)[] = [() => folder.remove(), () => trusting.remove()];
afterAll(() => {
  for (const end of ends.toReversed()) end();
});

test("sync.65 a certificate or key that can't be used is told of its file, and the port is not blamed", async () => {
  const said = (cert: string, key: string) =>
    folder.refused("hub", "--port", "0", "--tls", `${pem(cert)},${pem(key)}`);
  expect(await said("key.pem", "cert.pem")).toMatch(/key.pem is no certificate.*It is a key/s);
  expect(await said("cert.pem", "ca.pem")).toMatch(/ca.pem is no private key/);
  expect(await said("cert.pem", "other.pem")).toContain("is not that of the certificate");
  expect(await said("cert.pem", "locked.pem")).toContain("locked by a passphrase");
  expect(await said("expired.pem", "key.pem")).toContain("has expired on 2020-01-31");
  expect(await said("none.pem", "key.pem")).toMatch(/none.pem can't be read: it does not exist/);
  expect(await said("", "key.pem")).toContain("it is a folder");
  expect(await folder.refused("hub", "--proxy", "my-proxy")).toContain("no addresses of proxies");
});

test("sync.65 a device that was told of the authority syncs over TLS; another says why not, and its invitation stays good", async () => {
  const words = ["hub", "--port", "0", "--tls", `${pem("cert.pem")},${pem("key.pem")}`];
  const hub = program(words, folder.path);
  ends.push(() => hub.kill("SIGKILL"));
  let said = "";
  const decoder = new TextDecoder();
  for await (const piece of hub.stderr) {
    said += decoder.decode(piece);
    if (/Hub: +\S+/.test(said)) break;
  }
  const address = /Hub: +(\S+)/.exec(said)?.[1] ?? "";
  expect(address).toStartWith("https://");
  const shown = await folder.ok("hub", "invite", "ann", "--url", address);
  const link = /'(http[^']+)'/.exec(shown)?.[1] ?? "";
  await folder.ok("init", "laptop", "--yes");
  expect(await folder.refused("sync", link, "--dir", "laptop")).toContain("does not trust");
  await trusting.ok("init", "laptop", "--yes");
  expect(await trusting.ok("sync", link, "--dir", "laptop")).toContain("Went:");
});
