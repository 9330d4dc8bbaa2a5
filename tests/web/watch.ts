/** Watches a page for what foreign text must never bring about. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Visitor } from "./visit.ts";

export interface Watch {
  /** What happened since the page was opened: script that ran, dialogs, windows, requests to elsewhere. */
  readonly happened: () => Promise<readonly string[]>;
  /** What stands in the page now and must not. */
  readonly stands: () => Promise<readonly string[]>;
  /** What the policy had to stop. */
  readonly stopped: () => readonly string[];
}

const forbidden = readFileSync(join(import.meta.dir, "in-page", "forbidden.js"), "utf8");

export async function watch({ context, page }: Visitor, origin: string): Promise<Watch> {
  const events: string[] = [];
  const stopped: string[] = [];
  await context.addInitScript(
    "globalThis.hits = []; globalThis.hit = () => hits.push('script ran')",
  );
  page.on("dialog", (dialog) => {
    events.push(`dialog ${dialog.type()}: ${dialog.message()}`);
    void dialog.dismiss();
  });
  context.on("page", (opened) => events.push(`window: ${opened.url()}`));
  context.on("request", (request) => {
    const url = request.url();
    if (!url.startsWith(origin) && !/^(data|blob):/.test(url)) events.push(`request: ${url}`);
  });
  page.on("framenavigated", (frame) => {
    if (frame !== page.mainFrame()) events.push(`frame: ${frame.url()}`);
  });
  page.on("console", (message) => {
    if (/Content.Security.Policy|Refused to/i.test(message.text())) stopped.push(message.text());
  });
  return {
    happened: async () => {
      const hits = await page.evaluate<readonly string[]>("globalThis.hits");
      return [...events, ...hits];
    },
    stands: () => page.evaluate<readonly string[]>(forbidden),
    stopped: () => stopped,
  };
}
