/** The plan: phases on a time line, the dates with their effect, and the tasks of every week. */
import { useEffect } from "react";
import { strings } from "../strings.ts";
import { Dates } from "./dates.tsx";
import { TimeLine } from "./time-line.tsx";
import { TimeOff } from "./time-off.tsx";
import { WeekBoards } from "./week-boards.tsx";

/** What tells of another address; the first two come from the router. */
const moves = ["pushState", "replaceState", "popstate", "hashchange"] as const;

export default function Plan() {
  useEffect(() => {
    let timer = 0;
    // A link into a week, from the palette or a search: after the palette has given the focus back.
    const follow = () => {
      timer = window.setTimeout(() => {
        const { hash } = window.location;
        const target = hash === "" ? null : document.getElementById(hash.slice(1));
        target?.scrollIntoView({ block: "start" });
        target?.focus({ preventScroll: true });
      });
    };
    follow();
    for (const move of moves) window.addEventListener(move, follow);
    return () => {
      window.clearTimeout(timer);
      for (const move of moves) window.removeEventListener(move, follow);
    };
  }, []);
  return (
    <>
      <h1>{strings.places.plan}</h1>
      <WeekBoards />
      <TimeLine />
      <Dates />
      <TimeOff />
    </>
  );
}
