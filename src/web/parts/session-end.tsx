/** Whether a session has just ended; what is said then comes with it. */
import { lazy, Suspense, useEffect, useRef, useState } from "react";
import type { Session } from "../../core/entries/tally.ts";
import type { EntryId } from "../../core/time/clock.ts";
import { useTracker } from "./parts.tsx";

const Ended = lazy(() => import("./ended.tsx"));

export function SessionEnd() {
  const { locked } = useTracker();
  const [ended, close] = useEnded();
  if (ended === null || locked) return null;
  return (
    <Suspense>
      <Ended key={ended.id} session={ended} close={close} />
    </Suspense>
  );
}

/** The session that a timer has just become; null once it is closed, undone or another timer runs. */
function useEnded(): readonly [Session | null, () => void] {
  const { tally } = useTracker().situation;
  const { timers, lately } = tally;
  const before = useRef({ timers: timers.length, latest: lately.at(-1)?.id ?? null });
  const [ended, setEnded] = useState<EntryId | null>(null);
  const latest = lately.at(-1)?.id ?? null;
  useEffect(() => {
    const was = before.current;
    before.current = { timers: timers.length, latest };
    if (timers.length < was.timers && latest !== was.latest) setEnded(latest);
    else if (timers.length > was.timers) setEnded(null);
  }, [timers.length, latest]);
  const session = lately.find(({ id }) => id === ended) ?? null;
  return [session, () => setEnded(null)];
}
