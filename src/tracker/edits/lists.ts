/** Edits of checklists: the weeks' tasks, milestones and resources. */
import { plainName } from "../../core/content/names.ts";
import type { Line } from "../blocks.ts";
import type { Desired, DesiredItem } from "../desired.ts";
import { asMeant } from "../form.ts";
import { type MatchedLine, matchList } from "../match.ts";
import { plainWords } from "../plain.ts";
import type { FoundList, FoundText } from "../scan.ts";
import {
  type Agreed,
  type Edit,
  editAt,
  editsAlone,
  joined,
  type Mode,
  nothingRead,
  type Reading,
  told,
} from "./reading.ts";

export function readList(
  list: string,
  found: FoundList,
  base: Agreed | null,
  now: Desired,
): Reading {
  const before = base?.lists[list];
  const current = now.lists[list] ?? [];
  const mode = before === undefined || before.length === 0 ? "adopt" : "follow";
  // A line may carry an item's text of today or the one last agreed on.
  const older = (before ?? []).filter(
    (item) => !current.some(({ id, text }) => id === item.id && text === item.text),
  );
  const matched = matchList(found, [...current, ...older], "edited");
  const [of, was] = [byIds(current), byIds(before ?? [])];
  // Lines of items are paired first, so one that is left over is a second one.
  const twins = new Map(
    matched.lines.flatMap(({ item, words, found }) =>
      item === null ? [] : [[plainWords(words.text), found.line.number] as const],
    ),
  );
  const lines = matched.lines.map((line) => {
    const { item } = line;
    if (item === null) {
      const said = plainWords(line.words.text);
      const twin = said === "" ? undefined : twins.get(said);
      return twin === undefined ? readNewItem(list, line) : tellTwin(line, twin);
    }
    return readItem(list, {
      before: was.get(item.id) ?? item,
      current: of.get(item.id) ?? null,
      line,
      mode,
    });
  });
  const misshapen = matched.misshapen.map(({ item, line }) => {
    const known = of.get(item.id);
    return known === undefined ? nothingRead : tellShape(known, line);
  });
  const gone =
    before === undefined
      ? []
      : matched.missing.flatMap(({ id }) => {
          const [older, newer] = [was.get(id), of.get(id)];
          return older === undefined || newer === undefined ? [] : [{ older, newer }];
        });
  const all = gone.length > 0 && found.items.length === 0 && (before?.length ?? 0) > 1;
  const missing = all
    ? [
        told(
          { line: 1, column: 1 },
          `All lines of "${list}" are gone from the file; the journal keeps them.`,
        ),
      ]
    : gone.map(readGone);
  return joined([...lines, ...misshapen, ...missing]);
}

/** An item whose line was there and is not any more. */
function readGone({
  older,
  newer,
}: {
  readonly older: DesiredItem;
  readonly newer: DesiredItem;
}): Reading {
  if (older.text !== newer.text) {
    return told(
      { line: 1, column: 1 },
      `A command changed "${older.text}" to "${newer.text}", and its line was deleted in an older text of the file. It stays; delete it once more if you mean it.`,
    );
  }
  const { id } = newer;
  return editsAlone([{ key: id, line: 1, column: 1, command: { do: "remove-item", item: id } }]);
}

interface ItemRead {
  readonly before: DesiredItem;
  /** Null where a command removed it meanwhile. */
  readonly current: DesiredItem | null;
  readonly line: MatchedLine;
  readonly mode: Mode;
}

function readItem(list: string, { before, current, line, mode }: ItemRead): Reading {
  if (current === null) return readRemoved(list, before, line);
  const { found, words } = line;
  const done = found.form === "hidden" ? null : (found.mark?.done ?? null);
  const ticks = done !== null && done !== before.done && !(mode === "adopt" && !done);
  return joined([
    done === null && found.form !== "hidden" ? tellMark(line, before) : nothingRead,
    ticks
      ? editsAlone([
          editAt(before.id, found.mark ?? words, { do: "mark-item", item: before.id, done }),
        ])
      : nothingRead,
    tellLabel(before, line),
    editsAlone(wordEdits(before, current, words)),
  ]);
}

/** It was removed meanwhile. A line with other words than it had is the learner's, and new. */
function readRemoved(list: string, before: DesiredItem, line: MatchedLine): Reading {
  const { found, same } = line;
  if (!same) return readNewItem(list, line);
  if (found.mark?.done !== !before.done) return nothingRead;
  return told(
    { line: found.line.number, column: found.mark.column },
    `"${before.text}" was ${before.done ? "unticked" : "ticked"} here and removed by a command. It stays removed; \`study undo\` brings it back.`,
  );
}

function wordEdits(before: DesiredItem, current: DesiredItem, words: FoundText): readonly Edit[] {
  const { id, label } = before;
  const said = label === null ? words.text : withoutLabel(words.text, label);
  const written = asMeant(said);
  const plain = plainWords(said);
  // An empty line is an edit in progress.
  if (plain === "" || plain === plainWords(before.text) || plain === plainWords(current.text))
    return [];
  const edit = editAt(id, words, { do: "edit-item", item: id, text: written });
  if (current.text === before.text) return [edit];
  const field = `item:${id}`;
  const journal = current.text;
  return [editAt(id, words, { do: "note-conflict", field, file: written, journal }), edit];
}

/** As a merge that keeps both sides' lines leaves it: which of the two is meant can't be told. */
function tellTwin({ found, words }: MatchedLine, first: number): Reading {
  return told(
    { line: found.line.number, column: found.mark?.column ?? words.column },
    `"${words.text}" stands in line ${first} too, which is read; this line is left as it is. Delete one of the two, or word them differently.`,
  );
}

/** Its words are there, so it is not gone; what the line says of it can't be seen. */
function tellShape({ text, done }: DesiredItem, line: Line): Reading {
  const box = done ? "[x]" : "[ ]";
  return told(
    { line: line.number, column: 1 },
    `"${text}" is written here in a form that is not understood; it stays ${done ? "done" : "not done"}. Write it as "- ${box} ${text}".`,
  );
}

/** A milestone under another label, or none. */
function tellLabel({ label, text }: DesiredItem, { words }: MatchedLine): Reading {
  const written = plainWords(words.text);
  const rest = label === null ? null : written.slice(plainWords(label).length);
  if (label === null || written === "") return nothingRead;
  if (written.startsWith(plainWords(label)) && /^ ?(?::|-)/.test(rest ?? "")) return nothingRead;
  return told(
    words,
    `The label of "${text}" is "${label}". The file can't change it; yours stays in the file only.`,
  );
}

/** Whether the item is done can't be seen; it is as it was. */
function tellMark({ found, words }: MatchedLine, { text, done }: DesiredItem): Reading {
  const state = done ? "done" : "not done";
  return told(
    { line: found.line.number, column: found.mark?.column ?? words.column },
    found.mark === null
      ? `"${text}" has no box; it stays ${state}. Write [ ] or [x] before it.`
      : `"${found.mark.text}" is neither [ ] nor [x]; "${text}" stays ${state}.`,
  );
}

function readNewItem(list: string, { found, words }: MatchedLine): Reading {
  const done = found.mark?.done ?? null;
  if (done === null) {
    return told(
      { line: found.line.number, column: found.mark?.column ?? words.column },
      "This checklist line has neither [ ] nor [x]; it is left as it is.",
    );
  }
  return editsAlone([newItem(list, words, done)]);
}

function newItem(list: string, words: FoundText, done: boolean): Edit {
  const kind = list.startsWith("week:") ? "task" : list === "milestones" ? "milestone" : "resource";
  const said = asMeant(words.text.replace(/\s*\r?\n\s*/g, " "));
  // A milestone's own label is bold in the form, and is words all the same.
  const text =
    kind === "milestone" ? said.replace(/^\*\*([^*]{1,60})\*\*(?=\s*[:–—-])/u, "$1") : said;
  return {
    ...editAt(list, words, { do: "add-item", kind, list, text }),
    followUp: ([made]) =>
      done && made?.type === "item.added" ? [{ do: "mark-item", item: made.item, done }] : [],
  };
}

/** A milestone's text without its label, in whatever hand the label is. */
function withoutLabel(text: string, label: string): string {
  const [, name, rest] =
    /^(?:[*_]{0,3}|<\w{1,6}>)([^:：*_<>]{1,60}?)(?:[*_]{0,3}|<\/\w{1,6}>)\s*(?:[:：]|[–—-]\s)[*_]{0,3}\s*(.*)$/su.exec(
      text,
    ) ?? [];
  return name !== undefined && plainName(name) === plainName(label) ? (rest ?? "").trim() : text;
}

function byIds(items: readonly DesiredItem[]): ReadonlyMap<string, DesiredItem> {
  return new Map(items.map((item) => [item.id, item]));
}
