/** `notes --history`, `--show`, `--bring-back`: earlier states of the notes. */
import type { PaperId } from "../../core/content/curriculum.ts";
import type { Version } from "../../core/content/note.ts";
import { lastNoteStep, type NoteStep } from "../../core/content/note-undo.ts";
import type { Millis } from "../../core/time/calendar.ts";
import { momentOfId } from "../../core/time/clock.ts";
import { sayMoment } from "../../core/words/describe.ts";
import { bringBack, noticeNotes } from "../../workspace/notes.ts";
import { lastVersions, versionDays, versionsOf, versionText } from "../../workspace/versions.ts";
import type { Look, Workspace } from "../../workspace/workspace.ts";
import { choosePaper } from "../choose.ts";
import { type CommonOptions, inWorkspace, lookFresh, printJson, Stop } from "../run.ts";
import type { Terminal } from "../terminal.ts";

export interface VersionOptions extends CommonOptions {
  readonly history?: boolean;
  readonly show?: string;
  readonly bringBack?: string;
}

const causes: Readonly<Record<Version["cause"], string>> = {
  saved: "saved by the page",
  found: "saved by an editor",
  "brought-back": "brought back",
  "taken-back": "undone",
  deleted: "deleted",
};

export async function noteVersions(
  terminal: Terminal,
  said: readonly string[],
  options: VersionOptions,
): Promise<void> {
  await inWorkspace(terminal, options, async (workspace) => {
    const look = await lookFresh(terminal, workspace);
    noticeNotes(workspace.layout, terminal.now());
    if (said.length === 0) {
      if (!options.history) throw new Stop("Name the paper: `study notes bert --show 12`.", 2);
      return listNotes(terminal, workspace, look, options);
    }
    const paper = chooseNote(said.join(" "), workspace, look);
    if (options.show !== undefined) return show(terminal, workspace, paper, options.show);
    if (options.bringBack !== undefined) {
      const number = numberOf(options.bringBack);
      const done = bringBack(workspace.layout, paper, number, "brought-back", terminal.now());
      terminal.print(
        done
          ? `notes/${paper}.md is as it was in version ${number}. \`study undo\` takes that back.`
          : "Nothing to do: that is already the case.",
      );
      return;
    }
    list(terminal, versionsOf(workspace.layout, paper), paper, look, options);
  });
}

/** A paper, or the name of a note that belongs to none. */
function chooseNote(said: string, workspace: Workspace, look: Look): PaperId {
  const name = said.replace(/^notes\//, "").replace(/\.md$/, "");
  const known = lastVersions(workspace.layout).find(({ paper }) => paper === name);
  return known?.paper ?? choosePaper(said, workspace, look);
}

function numberOf(said: string): number {
  if (/^\d{1,12}$/.test(said)) return Number(said);
  throw new Stop(
    `"${said}" is not the number of a version; \`study notes bert --history\` shows them.`,
    2,
  );
}

function listNotes(
  terminal: Terminal,
  { layout }: Workspace,
  { progress }: Look,
  options: VersionOptions,
): void {
  const notes = lastVersions(layout);
  if (options.json) {
    printJson(terminal, notes);
    return;
  }
  if (notes.length === 0) terminal.print("No note has been saved yet.");
  for (const { paper, states, at, cause } of notes) {
    const gone = cause === "deleted" ? terminal.paint("late", "  deleted") : "";
    const count = `${states} ${states === 1 ? "version" : "versions"}`;
    terminal.print(`${sayMoment(at, progress.timeZone)}  ${paper}  ${count}${gone}`);
  }
  terminal.print(terminal.paint("faint", "`study notes bert --history` lists those of one."));
}

function list(
  terminal: Terminal,
  versions: readonly Version[],
  paper: PaperId,
  { progress }: Look,
  options: VersionOptions,
): void {
  if (options.json) {
    printJson(terminal, versions);
    return;
  }
  if (versions.length === 0) throw new Stop(`notes/${paper}.md has not been saved yet.`);
  const { paint } = terminal;
  for (const { number, at, cause, length } of versions.toReversed()) {
    const size = length === null ? "" : `  ${charactersSaid(length)}`;
    const id = String(number).padStart(6);
    terminal.print(`${id}  ${sayMoment(at, progress.timeZone)}  ${causes[cause]}${size}`);
  }
  terminal.print(
    paint(
      "faint",
      `\`--show ${versions[0]?.number}\` prints one, \`--bring-back ${versions[0]?.number}\` restores it. Kept for ${versionDays} days.`,
    ),
  );
}

function show(terminal: Terminal, { layout }: Workspace, paper: PaperId, said: string): void {
  const text = versionText(layout, paper, numberOf(said));
  if (text === null) throw new Stop(`notes/${paper}.md has no version ${said}.`);
  terminal.verbatim(text.replace(/\n$/, ""));
}

export interface LastEdit extends NoteStep {
  readonly paper: PaperId;
}

/** The edit of a note that is the last thing done, later than the command that an undo would take back; else null. */
export function lastEdit({ layout }: Workspace, { picture }: Look, now: Millis): LastEdit | null {
  noticeNotes(layout, now);
  const steps = lastVersions(layout).flatMap(({ paper }) => {
    const step = lastNoteStep(versionsOf(layout, paper).toReversed());
    return step === null ? [] : [{ paper, ...step }];
  });
  const latest = steps.toSorted((a, b) => b.last.at - a.last.at)[0];
  const { undoable } = picture.settled;
  if (latest === undefined) return null;
  return undoable !== null && momentOfId(undoable) > latest.last.at ? null : latest;
}

/** The state before it stands again; the one that it takes the place of stays among the versions. */
export function takeBack(
  terminal: Terminal,
  { layout }: Workspace,
  { paper, last, before }: LastEdit,
): void {
  const note = `notes/${paper}.md`;
  if (before.length === null) {
    throw new Stop(`${note} had been deleted before that; delete it again to undo it.`);
  }
  bringBack(layout, paper, before.number, "taken-back", terminal.now());
  const what = last.cause === "saved" ? "edited" : "brought back";
  terminal.print(
    `Undone: ${note} ${what}; it is as in version ${before.number}. \`study notes ${paper} --bring-back ${last.number}\` redoes it.`,
  );
}

function charactersSaid(length: number): string {
  return length === 1 ? "1 character" : `${length.toLocaleString("en")} characters`;
}
