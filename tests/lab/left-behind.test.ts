/** What the learner's code starts ends with its check, and what started the check stays. */
import { afterAll, describe, expect, test } from "bun:test";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { python } from "./python.ts";

const folder = mkdtempSync(join(tmpdir(), "study-left-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

let files = 0;

/** A program that checks `body`, and the file in which the code tells whom it started. */
function checking(body: string) {
  files += 1;
  const file = join(folder, `forward_${files}.py`);
  const told = join(folder, `told_${files}`);
  const code = body.replace(/^/gm, "    ");
  writeFileSync(
    file,
    `import os, signal, subprocess, sys, time
import numpy as np

def tell(pid):
    with open(${JSON.stringify(told)}, "a") as file:
        file.write(f"{pid}\\n")

def layer_norm(a, gain, bias, epsilon=1e-5):
${code}
    mean = a.mean(-1, keepdims=True)
    return gain * (a - mean) / np.sqrt(a.var(-1, keepdims=True) + epsilon) + bias
`,
  );
  const child = Bun.spawn(
    [process.execPath, join(import.meta.dir, "one-check.ts"), file, join(folder, "cache"), python],
    { stdin: "ignore", stdout: "pipe", stderr: "inherit" },
  );
  return { child, told };
}

async function verdictOn(body: string): Promise<{ readonly kind: string; readonly told: string }> {
  const { child, told } = checking(body);
  const out = await child.stdout.text();
  expect([await child.exited, child.signalCode]).toEqual([0, null]);
  return { kind: JSON.parse(out).kind, told };
}

const numbersIn = (told: string) =>
  existsSync(told) ? readFileSync(told, "utf8").split("\n").filter(Boolean).map(Number) : [];

/** A zombie has ended: who has to bury it is somebody else. */
function isAlive(pid: number): boolean {
  try {
    return !/^State:\s+Z/m.test(readFileSync(`/proc/${pid}/status`, "utf8"));
  } catch {
    return false;
  }
}

async function untilGone(told: string): Promise<void> {
  const pids = numbersIn(told);
  expect(pids.length).toBeGreaterThan(0);
  const until = Date.now() + 15_000;
  while (pids.some(isAlive) && Date.now() < until) await Bun.sleep(50);
  const left = pids.filter(isAlive);
  for (const pid of left) process.kill(pid, "SIGKILL");
  expect(left).toEqual([]);
}

const started: readonly (readonly [string, string])[] = [
  ["a program", `tell(subprocess.Popen(["sleep", "300"]).pid)`],
  [
    "a program in a session of its own",
    `tell(subprocess.Popen(["sleep", "300"], start_new_session=True).pid)`,
  ],
  [
    "a program whose parent has ended, in a session of its own, that no longer knows where it came from",
    `if os.fork() == 0:
    os.setsid()
    child = subprocess.Popen(["sleep", "300"], start_new_session=True, env={}, cwd="/", close_fds=True)
    tell(child.pid)
    os._exit(0)
os.wait()`,
  ],
  [
    "a copy of the process that hears no signal but the last",
    `if os.fork() == 0:
    os.setsid()
    for one in (signal.SIGTERM, signal.SIGHUP, signal.SIGINT):
        signal.signal(one, signal.SIG_IGN)
    tell(os.getpid())
    time.sleep(300)
    os._exit(0)
time.sleep(0.3)`,
  ],
];

describe.if(process.platform === "linux")("ends with its check", () => {
  for (const [name, body] of started) {
    test(`${name}, when the check passes`, async () => {
      const { kind, told } = await verdictOn(body);
      expect(kind).toBe("passed");
      await untilGone(told);
    });
  }

  const [, own] = started[1] ?? ["", ""];
  for (const [how, then, kind] of [
    ["never comes to an end", "while True: pass", "timed-out"],
    ["ends itself", "os._exit(3)", "exited"],
    ["crashes", "import ctypes; ctypes.string_at(0)", "crashed"],
  ] as const) {
    test(`what is in a session of its own, when the code ${how}`, async () => {
      const { kind: said, told } = await verdictOn(`${own}\n${then}`);
      expect(said).toBe(kind);
      await untilGone(told);
    });
  }

  test("what is in a session of its own, when the program that asked is killed", async () => {
    const { child, told } = checking(`${own}\ntell(os.getpid())\nwhile True: pass`);
    while (numbersIn(told).length < 2) await Bun.sleep(50);
    child.kill("SIGKILL");
    await child.exited;
    await untilGone(told);
  });
});

describe.if(process.platform !== "win32")(
  "the program that asked goes on and gives a verdict",
  () => {
    for (const [name, body] of [
      ["its parent is signalled", "os.kill(os.getppid(), signal.SIGKILL)"],
      ["its parent is asked to end", "os.kill(os.getppid(), signal.SIGTERM)"],
      ["its parent's group is signalled", "os.killpg(os.getpgid(os.getppid()), signal.SIGKILL)"],
      ["its parent is stopped", "os.kill(os.getppid(), signal.SIGSTOP)"],
    ] as const) {
      test(`when ${name}`, async () => {
        const left = `tell(subprocess.Popen(["sleep", "300"], start_new_session=True).pid)`;
        const { told } = await verdictOn(`${left}\n${body}`);
        if (process.platform === "linux") await untilGone(told);
      });
    }
  },
);

describe.if(process.platform === "linux")("a signal to whoever asked", () => {
  test("is refused, also where the code looks for it behind its parent", async () => {
    const { kind } = await verdictOn(`with open(f"/proc/{os.getppid()}/stat") as file:
    asked = int(file.read().rpartition(")")[2].split()[1])
os.kill(asked, signal.SIGKILL)`);
    expect(kind).toBe("raised");
  });

  // Signal 0 asks only whether one could be sent.
  for (const way of ["keep_signals_inside()", "refuse_signals_to((os.getppid(),))"]) {
    test(`is refused by ${way}, where the system knows that way, and so is one to a group`, () => {
      const asks = `
import os, sys
sys.path.insert(0, ${JSON.stringify(join(import.meta.dir, "..", "..", "src", "lab", "python"))})
sys.dont_write_bytecode = True
from supervise import *
os.setsid()
if not ${way}:
    print("unknown")
    sys.exit()
for whom in (os.getppid(), -os.getpgid(os.getppid()), os.getpid()):
    try:
        os.kill(whom, 0)
        print("sent")
    except PermissionError:
        print("refused")
`;
      const { stdout } = Bun.spawnSync([python, "-c", asks], {
        stdin: "ignore",
        stderr: "inherit",
      });
      expect(["unknown\n", "refused\nrefused\nsent\n"]).toContain(stdout.toString());
    });
  }
});
