/** The group: the week side by side, who is where, what came, and what oneself gives. No ranking, and nothing is kept. */
import { useCallback, useEffect, useState } from "react";
import type { GroupView, MemberShown } from "../../core/group/view.ts";
import { api, type GroupShown } from "../../wire/wire.ts";
import { useChoice } from "../parts/address.ts";
import { Section } from "../parts/parts.tsx";
import { ask, Refused } from "../store/server.ts";
import { strings } from "../strings.ts";
import { DigestSection, MapSection, StuckSection } from "./seen.tsx";
import { Sharing } from "./sharing.tsx";
import { WeekSection } from "./week.tsx";
import { groupWords } from "./words.ts";
import { Written } from "./written.tsx";

type Found = GroupShown | { readonly is: "asked" } | { readonly is: "away"; readonly why: string };

export default function Group() {
  const [chosen, choose] = useChoice("group");
  const [found, setFound] = useGroup(chosen);
  if (found.is !== "group") {
    return (
      <>
        <h1>{strings.places.group}</h1>
        <Without found={found} />
      </>
    );
  }
  const { names, view } = found;
  return (
    <>
      <div className="screen-head">
        <h1>{view.group.name}</h1>
        {names.length > 1 && (
          <label className="field">
            {groupWords.which}
            <select value={view.group.name} onChange={({ target }) => choose(target.value)}>
              {names.map((name) => (
                <option key={name}>{name}</option>
              ))}
            </select>
          </label>
        )}
      </div>
      <Members view={view} />
      <WeekSection view={view} />
      <div className="columns group-columns">
        <div className="column">
          <MapSection map={view.map} />
          {view.stuck !== null && <StuckSection stuck={view.stuck} />}
        </div>
        <div className="column">
          <DigestSection view={view} />
          <Written key={view.group.name} view={view} />
        </div>
      </div>
      <Sharing view={view} changed={setFound} />
    </>
  );
}

/** Asked when it is opened and whenever the window is looked at again: others go on meanwhile. */
function useGroup(chosen: string | null): [Found, (found: GroupShown) => void] {
  const [found, setFound] = useState<Found>({ is: "asked" });
  const look = useCallback(() => {
    ask(api.group, chosen === null ? {} : { query: { group: chosen } }).then(setFound, (error) =>
      setFound({ is: "away", why: error instanceof Refused ? error.message : groupWords.noAnswer }),
    );
  }, [chosen]);
  useEffect(() => {
    look();
    window.addEventListener("focus", look);
    return () => window.removeEventListener("focus", look);
  }, [look]);
  return [found, setFound];
}

function Without({ found }: { readonly found: Exclude<Found, { is: "group" }> }) {
  if (found.is === "asked") return <p className="waiting">{strings.loading}</p>;
  if (found.is === "no-group") return <p>{groupWords.noGroup}</p>;
  if (found.is === "away") return <p role="alert">{found.why}</p>;
  return (
    <>
      <p>{groupWords.noHub}</p>
      <p>
        <code>{groupWords.join}</code>
      </p>
    </>
  );
}

function Members({ view }: { readonly view: GroupView }) {
  const { me, curriculum } = view.group;
  const mine = view.members.find(({ name }) => name === me);
  return (
    <Section title={groupWords.members}>
      <ul className="group-members">
        {view.members.map((member) => (
          <li key={member.name}>
            <b>{member.name}</b> <span className="faint">{said(member, me)}</span>
          </li>
        ))}
      </ul>
      {mine?.shares.length === 0 && <p role="status">{groupWords.youShareNothing}</p>}
      {view.other !== null && curriculum !== null && (
        <p role="status">{groupWords.otherVersion(curriculum, view.other)}</p>
      )}
    </Section>
  );
}

function said({ name, role, shares }: MemberShown, me: string): string {
  return [
    ...(name === me ? [groupWords.you] : []),
    ...(role === "mentor" ? [groupWords.mentor] : []),
    ...(shares.length === 0 && name !== me ? [groupWords.sharesNothing] : []),
  ].join(", ");
}
