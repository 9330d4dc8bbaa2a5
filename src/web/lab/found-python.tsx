/** Which Python of this machine runs the learner's code. It is chosen at the terminal, never from a page. */
import { useEffect, useState } from "react";
import { api, type KnownPython } from "../../wire/wire.ts";
import { ask } from "../store/server.ts";
import { labWords } from "./words.ts";

export function FoundPython() {
  const [python, setPython] = useState<KnownPython | null>(null);
  useEffect(() => {
    let here = true;
    ask(api.python).then(
      (known) => here && setPython(known),
      () => {},
    );
    return () => {
      here = false;
    };
  }, []);
  if (python === null) return null;
  return <p>{python.found ? labWords.runsUnder(python.path) : python.sentence}</p>;
}
