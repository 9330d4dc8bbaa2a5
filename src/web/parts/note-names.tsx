/** What the learner's notes call their papers, for every link on the page. */
import { createContext, type ReactNode, useContext, useEffect, useState } from "react";
import { partFrontMatter } from "../../core/content/front-matter.ts";
import type { OwnNames } from "../../core/content/paper-names.ts";
import type { Matter, Said } from "../markdown/aliases.ts";
import { useTracker } from "./parts.tsx";

const none: Said = { names: new Map(), written: [] };
const Names = createContext<Said>(none);

export function useNoteNames(): OwnNames {
  return useContext(Names).names;
}

export function useNoteAliases(): Said["written"] {
  return useContext(Names).written;
}

/** YAML is read, and its reader loaded, only where a note names aliases, and again only when they change. */
export function NoteNames({ children }: { readonly children: ReactNode }) {
  const { notes } = useTracker();
  const matters = notes.all().flatMap(({ paper, text }): readonly Matter[] => {
    const { matter } = partFrontMatter(text);
    return matter !== null && /^["']?alias/im.test(matter) ? [{ paper, matter }] : [];
  });
  const said = JSON.stringify(matters);
  const [names, setNames] = useState(none);
  useEffect(() => {
    const asked: readonly Matter[] = JSON.parse(said);
    if (asked.length === 0) return setNames(none);
    let isCurrent = true;
    import("../markdown/aliases.ts").then(
      ({ saidIn }) => isCurrent && setNames(saidIn(asked)),
      // Without its reader, links go to what the curriculum names.
      () => undefined,
    );
    return () => {
      isCurrent = false;
    };
  }, [said]);
  return <Names value={names}>{children}</Names>;
}
