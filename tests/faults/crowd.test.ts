/** Requests that are never finished, and streams that nobody reads: the server goes on, and stays small. */
import { afterEach, beforeEach, expect, test } from "bun:test";
import { readFileSync } from "node:fs";
import { connect, type Socket } from "node:net";
import { join } from "node:path";
import { type Folder, workspace } from "../cli/study.ts";
import { type ServeProcess, serve, tick } from "./served-page.ts";
import { patience, runs } from "./soak.ts";

const crowd = runs({ test: 60, soak: 1000 });
const mostBytes = 200_000_000;

let folder: Folder;
let served: ServeProcess;
const sockets: Socket[] = [];

beforeEach(async () => {
  folder = await workspace();
  served = await serve(folder.path);
});
afterEach(async () => {
  for (const socket of sockets.splice(0)) socket.destroy();
  await served.kill();
  folder.remove();
});

/** Sends the beginning of a request, and then neither writes nor reads. */
function begin(text: string): Promise<void> {
  const { hostname, port } = new URL(served.url);
  return new Promise((done, fail) => {
    const socket = connect(Number(port), hostname, () => socket.write(text, () => done()));
    socket.on("error", fail);
    socket.pause();
    sockets.push(socket);
  });
}

/** Resident memory, where the system tells it. */
function memory(): number {
  try {
    const status = readFileSync(`/proc/${served.process}/status`, "utf8");
    return Number(/^VmRSS:\s+(\d+) kB$/m.exec(status)?.[1] ?? 0) * 1024;
  } catch {
    return 0;
  }
}

test(
  "half-open requests and streams that nobody reads keep nobody from recording, and cost little memory",
  async () => {
    const { host } = new URL(served.url);
    const token = readFileSync(join(folder.path, ".study", "token"), "utf8").trim();
    const authorization = `Authorization: Bearer ${token}`;
    const halves = [
      `GET /api/state HTTP/1.1\r\nHost: ${host}\r\n`,
      `POST /api/entries HTTP/1.1\r\nHost: ${host}\r\n${authorization}\r\nContent-Type: application/json\r\nContent-Length: 500000\r\n\r\n{"entries":[`,
    ];
    for (let turn = 0; turn < crowd; turn += 1) await begin(halves[turn % halves.length] ?? "");
    for (let turn = 0; turn < crowd; turn += 1) {
      await begin(`GET /api/stream?after=0 HTTP/1.1\r\nHost: ${host}\r\n${authorization}\r\n\r\n`);
    }
    for (let turn = 0; turn < 100; turn += 1) {
      const text = `Goal ${turn} ${"of many words ".repeat(100)}`;
      const commands = [{ do: "set-goal", week: 1, text }];
      expect((await served.post("/api/commands", { commands })).status).toBe(200);
    }
    expect((await served.post("/api/commands", tick("bert"))).status).toBe(200);
    const used = memory();
    if (crowd >= 1000) console.log(`${crowd} of each: ${Math.round(used / 1e6)} MB`);
    expect(used).toBeLessThanOrEqual(mostBytes);
    for (const socket of sockets.splice(0)) socket.destroy();
    expect((await served.post("/api/commands", tick("lora"))).status).toBe(200);
  },
  patience({ test: 2, soak: 15 }),
);
