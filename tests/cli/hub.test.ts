import { afterAll, expect, test } from "bun:test";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { emptyFolder, program } from "./study.ts";

const folder = emptyFolder();
const ends: (() => void)[] = [() => folder.remove()];
afterAll(() => {
  for (const end of ends.toReversed()) end();
});

/** The hub's own address, once it says it. */
async function addressOf(err: ReadableStream<Uint8Array>): Promise<string> {
  let said = "";
  const decoder = new TextDecoder();
  for await (const piece of err) {
    said += decoder.decode(piece);
    const found = /Hub: +(\S+)/.exec(said)?.[1];
    if (found !== undefined) return found;
  }
  throw new Error(`the hub said no address: ${said}`);
}

test("two devices meet at a hub by invitations; a revoked one is let in no more, and the hub ends without loss", async () => {
  const hub = program(["hub", "--port", "0"], folder.path);
  ends.push(() => hub.kill("SIGKILL"));
  const address = await addressOf(hub.stderr);
  const link = async () => {
    const said = await folder.ok("hub", "invite", "ann", "--url", address);
    return /'(http[^']+)'/.exec(said)?.[1] ?? "";
  };
  const at = (...parts: readonly string[]) => join(folder.path, ...parts);
  await folder.ok("init", "laptop", "--yes");
  await folder.ok("log", "30m", "bert", "--dir", "laptop");
  writeFileSync(at("laptop", "notes", "bert.md"), "one\n");
  const first = await link();
  expect(await folder.ok("sync", first, "--dir", "laptop")).toContain("Went: 2 entries");
  expect(await folder.refused("init", "phone", "--from", first)).toContain("used already");
  // A member's own device invites the next one.
  const own = await folder.ok("sync", "--invite", "--dir", "laptop");
  expect(own).toContain("For one more device of yours, once, for 15 minutes");
  const second = /'(http[^']+)'/.exec(own)?.[1] ?? "";
  await folder.ok("init", "desktop", "--from", second);
  expect(await folder.refused("init", "phone", "--from", second)).toContain("used already");
  expect(readFileSync(at("desktop", "notes", "bert.md"), "utf8")).toBe("one\n");
  await folder.ok("log", "15m", "bert", "--dir", "desktop");
  await folder.ok("sync", "--dir", "desktop");
  expect(await folder.ok("sync", "--dir", "laptop")).toContain("Came: 1 entry");
  expect(await folder.ok("status", "--dir", "laptop")).toContain("45m");

  const keys = await folder.json<{ key: string; name: string }[]>("hub", "devices", "ann");
  expect(keys.length).toBe(2);
  await folder.ok("hub", "revoke", "ann", keys[1]?.key ?? "");
  // One is left: no name at all is not its name.
  expect(await folder.refused("hub", "revoke", "ann", "")).toContain("has no device");
  expect(await folder.refused("sync", "--dir", "desktop")).toContain("revoked");
  await folder.ok("sync", "--dir", "laptop");
  expect(await folder.json("hub", "members")).toMatchObject([{ name: "ann", devices: 1 }]);

  hub.kill("SIGTERM");
  expect(await hub.exited).toBe(0);
  expect(await folder.refused("sync", "--dir", "laptop")).toContain("does not answer");
  expect(await folder.refused("hub", "--host", "0.0.0.0")).toContain("in the clear");
  expect(await folder.refused("hub", "devices", "bob")).toContain("There is no bob here");
});

test("three members of a group see of each other what each shares, a mentor where one is stuck, and who leaves is seen no more", async () => {
  const hub = program(["hub", "--port", "0", "--data", "circle"], folder.path);
  ends.push(() => hub.kill("SIGKILL"));
  const address = await addressOf(hub.stderr);
  const owner = (...words: string[]) => folder.ok("hub", ...words, "--data", "circle");
  await folder.ok("init", "first", "--yes");
  await owner("group", "new", "readers", "--curriculum", "first", "--checkin", "sun");
  for (const [name, ...more] of [["first"], ["second"], ["third", "--mentor"]] as const) {
    const said = await owner("invite", name, "--url", address, "--group", "readers", ...more);
    if (name !== "first") await folder.ok("init", name, "--yes");
    await folder.ok("plan", "--start", "today", "--dir", name);
    await folder.ok("sync", /'(http[^']+)'/.exec(said)?.[1] ?? "", "--dir", name);
  }
  const at =
    (name: string) =>
    (...words: string[]) =>
      folder.ok(...words, "--dir", name);
  const [first, second, third] = [at("first"), at("second"), at("third")];
  await first("read", "bert");
  await first("log", "1h30", "bert");
  await first("sync");
  expect(await second("group")).not.toContain("first (reading)");
  expect(await first("share", "on", "plan", "progress", "failed")).toContain("verified");
  expect(await first("share", "what")).toContain("progress           2 entries");
  const seen = await second("group");
  expect(seen).toContain("first (reading)");
  expect(seen).toContain("You share nothing with it yet");
  expect(seen).not.toContain("1h30");
  await first("share", "on", "hours");
  expect(await second("group")).toContain("1h30");
  expect(await folder.refused("group", "--mentor", "--dir", "second")).toContain("no mentor");
  expect(await third("group", "--mentor")).toContain("Nobody is stuck");
  await first("undo");
  await first("sync");
  expect(await second("group")).not.toContain("1h30");
  expect(await first("group", "leave", "readers")).toContain("Nobody in it sees anything");
  expect(await second("group")).not.toContain("first");
  expect(await owner("group")).not.toContain("first\n");
  expect(await folder.refused("share", "on", "code", "--dir", "second")).toContain("can't be");
  await owner("group", "change", "readers", "--curriculum", "other@1");
  const told = await folder.study("share", "--dir", "second");
  expect(told.err).toContain("readers goes by the curriculum other@1");
  hub.kill("SIGTERM");
  expect(await hub.exited).toBe(0);
});

test("a hub whose port is taken says so and ends", async () => {
  const taken = Bun.serve({ port: 0, hostname: "127.0.0.1", fetch: () => new Response() });
  ends.push(() => void taken.stop(true));
  const second = program(["hub", "--port", String(taken.port)], folder.path);
  ends.push(() => second.kill("SIGKILL"));
  expect(await second.stderr.text()).toContain(`can't listen on port ${taken.port}`);
  expect(await second.exited).toBe(1);
});

test("sync.69 an invitation is not used up by a device that has another workspace, which is told what to do with it", async () => {
  const hub = program(["hub", "--port", "0", "--data", "kept"], folder.path);
  ends.push(() => hub.kill("SIGKILL"));
  const address = await addressOf(hub.stderr);
  const link = async () => {
    const said = await folder.ok("hub", "invite", "ann", "--url", address, "--data", "kept");
    return /'(http[^']+)'/.exec(said)?.[1] ?? "";
  };
  await folder.ok("init", "own", "--yes");
  await folder.ok("log", "30m", "bert", "--dir", "own");
  await folder.ok("sync", await link(), "--dir", "own");
  await folder.ok("init", "another", "--yes");
  await folder.ok("log", "5m", "bert", "--dir", "another");
  const second = await link();
  const said = await folder.refused("sync", second, "--dir", "another");
  expect(said).toContain(`study init NEW-FOLDER --from '${second}'`);
  await folder.ok("init", "copy", "--from", second);
  expect(await folder.ok("status", "--dir", "copy")).toContain("30m");
  // Nothing is no place, and a name is one line.
  expect(await folder.refused("sync", "", "--dir", "own")).toContain("has no name");
  expect(await folder.refused("init", "empty", "--from", "")).toContain("has no name");
  const two = await folder.refused("hub", "invite", "a\nb", "--data", "kept");
  expect(two).toContain("on one line");
  expect(await folder.refused("hub", "group", "new", "a\nb", "--data", "kept")).toContain("line");
  hub.kill("SIGTERM");
  expect(await hub.exited).toBe(0);
});
