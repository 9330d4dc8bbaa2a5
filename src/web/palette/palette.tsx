/** The command palette: what was typed is done, or leads to a paper, a screen, a week, a text. */
import { Command } from "cmdk";
import {
  type ReactNode,
  type RefObject,
  useDeferredValue,
  useEffect,
  useLayoutEffect,
  useMemo,
  useState,
  useSyncExternalStore,
} from "react";
import { useLocation } from "wouter";
import { useTracker } from "../parts/parts.tsx";
import { useAllActions } from "../shell/actions.ts";
import { Dialog } from "../shell/dialog.tsx";
import { chooseTheme } from "../shell/theme.ts";
import { exportJournal } from "../store/export.ts";
import { type FoundText, searchTexts } from "../store/search.ts";
import { strings } from "../strings.ts";
import { nearOffers, offersFor } from "./asked.ts";
import { type Item, itemsOf } from "./items.ts";
import { bestOf } from "./matching.ts";
import type { Offer } from "./offer.ts";
import { recentOf, remember } from "./recent.ts";
import { paletteWords as words } from "./words.ts";

/** How many of the best are shown. */
const mostFound = 24;
const saidBefore = "say ";

export default function Palette(props: {
  readonly close: () => void;
  /** What was typed while the palette was still on its way. */
  readonly typed: RefObject<string>;
}) {
  const { close, typed } = props;
  const tracker = useTracker();
  const { situation, server, run, say } = tracker;
  const [, go] = useLocation();
  const [text, setText] = useState("");
  const [selected, setSelected] = useState("");
  const recent = useSyncExternalStore(
    recentOf(server.workspace).subscribe,
    recentOf(server.workspace).now,
  );
  const actions = useAllActions();
  const items = useMemo(
    () => itemsOf(situation.curriculum, situation.progress, actions),
    [situation.curriculum, situation.progress, actions],
  );
  const best = useMemo(
    () => bestOf(text, items, recent).slice(0, mostFound),
    [text, items, recent],
  );
  const offers = useMemo(() => {
    const said = offersFor(text, { situation });
    return said.length > 0 || best.length > 0 ? said : nearOffers(text, { situation });
  }, [text, situation, best]);
  const found = useFound(text);
  useLayoutEffect(() => setText(typed.current), [typed]);

  // What is found comes a moment after the words; Enter must find it when nothing else fits them.
  const first = offers.length > 0 ? "offer 0" : best.length > 0 ? idOf(best[0]) : "found 0";
  useEffect(() => {
    if (text.trim() !== "") setSelected(first);
  }, [text, first]);

  const perform = (offer: Offer) => {
    if (offer.is === "more") return setText(offer.words);
    remember(server.workspace, saidBefore + text.trim());
    close();
    if (offer.is === "run") void run(...offer.commands);
    else if (offer.is === "go") go(offer.path);
    else if (offer.is === "theme") chooseTheme(offer.theme);
    else void exportJournal(say);
  };
  const choose = ({ id, does }: Item) => {
    if (does.is === "say") return setText(does.words);
    remember(server.workspace, id);
    close();
    if (does.is === "go") go(does.path);
    else does.run();
  };
  const row = (item: Item) => <Row key={item.id} item={item} choose={() => choose(item)} />;
  return (
    <Dialog title={strings.anything} bare close={close} className="palette">
      <Command
        label={strings.anything}
        loop
        shouldFilter={false}
        value={selected}
        onValueChange={setSelected}
      >
        <Command.Input
          value={text}
          onValueChange={setText}
          placeholder={strings.anythingHint}
          data-first=""
        />
        <Command.List>
          {text.trim() === "" ? (
            <Everything items={items} recent={recent} row={row} again={setText} />
          ) : (
            <>
              <Group heading={words.groups.do} of={offers}>
                {offers.map((offer, index) => (
                  <Command.Item
                    key={offer.label}
                    value={`offer ${index}`}
                    className={offer.is === "more" ? "asks" : ""}
                    onSelect={() => perform(offer)}
                  >
                    <span>{offer.label}</span>
                  </Command.Item>
                ))}
              </Group>
              <Group heading={words.groups.best} of={best}>
                {best.map(row)}
              </Group>
              <Group heading={words.groups.found} of={found}>
                {found.map((one, index) => (
                  <Found
                    // biome-ignore lint/suspicious/noArrayIndexKey: results have no other name.
                    key={index}
                    value={`found ${index}`}
                    found={one}
                    choose={() => {
                      close();
                      go(one.address);
                    }}
                  />
                ))}
              </Group>
              {offers.length + best.length + found.length === 0 && (
                <p className="nothing" role="status">
                  {words.nothing}
                </p>
              )}
            </>
          )}
        </Command.List>
      </Command>
    </Dialog>
  );
}

function idOf(item: Item | undefined): string {
  return item?.id ?? "";
}

/** What a search over all texts finds, a moment after the words. */
function useFound(text: string): readonly FoundText[] {
  const tracker = useTracker();
  const [found, setFound] = useState<readonly FoundText[]>([]);
  useEffect(() => {
    let current = true;
    const timer = window.setTimeout(async () => {
      const next = text.trim() === "" ? [] : await searchTexts(text, tracker);
      if (current) setFound(next);
    }, 60);
    return () => {
      current = false;
      window.clearTimeout(timer);
    };
  }, [text, tracker]);
  return found;
}

function Group(props: {
  readonly heading: string;
  readonly of: readonly unknown[];
  readonly children: ReactNode;
}) {
  if (props.of.length === 0) return null;
  return <Command.Group heading={props.heading}>{props.children}</Command.Group>;
}

const order = ["do", "papers", "notes", "actions", "weeks"] as const;

/** Before anything is typed: what was used last, then all that there is. */
function Everything(props: {
  readonly items: readonly Item[];
  readonly recent: readonly string[];
  readonly row: (item: Item) => ReactNode;
  readonly again: (text: string) => void;
}) {
  const { items, recent, row, again } = props;
  // The dialog is there in the next frame, its long list right after.
  const whole = useDeferredValue(true, false);
  const known = new Map(items.map((item) => [item.id, item]));
  const before = recent.filter((id) => id.startsWith(saidBefore) || known.has(id));
  return (
    <>
      <Group heading={words.groups.recent} of={before}>
        {before.map((id) => {
          const item = known.get(id);
          if (item !== undefined) return row({ ...item, id: `recent ${id}` });
          const said = id.slice(saidBefore.length);
          return (
            <Command.Item key={id} value={`recent ${id}`} onSelect={() => again(said)}>
              <code>{said}</code>
            </Command.Item>
          );
        })}
      </Group>
      {whole &&
        order.map((group) => {
          const of = items.filter((item) => item.group === group && !recent.includes(item.id));
          return (
            <Group key={group} heading={words.groups[group]} of={of}>
              {of.map(row)}
            </Group>
          );
        })}
    </>
  );
}

function Row({ item, choose }: { readonly item: Item; readonly choose: () => void }) {
  return (
    <Command.Item value={item.id} onSelect={choose}>
      <span>{item.names[0]}</span>
      {item.keys !== undefined && <kbd>{item.keys}</kbd>}
      {item.example !== undefined && <code className="faint">{item.example}</code>}
    </Command.Item>
  );
}

function Found(props: {
  readonly value: string;
  readonly found: FoundText;
  readonly choose: () => void;
}) {
  const { kind, title, excerpt } = props.found;
  return (
    <Command.Item value={props.value} onSelect={props.choose}>
      <span className="found-kind">{words.kinds[kind]}</span>
      <span>
        <b>{title}</b> <Excerpt text={excerpt} />
      </span>
    </Command.Item>
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
