/** What a session was spent on, as a form asks for it. */

import type { PaperId } from "../../core/content/curriculum.ts";
import { type Activity, activities } from "../../core/entries/entry.ts";
import { strings } from "../strings.ts";
import { useTracker } from "./parts.tsx";

export function PaperChoice({ first }: { readonly first: PaperId | null }) {
  const { papers } = useTracker().situation.progress;
  return (
    <label>
      {strings.paper}
      <select name="paper" defaultValue={first ?? ""}>
        <option value="">{strings.noPaper}</option>
        {papers.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </select>
    </label>
  );
}

export function ActivityChoice({ first }: { readonly first: Activity }) {
  return (
    <label>
      {strings.activity}
      <select name="activity" defaultValue={first}>
        {activities.map((activity) => (
          <option key={activity} value={activity}>
            {strings.activities[activity]}
          </option>
        ))}
      </select>
    </label>
  );
}
