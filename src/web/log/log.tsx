/** The log: the sessions, and whatever else was done. */
import { Deeds } from "./deeds.tsx";
import { Sessions } from "./sessions.tsx";
import { logWords } from "./words.ts";

export default function Log() {
  return (
    <>
      <h1>{logWords.title}</h1>
      <div className="columns">
        <div className="column">
          <Sessions />
        </div>
        <div className="column">
          <Deeds />
        </div>
      </div>
    </>
  );
}
