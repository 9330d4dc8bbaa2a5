/** Milestones, rewards and resources. */
import { Milestones, Resources, Tips } from "../parts/lists.tsx";
import { strings } from "../strings.ts";

export default function MilestonesScreen() {
  return (
    <>
      <h1>{strings.milestonesTitle}</h1>
      <div className="columns">
        <div className="column">
          <Milestones />
        </div>
        <div className="column">
          <Resources />
          <Tips />
        </div>
      </div>
    </>
  );
}
