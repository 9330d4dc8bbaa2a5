/** What a device says of the files that it has: `<device>/files.json`, which only that device writes. */
import * as v from "valibot";
import type { WorkspaceId } from "../core/replica/replica.ts";
import type { DeviceId } from "../core/time/clock.ts";
import { readLine, writeLine } from "./line.ts";
import { type Mark, type Version, versionForm } from "./lineage.ts";
import { isShared } from "./shared.ts";
import type { Listed } from "./shelf.ts";

export type Heads = Readonly<Record<string, Version>>;

const headsForm = v.object({
  form: v.literal(1),
  workspace: v.string(),
  files: v.record(v.string(), versionForm),
});

export interface HeadsRead {
  readonly workspace: string;
  readonly heads: Heads;
}

export const headsName = (device: DeviceId) => `${device}/files.json`;

export function headsIn(listed: readonly Listed[]): readonly Listed[] {
  return listed.filter(({ name }) => /^[0-9a-z]{8}\/files\.json$/.test(name));
}

export function writeHeads(workspace: WorkspaceId, heads: Heads): string {
  const files = Object.fromEntries(Object.entries(heads).toSorted(([a], [b]) => (a < b ? -1 : 1)));
  return writeLine("files", JSON.stringify({ form: 1, workspace, files }));
}

/** Null for what has come in part or is damaged: it is read when it is whole. */
export function readHeads(text: string): HeadsRead | null {
  const line = readLine(text.endsWith("\n") ? text.slice(0, -1) : "");
  if (line?.kind !== "files") return null;
  const read = v.safeParse(headsForm, JSON.parse(line.body));
  if (!read.success) return null;
  const { workspace, files } = read.output;
  // What lies outside of the folders that travel is nobody's to write.
  const heads = Object.fromEntries(Object.entries(files).filter(([path]) => isShared(path)));
  return { workspace, heads };
}

/** A text's place: under its content's mark, so that who reads it can tell whether it is whole. */
export function textName(device: DeviceId, mark: Mark, path: string): string {
  return `${device}/files/${mark}-${path.slice(path.lastIndexOf("/") + 1)}`;
}

const textForm = /^([0-9a-z]{8})\/files\/([0-9a-f]{32})-[^/]+$/;

/** Where the texts lie, by their marks. */
export function textsIn(listed: readonly Listed[]): ReadonlyMap<Mark, readonly string[]> {
  const texts = new Map<Mark, string[]>();
  for (const { name } of listed) {
    const mark = textForm.exec(name)?.[2];
    if (mark !== undefined) texts.set(mark, [...(texts.get(mark) ?? []), name]);
  }
  return texts;
}
