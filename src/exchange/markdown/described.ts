/** A heading whose properties stand below it, as what it is: a paper, or a thing to do. */
import { marksIn, type State } from "./marks.ts";
import type { Piece } from "./pieces.ts";
import type { Properties } from "./property-list.ts";
import type { HeadingFound, PaperFound, TaskFound } from "./reading.ts";
import { bareTitle } from "./titles.ts";

/** Whether boxes or a table stand below a heading: then what is said of its state is a sum of them. */
export function holdsMore(pieces: readonly Piece[], at: number): boolean {
  for (let next = at + 1; next < pieces.length; next += 1) {
    const piece = pieces[next];
    if (piece === undefined || piece.is === "heading") return false;
    if (piece.is === "table" || (piece.is === "item" && piece.box !== null)) return true;
  }
  return false;
}

/** What a heading is whose properties stand below it: a paper, or a thing to do. The title of a file is neither. */
export function describedBy(
  { line, level, text }: HeadingFound,
  properties: Properties,
  amongPapers: boolean,
  isSection: boolean,
): PaperFound | TaskFound | null {
  const { state, done, minutes, links, notes, implemented } = properties;
  const marks = marksIn(text.replace(/^\s*\d{1,3}[.)]\s+/, ""));
  const found = state ?? marks.state ?? "none";
  if (!properties.ofPaper && (level === 1 || state === null || isSection)) return null;
  if (!properties.ofPaper && !amongPapers) {
    return {
      is: "task",
      line: properties.owned[0] ?? line,
      text: marks.text,
      state: found,
      done,
      minutes,
      links,
      from: "line",
      boxed: true,
      depth: 0,
      list: -1,
      span: null,
    };
  }
  const aspect = (one: State | null) => (one === null || one === "dropped" ? undefined : one);
  const [read, noted, built] = [aspect(found), aspect(notes), aspect(implemented)];
  return {
    is: "paper",
    line,
    name: bareTitle(marks.text),
    arxiv: properties.arxiv,
    links,
    states: {
      ...(read === undefined ? {} : { read }),
      ...(noted === undefined ? {} : { notes: noted }),
      ...(built === undefined ? {} : { implemented: built }),
    },
    dropped: found === "dropped",
    done: found === "done" ? done : null,
    hours: { read: minutes, implement: null },
    from: "heading",
    owned: properties.owned,
    boxed: true,
    list: -1,
    span: null,
  };
}
