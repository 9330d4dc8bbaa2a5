/** What all sections share: the store at hand, and small building blocks. */
import { Pencil, Trash2 } from "lucide-react";
import { createContext, type ReactNode, useContext, useId, useState } from "react";
import { flushSync } from "react-dom";
import { Link } from "wouter";
import type { Command } from "../../core/decide/command.ts";
import type { AspectState } from "../../core/entries/entry.ts";
import type { ItemProgress } from "../../core/progress/lists.ts";
import type { Ready } from "../store/model.ts";
import type { Notes } from "../store/notes.ts";
import type { Ran } from "../store/run.ts";
import type { Store } from "../store/store.ts";
import { strings } from "../strings.ts";
import { partWords } from "./words.ts";

export interface Tracker extends Ready {
  readonly run: Store["run"];
  readonly say: Store["say"];
  readonly entries: Store["entries"];
  readonly notes: Notes;
  readonly locked: boolean;
}

export const TrackerContext = createContext<Tracker | null>(null);

export function useTracker(): Tracker {
  const tracker = useContext(TrackerContext);
  if (tracker === null) throw new Error("a section stands outside the tracker");
  return tracker;
}

export function Section({
  title,
  children,
}: {
  readonly title: string;
  readonly children: ReactNode;
}) {
  const id = useId();
  return (
    <section aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      {children}
    </section>
  );
}

/** A share of a whole, as a bar with its figure. */
export function Figure(props: {
  readonly label: string;
  readonly part: number;
  readonly whole: number;
}) {
  const { label, part, whole } = props;
  const share = whole === 0 ? 0 : Math.round((part / whole) * 100);
  return (
    <div className="figure">
      <span>{label}</span>
      <b>
        {part}/{whole} <span className="share">({share}%)</span>
      </b>
      <progress aria-label={label} max={Math.max(whole, 1)} value={part} />
    </div>
  );
}

export function Tick(props: {
  readonly label: string;
  readonly done: boolean;
  readonly command: (done: boolean) => Command;
  readonly visible?: ReactNode;
}) {
  const { run, locked } = useTracker();
  return (
    <label className="tick">
      <input
        type="checkbox"
        checked={props.done}
        disabled={locked}
        aria-label={props.visible === undefined ? props.label : undefined}
        onChange={({ target }) => void run(props.command(target.checked))}
      />
      {props.visible !== undefined && (
        <span className={props.done ? "done" : ""}>{props.visible}</span>
      )}
    </label>
  );
}

/** Stands beside a tick that the learner's own code has earned. */
export function Verified() {
  return (
    <span className="verified" title={partWords.verifiedIs}>
      <span aria-hidden="true">✓</span> {partWords.verifiedWord}
    </span>
  );
}

/** Stands beside the open tick of what is in progress. */
export function Begun({ state }: { readonly state: AspectState }) {
  if (state !== "started") return null;
  return (
    <span className="begun">
      <span aria-hidden="true">◐</span> {partWords.inProgress}
    </span>
  );
}

/** The field that stands in for a text while it is edited. Escape leaves it as it was. */
export function EditForm(props: {
  readonly label: string;
  readonly text: string;
  readonly save: (text: string) => Promise<Ran>;
  /** For a line of a list. On a screen without a pointer that can hover, this is the way to it. */
  readonly remove?: () => void;
  readonly close: () => void;
}) {
  const [draft, setDraft] = useState(props.text);
  const save = async () => {
    if (draft.trim() === props.text || (await props.save(draft.trim())).ok) props.close();
  };
  return (
    <form
      className="inline"
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <input
        aria-label={props.label}
        value={draft}
        // biome-ignore lint/a11y/noAutofocus: the field replaces the button that was just pressed.
        autoFocus
        onChange={({ target }) => setDraft(target.value)}
        onKeyDown={({ key }) => key === "Escape" && props.close()}
      />
      <button type="submit">{strings.save}</button>
      <button type="button" className="quiet" onClick={props.close}>
        {strings.cancel}
      </button>
      {props.remove !== undefined && (
        <button
          type="button"
          className="quiet"
          aria-label={strings.removeOf(props.text)}
          onClick={props.remove}
        >
          {strings.remove}
        </button>
      )}
    </form>
  );
}

/** Whether a text is being edited. When it no longer is, the focus goes back to the button that began it. */
export function useEditing(button: string): [boolean, (editing: boolean) => void] {
  const [editing, setEditing] = useState(false);
  const change = (next: boolean) => {
    flushSync(() => setEditing(next));
    if (!next) document.getElementById(button)?.focus();
  };
  return [editing, change];
}

/** A text that a click turns into a field. */
export function Editable(props: {
  readonly label: string;
  readonly text: string;
  readonly hint?: string;
  readonly save: (text: string) => Promise<Ran>;
}) {
  const { locked } = useTracker();
  const id = useId();
  const [editing, setEditing] = useEditing(id);
  if (editing) return <EditForm {...props} close={() => setEditing(false)} />;
  return (
    <span className="editable">
      {props.text === "" ? <span className="faint">{props.hint ?? strings.none}</span> : props.text}
      {!locked && (
        <button
          type="button"
          id={id}
          className="quiet"
          aria-label={strings.editOf(props.label)}
          onClick={() => setEditing(true)}
        >
          {strings.edit}
        </button>
      )}
    </span>
  );
}

/** A checklist line, with the label that stands before a milestone's text. */
type Listed = ItemProgress & { readonly label?: string | null; readonly verified?: boolean };

export function ItemList(props: {
  readonly items: readonly Listed[];
  readonly link?: (id: string) => string | null;
}) {
  return (
    <ul className="items">
      {props.items.map((item) => (
        <Item key={item.id} item={item} link={props.link?.(item.id) ?? null} />
      ))}
    </ul>
  );
}

function Item(props: { readonly item: Listed; readonly link: string | null }) {
  const { item, link } = props;
  const label = item.label ?? null;
  const { run } = useTracker();
  const id = useId();
  const [editing, setEditing] = useEditing(id);
  if (editing) {
    return (
      <li>
        <EditForm
          label={strings.editOf(item.text)}
          text={item.text}
          save={(text) => run({ do: "edit-item", item: item.id, text })}
          remove={() => void run({ do: "remove-item", item: item.id })}
          close={() => setEditing(false)}
        />
      </li>
    );
  }
  return (
    <li>
      <Tick
        label={item.text}
        done={item.done}
        command={(done) => ({ do: "mark-item", item: item.id, done })}
        visible={label === null ? item.text : `${label}: ${item.text}`}
      />
      {item.verified === true && <Verified />}
      {link !== null && (
        <a href={link} target="_blank" rel="noreferrer" aria-label={`${item.text} ↗`}>
          ↗
        </a>
      )}
      <ItemTools id={id} item={item} edit={() => setEditing(true)} />
    </li>
  );
}

/** What can be done to a line of a list, at its end. */
export function ItemTools(props: {
  /** Of the button that begins an edit: it gets the focus back. */
  readonly id: string;
  readonly item: ItemProgress;
  readonly edit: () => void;
}) {
  const { run, locked } = useTracker();
  const { id, text } = props.item;
  if (locked) return null;
  return (
    <span className="tools">
      <button
        type="button"
        id={props.id}
        className="quiet"
        aria-label={strings.editOf(text)}
        title={strings.edit}
        onClick={props.edit}
      >
        <Pencil className="icon" aria-hidden />
      </button>
      <button
        type="button"
        className="quiet"
        aria-label={strings.removeOf(text)}
        title={strings.remove}
        onClick={() => void run({ do: "remove-item", item: id })}
      >
        <Trash2 className="icon" aria-hidden />
      </button>
    </span>
  );
}

/** One line of text and a button, for a list's own lines. */
export function AddLine(props: {
  readonly label: string;
  readonly add: (text: string) => Promise<Ran>;
}) {
  const { locked } = useTracker();
  const [text, setText] = useState("");
  if (locked) return null;
  return (
    <form
      className="inline"
      onSubmit={async (event) => {
        event.preventDefault();
        if (text.trim() !== "" && (await props.add(text)).ok) setText("");
      }}
    >
      <input
        aria-label={props.label}
        placeholder={props.label}
        value={text}
        onChange={({ target }) => setText(target.value)}
      />
      <button type="submit">{strings.add}</button>
    </form>
  );
}

/** What a screen says that needs a plan, while there is none. */
export function NoStart() {
  return (
    <p>
      {strings.noStart} <Link href="/plan">{partWords.setStart}</Link>
    </p>
  );
}
