/** The plan: phases on a time line, the dates with their effect, and the tasks of every week. */
import { useEffect } from "react";
import { strings } from "../strings.ts";
import { Dates } from "./dates.tsx";
import { TimeLine } from "./time-line.tsx";
import { WeekBoards } from "./week-boards.tsx";

export default function Plan() {
  useEffect(() => {
    // A link into a week, from the palette or a search.
    const { hash } = window.location;
    const target = hash === "" ? null : document.getElementById(hash.slice(1));
    target?.scrollIntoView({ block: "start" });
    target?.focus({ preventScroll: true });
  }, []);
  return (
    <>
      <h1>{strings.places.plan}</h1>
      <TimeLine />
      <Dates />
      <WeekBoards />
    </>
  );
}
