/** Milestones, rewards and resources. */

import { Exercises } from "../lab/exercises.tsx";
import { Milestones, Resources, Tips } from "../parts/lists.tsx";
import { Section, useTracker } from "../parts/parts.tsx";
import { milestoneWords } from "./words.ts";

export default function MilestonesScreen() {
  return (
    <>
      <h1>{milestoneWords.milestonesTitle}</h1>
      <div className="columns">
        <div className="column">
          <Milestones />
          <MilestoneExercises />
        </div>
        <div className="column">
          <Resources />
          <Tips />
        </div>
      </div>
    </>
  );
}

function MilestoneExercises() {
  const { milestones } = useTracker().situation.progress;
  const exercises = milestones.flatMap(({ exercise }) => (exercise === null ? [] : [exercise]));
  if (exercises.length === 0) return null;
  return (
    <Section title={milestoneWords.milestoneExercises}>
      <p className="faint">{milestoneWords.milestoneExercisesIs}</p>
      <Exercises paper={null} exercises={exercises} />
    </Section>
  );
}
