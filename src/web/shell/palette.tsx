/** The command palette: every action, paper, note and week, and what a search over all texts finds. */
import { Command } from "cmdk";
import { type RefObject, useEffect, useLayoutEffect, useRef, useState } from "react";
import { useLocation } from "wouter";
import { useTracker } from "../parts/parts.tsx";
import type { FoundText } from "../store/search.ts";
import { searchTexts } from "../store/search.ts";
import { strings } from "../strings.ts";
import { useAllActions } from "./actions.ts";
import { Dialog } from "./dialog.tsx";

export default function Palette(props: {
  readonly close: () => void;
  /** What was typed while the palette was still on its way. */
  readonly typed: RefObject<string>;
}) {
  const { close, typed } = props;
  const tracker = useTracker();
  const [, go] = useLocation();
  const [words, setWords] = useState("");
  const [found, setFound] = useState<readonly FoundText[]>([]);
  const [selected, setSelected] = useState("");
  const list = useRef<HTMLDivElement>(null);
  const actions = useAllActions();
  const { progress } = tracker.situation;

  useLayoutEffect(() => setWords(typed.current), [typed]);

  useEffect(() => {
    let current = true;
    const timer = window.setTimeout(async () => {
      const next = words.trim() === "" ? [] : await searchTexts(words, tracker);
      if (current) setFound(next);
    }, 60);
    return () => {
      current = false;
      window.clearTimeout(timer);
    };
  }, [words, tracker]);

  // What is found comes a moment after the words; Enter must find it when nothing else fits them.
  useEffect(() => {
    const none = list.current?.querySelector('[cmdk-item][aria-selected="true"]') == null;
    if (found.length > 0 && none) setSelected("found 0");
  }, [found]);

  const choose = (work: () => void) => () => {
    close();
    work();
  };
  return (
    <Dialog title={strings.palette} bare close={close} className="palette">
      <Command label={strings.palette} loop value={selected} onValueChange={setSelected}>
        <Command.Input
          value={words}
          onValueChange={setWords}
          placeholder={strings.paletteHint}
          data-first=""
        />
        <Command.List ref={list}>
          {found.length === 0 && <Command.Empty>{strings.nothingFound}</Command.Empty>}
          <Command.Group heading={strings.paletteGroups.papers}>
            {progress.papers.map(({ id, name }) => (
              <Command.Item
                key={id}
                value={`paper ${name} ${id}`}
                keywords={[
                  ...(tracker.situation.curriculum.papers.find((paper) => paper.id === id)
                    ?.aliases ?? []),
                ]}
                onSelect={choose(() => go(`/paper/${id}`))}
              >
                {name}
              </Command.Item>
            ))}
          </Command.Group>
          <Command.Group heading={strings.paletteGroups.notes}>
            {progress.papers.map(({ id, name }) => (
              <Command.Item
                key={id}
                value={`notes on ${name} ${id}`}
                onSelect={choose(() => go(`/paper/${id}/notes`))}
              >
                {strings.notesOn(name)}
              </Command.Item>
            ))}
          </Command.Group>
          <Command.Group heading={strings.paletteGroups.actions}>
            {actions.map(({ id, label, keys, chord, run }) => (
              <Command.Item key={id} value={`${label} ${id}`} onSelect={choose(run)}>
                <span>{label}</span>
                {(keys ?? chord) !== undefined && <kbd>{keys ?? chord}</kbd>}
              </Command.Item>
            ))}
          </Command.Group>
          <Command.Group heading={strings.paletteGroups.weeks}>
            {progress.weeks.map(({ number, title }) => (
              <Command.Item
                key={number}
                value={`week ${number} ${title}`}
                onSelect={choose(() => go(`/plan#week-${number}`))}
              >
                {strings.weekTitle(number, title)}
              </Command.Item>
            ))}
          </Command.Group>
          {found.length > 0 && (
            <Command.Group heading={strings.paletteGroups.found} forceMount>
              {found.map((one, index) => (
                <Command.Item
                  // biome-ignore lint/suspicious/noArrayIndexKey: results have no other name.
                  key={index}
                  value={`found ${index}`}
                  forceMount
                  onSelect={choose(() => go(one.address))}
                >
                  <span className="found-kind">{strings.foundKinds[one.kind]}</span>
                  <span>
                    <b>{one.title}</b> <Excerpt text={one.excerpt} />
                  </span>
                </Command.Item>
              ))}
            </Command.Group>
          )}
        </Command.List>
      </Command>
    </Dialog>
  );
}

/** Matches stand between two marks that no text has: U+2068 and U+2069. */
export function Excerpt({ text }: { readonly text: string }) {
  const parts = text.split(/\u2068([^\u2069]*)\u2069/);
  return (
    <span className="faint">
      {parts.map((part, index) =>
        // biome-ignore lint/suspicious/noArrayIndexKey: the parts of one text never change places.
        index % 2 === 1 ? <mark key={index}>{part}</mark> : part,
      )}
    </span>
  );
}
