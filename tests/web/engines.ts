/**
 * Firefox and WebKit as their makers ship them, driven by what they bring along: WebDriver BiDi and WebDriver. Playwright
 * drives builds of its own, which are downloaded; these come from the system's packages (Debian: `firefox-esr`,
 * `webkit2gtk-driver` with `xvfb`).
 */
import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

export interface Engine {
  readonly name: string;
  readonly go: (address: string) => Promise<void>;
  /** The value of an expression, awaited, as JSON. */
  readonly value: <T>(expression: string) => Promise<T>;
  /** Letters, or the names of WebDriver's keys. */
  readonly press: (...keys: readonly string[]) => Promise<void>;
  readonly close: () => Promise<void>;
}

const named: Readonly<Record<string, string>> = {
  Enter: "\ue007",
  Escape: "\ue00c",
  Tab: "\ue004",
  Space: " ",
  Control: "\ue009",
  End: "\ue010",
};

/** Down in order and up again the other way: `Control+k` is one press. */
function strokes(keys: readonly string[]) {
  return keys.flatMap((key) => {
    const parts = key.split("+").map((part) => named[part] ?? part);
    const down = parts.map((value) => ({ type: "keyDown", value }));
    return [...down, ...parts.toReversed().map((value) => ({ type: "keyUp", value }))];
  });
}

async function eventually<T>(get: () => Promise<T>, limit = 20_000): Promise<T> {
  const end = Date.now() + limit;
  for (;;) {
    try {
      return await get();
    } catch (error) {
      if (Date.now() > end) throw error;
      await Bun.sleep(100);
    }
  }
}

const port = () => 20_000 + Math.floor(Math.random() * 20_000);

/** Null where it is not installed. */
export async function firefox(): Promise<Engine | null> {
  const path = Bun.which("firefox-esr") ?? Bun.which("firefox");
  if (path === null) return null;
  const home = mkdtempSync(join(tmpdir(), "study-firefox-"));
  const at = port();
  const options = ["--headless", "--no-remote", "--profile", home];
  const process = Bun.spawn([path, ...options, `--remote-debugging-port=${at}`], {
    stdout: "ignore",
    stderr: "ignore",
  });
  const socket = await eventually(() => opened(`ws://127.0.0.1:${at}/session`));
  let last = 0;
  const waiting = new Map<number, (answer: BidiAnswer) => void>();
  socket.addEventListener("message", ({ data }) => {
    const answer: BidiAnswer = JSON.parse(String(data));
    waiting.get(answer.id)?.(answer);
  });
  const say = async (method: string, params: object): Promise<Record<string, unknown>> => {
    last += 1;
    const id = last;
    const answer = await new Promise<BidiAnswer>((done) => {
      waiting.set(id, done);
      socket.send(JSON.stringify({ id, method, params }));
    });
    if (answer.type === "error") throw new Error(`${method}: ${answer.message}`);
    return answer.result;
  };
  await say("session.new", { capabilities: {} });
  const tree = (await say("browsingContext.getTree", {})) as {
    readonly contexts: readonly [{ readonly context: string }];
  };
  const { context } = tree.contexts[0];
  return {
    name: "Firefox",
    go: async (url) => {
      await say("browsingContext.navigate", { context, url, wait: "complete" });
    },
    value: async (expression) => {
      const asked = `Promise.resolve(${expression}).then((value) => JSON.stringify(value) ?? "null")`;
      const answer = await say("script.evaluate", {
        expression: asked,
        target: { context },
        awaitPromise: true,
      });
      if (answer.type === "exception") throw new Error(JSON.stringify(answer.exceptionDetails));
      return JSON.parse((answer.result as { readonly value: string }).value);
    },
    press: async (...keys) => {
      await say("input.performActions", {
        context,
        actions: [{ type: "key", id: "keys", actions: strokes(keys) }],
      });
    },
    close: async () => {
      socket.close();
      process.kill();
      await process.exited;
      rmSync(home, { recursive: true, force: true });
    },
  };
}

interface BidiAnswer {
  readonly id: number;
  readonly type: "success" | "error";
  readonly message?: string;
  readonly result: Record<string, unknown>;
}

function opened(address: string): Promise<WebSocket> {
  return new Promise((done, fail) => {
    const socket = new WebSocket(address);
    socket.addEventListener("open", () => done(socket));
    socket.addEventListener("error", () => fail(new Error(`${address} does not answer`)));
  });
}

/** GTK's WebKit, which Safari is built on too. Null where it, its driver or a screen for it is not installed. */
export async function webkit(): Promise<Engine | null> {
  const [driver, screen, browser] = [
    Bun.which("WebKitWebDriver"),
    Bun.which("Xvfb"),
    miniBrowser(),
  ];
  if (driver === null || screen === null || browser === null) return null;
  const display = `:${100 + Math.floor(Math.random() * 800)}`;
  const quiet = { stdout: "ignore", stderr: "ignore" } as const;
  const shown = Bun.spawn([screen, display, "-screen", "0", "1280x900x24"], quiet);
  const at = port();
  const env = { ...process.env, DISPLAY: display, WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS: "1" };
  const driving = Bun.spawn([driver, `--port=${at}`], { ...quiet, env });
  const ask = async (path: string, body?: object, method = "POST"): Promise<unknown> => {
    const response = await fetch(`http://127.0.0.1:${at}${path}`, {
      method,
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const { value } = (await response.json()) as { readonly value: unknown };
    if (!response.ok) throw new Error(`${path}: ${JSON.stringify(value)}`);
    return value;
  };
  const options = { binary: browser, args: ["--automation"] };
  const started = await eventually(() =>
    ask("/session", { capabilities: { alwaysMatch: { "webkitgtk:browserOptions": options } } }),
  );
  const session = `/session/${(started as { readonly sessionId: string }).sessionId}`;
  return {
    name: "WebKit",
    go: async (url) => {
      await ask(`${session}/url`, { url });
    },
    value: async (expression) => {
      const script = `const done = arguments[0]; Promise.resolve(${expression}).then((value) => done(JSON.stringify(value) ?? "null"), (error) => done({ fault: String(error) }))`;
      const said = await ask(`${session}/execute/async`, { script, args: [] });
      if (typeof said !== "string") throw new Error(JSON.stringify(said));
      return JSON.parse(said);
    },
    press: async (...keys) => {
      await ask(`${session}/actions`, {
        actions: [{ type: "key", id: "keys", actions: strokes(keys) }],
      });
    },
    close: async () => {
      await ask(session, undefined, "DELETE").catch(() => {});
      driving.kill();
      await driving.exited;
      shown.kill();
      await shown.exited;
    },
  };
}

function miniBrowser(): string | null {
  for (const folder of [
    "/usr/lib/x86_64-linux-gnu",
    "/usr/lib/aarch64-linux-gnu",
    "/usr/libexec",
  ]) {
    try {
      const inside = readdirSync(folder).find((name) => /^webkit2gtk-\d/.test(name));
      const path = inside === undefined ? null : join(folder, inside, "MiniBrowser");
      if (path !== null && Bun.file(path).size > 0) return path;
    } catch {
      // Another system keeps it elsewhere.
    }
  }
  return null;
}
