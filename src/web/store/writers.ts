/**
 * Which tab writes a note. The one that typed last holds the note's lock until the server has its words; when it
 * is closed before that, the browser frees the lock, and a tab that waited for it sends the draft in its place.
 */
import { lock } from "./locks.ts";

export interface Writers {
  /** Resolves once this tab is the one that writes. */
  readonly take: (paper: string) => Promise<void>;
  readonly leave: (paper: string) => void;
  /** Works while no tab writes. */
  readonly whenLeft: (paper: string, work: () => Promise<void>) => void;
}

interface Turn {
  readonly granted: Promise<void>;
  readonly leave: () => void;
}

export function createWriters(): Writers {
  const turns = new Map<string, Turn>();
  const waits = new Set<string>();
  const nameOf = (paper: string) => `study-note-${paper}`;
  return {
    take: (paper) => {
      const mine = turns.get(paper);
      if (mine !== undefined) return mine.granted;
      const left = Promise.withResolvers<void>();
      const granted = Promise.withResolvers<void>();
      turns.set(paper, { granted: granted.promise, leave: left.resolve });
      void lock(nameOf(paper), () => {
        granted.resolve();
        return left.promise;
      });
      return granted.promise;
    },
    leave: (paper) => {
      turns.get(paper)?.leave();
      turns.delete(paper);
    },
    whenLeft: (paper, work) => {
      // Asked for at every change of the other tab: one place in the queue is enough.
      if (waits.has(paper)) return;
      waits.add(paper);
      void lock(nameOf(paper), () => {
        waits.delete(paper);
        return work();
      });
    },
  };
}
