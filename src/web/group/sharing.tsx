/** What the learner shares with the group, a switch for each, and leaving it. */
import { useState } from "react";
import { type Topic, topics, topicWords } from "../../core/group/topic.ts";
import type { GroupView } from "../../core/group/view.ts";
import { api, type GroupShown } from "../../wire/wire.ts";
import { Section, useTracker } from "../parts/parts.tsx";
import { Refused, sendJson } from "../store/server.ts";
import { strings } from "../strings.ts";
import { groupWords } from "./words.ts";

export function Sharing(props: {
  readonly view: GroupView;
  readonly changed: (shown: GroupShown) => void;
}) {
  const { view, changed } = props;
  const { locked, say } = useTracker();
  const { name: group, me } = view.group;
  const mine = view.members.find(({ name }) => name === me)?.shares ?? [];
  const [sending, setSending] = useState(false);
  /** The switch stands as the hub says, not as it was pressed: nothing is shared that it did not take. */
  const send = async (work: () => Promise<GroupShown>, done: string | null) => {
    setSending(true);
    try {
      changed(await work());
      if (done !== null) say(done);
    } catch (error) {
      say(error instanceof Refused ? error.message : groupWords.noAnswer);
    } finally {
      setSending(false);
    }
  };
  const turn = (topic: Topic, on: boolean) =>
    send(() => sendJson(api.share, { group, on: on ? [topic] : [], off: on ? [] : [topic] }), null);
  return (
    <Section title={groupWords.share}>
      <p className="faint">{groupWords.shareIs}</p>
      <ul className="items switches">
        {topics.map((topic) => (
          <li key={topic}>
            <label className="tick">
              <input
                type="checkbox"
                role="switch"
                checked={mine.includes(topic)}
                aria-checked={mine.includes(topic)}
                disabled={locked || sending}
                onChange={({ target }) => void turn(topic, target.checked)}
              />
              <span>
                {groupWords.topics[topic]}
                <span className="faint"> {topicWords[topic]}</span>
              </span>
            </label>
          </li>
        ))}
      </ul>
      {!locked && (
        <Leave
          group={group}
          leave={() => void send(() => sendJson(api.leaveGroup, { group }), groupWords.left(group))}
        />
      )}
    </Section>
  );
}

function Leave(props: { readonly group: string; readonly leave: () => void }) {
  const [asking, setAsking] = useState(false);
  if (!asking) {
    return (
      <button type="button" className="quiet" onClick={() => setAsking(true)}>
        {groupWords.leave}
      </button>
    );
  }
  return (
    <>
      <p role="status">{groupWords.leaveSure(props.group)}</p>
      <span className="buttons">
        <button type="button" className="strong" onClick={props.leave}>
          {groupWords.leaveYes}
        </button>
        <button type="button" className="quiet" onClick={() => setAsking(false)}>
          {strings.cancel}
        </button>
      </span>
    </>
  );
}
