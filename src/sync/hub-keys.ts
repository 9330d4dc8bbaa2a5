/** This device's keys of hubs, `.study/hub-keys.json`, by the hub's address. */
import { readFileSync } from "node:fs";
import * as v from "valibot";
import type { Layout } from "../workspace/layout.ts";
import { makeState } from "../workspace/private.ts";
import { replaceFile } from "../workspace/replace-file.ts";

const keysForm = v.record(v.string(), v.string());

export function hubKey(layout: Layout, address: string): string | null {
  return readKeys(layout)[address] ?? null;
}

export function keepHubKey(layout: Layout, address: string, key: string): void {
  makeState(layout);
  const next = { ...readKeys(layout), [address]: key };
  replaceFile(layout.hubKeys, layout.state, `${JSON.stringify(next)}\n`);
}

function readKeys({ hubKeys }: Layout): Readonly<Record<string, string>> {
  try {
    const read = v.safeParse(keysForm, JSON.parse(readFileSync(hubKeys, "utf8")));
    return read.success ? read.output : {};
  } catch {
    return {};
  }
}
