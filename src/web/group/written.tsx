/** What members have written and share: teach-backs, and notes, which are asked for one member at a time. */
import { useState } from "react";
import type { GroupView } from "../../core/group/view.ts";
import { api, type NoteOfMember } from "../../wire/wire.ts";
import { longDay } from "../format.ts";
import { Section, useTracker } from "../parts/parts.tsx";
import { ask, Refused } from "../store/server.ts";
import { strings } from "../strings.ts";
import { groupWords } from "./words.ts";

export function Written({ view }: { readonly view: GroupView }) {
  const { me, name: group } = view.group;
  const taught = view.teachBacks.filter(({ member }) => member !== me);
  const noting = view.members.filter(({ name, shares }) => name !== me && shares.includes("notes"));
  return (
    <Section title={groupWords.written}>
      {taught.length + noting.length === 0 && <p className="faint">{groupWords.nothingWritten}</p>}
      {taught.map(({ member, title, on, text }) => (
        <details key={`${member}/${title}/${on}/${text}`}>
          <summary>{groupWords.taughtOn(member, title, longDay(on))}</summary>
          <p className="prose">{text}</p>
        </details>
      ))}
      {noting.map(({ name }) => (
        <NotesOf key={name} group={group} member={name} />
      ))}
    </Section>
  );
}

function NotesOf(props: { readonly group: string; readonly member: string }) {
  const { group, member } = props;
  const { situation } = useTracker();
  const [notes, setNotes] = useState<readonly NoteOfMember[] | string | null>(null);
  const read = (open: boolean) => {
    // Asked anew each time: what is taken back is gone.
    if (!open) return setNotes(null);
    ask(api.groupNotes, { query: { group, of: member } }).then(
      (answer) => setNotes(answer.notes),
      (error) => setNotes(error instanceof Refused ? error.message : groupWords.noAnswer),
    );
  };
  const titleOf = (paper: string) =>
    situation.progress.papers.find(({ id }) => id === paper)?.name ?? paper;
  return (
    <details onToggle={({ currentTarget }) => read(currentTarget.open)}>
      <summary>{groupWords.notesOf(member)}</summary>
      {notes === null && <p className="faint">{strings.loading}</p>}
      {typeof notes === "string" && <p role="alert">{notes}</p>}
      {Array.isArray(notes) && notes.length === 0 && <p className="faint">{groupWords.noNotes}</p>}
      {Array.isArray(notes) &&
        notes.map(({ paper, text }) => (
          <details key={paper}>
            <summary>{titleOf(paper)}</summary>
            <p className="prose">{text}</p>
          </details>
        ))}
    </details>
  );
}
