/** Erasing for good: a command, a note, or everything about a paper. What is decided is apart from what is done. */
import { existsSync, readdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import type { PaperId } from "../core/content/curriculum.ts";
import type { CommandId, Entry } from "../core/entries/entry.ts";
import { type Millis, utcDay } from "../core/time/calendar.ts";
import type { Journal } from "../journal/port.ts";
import { makeBackup } from "./backups.ts";
import type { Layout } from "./layout.ts";
import { notePath } from "./notes.ts";
import { pdfPath } from "./papers.ts";
import { forgetVersions } from "./versions.ts";
import type { Workspace } from "./workspace.ts";

export type Forgotten =
  | { readonly what: "command"; readonly id: CommandId }
  | { readonly what: "note"; readonly paper: PaperId }
  | { readonly what: "paper"; readonly paper: PaperId };

/** The entries that go. An answer within a quiz stays: the quiz is about other papers too. */
export async function entriesAbout(
  { lines }: Pick<Journal, "lines">,
  target: Forgotten,
): Promise<readonly Entry[]> {
  if (target.what === "note") return [];
  const about: Entry[] = [];
  const cards = new Set<string>();
  for await (const { entry } of lines()) {
    if (entry === null || entry.type === "workspace.started") continue;
    if (target.what === "command") {
      if (entry.command === target.id) about.push(entry);
      continue;
    }
    const itsOwn = "paper" in entry && entry.paper === target.paper;
    const card = "card" in entry ? entry.card : null;
    if (itsOwn && card !== null) cards.add(card);
    if (itsOwn || (card !== null && cards.has(card))) about.push(entry);
  }
  return about;
}

/** The files that go, of those that are there. */
export function filesAbout(layout: Layout, target: Forgotten): readonly string[] {
  if (target.what === "command") return [];
  const { paper } = target;
  const images = existsSync(layout.images) ? readdirSync(layout.images) : [];
  const itsImages = images
    .filter(
      (name) => name.startsWith(`${paper}-`) && /^[a-z0-9]+\./.test(name.slice(paper.length + 1)),
    )
    .map((name) => join(layout.images, name));
  const pdf = target.what === "paper" ? [pdfPath(layout, paper)] : [];
  return [notePath(layout, paper), ...itsImages, ...pdf].filter((path) => existsSync(path));
}

/** Nothing of it is left in the folder's own files when this returns, but for what `keptCopies` names. */
export async function erase(
  { layout, journal, rewriteTracker }: Workspace,
  target: Forgotten,
  entries: readonly Entry[],
  now: Millis,
): Promise<void> {
  // The journal first: where it can't be written nothing is erased.
  await journal.forget(entries.map(({ id }) => id));
  for (const path of filesAbout(layout, target)) rmSync(path, { force: true });
  if (target.what !== "command") forgetVersions(layout, target.paper);
  if (entries.length === 0) return;
  // The file lets go of its lines while it is remembered which ones were the journal's.
  await rewriteTracker(now);
  await journal.scrub();
  rmSync(layout.backups, { recursive: true, force: true });
  rmSync(layout.replaced, { force: true });
  makeBackup(journal, layout, utcDay(now));
}

/** Files beside the journal that an earlier repair or restore kept: they may hold it still. */
export function keptCopies(layout: Layout): readonly string[] {
  const inState = readdirSync(layout.state)
    .filter((name) => /^journal\.db\.(before|damaged|salvaged)/.test(name))
    .map((name) => join(layout.state, name));
  const beside = readdirSync(layout.folder)
    .filter((name) => /^TRACKER\.md\.before/.test(name))
    .map((name) => join(layout.folder, name));
  return [...inState, ...beside];
}
