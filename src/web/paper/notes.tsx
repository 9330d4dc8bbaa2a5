/** The notes on a paper: an editor over `notes/<paper>.md`, and beside it what the text becomes. */

import { type RefObject, useCallback, useEffect, useMemo, useRef, useState } from "react";
import { flushSync } from "react-dom";
import { Link } from "wouter";
import type { PaperId } from "../../core/content/curriculum.ts";
import { guideOf } from "../../core/content/material.ts";
import type { Note } from "../../core/content/note.ts";
import { completeness, paperLinks, sectionsOf } from "../../core/content/note-sections.ts";
import { paperNamed } from "../../core/content/paper-names.ts";
import { mergeLines, mergeMarks } from "../../core/words/merge-marks.ts";
import { api } from "../../wire/wire.ts";
import { Rich } from "../markdown/rich.tsx";
import { paletteWords } from "../palette/words.ts";
import { useNoteAliases, useNoteNames } from "../parts/note-names.tsx";
import { useTracker } from "../parts/parts.tsx";
import { usePrinting } from "../parts/printing.ts";
import { CardEditor } from "../review/card-editor.tsx";
import { type Action, useActions } from "../shell/actions.ts";
import { Refused, sendFile } from "../store/server.ts";
import { strings } from "../strings.ts";
import { type EditorHandle, openEditor } from "./editor.ts";
import { type LinkOffer, linkOffers } from "./link-offers.ts";
import { NoteVersions } from "./note-versions.tsx";
import { Preview } from "./preview.tsx";
import { useSettled } from "./settled.ts";
import { paperWords } from "./words.ts";

type Side = "both" | "text" | "shown";

export default function NotesRoom({ id }: { readonly id: PaperId }) {
  const { notes, say, locked, situation } = useTracker();
  const note = notes.get(id);
  const fixed = note?.fixed ?? null;
  const place = useRef<HTMLDivElement>(null);
  const editor = useRef<EditorHandle | null>(null);
  const preview = useRef<HTMLElement>(null);
  const scrolled = useRef(0);
  /** Where the preview stands by following the editor. */
  const followed = useRef(0);
  const linked = useRef<() => readonly LinkOffer[]>(() => []);
  const own = useNoteAliases();
  linked.current = () => {
    const papers = situation.progress.papers.filter((paper) => paper.id !== id);
    return linkOffers({ papers, curriculum: situation.curriculum, own });
  };
  const [side, setSide] = useState<Side>(() => (window.innerWidth < 900 ? "text" : "both"));
  const [passage, setPassage] = useState<string | null>(null);
  const [missing, setMissing] = useState(false);
  const [versions, setVersions] = useState(false);
  const [drawn, setDrawn] = useState(drawnAtFirst);
  const printing = usePrinting();

  useEffect(() => {
    let current = true;
    const start = async () => {
      const held = await notes.open(id);
      if (!current || place.current === null) return;
      if (held === null) return setMissing(true);
      editor.current = openEditor(place.current, {
        text: held.text,
        label: paperWords.notesTitle,
        locked: locked || fixed !== null,
        drawn: drawnAtFirst(),
        changed: (text) => notes.edit(id, text),
        scrolled: (share) => {
          // The editor tells of its scrolling also where only its lines were measured anew.
          if (share === scrolled.current) return;
          scrolled.current = share;
          followed.current = follow(preview.current, share);
        },
        links: () => linked.current(),
        paste: (file) => keepImage(id, file, say),
      });
    };
    void start();
    const forget = notes.onMerged((paper, text, byTab) => {
      if (paper !== id) return;
      editor.current?.merge(text);
      if (!byTab) say(paperWords.changedOutside);
    });
    return () => {
      current = false;
      forget();
      void notes.flush(id);
      editor.current?.close();
      editor.current = null;
    };
  }, [id, notes, say, locked, fixed]);

  const cardFromSelection = useCallback(() => {
    const text = editor.current?.selected() ?? document.getSelection()?.toString() ?? "";
    setPassage(text.trim());
  }, []);
  const actions = useMemo<readonly Action[]>(
    () =>
      locked
        ? []
        : [
            {
              id: "card-from-notes",
              label: paperWords.cardFrom,
              group: strings.keyGroups.screen,
              keys: "c",
              run: cardFromSelection,
            },
          ],
    [locked, cardFromSelection],
  );
  useActions(actions);

  // A section is gone to in the text, so the text must be seen.
  const show = () => flushSync(() => setSide((now) => (now === "shown" ? "text" : now)));
  const text = useSettled(note?.text ?? "");
  const grown = useCallback(() => followOn(preview.current, scrolled.current, followed), []);
  const marked = useMemo(() => mergeMarks(text).length > 0, [text]);
  const name = situation.progress.papers.find((paper) => paper.id === id)?.name ?? id;
  return (
    <div className="notes-room">
      <div className="notes-main">
        <div className="notes-bar no-print">
          <span className="faint" role="status">
            {note === null ? "" : paperWords.noteStates[note.state]} · notes/{id}.md
          </span>
          <span className="buttons">
            {!locked && (
              <button type="button" className="quiet" onClick={cardFromSelection}>
                {paperWords.cardFrom}
              </button>
            )}
            <button type="button" className="quiet" onClick={() => setVersions(true)}>
              {paperWords.versionsTitle}
            </button>
            <button
              type="button"
              className="quiet"
              aria-pressed={drawn}
              title={paperWords.drawnHint}
              onClick={() => {
                localStorage.setItem(drawnKey, drawn ? "no" : "yes");
                editor.current?.draw(!drawn);
                setDrawn(!drawn);
              }}
            >
              {paperWords.drawn}
            </button>
            <fieldset className="sides">
              <legend className="hidden">{paperWords.view}</legend>
              {(["text", "both", "shown"] as const).map((one) => (
                <button
                  key={one}
                  type="button"
                  aria-pressed={side === one}
                  onClick={() => setSide(one)}
                >
                  {paperWords.sides[one]}
                </button>
              ))}
            </fieldset>
          </span>
        </div>
        {missing && <p role="alert">{paperWords.noteAway}</p>}
        {fixed !== null && <p role="alert">{strings.noteFixed[fixed](id)}</p>}
        {marked && <p role="alert">{paperWords.noteMarks(mergeLines(text))}</p>}
        <div className={`notes-sides show-${side}`}>
          <div className="editor" ref={place} />
          {(side !== "text" || printing) && (
            <Preview ref={preview} text={text} label={paperWords.preview(name)} grown={grown} />
          )}
        </div>
      </div>
      <aside className="notes-aside no-print">
        <Sections
          id={id}
          text={text}
          go={(line) => {
            show();
            editor.current?.goTo(line);
          }}
          add={(title, before) => {
            show();
            editor.current?.addHeading(title, before);
          }}
        />
        <Outline
          text={text}
          go={(line) => {
            show();
            editor.current?.goTo(line);
          }}
        />
        <Links id={id} text={text} />
      </aside>
      {versions && (
        <NoteVersions
          id={id}
          bringBack={
            locked || fixed !== null
              ? null
              : (earlier) => {
                  show();
                  editor.current?.put(earlier);
                  say(paperWords.broughtBack);
                }
          }
          close={() => setVersions(false)}
        />
      )}
      {passage !== null && (
        <CardEditor
          paper={id}
          passage={{ text: passage, source: paletteWords.rooms.notes(name) }}
          close={() => setPassage(null)}
        />
      )}
    </div>
  );
}

const drawnKey = "notes:drawn";
const drawnAtFirst = () => localStorage.getItem(drawnKey) !== "no";

/** The preview shows the part that is written in the editor. Gives where it stands now. */
function follow(preview: HTMLElement | null, share: number): number {
  if (preview === null) return 0;
  preview.scrollTop = share * (preview.scrollHeight - preview.clientHeight);
  return preview.scrollTop;
}

/** The same after the preview has become longer or shorter, unless the reader has scrolled it since. */
function followOn(preview: HTMLElement | null, share: number, followed: RefObject<number>): void {
  if (preview === null || Math.abs(preview.scrollTop - followed.current) > 2) return;
  followed.current = follow(preview, share);
}

function Sections(props: {
  readonly id: PaperId;
  readonly text: string;
  readonly go: (line: number) => void;
  readonly add: (title: string, before: number | null) => void;
}) {
  const { situation, material, locked } = useTracker();
  const { noteTemplate } = situation.curriculum;
  const states = useMemo(() => completeness(noteTemplate, props.text), [noteTemplate, props.text]);
  const prompts = guideOf(material, props.id)?.prompts ?? [];
  const filled = states.filter((state) => state.filled).length;
  return (
    <section aria-label={paperWords.sectionsTitle}>
      <h2>{paperWords.sectionsTitle}</h2>
      <div className="figure">
        <span>{paperWords.filledIn}</span>
        <b>
          {filled}/{states.length}
        </b>
        <progress aria-label={paperWords.filledIn} max={states.length} value={filled} />
      </div>
      <ul className="note-sections">
        {states.map(({ title, filled: is, line }, index) => {
          // One whose heading was taken out comes back in the template's order.
          const following = states.slice(index + 1).find((later) => later.line !== null);
          const prompt = prompts.find(({ section }) => section === title)?.prompt;
          return (
            <li key={title} className={is ? "is-done" : ""}>
              <button
                type="button"
                className="row"
                disabled={line === null && locked}
                title={line === null ? paperWords.addSection : undefined}
                onClick={() =>
                  line === null ? props.add(title, following?.line ?? null) : props.go(line)
                }
              >
                <span aria-hidden="true">{is ? "✓" : "○"}</span> {title}
                <span className="hidden">{is ? strings.done : strings.open}</span>
              </button>
              {prompt !== undefined && !is && (
                <p className="faint">
                  <Rich text={prompt} inline />
                </p>
              )}
            </li>
          );
        })}
      </ul>
    </section>
  );
}

/** The headings that are the learner's own; the template's stand above. */
function Outline(props: { readonly text: string; readonly go: (line: number) => void }) {
  const { situation } = useTracker();
  const { noteTemplate } = situation.curriculum;
  const own = useMemo(() => {
    const given = new Set(sectionsOf(noteTemplate).map(({ title }) => title));
    return sectionsOf(props.text).filter(({ title }) => title !== "" && !given.has(title));
  }, [noteTemplate, props.text]);
  if (own.length === 0) return null;
  return (
    <section aria-label={paperWords.ownSections}>
      <h2>{paperWords.ownSections}</h2>
      <ul className="note-sections">
        {own.map(({ title, level, line }) => (
          <li key={line} style={{ paddingLeft: `${(level - 2) * 0.8}rem` }}>
            <button type="button" className="row" onClick={() => props.go(line)}>
              {title}
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Links({ id, text }: { readonly id: PaperId; readonly text: string }) {
  const { situation, notes } = useTracker();
  const own = useNoteNames();
  const nameOf = (paper: string) =>
    situation.progress.papers.find((known) => known.id === paper)?.name;
  const meant = (name: string) => paperNamed(name, situation, own);
  const to = useMemo(() => paperLinks(text), [text]).filter((name) => meant(name) !== id);
  const known = useRef(
    new Map<PaperId, { readonly text: string; readonly links: readonly string[] }>(),
  );
  // This is asked at every key; a text is looked through once.
  const linksOf = (note: Note) => {
    const last = known.current.get(note.paper);
    if (last?.text === note.text) return last.links;
    const links = paperLinks(note.text);
    known.current.set(note.paper, { text: note.text, links });
    return links;
  };
  const from = notes
    .all()
    .filter((note) => note.paper !== id && linksOf(note).some((name) => meant(name) === id));
  return (
    <section aria-label={paperWords.linksTitle}>
      <h2>{paperWords.linksTitle}</h2>
      {to.length + from.length === 0 && <p className="faint">{paperWords.linkHint}</p>}
      {to.length > 0 && (
        <>
          <h3>{paperWords.linksTo}</h3>
          <ul>
            {to.map((paper) => (
              <li key={paper}>
                {meant(paper) === null ? (
                  <span className="dead-link">
                    {paper} <span className="faint">{strings.unknownLink}</span>
                  </span>
                ) : (
                  <Link href={`/paper/${meant(paper)}/notes`}>{nameOf(meant(paper) ?? "")}</Link>
                )}
              </li>
            ))}
          </ul>
        </>
      )}
      {from.length > 0 && (
        <>
          <h3>{paperWords.linkedFrom}</h3>
          <ul>
            {from.map(({ paper }) => (
              <li key={paper}>
                {nameOf(paper) === undefined ? (
                  paper
                ) : (
                  <Link href={`/paper/${paper}/notes`}>{nameOf(paper)}</Link>
                )}
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}

/** The Markdown that shows the image; null when it could not be kept. */
async function keepImage(
  paper: PaperId,
  file: File,
  say: (text: string) => void,
): Promise<string | null> {
  try {
    const { path } = await sendFile(api.keepImage, file, file.type, { parts: { paper } });
    return `![](${path})`;
  } catch (error) {
    say(error instanceof Refused ? error.message : paperWords.imageAway);
  }
  return null;
}
