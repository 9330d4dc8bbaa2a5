/** The whole tracker on one screen, in the order of TRACKER.md: to look over, and to print. */
import { longDay } from "../format.ts";
import { Milestones, Resources, Tips } from "../parts/lists.tsx";
import { Overall } from "../parts/overall.tsx";
import { useTracker } from "../parts/parts.tsx";
import { Phases } from "../parts/phases.tsx";
import { Reviews } from "../parts/reviews.tsx";
import { Weeks } from "../parts/weeks.tsx";
import { strings } from "../strings.ts";
import { screenWords } from "./words.ts";

export default function TrackerScreen() {
  const { situation, server } = useTracker();
  const { lastUpdated, nextReview } = situation.progress;
  return (
    <>
      <h1>{situation.curriculum.title}</h1>
      <div className="columns">
        <div className="column">
          <Overall />
          <Weeks />
          <Reviews />
          <Tips />
        </div>
        <div className="column">
          <Phases />
          <Milestones />
          <Resources />
        </div>
      </div>
      <footer>
        <span>
          {screenWords.lastUpdated} {lastUpdated === null ? strings.none : longDay(lastUpdated)}
        </span>
        <span>
          {strings.nextReview} {nextReview === null ? strings.none : longDay(nextReview)}
        </span>
        <span className="faint">{server.folder}</span>
      </footer>
    </>
  );
}
