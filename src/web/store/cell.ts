/** A place for one value that changes, and those who want to know. */
export interface Cell<T> {
  readonly now: () => T;
  readonly change: (next: (now: T) => T) => void;
  readonly subscribe: (listener: () => void) => () => void;
}

export function cellOf<T>(first: T): Cell<T> {
  let value = first;
  const listeners = new Set<() => void>();
  return {
    now: () => value,
    change: (next) => {
      value = next(value);
      for (const listener of listeners) listener();
    },
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
